package org.onecall.app

import android.view.View
import android.view.ViewGroup
import androidx.compose.ui.node.RootForTest
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.AnnotatedString

/** One thing on the screen, as a screen reader has it: what is merged into a button is read with it. */
class Node(private val node: SemanticsNode) {
    val words: String
        get() {
            val texts = node.config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }
            val typed = listOfNotNull(node.config.getOrNull(SemanticsProperties.EditableText)?.text)
            return (texts + typed + node.config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()).joinToString(" ")
        }

    val isClickable: Boolean get() = SemanticsActions.OnClick in node.config

    val isEditable: Boolean get() = SemanticsActions.SetText in node.config

    fun click(): Boolean = node.config.getOrNull(SemanticsActions.OnClick)?.action?.invoke() ?: false

    fun type(text: String): Boolean =
        node.config.getOrNull(SemanticsActions.SetText)?.action?.invoke(AnnotatedString(text)) ?: false
}

/** Everything below this view that a screen reader can reach, from top to bottom. */
fun nodes(view: View): List<Node> {
    if (view is RootForTest) return nodes(view.semanticsOwner.rootSemanticsNode)
    val group = view as? ViewGroup ?: return emptyList()
    return (0 until group.childCount).flatMap { nodes(group.getChildAt(it)) }
}

private fun nodes(node: SemanticsNode): List<Node> = listOf(Node(node)) + node.children.flatMap(::nodes)
