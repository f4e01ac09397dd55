package org.onecall.app.ui

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import org.onecall.core.Screen

/**
 * The whole app: a function of what the core shows, once there is one. It keeps nothing but what is being typed and how far the
 * customer has scrolled.
 *
 * [modifier] keeps the content clear of bars, cut-outs and the keyboard (`Modifier.safeDrawingPadding()`); the
 * background reaches below them all the same.
 */
@Composable
fun OneCallApp(
    stage: Stage,
    sentences: Sentences,
    actions: Actions,
    slots: Slots,
    modifier: Modifier = Modifier,
    dark: Boolean = isSystemInDarkTheme(),
) {
    // The core counts from when it said so.
    val since = remember(stage) { slots.now() }
    OneCallTheme(dark) {
        PageView(page(stage, sentences, actions, slots, since), modifier)
    }
}

/**
 * The system's back button. It takes the screen's own way out, the same that a button on it offers.
 *
 * False where there is none: hide the app then, which keeps its place in the lobby.
 */
fun goBack(screen: Screen, actions: Actions, slots: Slots): Boolean {
    val back = wayBack(screen, actions, slots) ?: return false
    back()
    return true
}
