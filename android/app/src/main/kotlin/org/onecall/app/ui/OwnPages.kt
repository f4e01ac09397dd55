package org.onecall.app.ui

// Pages that the app has by itself: the core knows nothing of them.

internal fun scanning(slots: Slots, sentences: Sentences, actions: Actions) = Page(
    kind = "scan",
    art = Art.CODE,
    heading = sentences.label("app-scan"),
    picture = slots.scanner,
    other = Button(sentences.label("app-button-cancel"), press = actions::stopScan),
)

/** Unlike the rehearsal, from which one goes on without a camera, this leads back to the other ways in. */
internal fun scanRefused(sentences: Sentences, actions: Actions) = Page(
    kind = "scan",
    art = Art.CAMERA_OFF,
    heading = sentences.label("app-scan-refused"),
    primary = Button(sentences.label("app-button-open-settings"), press = actions::openSettings),
    other = Button(sentences.label("app-button-back"), press = actions::stopScan),
)

internal fun starting(sentences: Sentences) = Page(
    kind = "starting",
    art = Art.CLOCK,
    heading = sentences.label("app-android-starting"),
    busy = true,
)

internal fun cannotStart(stage: Stage.CannotStart, sentences: Sentences, actions: Actions): Page {
    // Otherwise whoever built the app is to mend it, and nothing can be tried again.
    val again = Button(sentences.label("app-button-try-again"), press = actions::startAgain).takeIf { stage.mayTryAgain }
    val what = if (stage.mayTryAgain) "app-android-no-system" else "app-android-cannot-start"
    return Page(kind = "cannot-start", art = Art.WARNING, heading = sentences.label(what), primary = again)
}
