package org.onecall.android

import android.content.res.Resources as AndroidResources
import org.onecall.core.Argument
import org.onecall.core.Message

/** The sentences of `locales/`, out of the string resources that are made from them, in the language of [resources]. */
class Words(private val resources: AndroidResources) {
    /** A label without arguments. */
    fun label(id: String): String = resources.getString(string(id))

    fun say(message: Message): String {
        val values = message.arguments.map { it.value }
        val shown = values.mapNotNull<Argument, Any> {
            when (it) {
                is Argument.Text -> it.v1
                is Argument.Number -> it.v1.toLong()
                is Argument.Word -> null
            }
        }.toTypedArray()
        val word = values.firstNotNullOfOrNull { (it as? Argument.Word)?.v1 }
        val number = values.firstNotNullOfOrNull { (it as? Argument.Number)?.v1 }
        val plural = Resources.plurals[message.id]
        return when {
            word != null -> resources.getString(byWord(message.id, word), *shown)
            number != null && plural != null -> resources.getQuantityString(plural, quantity(number), *shown)
            else -> resources.getString(string(message.id), *shown)
        }
    }

    private fun byWord(id: String, word: String): Int =
        Resources.strings["${id}__$word"] ?: string("${id}__${Resources.defaultWords[id]}")

    // The core and the table are of one release: an id without a sentence is a broken build, which tests find.
    private fun string(id: String): Int = checkNotNull(Resources.strings[id]) { "no sentence has the id $id" }

    private fun quantity(number: ULong) = number.coerceAtMost(Int.MAX_VALUE.toULong()).toInt()
}
