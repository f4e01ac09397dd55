package org.onecall.core

import com.sun.jna.Native
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow

/**
 * A customer's journey from a link through the lobby and the call to its end, for an app that observes it.
 *
 * Draw [shown]; tell [call] what the customer and the device do; do what [perform][Journey] is asked for. That is all:
 * every rule, timer and connection is in the core.
 *
 * Keep one for as long as the app lives, and [close] it where the app ends: `perform` mostly refers to what owns
 * the journey, and then no garbage collector can tell that both are not needed any more.
 *
 * @param config what is fixed when the app is built, and what is known of the device.
 * @param blob what [ShellEffect.Save] asked to keep last, or null. One that cannot be read is as good as none.
 * @param perform does one thing outside the core, once. Called on a thread of the core, one call at a time, the first
 *   perhaps before this constructor returns: return soon, never wait for another thread, and answer by the methods of
 *   [call], now or later. If it throws, nothing was done, and the journey goes on. Effects hold links and secrets: log
 *   none of them.
 * @param log takes a line for the app's log; there is no secret in it. On the thread of [perform][Journey].
 * @throws StartException when the app was built with a configuration that cannot work. Nothing else stops a start,
 *   and no start waits for the network.
 */
class Journey @Throws(StartException::class) constructor(
    config: Config,
    blob: String? = null,
    perform: (ShellEffect) -> Unit,
    log: (LogLine) -> Unit = {},
) : AutoCloseable {
    /** What the customer and the device do. Every method returns at once; after [close] it does nothing. */
    val call: OneCall

    /**
     * What to draw: the current screen at once, then the latest. Screens may be skipped, and never come back. After
     * [close] it stays as it is.
     */
    val shown: StateFlow<Shown>

    init {
        // Not a property: what is closed holds nothing of the app.
        val observed = Observed(perform, log)
        call = OneCall(config, blob, observed)
        shown = observed.from(call)
    }

    /**
     * Ends everything; `perform` and `log` are not called any more once this returns. The customer keeps their
     * place in the lobby, and the next journey takes it again from the blob. May be called twice.
     */
    override fun close() {
        // Not `call.close()` as well: a tap that comes too late would then throw instead of doing nothing.
        call.shutdown()
    }
}

/** Keeps the latest screen, from before anybody can observe it. */
private class Observed(private val perform: (ShellEffect) -> Unit, private val log: (LogLine) -> Unit) : Shell {
    private val thread = CoreThread()
    private var latest: Shown? = null
    private var flow: MutableStateFlow<Shown>? = null

    override fun show(shown: Shown) {
        thread.stays()
        synchronized(this) {
            latest = shown
            flow?.value = shown
        }
    }

    override fun perform(effect: ShellEffect) = perform.invoke(effect)

    override fun log(line: LogLine) = log.invoke(line)

    /** Whatever was shown before this was called is in the flow, and nothing older comes after it. */
    fun from(call: OneCall): StateFlow<Shown> = synchronized(this) {
        val fresh = MutableStateFlow(latest ?: call.screen())
        flow = fresh
        fresh.asStateFlow()
    }
}

/**
 * The thread on which the core calls a shell. As it comes, JNA introduces it to the virtual machine before each call and
 * takes leave after it, which costs more than all the rest of a call.
 */
internal class CoreThread {
    private var isKnown = false

    /** To be called on it: from here on the virtual machine knows it, until it ends by itself. */
    fun stays() {
        if (isKnown) return
        isKnown = true
        Native.detach(false)
    }
}
