package org.onecall.core.support

import java.io.IOException
import java.io.InputStream
import java.util.concurrent.Semaphore
import java.util.concurrent.TimeUnit
import kotlin.concurrent.thread
import kotlin.test.assertTrue

/** An agent's open console. */
class Console(private val events: InputStream) : AutoCloseable {
    private val changes = Semaphore(0)

    init {
        thread(isDaemon = true) {
            try {
                events.bufferedReader().forEachLine { if (it.startsWith("event:")) changes.release() }
            } catch (_: IOException) {
                // Closed.
            }
        }
    }

    /** Asks until there is an answer, each time that something has changed. */
    fun <T : Any> await(what: String, ask: () -> T?): T {
        while (true) {
            changes.drainPermits()
            ask()?.let { return it }
            assertTrue(changes.tryAcquire(60, TimeUnit.SECONDS), "the agent does not see $what")
        }
    }

    /** Returns when this is so. */
    fun awaits(what: String, isSo: () -> Boolean) {
        await(what) { if (isSo()) true else null }
    }

    override fun close() = events.close()
}
