package org.onecall.app

import android.os.Bundle
import android.view.View
import android.view.ViewGroup
import android.view.accessibility.AccessibilityNodeInfo
import android.view.accessibility.AccessibilityNodeProvider

/** One thing on the screen, as the phone's screen reader has it. */
class Node(val info: AccessibilityNodeInfo, private val provider: AccessibilityNodeProvider, val id: Int) {
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
    if (provider != null) return nodes(provider)
    val group = view as? ViewGroup ?: return emptyList()
    return (0 until group.childCount).flatMap { nodes(group.getChildAt(it)) }
}

/**
 * By their numbers, which grow with every node that is made: Robolectric's node keeps no list of virtual children.
 * Nodes that are only drawn once there is room are looked for too, so the search goes well beyond the highest known.
 */
private fun nodes(provider: AccessibilityNodeProvider): List<Node> {
    val found = (0..highest + FURTHER).mapNotNull { id ->
        provider.createAccessibilityNodeInfo(id)?.let { Node(it, provider, id) }
    }
    highest = maxOf(highest, found.lastOrNull()?.id ?: 0)
    return found
}

private var highest = 0
private const val FURTHER = 3000
