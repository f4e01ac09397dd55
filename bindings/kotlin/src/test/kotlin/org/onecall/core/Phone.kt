package org.onecall.core

import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import kotlin.test.fail

/** What a phone hands in when it starts. */
fun config(host: String) = Config(listOf(host), DeviceInfo(Platform.ANDROID, App.APP), "Maria", emptyList())

/** A shell that remembers what it was told. */
class RecordingShell : Shell {
    private val screens = LinkedBlockingQueue<Screen>()

    @Volatile
    var blob: String? = null
        private set

    override fun show(screen: Screen) {
        screens.put(screen)
    }

    override fun save(blob: String?) {
        this.blob = blob
    }

    override fun handOver(text: String) = Unit

    override fun measure() = Unit

    override fun joinMeeting(number: ULong, url: String, name: String) = Unit

    override fun leaveMeeting(number: ULong) = Unit

    /** The first screen from here on that is like this. */
    fun awaits(what: String, wanted: (Screen) -> Boolean): Screen {
        while (true) {
            // Long enough for any machine; what takes longer never comes.
            val screen = screens.poll(60, TimeUnit.SECONDS) ?: fail("not shown: $what")
            if (wanted(screen)) return screen
        }
    }
}
