package org.onecall.android

import android.content.res.Resources
import org.onecall.core.Argument
import org.onecall.core.Message

/**
 * The sentences of `locales/`, out of the app's string resources. A sentence's key is its id with underscores; one
 * that a word selects has the word behind two of them; one with a number is a plural where its words differ.
 *
 * @param packageName of the resources, which need not be the name under which the app is installed.
 */
class Words(private val resources: Resources, private val packageName: String) {
    /** A label without arguments. */
    fun label(id: String): String = resources.getString(identifier(key(id), "string"))

    fun say(message: Message): String {
        val values = message.arguments.map { it.value }
        val shown = values.mapNotNull<Argument, Any> {
            when (it) {
                is Argument.Text -> it.v1
                is Argument.Number -> it.v1.toLong()
                is Argument.Word -> null
            }
        }.toTypedArray()
        val key = key(message.id)
        val word = values.filterIsInstance<Argument.Word>().firstOrNull()
        val number = values.filterIsInstance<Argument.Number>().firstOrNull()
        val plural = if (number == null) 0 else resources.getIdentifier(key, "plurals", packageName)
        return when {
            word != null -> resources.getString(identifier("${key}__${key(word.v1)}", "string"), *shown)
            number != null && plural != 0 -> resources.getQuantityString(plural, quantity(number.v1), *shown)
            else -> resources.getString(identifier(key, "string"), *shown)
        }
    }

    private fun identifier(key: String, type: String) = resources.getIdentifier(key, type, packageName)

    private fun key(id: String) = id.replace('-', '_')

    private fun quantity(number: ULong) = number.coerceAtMost(Int.MAX_VALUE.toULong()).toInt()
}
