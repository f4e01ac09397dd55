package org.onecall.app.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.LayoutDirection
import org.onecall.core.Argument
import org.onecall.core.Message

/** What a customer's phone may be like; a pixel is a dp. */
internal enum class Condition(
    val width: Int = 360,
    val height: Int = 720,
    val dark: Boolean = false,
    val fontScale: Float = 1f,
    val direction: LayoutDirection = LayoutDirection.Ltr,
) {
    LIGHT,
    DARK(dark = true),
    LARGE_TYPE(fontScale = 2f),
    RIGHT_TO_LEFT(direction = LayoutDirection.Rtl),
    LANDSCAPE(width = 720, height = 360),
    NARROW(width = 320, height = 568),
    NARROW_LARGE_TYPE(width = 320, height = 568, fontScale = 2f),
    LANDSCAPE_LARGE_TYPE(width = 640, height = 360, fontScale = 2f),
    TABLET(width = 1024, height = 768),
    ;

    /** The sentences, as they are said on this phone. */
    fun says(sentences: Sentences) = if (direction == LayoutDirection.Rtl) RightToLeft(sentences) else sentences
}

/** The app in a state, on such a phone. */
@Composable
internal fun Drawn(state: State, condition: Condition, sentences: Sentences, actions: Actions = NoActions) {
    CompositionLocalProvider(
        LocalDensity provides Density(1f, condition.fontScale),
        LocalLayoutDirection provides condition.direction,
    ) {
        OneCallApp(
            state.stage,
            condition.says(sentences),
            actions,
            state.slots,
            dark = condition.dark,
        )
    }
}

/** Stands for a language that is written from right to left: none of ours is. */
private class RightToLeft(private val sentences: Sentences) : Sentences {
    /** The two words are one piece of a sentence in these languages too. */
    override fun say(message: Message): String {
        val said = sentences.say(message)
        val phrase = message.arguments.firstOrNull { it.name == "phrase" }?.value as? Argument.Text ?: return turned(said)
        return said.split(phrase.v1).joinToString(phrase.v1) { turned(it) }
    }

    override fun label(id: String) = turned(sentences.label(id))

    override fun moment(at: Long) = sentences.moment(at)

    private fun turned(text: String) = text.split(' ').joinToString(" ") { "\u202E$it\u202C" }.let { "\u200F$it" }
}

internal object NoActions : Actions {
    override fun paste() = Unit

    override fun scan() = Unit

    override fun stopScan() = Unit

    override fun type(text: String) = Unit

    override fun name(text: String) = Unit

    override fun allowCamera() = Unit

    override fun openSettings() = Unit

    override fun goOn() = Unit

    override fun choose(index: Int) = Unit

    override fun leave() = Unit

    override fun confirm(yes: Boolean) = Unit

    override fun knockAgain() = Unit

    override fun dismiss() = Unit

    override fun open() = Unit

    override fun signIn() = Unit

    override fun signOut() = Unit

    override fun startAgain() = Unit
}
