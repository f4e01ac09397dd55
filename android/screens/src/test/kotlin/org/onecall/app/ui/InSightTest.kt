package org.onecall.app.ui

import androidx.compose.ui.graphics.toPixelMap
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.onRoot
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
    fun `what the two words are for stands with them, in the largest type`() =
        where({ "waiting," in it.name }, LARGEST) { nodes, name ->
            val asked = label("app-read-out-when-asked", name)
            assertTrue(nodes.single { it.text() == asked }.isWhole(), "$name: \"$asked\" is cut off")
            assertTrue(nodes.none { it.text() == label("app-read-out", name) }, name)
        }

    @Test
    fun `the beginning of what the agent writes is in sight`() =
        where({ it.name == "waiting, held with a message" }, SMALL) { nodes, name ->
            val message = nodes.single { it.isRead() && MESSAGE.take(20) in it.text() }
            assertTrue(message.shows(0), "$name: the agent's message is out of sight")
        }

    @Test
    fun `the time of the start is in sight`() =
        where({ "too early, " in it.name && "moment" !in it.name }, SMALL) { nodes, name ->
            val time = nodes.single { CLOCK.containsMatchIn(it.text()) }
            assertTrue(time.shows(CLOCK.find(time.text())!!.range.first), "$name: \"${time.text()}\" is out of sight")
        }

    @Test
    fun `that one may come back then is in sight where the start is hours away`() =
        where({ it.name == "waiting, too early, hours" }, SMALL) { nodes, name ->
            val back = label("app-come-back-then", name)
            assertTrue(nodes.single { it.text() == back }.shows(0), "$name: \"$back\" is out of sight")
        }

    @Test
    fun `signing in is one line, and leaves the heading its room`() = where({ page(it).corner != null }, SMALL + LARGEST) { nodes, name ->
        val corner = nodes.single { SemanticsActions.GetTextLayoutResult in it.config && it.text() in SIGNING }
        assertEquals(1, corner.layout().lineCount, "$name: \"${corner.text()}\" is broken")
        val heading = nodes.single { it.isHeading() }
        assertTrue(heading.shows(0), "$name: \"${heading.text()}\" is squeezed out")
        if (LARGEST.none { (phone, _) -> name.endsWith(" on $phone") }) assertTrue(heading.shows(heading.text().length - 1), name)
    }

    @Test
    fun `no sentence is written larger than its heading`() = where({ page(it).lines.isNotEmpty() }, LARGEST) { nodes, name ->
        val heading = nodes.single { it.isHeading() }.layout().height()
        val spoken = nodes.filter { it.text().replace('\u00A0', ' ') == TWO_WORDS }
        for (node in nodes.filter { SemanticsActions.GetTextLayoutResult in it.config } - spoken.toSet()) {
            if (node.isButtons()) continue
            assertTrue(node.layout().height() <= heading, "$name: \"${node.text()}\" is larger than the heading")
        }
    }

    @Test
    fun `an arrow says that there is more below than the margin`() {
        var cut = 0
        forEachDrawn(OVERFLOWING, STATES) { state, (condition, language), _ ->
            val scrolls = nodes(apart = true).first { it.scroll() != null }
            val margin = with(scrolls.layoutInfo.density) { EDGE.roundToPx() }
            val isMore = scrolls.scroll()!!.run { maxValue() - value() > margin }
            val (left, bottom) = scrolls.boundsInRoot.run { center.x.toInt() to bottom.toInt() }
            val pixels = onRoot().captureToImage().toPixelMap()
            val isArrow = (bottom - ARROW until bottom).any { pixels[left, it] == LightColours.primary }
            assertEquals(isMore, isArrow, "${state.name}, in $language on $condition")
            if (isMore) cut++
        }
        assertTrue(cut > 0)
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
    private fun where(
        isMeant: (State) -> Boolean,
        readers: List<Reader> = TIGHTEST,
        check: (List<SemanticsNode>, String) -> Unit,
    ) {
        val states = STATES.filter(isMeant)
        assertTrue(states.isNotEmpty())
        forEachDrawn(readers, states) { state, (condition, language), _ ->
            check(nodes(apart = true), "${state.name}, in $language on $condition")
        }
    }

    private fun SemanticsNode.text() = config.getOrNull(SemanticsProperties.Text).orEmpty().joinToString(" ") { it.text }

    private fun SemanticsNode.isHeading() = SemanticsProperties.Heading in config

    private fun SemanticsNode.isRead() = SemanticsProperties.LiveRegion in config

    /** Nothing of it is scrolled away, or cut by what it stands in. */
    private fun SemanticsNode.isWhole() = boundsInRoot.height >= size.height && boundsInRoot.width >= size.width

    /** The line with this letter is whole, and clear of what pales above an edge below which there is more. */
    private fun SemanticsNode.shows(letter: Int): Boolean {
        val around = generateSequence(this) { it.parent }.first { it.scroll() != null }
        val isMore = around.scroll()!!.run { value() < maxValue() }
        val end = around.boundsInRoot.bottom - if (isMore) FADE.value else 0f
        val layout = layout()
        return positionInRoot.y + layout.getLineBottom(layout.getLineForOffset(letter)) <= end
    }

    private fun SemanticsNode.scroll() = config.getOrNull(SemanticsProperties.VerticalScrollAxisRange)

    private fun SemanticsNode.isButtons() = generateSequence(this) { it.parent }.any { SemanticsActions.OnClick in it.config }

    /** In the language of this state's name. */
    private fun label(id: String, name: String) = ResourceSentences(Language.entries.single { "in $it on" in name }).label(id)

    private fun page(state: State) = page(state.stage, ResourceSentences(Language.ENGLISH), NoActions, state.slots)

    /** Of its letters. */
    private fun TextLayoutResult.height() = layoutInput.run { style.fontSize.value * density.fontScale }

    private companion object {
        val BEFORE_THE_CALL = setOf("start", "ask-name", "knocking", "waiting")

        val LARGEST = Language.entries.flatMap { language ->
            listOf(Condition.NARROW_LARGE_TYPE, Condition.LANDSCAPE_LARGE_TYPE).map { it to language }
        }

        /** At the usual size of type. */
        val SMALL = Language.entries.flatMap { language ->
            listOf(Condition.NARROW, Condition.LANDSCAPE).map { it to language }
        }

        /** In the longest words. */
        val OVERFLOWING = listOf(Condition.NARROW, Condition.NARROW_LARGE_TYPE, Condition.LANDSCAPE_LARGE_TYPE)
            .map { it to Language.GERMAN }

        val CLOCK = Regex("[0-9]{1,2}:[0-9]{2}")
        val SIGNING = Language.entries.map(::ResourceSentences)
            .flatMap { listOf(it.label("app-button-sign-in"), it.label("app-button-sign-out")) }

        /** How high the arrow is, at most. */
        const val ARROW = 16

        val TIGHTEST = LARGEST + listOf(Condition.LIGHT, Condition.RIGHT_TO_LEFT, Condition.LANDSCAPE, Condition.TABLET).map { it to Language.ENGLISH }
    }
}
