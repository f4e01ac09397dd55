package org.onecall.app.ui

import androidx.compose.material3.ColorScheme
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.luminance
import org.junit.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** The colours of the theme, as WCAG measures them. */
class ContrastTest {
    private val themes = mapOf("light" to LightColours, "dark" to DarkColours)

    @Test
    fun `black on white has the greatest contrast there is`() {
        assertEquals(21f, contrast(Color.Black, Color.White), 0.01f)
        assertEquals(1f, contrast(Color.White, Color.White))
    }

    @Test
    fun `every text stands out from what is behind it`() = inBoth(TEXT_AT_LEAST) {
        listOf(
            "a heading or a sentence" to (onBackground to background),
            "what is typed" to (onSurface to background),
            "the label of a field" to (onSurfaceVariant to background),
            "a button that fills" to (onPrimary to primary),
            "a button that does not, a choice, the label of a field in use" to (primary to background),
            "a final button that fills" to (onError to error),
            "a final button that does not, the label of a wrong field" to (error to background),
            "what the agent says" to (onSurfaceVariant to surfaceVariant),
            "what is read out to the agent" to (onSecondaryContainer to secondaryContainer),
        )
    }

    @Test
    fun `every line and drawing stands out from what is behind it`() = inBoth(DRAWING_AT_LEAST) {
        listOf(
            "a drawing" to (onPrimaryContainer to primaryContainer),
            "the frame of a field or a choice" to (outline to background),
            "the circle of something under way" to (primary to background),
        )
    }

    private fun inBoth(atLeast: Float, pairs: ColorScheme.() -> List<Pair<String, Pair<Color, Color>>>) {
        for ((theme, colours) in themes) {
            for ((what, pair) in colours.pairs()) {
                val measured = contrast(pair.first, pair.second)
                assertTrue(measured >= atLeast, "$what in the $theme theme: $measured")
            }
        }
    }

    private fun contrast(one: Color, other: Color): Float {
        val (darker, lighter) = listOf(one.luminance(), other.luminance()).sorted()
        return (lighter + PALE) / (darker + PALE)
    }

    private companion object {
        const val TEXT_AT_LEAST = 4.5f
        const val DRAWING_AT_LEAST = 3f

        /** Of WCAG's formula: the light that even black reflects. */
        const val PALE = 0.05f
    }
}
