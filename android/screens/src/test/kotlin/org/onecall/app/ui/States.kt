package org.onecall.app.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.ui.graphics.Brush
import androidx.compose.ui.graphics.Color
import org.onecall.core.Argument
import org.onecall.core.CallMode
import org.onecall.core.CameraAccess
import org.onecall.core.DeclineReason
import org.onecall.core.Feature
import org.onecall.core.Features
import org.onecall.core.InvitationChoice
import org.onecall.core.Message
import org.onecall.core.Named
import org.onecall.core.OverReason
import org.onecall.core.Phase
import org.onecall.core.Question
import org.onecall.core.Reason
import org.onecall.core.Screen
import org.onecall.core.Shown
import org.onecall.core.WaitReason
import org.onecall.core.Waiting
import org.onecall.core.Whereabouts

/** A state that a customer can be in, with what the core says in it. */
internal class State(
    val name: String,
    val shown: Shown,
    val slots: Slots = SLOTS,
    val stage: Stage = Stage.Running(shown),
) {
    /** What the core shows is drawn, and no page that the app has by itself. */
    val isCores get() = stage is Stage.Running && slots.scanner == null && !slots.isScanRefused
}

/** Every screen, and every state of it that says or offers something else. */
internal val STATES: List<State> by lazy { before() + linkProblems() + nameProblems() + lobby() + call() + after() }

private fun before() = listOf(
    state("start", Screen.Start, say("screen-start")),
    State("start with accounts", shown(Screen.Start, say("screen-start")), slots(account = Account.SIGNED_OUT)),
    State("start, signed in", shown(Screen.Start, say("screen-start")), slots(account = Account.SIGNED_IN)),
    State("start, cannot scan", shown(Screen.Start, say("screen-start")), slots(canScan = false)),
    State("scan", shown(Screen.Start, say("screen-start")), slots(isScanning = true)),
    State("scan, camera refused", shown(Screen.Start, say("screen-start")), slots(isScanRefused = true)),
    unstarted("starting", Stage.Starting),
    unstarted("cannot start", Stage.CannotStart(mayTryAgain = false)),
    unstarted("cannot start now", Stage.CannotStart(mayTryAgain = true)),
    state("choose", Screen.Choose(TWO_CHOICES, Whereabouts.NOWHERE), say("screen-choose", "count" to number(2))),
    state("ask name", Screen.AskName("", null, false), say("screen-ask-name")),
    state("ask name, known", Screen.AskName("Elfriede Hinterhuber", null, false), say("screen-ask-name")),
    State("ask name, accounts", shown(Screen.AskName("", null, false), say("screen-ask-name")), slots(account = Account.SIGNED_OUT)),
    rehearse(CameraAccess.NOT_ASKED, "screen-rehearse-ask"),
    rehearse(CameraAccess.UNKNOWN, "screen-rehearse-ask"),
    rehearse(CameraAccess.GRANTED, "screen-rehearse-ask"),
    rehearse(CameraAccess.DENIED, "screen-rehearse-denied"),
    rehearse(CameraAccess.MISSING, "screen-rehearse-missing"),
    state("teams client", Screen.TeamsClient("https://teams.microsoft.com/meet/0"), say("screen-teams-client")),
    state("update required", Screen.UpdateRequired("https://play.google.com/"), say("screen-update-required")),
    state("update required, no store", Screen.UpdateRequired(null), say("screen-update-required")),
)

/** Before there is a core: it shows nothing. */
private fun unstarted(name: String, stage: Stage) = State(name, shown(Screen.Start), SLOTS, stage)

private fun rehearse(camera: CameraAccess, id: String) =
    state("rehearse, ${camera.name.lowercase().replace('_', ' ')}", Screen.Rehearse(camera), say(id))

private fun lobby() = listOf(
    state("knocking", Screen.Knocking(null), say("screen-knocking")),
    state("knocking, unreachable", Screen.Knocking(4_000UL), say("screen-unreachable")),
    waiting("too early, a moment", WaitReason.TOO_EARLY, say("waiting-starts-at-once"), startsInMs = 20_000UL),
    waiting("too early, minutes", WaitReason.TOO_EARLY, starts("minutes", 12), startsInMs = 700_000UL),
    waiting("too early, hours", WaitReason.TOO_EARLY, starts("hours", 3), startsInMs = 10_000_000UL, whereabouts = Whereabouts.FAR_TOO_EARLY),
    waiting("too early, days", WaitReason.TOO_EARLY, starts("days", 2), startsInMs = 200_000_000UL, whereabouts = Whereabouts.FAR_TOO_EARLY),
    waiting("agent absent", WaitReason.AGENT_ABSENT),
    waiting("not yet noticed", WaitReason.NOT_YET_NOTICED),
    waiting("noticed", WaitReason.NOTICED),
    waiting("call taken", WaitReason.CALL_TAKEN),
    waiting("unknown", WaitReason.UNKNOWN),
    waiting("held", null),
    waiting("held with a message", null, agentSays(MESSAGE), message = MESSAGE),
    waiting("was asleep", WaitReason.NOTICED, say("waiting-was-asleep"), wasAsleep = true),
    waiting("reconnecting", WaitReason.NOTICED, say("waiting-reconnecting"), reconnecting = true),
    waiting(
        "everything at once",
        WaitReason.TOO_EARLY,
        starts("minutes", 12),
        agentSays(MESSAGE),
        say("waiting-was-asleep"),
        say("waiting-reconnecting"),
        startsInMs = 700_000UL,
        message = MESSAGE,
        wasAsleep = true,
        reconnecting = true,
    ),
    state(
        "waiting for Teams",
        Screen.Waiting(Waiting(WaitReason.UNKNOWN, "", null, null, wasAsleep = false, reconnecting = false)),
        say("waiting-unknown"),
    ),
    state("admitted", Screen.Admitted(AGENT), say("screen-admitted", "agent" to text(AGENT))),
)

private fun waiting(
    name: String,
    reason: WaitReason?,
    vararg lines: Message,
    startsInMs: ULong? = null,
    message: String? = null,
    wasAsleep: Boolean = false,
    reconnecting: Boolean = false,
    whereabouts: Whereabouts = Whereabouts.LOBBY,
) = state(
    "waiting, $name",
    Screen.Waiting(Waiting(reason, TWO_WORDS, message, startsInMs, wasAsleep, reconnecting)),
    *lines.filter { it.isTrouble }.toTypedArray(),
    say(if (reason == null) "waiting-held" else "waiting-${reason.name.lowercase().replace('_', '-')}"),
    *lines.filter { "starts" in it.id }.toTypedArray(),
    say("waiting-match-phrase", "phrase" to text(TWO_WORDS)),
    *lines.filter { "starts" !in it.id && !it.isTrouble }.toTypedArray(),
    whereabouts = whereabouts,
)

/** As the core has it, before all else. */
private val Message.isTrouble get() = "reconnecting" in id || "agent-away" in id

private fun starts(unit: String, count: Int) = say("waiting-starts-in-$unit", unit to number(count))

private fun agentSays(words: String) = say("waiting-agent-says", "text" to text(words))

private fun call() = listOf(
    inCall("with AR", CallMode.AR, "call-mode-ar"),
    inCall("on stills", CallMode.STILLS, "call-mode-stills"),
    inCall("AR lost", CallMode.AR_LOST, "call-mode-ar-lost"),
    inCall("reconnecting", CallMode.STILLS, "call-mode-stills", say("screen-reconnecting"), reconnecting = true),
    inCall(
        "agent away",
        CallMode.AR,
        "call-mode-ar",
        say("screen-agent-away", "agent" to text(AGENT)),
        agentPresent = false,
    ),
    state("in meeting", Screen.InMeeting, say("screen-in-meeting")),
    state("ask, end call", Screen.Ask(Question.END_CALL), say("question-end-call")),
    state("ask, leave meeting", Screen.Ask(Question.LEAVE_MEETING), say("question-leave-meeting")),
    state(
        "ask, leave for new invitation",
        Screen.Ask(Question.LEAVE_FOR_NEW_INVITATION),
        say("question-leave-for-new-invitation"),
    ),
    fallback("fallback in the lobby", Phase.LOBBY),
    fallback("fallback in the call", Phase.CALL),
)

private fun inCall(
    name: String,
    mode: CallMode,
    modeId: String,
    vararg lines: Message,
    agentPresent: Boolean = true,
    reconnecting: Boolean = false,
) = state(
    "in call, $name",
    Screen.InCall(AGENT, agentPresent, mode, FEATURES, reconnecting),
    *lines.filter { it.isTrouble }.toTypedArray(),
    say("screen-in-call", "agent" to text(AGENT)),
    say(modeId),
    *lines.filter { !it.isTrouble }.toTypedArray(),
)

private fun after() = listOf(
    over("call over", OverReason.CallOver),
    over("you left", OverReason.YouLeft),
    over("you left the lobby", OverReason.YouLeftTheLobby, mayKnockAgain = true),
    over("removed", OverReason.Removed),
    over("slept too long", OverReason.SleptTooLong, mayKnockAgain = true),
    over("moved", OverReason.Moved),
    over("declined not expected", OverReason.Declined(DeclineReason.NOT_EXPECTED)),
    over("declined not now", OverReason.Declined(DeclineReason.NOT_NOW), mayKnockAgain = true),
    over("declined wrong link", OverReason.Declined(DeclineReason.WRONG_LINK)),
    over("declined unsaid", OverReason.Declined(DeclineReason.UNSAID)),
    over("link dead", OverReason.LinkDead),
    over("lobby full", OverReason.LobbyFull, mayKnockAgain = true),
    over("nobody came", OverReason.NobodyCame, mayKnockAgain = true),
    over("meeting failed", OverReason.MeetingFailed, mayKnockAgain = true),
    over("unknown", OverReason.Unknown, mayKnockAgain = true),
    fallback("over, in words we do not know", Phase.OVER),
    fallback("over, unknown, once more", Phase.OVER, mayKnockAgain = true),
)

private fun fallback(name: String, phase: Phase, mayKnockAgain: Boolean = false) = state(
    name,
    Screen.Fallback(SENTENCE, mayKnockAgain, phase),
    *listOfNotNull(
        say("screen-fallback", "sentence" to text(SENTENCE)),
        if (mayKnockAgain) say("screen-may-knock-again") else null,
    ).toTypedArray(),
)

private fun over(name: String, reason: OverReason, mayKnockAgain: Boolean = false) = state(
    "over, $name",
    Screen.Over(reason, mayKnockAgain),
    *listOfNotNull(
        say("over-${name.replace(' ', '-')}"),
        if (mayKnockAgain && reason !is OverReason.LobbyFull) say("screen-may-knock-again") else null,
    ).toTypedArray(),
)

internal fun state(
    name: String,
    screen: Screen,
    vararg lines: Message,
    whereabouts: Whereabouts = Whereabouts.NOWHERE,
) = State(name, shown(screen, *lines, whereabouts = whereabouts))

private fun shown(screen: Screen, vararg lines: Message, whereabouts: Whereabouts = Whereabouts.NOWHERE) =
    Shown(kindOf(screen), screen, whereabouts, lines.toList())

/** `AskName` → `ask-name`. */
private fun kindOf(screen: Screen) =
    checkNotNull(screen::class.simpleName).replace(Regex("(?<=[a-z])(?=[A-Z])"), "-").lowercase()

internal fun say(id: String, vararg arguments: Pair<String, Argument>) =
    Message(id, arguments.map { (name, value) -> Named(name, value) })

internal fun text(text: String) = Argument.Text(text)

internal fun number(number: Int) = Argument.Number(number.toULong())

internal fun word(word: String) = Argument.Word(word)

internal fun slots(
    isScanning: Boolean = false,
    isScanRefused: Boolean = false,
    canScan: Boolean = true,
    account: Account = Account.NONE,
) = Slots(
    scanner = if (isScanning) ({ Box(it.background(SCENE)) }) else null,
    isScanRefused = isScanRefused,
    video = { Box(it.background(SCENE)) },
    meeting = { Box(it.background(SCENE)) },
    canScan = canScan,
    account = account,
    operator = OPERATOR,
    now = { NOW },
)

/** Stands for what a camera sees. */
private val SCENE = Brush.linearGradient(listOf(Color(0xFF37474F), Color(0xFF90A4AE), Color(0xFF455A64)))
private val SLOTS = slots()
private val ANYTHING = Feature(true, Reason.EVERYONE)
private val FEATURES =
    Features(ANYTHING, ANYTHING, ANYTHING, ANYTHING, ANYTHING, ANYTHING, ANYTHING, ANYTHING, ANYTHING)
internal val TWO_LINKS = listOf(
    "https://call.example.org/j/4F6GT9K2MXQWERTYAB7CD3E5H1Z",
    "https://call.example.org/j/ZX81N0PR5STV3WY7M2KJ8H4G62Q",
)
private val TWO_CHOICES = listOf(
    InvitationChoice("call.example.org", "CD3E\u00A05H1Z"),
    InvitationChoice("call.example.org", "J8H4\u00A0G62Q"),
)
internal const val OPERATOR = "Example Help"

/** A Wednesday in November of 2026, at a quarter past two. */
internal const val NOW = 1_795_616_100_000L
private const val AGENT = "Maximiliane Oberhuber"
internal const val TWO_WORDS = "amber lantern"
internal const val MESSAGE = "I am still with another customer. It will take about ten minutes, then I am all yours."
private const val SENTENCE = "The workshop has closed for today. You will be called back tomorrow morning."
