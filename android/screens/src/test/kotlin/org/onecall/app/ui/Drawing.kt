package org.onecall.app.ui

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.runDesktopComposeUiTest
import androidx.compose.ui.text.TextLayoutResult

/** A phone, and the language that it speaks. */
internal typealias Reader = Pair<Condition, Language>

/** Draws these states one after the other for each reader, and hands each to `check` once it stands still. */
@OptIn(ExperimentalTestApi::class)
internal fun forEachDrawn(readers: List<Reader>, states: List<State>, check: ComposeUiTest.(State, Reader, Sentences) -> Unit) {
    for (reader in readers) {
        val (condition, language) = reader
        val sentences = ResourceSentences(language)
        runDesktopComposeUiTest(condition.width, condition.height) {
            var state by mutableStateOf(states.first())
            setContent { Drawn(state, condition, sentences) }
            for (next in states) {
                state = next
                waitForIdle()
                check(next, reader, sentences)
            }
        }
    }
}

/** All that is on the screen. `apart`: also what a screen reader takes for one. */
@OptIn(ExperimentalTestApi::class)
internal fun ComposeUiTest.nodes(apart: Boolean = false): List<SemanticsNode> =
    onAllNodes(SemanticsMatcher("is anything") { true }, useUnmergedTree = apart).fetchSemanticsNodes()

/** How a text was laid out. */
internal fun SemanticsNode.layout(): TextLayoutResult {
    val layouts = mutableListOf<TextLayoutResult>()
    config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(layouts)
    return layouts.first()
}
