package org.onecall.core.readme

import kotlinx.coroutines.channels.Channel
import org.onecall.core.App
import org.onecall.core.Config
import org.onecall.core.Device
import org.onecall.core.Journey
import org.onecall.core.Message
import org.onecall.core.OsVersion
import org.onecall.core.Phase
import org.onecall.core.Platform
import org.onecall.core.Screen
import org.onecall.core.ShellEffect
import org.onecall.core.Source

class SupportCall(
    private val storage: Storage,
    private val screen: (List<Message>, List<Tap>) -> Unit,
) : AutoCloseable {
    private val asked = Channel<ShellEffect>(Channel.UNLIMITED)

    private val journey = Journey(
        config = Config(
            hosts = listOf(storage.host),
            device = Device(Platform.ANDROID, OsVersion(14u, 0u)),
            app = App.APP,
        ),
        blob = storage.read(),
        perform = { effect ->
            // On a thread of the core. A text is written before the core goes on, so that an older one never comes
            // last; everything else waits in line.
            if (effect is ShellEffect.Save) storage.write(effect.blob) else asked.trySend(effect)
        },
    )

    private val call = journey.call
    private val leave = Tap("Leave") { call.leave() }
    private val close = Tap("Close") { call.dismiss() }

    /** Does what the core asks for, for as long as the app runs. */
    suspend fun serve() {
        for (effect in asked) {
            when (effect) {
                is ShellEffect.Open -> storage.browse(effect.url)
                // Nobody signs in here. Said at once: silence holds the customer up for a minute.
                is ShellEffect.FreshAccessToken -> call.accessToken(null)
                // Written already. The rest is not asked of an app without AR, Teams client and second app.
                is ShellEffect.Save, is ShellEffect.Measure, is ShellEffect.HandOver,
                is ShellEffect.JoinMeeting, is ShellEffect.LeaveMeeting,
                -> Unit
            }
        }
    }

    /** Runs for as long as somebody looks: what the screen says, the headline first, and what can be tapped. */
    suspend fun draw() {
        journey.shown.collect { shown -> screen(shown.lines, taps(shown.screen)) }
    }

    fun onLink(link: String) = call.text(link, Source.LINK)

    fun onName(name: String) = call.name(name)

    /** The app goes out of sight. */
    fun onStop() = call.sleep()

    /** The app is in front again. */
    fun onStart() = call.wake()

    /** The system says that there is a network again, or another one. */
    fun onNetwork() = call.networkBack()

    override fun close() {
        journey.close()
        asked.close()
    }

    /** Without `else`: no screen of a later version is forgotten. Where one has a place, `dismiss` does nothing. */
    private fun taps(screen: Screen): List<Tap> = when (screen) {
        // A link opens the app, or is pasted into a field.
        is Screen.Start -> emptyList()
        is Screen.Choose -> screen.choices.mapIndexed { index, choice ->
            Tap(listOfNotNull(choice.text, choice.end).joinToString(" … ")) { call.choose(index.toUInt()) }
        } + close
        // Besides the field for the name.
        is Screen.AskName -> listOf(close)
        is Screen.Rehearse -> listOf(Tap("Go on") { call.goOn() }, close)
        is Screen.Knocking, is Screen.Waiting, is Screen.Admitted -> listOf(leave)
        // Asks first.
        is Screen.InCall, is Screen.InMeeting -> listOf(leave)
        is Screen.TeamsClient -> listOf(Tap("Open") { call.open() }, close)
        is Screen.Ask -> listOf(Tap("Yes") { call.confirm(true) }, Tap("No") { call.confirm(false) })
        is Screen.LinkProblem -> listOf(close)
        is Screen.Over -> ending(screen.mayKnockAgain)
        is Screen.Fallback -> if (screen.phase == Phase.OVER) ending(screen.mayKnockAgain) else listOf(leave)
        is Screen.UpdateRequired -> listOfNotNull(screen.store?.let { Tap("Open") { call.open() } }, close)
    }

    private fun ending(mayKnockAgain: Boolean) =
        if (mayKnockAgain) listOf(Tap("Knock again") { call.knockAgain() }, close) else listOf(close)
}

class Tap(val label: String, val act: () -> Unit)

/** What an app has already: its settings, a storage that others cannot read, a browser. */
interface Storage {
    val host: String

    fun read(): String?

    fun write(blob: String?)

    fun browse(url: String)
}
