package org.onecall.core.support

import kotlin.test.fail
import org.onecall.core.App
import org.onecall.core.Config
import org.onecall.core.Device
import org.onecall.core.OneCall
import org.onecall.core.OsVersion
import org.onecall.core.Platform
import org.onecall.core.Screen
import org.onecall.core.Shown
import org.onecall.core.Source

/** What a phone is started with, whose app belongs to this host. */
fun config(host: String) =
    Config(listOf(host), Device(Platform.ANDROID, OsVersion(14u, 0u)), App.APP, suggestedName = "Maria")

/** A phone with our app: the core, and a shell that remembers what it was told. */
class Phone(config: Config, blob: String? = null, val shell: RecordingShell = RecordingShell()) : AutoCloseable {
    constructor(host: String, blob: String? = null) : this(config(host), blob)

    val call = OneCall(config, blob, shell)

    /** What was saved last. */
    val blob get() = shell.blob

    /** Goes from a link to the lobby, and says what is on its screen. */
    fun knocks(link: String, name: String = "Maria"): Screen.Waiting {
        call.text(link, Source.LINK)
        awaits<Screen.AskName>("the question for the name")
        call.name(name)
        return awaits<Screen.Waiting>("the lobby") { !it.v1.reconnecting }
    }

    /** The first screen from here on that is such a one. */
    inline fun <reified S : Screen> awaits(what: String, noinline wanted: (S) -> Boolean = { true }): S {
        while (true) {
            val screen = shell.next(what).screen
            if (screen is S && wanted(screen)) return screen
        }
    }

    /** The first screen from here on that says this first. */
    fun says(headline: String): Shown {
        while (true) {
            val shown = shell.next(headline)
            if (shown.lines.first().id == headline) return shown
        }
    }

    /** The first screen from here on that says exactly this, line by line. */
    fun says(lines: List<String>): Shown {
        val seen = mutableListOf<List<String>>()
        while (true) {
            val shown = shell.nextOrNull() ?: fail("not said: $lines, but $seen")
            val said = shown.lines.map { it.id }
            if (said == lines) return shown
            seen += said
        }
    }

    override fun close() = call.shutdown()
}
