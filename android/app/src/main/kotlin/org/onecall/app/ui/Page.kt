package org.onecall.app.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.Immutable
import androidx.compose.ui.Modifier

/**
 * One screen, in words: what it says and what can be done. Every screen of the app is one of these and is drawn by
 * the same [PageView], so that a heading that changes is the same heading to a screen reader, which then says it.
 */
@Immutable
internal class Page(
    /** The screen's name in logs and tests. */
    val kind: String,
    val art: Art,
    val heading: String,
    /** The organisation that invites. */
    val from: String? = null,
    val lines: List<Line> = emptyList(),
    /** Something is on its way and needs nothing from the customer. */
    val busy: Boolean = false,
    val field: Field? = null,
    val choices: List<Choice> = emptyList(),
    /** The one thing to do next. */
    val primary: Button? = null,
    /** At most one other way on. */
    val other: Button? = null,
    /** Small, beside the title: what most never need. */
    val corner: Button? = null,
    /** Takes the room between words and buttons. */
    val picture: (@Composable (Modifier) -> Unit)? = null,
)

/** A sentence below the heading. */
@Immutable
internal data class Line(
    val text: String,
    val look: Look = Look.PLAIN,
    /** The part of [text] that is to be read out. */
    val spoken: String? = null,
    /** What the app adds to the core's sentence. */
    val more: String? = null,
    /** Stands for [more], and for what introduces [spoken], where there is little room. */
    val brief: String? = null,
)

internal enum class Look {
    PLAIN,

    /** Somebody else's words. */
    QUOTED,

    /** The app's own: the core says nothing of it. */
    ADDED,

    /** What the customer reads out to the agent. */
    READ_OUT,
}

/** Where something is typed. */
@Immutable
internal class Field(
    val label: String,
    /** What is in it already. */
    val typed: String,
    /** What was typed is not right; the heading says why. */
    val isWrong: Boolean,
    val digits: Boolean,
    val submitLabel: String,
    val submit: (String) -> Unit,
)

/** One of several invitations: where it leads, and by what it is told from the others. */
@Immutable
internal class Choice(val text: String, val end: String?, val choose: () -> Unit)

@Immutable
internal class Button(
    val label: String,
    val weight: Weight = Weight.NORMAL,
    val art: Art? = null,
    val press: () -> Unit,
)

internal enum class Weight {
    NORMAL,

    /** What cannot be taken back. */
    FINAL,
}
