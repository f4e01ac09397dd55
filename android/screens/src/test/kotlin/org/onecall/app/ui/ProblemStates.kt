package org.onecall.app.ui

import org.onecall.core.Argument
import org.onecall.core.LinkError
import org.onecall.core.NameError
import org.onecall.core.Screen
import org.onecall.core.TeamsDamage
import org.onecall.core.TeamsPage

/** A screen for each thing that can be wrong with a link. */
internal fun linkProblems() = listOf(
    link("nothing found", LinkError.NothingFound),
    link("truncated", LinkError.Truncated(2UL), "missing" to number(2)),
    link("too long", LinkError.TooLong),
    link("mistyped", LinkError.Mistyped),
    link("unknown code", LinkError.UnknownCode),
    link("unknown host", LinkError.UnknownHost(HOST), "host" to text(HOST)),
    link("opaque wrapper", LinkError.OpaqueWrapper("Proofpoint"), "service" to text("Proofpoint")),
    link("nested too deep", LinkError.NestedTooDeep),
    link("several", LinkError.Several(TWO_LINKS), "count" to number(2)),
) + TeamsPage.entries.map {
    link("not joinable", LinkError.NotJoinable(it), "what" to word(it.word()))
} + TeamsDamage.entries.map {
    link("damaged teams link", LinkError.DamagedTeamsLink(it), "what" to word(it.word()))
}

/** A screen for each thing that can be wrong with a name. */
internal fun nameProblems() = listOf(
    name("empty", NameError.Empty, ""),
    name("too long", NameError.TooLong(76UL, 64UL), LONG_NAME, "limit" to number(64), "over" to number(12)),
    name("invisible", NameError.Invisible(2UL), "El\u200Bfriede", "place" to number(3)),
    name("not allowed", NameError.NotAllowed("\u2620"), "Elfriede \u2620", "character" to text("\u2620")),
    state("name not taken", Screen.AskName("Elfriede", null, true), say("screen-name-not-taken")),
)

private fun link(problem: String, error: LinkError, vararg arguments: Pair<String, Argument>): State {
    val words = arguments.mapNotNull { (_, value) -> (value as? Argument.Word)?.v1 }
    return state(
        (listOf("link problem, $problem") + words).joinToString(", "),
        Screen.LinkProblem(error),
        say("link-error-${problem.replace(' ', '-')}", *arguments),
    )
}

private fun name(problem: String, error: NameError, typed: String, vararg arguments: Pair<String, Argument>) = state(
    "name problem, $problem",
    Screen.AskName(typed, error, false),
    say("name-error-${problem.replace(' ', '-')}", *arguments),
)

private fun Enum<*>.word() = name.lowercase().replace('_', '-')

/** A host is shown with at most 64 characters. */
private const val HOST = "call-support-and-remote-assistance.services.example-company.com"
private const val LONG_NAME = "Maria Magdalena Elfriede Hinterhuber-Oberhuber von und zu Lichtenstein-Waldburg"
