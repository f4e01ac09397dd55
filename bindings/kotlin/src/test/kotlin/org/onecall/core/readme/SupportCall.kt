package org.onecall.core.readme

import org.onecall.core.App
import org.onecall.core.Config
import org.onecall.core.Device
import org.onecall.core.Journey
import org.onecall.core.Message
import org.onecall.core.OsVersion
import org.onecall.core.Platform
import org.onecall.core.Screen
import org.onecall.core.ShellEffect
import org.onecall.core.Source

class SupportCall(storage: Storage, private val screen: (List<Message>) -> Unit) : AutoCloseable {
    private val journey = Journey(
        config = Config(
            hosts = listOf(storage.host),
            device = Device(Platform.ANDROID, OsVersion(14u, 0u)),
            app = App.APP,
        ),
        blob = storage.read(),
        perform = { effect ->
            when (effect) {
                is ShellEffect.Save -> storage.write(effect.blob)
                is ShellEffect.Open -> storage.browse(effect.url)
                // No AR, no Teams client, no accounts and no second app here: nobody asks for these.
                is ShellEffect.HandOver, ShellEffect.Measure, ShellEffect.FreshAccessToken,
                is ShellEffect.JoinMeeting, is ShellEffect.LeaveMeeting -> Unit
            }
        },
    )

    /** Runs for as long as somebody looks. */
    suspend fun draw() {
        journey.shown.collect { shown ->
            // What it says, line by line, the headline first; and what can be tapped.
            screen(shown.lines)
            when (val now = shown.screen) {
                is Screen.AskName -> offerTextField(now.suggestion)
                is Screen.Waiting, is Screen.InCall -> offerButton { journey.call.leave() }
                is Screen.Ask -> offerButton { journey.call.confirm(true) }
                else -> offerButton { journey.call.dismiss() }
            }
        }
    }

    fun onLink(link: String) = journey.call.text(link, Source.LINK)

    fun onName(name: String) = journey.call.name(name)

    override fun close() = journey.close()

    private fun offerTextField(filledIn: String) = println("name: $filledIn")

    private fun offerButton(@Suppress("UNUSED_PARAMETER") onTap: () -> Unit) = Unit
}

/** What an app has already: its settings, a storage that others cannot read, a browser. */
interface Storage {
    val host: String

    fun read(): String?

    fun write(blob: String?)

    fun browse(url: String)
}
