package org.onecall.app.ui

/** An invitation as people compare it: where it leads and how it ends; the whole text alone where that says more. */
internal data class ToldApart(val text: String, val end: String?)

/** Several invitations to choose from. Whoever compares them with a message looks at their ends. */
internal fun toldApart(invitations: List<String>): List<ToldApart> {
    val short = invitations.map(::shortened)
    return if (short.toSet().size == short.size) short else invitations.map { ToldApart(it, end = null) }
}

private fun shortened(invitation: String): ToldApart {
    val (host, rest) = LINK.matchEntire(invitation)?.destructured ?: return ToldApart(invitation, end = null)
    val end = rest.filter(Char::isLetterOrDigit).takeLast(COMPARED).chunked(GROUP).joinToString("\u00A0")
    if (end.isEmpty()) return ToldApart(invitation, end = null)
    return ToldApart(host, "…\u00A0$end")
}

private val LINK = Regex("https?://([^/?#]+)/(.+)")

/** Two groups of four, as one reads a long number aloud. */
private const val COMPARED = 8
private const val GROUP = 4
