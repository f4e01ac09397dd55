package org.onecall.app.ui

import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performKeyInput
import androidx.compose.ui.test.pressKey
import androidx.compose.ui.test.runDesktopComposeUiTest
import org.junit.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** What every state tells somebody who cannot see it well, on every phone. */
@OptIn(ExperimentalTestApi::class)
class SemanticsTest {
    @Test
    fun `every state has exactly one heading, which is read out when it changes`() = inEveryState(LISTENERS) { nodes, _, where ->
        val heading = nodes.filter { SemanticsProperties.Heading in it.config }
        assertEquals(1, heading.size, "$where: headings")
        assertTrue(heading.single().words().isNotBlank(), "$where: the heading says nothing")
        assertEquals(LiveRegionMode.Polite, heading.single().liveRegion(), "$where: the heading changes silently")
    }

    @Test
    fun `all that the core says is on the screen and read out when it changes`() = inEveryState(LISTENERS) { nodes, said, where ->
        val readOut = nodes.filter { it.liveRegion() == LiveRegionMode.Polite }.map { it.words() }
        assertEquals(said.sorted(), readOut.sorted(), where)
    }

    @Test
    fun `all that can be pressed has a name and room for a thumb`() = inEveryState { nodes, _, where ->
        val pressed = nodes.filter { SemanticsActions.OnClick in it.config }
        assertTrue(pressed.isNotEmpty() || NOTHING_TO_PRESS.any(where::startsWith), "$where: there is no way on")
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

    @Test
    fun `what is read comes before what is pressed, and each from top to bottom of its pane`() = inEveryState(LISTENERS) { nodes, _, where ->
        val heading = nodes.first { SemanticsProperties.Heading in it.config }
        val read = nodes.filter { it.liveRegion() == LiveRegionMode.Polite }
        val pressed = nodes.filter { SemanticsActions.OnClick in it.config && !it.isAbove(heading) }
        val first = pressed.minOfOrNull(nodes::indexOf) ?: nodes.size
        assertTrue(first > nodes.indexOf(read.last()), "$where: a button is read before the sentence that it belongs to")
        for (ordered in listOf(read, pressed).flatMap { it.groupBy { node -> node.pane() }.values }) {
            // What is scrolled away lies below what stays in sight.
            val tops = ordered.filter { it.boundsInRoot.height > 0 }.map { it.positionInRoot.y }
            assertEquals(tops.sorted(), tops, "$where: the order is not that of the screen")
        }
    }

    @Test
    fun `the keyboard steps through all that can be typed in and pressed, in the order of the screen`() {
        val sentences = ResourceSentences(Language.ENGLISH)
        runDesktopComposeUiTest(Condition.LIGHT.width, Condition.LIGHT.height) {
            var state by mutableStateOf(STATES.first())
            setContent { key(state) { Drawn(state, Condition.LIGHT, sentences) } }
            for (next in STATES) {
                state = next
                waitForIdle()
                val wanted = nodes().filter { SemanticsActions.OnClick in it.config || SemanticsActions.SetText in it.config }
                val reached = wanted.map {
                    onRoot().performKeyInput { pressKey(Key.Tab) }
                    nodes().single { node -> node.config.getOrNull(SemanticsProperties.Focused) == true }.id
                }
                assertEquals(wanted.map { it.id }, reached, next.name)
            }
        }
    }

    /** The nodes that a screen reader steps through, what the core says, and what to call it if it is wrong. */
    private fun inEveryState(
        readers: List<Reader> = READERS,
        check: (List<SemanticsNode>, List<String>, String) -> Unit,
    ) {
        forEachDrawn(readers, STATES) { state, (condition, language), sentences ->
            check(nodes(), spoken(state, condition.says(sentences)), "${state.name}, $condition, $language")
        }
    }

    /** What stands together, one below the other, and is stepped through before what is beside it. */
    private fun SemanticsNode.pane() =
        generateSequence(this) { it.parent }.firstOrNull { it.config.getOrNull(SemanticsProperties.IsTraversalGroup) == true }?.id

    /** Beside the drawing, above the heading. */
    private fun SemanticsNode.isAbove(other: SemanticsNode) = positionInRoot.y + size.height <= other.positionInRoot.y

    /** While the customer scans, the app says what to do, and the core has nothing to say. */
    private fun spoken(state: State, sentences: Sentences) =
        when {
            state.slots.scanner != null -> listOf(sentences.label("app-scan"))
            state.slots.isScanRefused -> listOf(sentences.label("app-scan-refused"))
            state.stage !is Stage.Running -> listOf(page(state.stage, sentences, NoActions, state.slots).heading)
            !state.slots.canScan -> listOf(sentences.label("app-start-without-scan"))
            else -> state.shown.lines.map(sentences::say)
        }

    private fun SemanticsNode.words() = buildList {
        addAll(config.getOrNull(SemanticsProperties.ContentDescription).orEmpty())
        addAll(config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text })
    }.joinToString(" ")

    private fun SemanticsNode.liveRegion() = config.getOrNull(SemanticsProperties.LiveRegion)

    private fun SemanticsNode.family(): List<SemanticsNode> = listOf(this) + children.flatMap { it.family() }

    private companion object {
        /** In dp, which are pixels here. */
        const val THUMB = 48

        /** One waits, or closes the app. */
        val NOTHING_TO_PRESS = listOf("starting, ", "cannot start, ")

        /** To whom the shape of the phone matters no more than this. */
        val LISTENERS = listOf(
            Condition.LIGHT to Language.ENGLISH,
            Condition.LANDSCAPE to Language.ENGLISH,
            Condition.RIGHT_TO_LEFT to Language.ENGLISH,
            Condition.LARGE_TYPE to Language.GERMAN,
        )

        /** Every phone in English, and the two tightest in the language with the longest words and in one without spaces. */
        val READERS = Condition.entries.map { it to Language.ENGLISH } +
            listOf(Language.GERMAN, Language.JAPANESE).flatMap {
                listOf(Condition.NARROW to it, Condition.NARROW_LARGE_TYPE to it, Condition.LANDSCAPE_LARGE_TYPE to it)
            }
    }
}
