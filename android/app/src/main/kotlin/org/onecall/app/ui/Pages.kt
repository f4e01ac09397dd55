package org.onecall.app.ui

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import org.onecall.core.Argument
import org.onecall.core.CameraAccess
import org.onecall.core.Message
import org.onecall.core.OverReason
import org.onecall.core.Phase
import org.onecall.core.Question
import org.onecall.core.Screen
import org.onecall.core.Shown
import org.onecall.core.Whereabouts

/** What is drawn for what the core shows. The only table of the app: one line a screen. */
internal fun page(
    stage: Stage,
    sentences: Sentences,
    actions: Actions,
    slots: Slots,
    since: Long = slots.now(),
): Page =
    when {
        slots.scanner != null -> scanning(slots, sentences, actions)
        slots.isScanRefused -> scanRefused(sentences, actions)
        else -> when (stage) {
            is Stage.Starting -> starting(sentences)
            is Stage.CannotStart -> cannotStart(stage, sentences, actions)
            is Stage.Running -> Pages(stage.shown, sentences, actions, slots, since).page()
        }
    }

/** The screen's own way out for the system's back button; none where it only hides the app. */
internal fun wayBack(screen: Screen, actions: Actions, slots: Slots): (() -> Unit)? =
    when {
        slots.scanner != null || slots.isScanRefused -> actions::stopScan
        else -> when (screen) {
            is Screen.LinkProblem, is Screen.Choose, is Screen.AskName, is Screen.Rehearse, is Screen.TeamsClient,
            is Screen.Over, is Screen.UpdateRequired,
            -> actions::dismiss
            // Asks before anything is lost.
            is Screen.InCall, is Screen.InMeeting -> actions::leave
            is Screen.Ask -> {
                { actions.confirm(false) }
            }
            is Screen.Fallback -> when (screen.phase) {
                Phase.LOBBY -> null
                Phase.CALL -> actions::leave
                Phase.OVER -> actions::dismiss
            }
            // A place in the lobby is not lost to a slip of the thumb.
            is Screen.Start, is Screen.Knocking, is Screen.Waiting, is Screen.Admitted -> null
        }
    }

private class Pages(
    private val shown: Shown,
    private val sentences: Sentences,
    private val actions: Actions,
    private val slots: Slots,
    /** When the core said so, in milliseconds since 1970. */
    private val since: Long,
) {
    fun page(): Page = when (val screen = shown.screen) {
        is Screen.Start -> start()
        is Screen.LinkProblem -> page(Art.WARNING, primary = button("try-again", actions::dismiss))
        is Screen.Choose -> page(Art.LINK, choices = choices(screen), other = button("none-of-these", actions::dismiss))
        is Screen.AskName -> askName(screen)
        is Screen.Rehearse -> rehearse(screen.camera)
        is Screen.Knocking ->
            page(Art.DOOR, from = slots.operator, busy = true, other = button("cancel", actions::leave))
        is Screen.Waiting ->
            page(
                waitingArt(screen),
                from = slots.operator,
                added = if (shown.whereabouts == Whereabouts.FAR_TOO_EARLY) "app-come-back-then" else "app-android-keep-open",
                other = button("leave-lobby", actions::leave),
            )
        is Screen.Admitted -> page(Art.DOOR, busy = true, other = ending("end-call", actions::leave))
        is Screen.InCall -> page(Art.CAMERA, picture = slots.video, other = ending("end-call", actions::leave))
        is Screen.InMeeting -> page(Art.CAMERA, picture = slots.meeting, other = ending("leave-meeting", actions::leave))
        is Screen.TeamsClient ->
            page(Art.WINDOW, primary = button("open-teams", actions::open), other = button("back", actions::dismiss))
        is Screen.Ask -> ask(screen.v1)
        is Screen.Over -> over(overArt(screen.reason), screen.mayKnockAgain)
        is Screen.Fallback -> fallback(screen)
        is Screen.UpdateRequired ->
            if (screen.store == null) {
                page(Art.UPDATE, primary = button("close", actions::dismiss))
            } else {
                page(Art.UPDATE, primary = button("open-store", actions::open), other = button("close", actions::dismiss))
            }
    }

    private fun start() = page(
        Art.LINK,
        heading = if (slots.canScan) null else sentences.label("app-start-without-scan"),
        from = slots.operator,
        field = Field(
            label = sentences.label("app-field-code"),
            typed = "",
            isWrong = false,
            digits = true,
            submitLabel = sentences.label("app-button-go-on"),
            submit = actions::type,
        ),
        primary = button("paste", actions::paste, Art.LINK),
        other = if (slots.canScan) button("scan", actions::scan, Art.CODE) else null,
        corner = if (slots.account == Account.SIGNED_IN) button("sign-out", actions::signOut) else signIn(),
    )

    /** Who came by a link has not seen the first screen, where one signs in otherwise. */
    private fun askName(screen: Screen.AskName) = page(
        Art.PERSON,
        from = slots.operator,
        field = nameField(screen),
        other = button("cancel", actions::dismiss),
        corner = signIn(),
    )

    private fun signIn() =
        if (slots.account == Account.SIGNED_OUT) button("sign-in", actions::signIn) else null

    private fun choices(screen: Screen.Choose) = screen.choices.mapIndexed { index, choice ->
        Choice(choice.text, choice.end?.let { "…\u00A0$it" }) { actions.choose(index) }
    }

    private fun nameField(screen: Screen.AskName) = Field(
        label = sentences.label("app-field-name"),
        typed = screen.suggestion,
        isWrong = screen.problem != null || screen.notTaken,
        digits = false,
        submitLabel = sentences.label("app-button-go-on"),
        submit = actions::name,
    )

    private fun rehearse(camera: CameraAccess) = when (camera) {
        CameraAccess.DENIED -> page(
            Art.CAMERA_OFF,
            primary = button("open-settings", actions::openSettings),
            other = button("without-camera", actions::goOn),
        )
        CameraAccess.MISSING -> page(
            Art.CAMERA_OFF,
            primary = button("without-camera", actions::goOn),
            other = button("cancel", actions::dismiss),
        )
        // Nothing is left to be asked; the core goes on by itself.
        CameraAccess.GRANTED -> page(
            Art.CAMERA,
            primary = button("go-on", actions::goOn),
            other = button("cancel", actions::dismiss),
        )
        CameraAccess.NOT_ASKED, CameraAccess.UNKNOWN -> page(
            Art.CAMERA,
            primary = button("allow-camera", actions::allowCamera, Art.CAMERA),
            other = button("without-camera", actions::goOn),
        )
    }

    private fun ask(question: Question): Page {
        val (yes, no) = when (question) {
            Question.END_CALL -> "end-call-yes" to "end-call-no"
            Question.LEAVE_MEETING -> "leave-meeting-yes" to "leave-meeting-no"
            Question.LEAVE_FOR_NEW_INVITATION -> "new-call-yes" to "new-call-no"
        }
        return page(
            Art.HANDSET,
            primary = ending(yes) { actions.confirm(true) },
            other = button(no, { actions.confirm(false) }),
        )
    }

    private fun over(art: Art, mayKnockAgain: Boolean): Page {
        val close = button("close", actions::dismiss)
        return if (mayKnockAgain) {
            page(art, primary = button("knock-again", actions::knockAgain, Art.DOOR), other = close)
        } else {
            page(art, primary = close)
        }
    }

    /** In the words of the service, wherever the customer stands. */
    private fun fallback(screen: Screen.Fallback) = when (screen.phase) {
        Phase.LOBBY -> page(Art.DOOR, from = slots.operator, other = button("leave-lobby", actions::leave))
        Phase.CALL -> page(Art.DOOR, other = ending("end-call", actions::leave))
        Phase.OVER -> over(Art.DOOR, screen.mayKnockAgain)
    }

    private fun page(
        art: Art,
        heading: String? = null,
        from: String? = null,
        /** The label that stands below what the core says. */
        added: String? = null,
        busy: Boolean = false,
        field: Field? = null,
        choices: List<Choice> = emptyList(),
        primary: Button? = null,
        other: Button? = null,
        corner: Button? = null,
        picture: (@Composable (Modifier) -> Unit)? = null,
    ) = Page(
        kind = shown.kind,
        art = art,
        heading = heading ?: shown.lines.firstOrNull()?.let(sentences::say).orEmpty(),
        from = from,
        lines = shown.lines.drop(1).map(::line) + listOfNotNull(added?.let { Line(sentences.label(it), Look.ADDED) }),
        busy = busy,
        field = field,
        choices = choices,
        primary = primary,
        other = other,
        corner = corner,
        picture = picture,
    )

    private fun line(message: Message) = when (message.id) {
        "waiting-agent-says" -> Line(sentences.say(message), Look.QUOTED)
        "waiting-match-phrase" -> Line(
            sentences.say(message),
            Look.READ_OUT,
            spoken = message.text("phrase"),
            more = sentences.label("app-read-out"),
            brief = sentences.label("app-read-out-when-asked"),
        )
        "waiting-starts-in-minutes", "waiting-starts-in-hours", "waiting-starts-in-days" ->
            Line(sentences.say(message), more = startsAt())
        else -> Line(sentences.say(message))
    }

    /** For those who look at a clock rather than count. */
    private fun startsAt(): String? {
        val startsIn = (shown.screen as? Screen.Waiting)?.v1?.startsInMs ?: return null
        return sentences.label("app-starts-at") + " " + sentences.moment(nearestMinute(since + startsIn.toLong()))
    }

    private fun button(id: String, press: () -> Unit, art: Art? = null) =
        Button(sentences.label("app-button-$id"), art = art, press = press)

    private fun ending(id: String, press: () -> Unit) =
        Button(sentences.label("app-button-$id"), Weight.FINAL, Art.HANDSET, press)
}

private fun waitingArt(screen: Screen.Waiting) = if (screen.v1.startsInMs == null) Art.DOOR else Art.CLOCK

private fun overArt(reason: OverReason) = when (reason) {
    is OverReason.CallOver, is OverReason.YouLeft, is OverReason.Moved, is OverReason.YouLeftTheLobby -> Art.CHECK
    is OverReason.LinkDead -> Art.LINK
    is OverReason.SleptTooLong, is OverReason.NobodyCame, is OverReason.LobbyFull -> Art.CLOCK
    is OverReason.MeetingFailed -> Art.WARNING
    is OverReason.Declined, is OverReason.Removed, is OverReason.Unknown -> Art.HANDSET
}

private fun nearestMinute(at: Long) = (at + MINUTE_MS / 2) / MINUTE_MS * MINUTE_MS

/** The text of an argument of this name. */
private fun Message.text(name: String): String? =
    arguments.firstOrNull { it.name == name }?.value?.let { (it as? Argument.Text)?.v1 }

private const val MINUTE_MS = 60_000L
