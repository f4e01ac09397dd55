package org.onecall.app

import android.content.Context
import org.onecall.android.Words
import org.onecall.app.ui.Sentences
import org.onecall.core.Message

/** The sentences in the language of this context. */
internal fun words(context: Context) = Words(context.resources)

internal class AppWords(private val words: Words) : Sentences {
    override fun say(message: Message) = words.say(message)

    override fun label(id: String) = words.label(id)
}
