package org.onecall.app.ui

import androidx.compose.runtime.Immutable

/** How much room the window leaves for words. */
@Immutable
internal class Room(
    /** Low and wide: the buttons stand beside the words. */
    val isLow: Boolean,
    /** The buttons stand below the words, and leave few lines. */
    val isShort: Boolean,
    /** The type is large. */
    val isTight: Boolean,
)
