package org.onecall.app.ui

import org.onecall.core.Argument
import org.onecall.core.Message
import org.w3c.dom.Element
import java.io.File
import java.time.LocalDateTime
import java.time.ZoneOffset
import java.time.chrono.IsoChronology
import java.time.format.DateTimeFormatter
import java.time.format.DateTimeFormatterBuilder
import java.time.format.FormatStyle
import java.util.Locale
import javax.xml.parsers.DocumentBuilderFactory

/** The app's sentences in one language, out of the same string files that Android reads. */
internal class ResourceSentences(private val language: Language) : Sentences {
    private val strings = mutableMapOf<String, String>()
    private val plurals = mutableMapOf<String, Map<String, String>>()

    /** The keys of all that was said so far. */
    val said = mutableSetOf<String>()

    /** The keys of all that can be said. */
    val keys: Set<String> get() = strings.keys + plurals.keys

    init {
        val file = File(checkNotNull(System.getProperty("onecall.strings")), "${language.folder}/strings_onecall.xml")
        val resources = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).documentElement
        for (element in resources.children()) {
            val key = element.getAttribute("name")
            when (element.tagName) {
                "string" -> strings[key] = element.text()
                "plurals" -> plurals[key] = element.children().associate { it.getAttribute("quantity") to it.text() }
                else -> error("a string file holds no <${element.tagName}>")
            }
        }
    }

    override fun label(id: String): String = string(key(id))

    /** As the app has it: without the day if it is today, and never with the year. */
    override fun moment(at: Long): String {
        val isToday = clock(at).toLocalDate() == clock(NOW).toLocalDate()
        val locale = Locale.forLanguageTag(language.tag)
        val pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.FULL.takeIf { !isToday },
            FormatStyle.SHORT,
            IsoChronology.INSTANCE,
            locale,
        )
        return DateTimeFormatter.ofPattern(pattern.replace(YEAR, ""), locale).format(clock(at))
    }

    private fun clock(at: Long) = LocalDateTime.ofEpochSecond(at / 1_000, 0, ZoneOffset.UTC)

    override fun say(message: Message): String {
        val values = message.arguments.map { it.value }
        val word = values.filterIsInstance<Argument.Word>().firstOrNull()?.v1
        val shown: List<Any> = values.mapNotNull {
            when (it) {
                is Argument.Text -> it.v1
                is Argument.Number -> it.v1.toLong()
                is Argument.Word -> null
            }
        }
        val key = key(message.id)
        val number = values.filterIsInstance<Argument.Number>().firstOrNull()?.v1
        val pattern = when {
            word != null -> string("${key}__${key(word)}")
            number != null && key in plurals -> plural(key, number)
            else -> string(key)
        }
        return if (shown.isEmpty()) pattern else pattern.format(Locale.ROOT, *shown.toTypedArray<Any>())
    }

    private fun string(key: String): String {
        said += key
        return checkNotNull(strings[key]) { "no string is called $key in $language" }
    }

    private fun plural(key: String, number: ULong): String {
        said += key
        val forms = plurals.getValue(key)
        return checkNotNull(forms[language.quantity(number)] ?: forms["other"]) { "no form of $key for $number" }
    }

    private fun key(id: String) = id.replace('-', '_')
}

internal enum class Language(val tag: String) {
    ENGLISH("en"),
    GERMAN("de"),
    FRENCH("fr"),
    SPANISH("es"),
    JAPANESE("ja"),
    ;

    val folder get() = if (this == ENGLISH) "values" else "values-$tag"

    /** As Android chooses between the forms of a count. */
    fun quantity(number: ULong) = when {
        this == JAPANESE -> "other"
        number == 1UL || this == FRENCH && number == 0UL -> "one"
        else -> "other"
    }
}

private fun Element.children(): List<Element> =
    (0 until childNodes.length).map(childNodes::item).filterIsInstance<Element>()

/** The text of a resource, with Android's escapes undone. */
private fun Element.text(): String = textContent.trim().removeSurrounding("\"").replace(ESCAPE) { escape ->
    val code = escape.value.drop(1)
    when (code.first()) {
        'n' -> "\n"
        'u' -> code.drop(1).toInt(HEX).toChar().toString()
        else -> code
    }
}

/** Of a pattern, with what joins it to the rest. */
private val YEAR = Regex(",?( 'de')? ?y+年?")
private val ESCAPE = Regex("""\\(u[0-9a-fA-F]{4}|.)""")
private const val HEX = 16
