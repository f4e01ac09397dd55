package org.onecall.app

import android.os.Bundle
import android.view.View
import android.view.ViewGroup
import android.view.accessibility.AccessibilityNodeInfo
import android.view.accessibility.AccessibilityNodeProvider

/** One thing on the screen, as the phone's screen reader has it. */
class Node(val info: AccessibilityNodeInfo, private val provider: AccessibilityNodeProvider, private val id: Int) {
    val words: String get() = listOfNotNull(info.text, info.contentDescription).joinToString(" ")

    fun click(): Boolean = provider.performAction(id, AccessibilityNodeInfo.ACTION_CLICK, null)

    fun type(text: String): Boolean {
        val arguments = Bundle()
        arguments.putCharSequence(AccessibilityNodeInfo.ACTION_ARGUMENT_SET_TEXT_CHARSEQUENCE, text)
        return provider.performAction(id, AccessibilityNodeInfo.ACTION_SET_TEXT, arguments)
    }
}

/** Everything below this view that a screen reader can reach. */
fun nodes(view: View): List<Node> {
    val provider = view.accessibilityNodeProvider
    if (provider != null) return nodes(provider, AccessibilityNodeProvider.HOST_VIEW_ID)
    val group = view as? ViewGroup ?: return emptyList()
    return (0 until group.childCount).flatMap { nodes(group.getChildAt(it)) }
}

private fun nodes(provider: AccessibilityNodeProvider, id: Int): List<Node> {
    val info = provider.createAccessibilityNodeInfo(id) ?: return emptyList()
    val children = (0 until info.childCount).flatMap { child ->
        nodes(provider, AccessibilityNodeInfo.getVirtualDescendantId(info.getChildId(child)))
    }
    return listOf(Node(info, provider, id)) + children
}
