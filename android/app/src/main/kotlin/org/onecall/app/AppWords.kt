package org.onecall.app

import android.content.Context
import android.text.format.DateFormat
import android.text.format.DateUtils
import org.onecall.android.Words
import org.onecall.app.ui.Sentences
import org.onecall.core.Message
import java.text.SimpleDateFormat
import java.util.Date
import java.util.Locale

/** The sentences in the language of this context. */
internal fun words(context: Context) = Words(context.resources)

internal class AppWords(private val context: Context) : Sentences {
    private val words: Words = words(context)

    override fun say(message: Message) = words.say(message)

    override fun label(id: String) = words.label(id)

    override fun moment(at: Long): String {
        val clock = if (DateFormat.is24HourFormat(context)) "Hm" else "hm"
        val shown = if (DateUtils.isToday(at)) clock else DAY + clock
        val locale = locale()
        return SimpleDateFormat(DateFormat.getBestDateTimePattern(locale, shown), locale).format(Date(at))
    }

    /** A phone may speak a language that the sentences around the day are not in. */
    private fun locale(): Locale {
        val phone = context.resources.configuration.locales[0]
        val sentences = Locale.forLanguageTag(words.label("app-android-language"))
        return if (phone.language == sentences.language) phone else sentences
    }
}

/** Its name, the day of the month and the month, in the order of the language. */
private const val DAY = "EEEEdMMMM"
