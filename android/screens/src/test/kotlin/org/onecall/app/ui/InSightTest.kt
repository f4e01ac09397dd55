package org.onecall.app.ui

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.text.TextLayoutResult
import org.junit.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** What a customer must see without scrolling, on the smallest phone with the largest type. */
@OptIn(ExperimentalTestApi::class)
class InSightTest {
    @Test
    fun `the two words stand in one line, large and in sight`() = where({ "waiting," in it.name }) { nodes, name ->
        val words = nodes.single { it.text().replace('\u00A0', ' ') == TWO_WORDS }
        assertTrue(words.isWhole(), "$name: the two words are cut off")
        assertEquals(1, words.layout().lineCount, "$name: the two words are torn apart")
        val others = nodes.filter { SemanticsProperties.Text in it.config && it.id != words.id }
        val size = words.layout().height()
        assertTrue(others.none { !it.isHeading() && it.layout().height() > size }, "$name: the two words are small")
    }

    @Test
    fun `what went wrong in the call is the first thing to be read`() =
        where({ it.name == "in call, reconnecting" || it.name == "in call, agent away" }) { nodes, name ->
            val heading = nodes.single { it.isHeading() }
            val urgent = STATES.single { name.startsWith(it.name + ",") }.shown.lines.first()
            assertTrue("screen-" in urgent.id)
            assertTrue(nodes.none { it.positionInRoot.y < heading.positionInRoot.y && it.isRead() }, name)
            assertTrue(heading.isWhole(), "$name: \"${heading.text()}\" is cut off")
        }

    @Test
    fun `a name that is to be mended is in sight`() = where({ "name problem" in it.name }) { nodes, name ->
        assertTrue(nodes.single { SemanticsActions.SetText in it.config }.isWhole(), "$name: the field is cut off")
    }

    @Test
    fun `who invites is named before the call`() = where({ it.isCores && it.shown.kind in BEFORE_THE_CALL }) { nodes, name ->
        assertTrue(nodes.single { it.text() == OPERATOR }.isWhole(), "$name: who invites is cut off")
    }

    /** All that is drawn, in each state that is meant, where there is least room. */
    private fun where(isMeant: (State) -> Boolean, check: (List<SemanticsNode>, String) -> Unit) {
        val states = STATES.filter(isMeant)
        assertTrue(states.isNotEmpty())
        forEachDrawn(TIGHTEST, states) { state, (condition, language), _ ->
            check(nodes(apart = true), "${state.name}, in $language on $condition")
        }
    }

    private fun SemanticsNode.text() = config.getOrNull(SemanticsProperties.Text).orEmpty().joinToString(" ") { it.text }

    private fun SemanticsNode.isHeading() = SemanticsProperties.Heading in config

    private fun SemanticsNode.isRead() = SemanticsProperties.LiveRegion in config

    /** Nothing of it is scrolled away, or cut by what it stands in. */
    private fun SemanticsNode.isWhole() = boundsInRoot.height >= size.height && boundsInRoot.width >= size.width

    /** Of its letters. */
    private fun TextLayoutResult.height() = layoutInput.run { style.fontSize.value * density.fontScale }

    private companion object {
        val BEFORE_THE_CALL = setOf("start", "ask-name", "knocking", "waiting")

        val TIGHTEST = Language.entries.flatMap { language ->
            listOf(Condition.NARROW_LARGE_TYPE, Condition.LANDSCAPE_LARGE_TYPE).map { it to language }
        } + listOf(Condition.LIGHT, Condition.RIGHT_TO_LEFT, Condition.LANDSCAPE, Condition.TABLET).map { it to Language.ENGLISH }
    }
}
