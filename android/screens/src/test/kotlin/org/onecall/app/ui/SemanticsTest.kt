package org.onecall.app.ui

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.runDesktopComposeUiTest
import androidx.compose.ui.text.TextLayoutResult
import org.junit.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** What every state tells somebody who cannot see it well, on every phone. */
@OptIn(ExperimentalTestApi::class)
class SemanticsTest {
    @Test
    fun `every state has exactly one heading, which is read out when it changes`() = inEveryState { nodes, _, where ->
        val heading = nodes.filter { SemanticsProperties.Heading in it.config }
        assertEquals(1, heading.size, "$where: headings")
        assertTrue(heading.single().words().isNotBlank(), "$where: the heading says nothing")
        assertEquals(LiveRegionMode.Polite, heading.single().liveRegion(), "$where: the heading changes silently")
    }

    @Test
    fun `all that the core says is on the screen and read out when it changes`() = inEveryState { nodes, said, where ->
        val readOut = nodes.filter { it.liveRegion() == LiveRegionMode.Polite }.map { it.words() }
        assertEquals(said, readOut, where)
    }

    @Test
    fun `all that can be pressed has a name and room for a thumb`() = inEveryState { nodes, _, where ->
        val pressed = nodes.filter { SemanticsActions.OnClick in it.config }
        assertTrue(pressed.isNotEmpty(), "$where: there is no way on")
        for (node in pressed) {
            assertTrue(node.words().isNotBlank(), "$where: something without a name can be pressed")
            assertTrue(node.size.width >= THUMB, "$where: \"${node.words()}\" is ${node.size.width} dp wide")
            assertTrue(node.size.height >= THUMB, "$where: \"${node.words()}\" is ${node.size.height} dp high")
        }
    }

    @Test
    fun `no word is cut off`() = inEveryState { nodes, _, where ->
        val texts = nodes.flatMap { it.family() }.filter { SemanticsProperties.Text in it.config }
        assertTrue(texts.isNotEmpty(), "$where: there is no text")
        for (node in texts) {
            val layout = node.layout()
            assertTrue(!layout.hasVisualOverflow, "$where: \"${node.words()}\" does not fit")
        }
    }

    /** The nodes that a screen reader steps through, what the core says, and what to call it if it is wrong. */
    private fun inEveryState(check: (List<SemanticsNode>, List<String>, String) -> Unit) {
        val sentences = ResourceSentences(Language.ENGLISH)
        for (condition in Condition.entries) {
            runDesktopComposeUiTest(condition.width, condition.height) {
                var state by mutableStateOf(STATES.first())
                setContent { Drawn(state, condition, sentences) }
                for (next in STATES) {
                    state = next
                    waitForIdle()
                    check(nodes(), spoken(next, condition.says(sentences)), "${next.name}, $condition")
                }
            }
        }
    }

    private fun ComposeUiTest.nodes() = onAllNodes(SemanticsMatcher("is anything") { true }).fetchSemanticsNodes()

    /** While the customer scans, the app says what to do, and the core has nothing to say. */
    private fun spoken(state: State, sentences: Sentences) =
        if (state.slots.scanner == null) state.shown.lines.map(sentences::say) else listOf(sentences.label("app-scan"))

    private fun SemanticsNode.words() = buildList {
        addAll(config.getOrNull(SemanticsProperties.ContentDescription).orEmpty())
        addAll(config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text })
    }.joinToString(" ")

    private fun SemanticsNode.liveRegion() = config.getOrNull(SemanticsProperties.LiveRegion)

    private fun SemanticsNode.family(): List<SemanticsNode> = listOf(this) + children.flatMap { it.family() }

    private fun SemanticsNode.layout(): TextLayoutResult {
        val layouts = mutableListOf<TextLayoutResult>()
        config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(layouts)
        return layouts.first()
    }

    private companion object {
        /** In dp, which are pixels here. */
        const val THUMB = 48
    }
}
