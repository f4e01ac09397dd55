package org.onecall.app

import android.app.Application
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import org.onecall.android.Front
import org.onecall.core.StartException

/**
 * What this process knows of the customer's journey, from its start to its end. All is called on the main thread, which
 * waits for nothing: what was kept is read, and the core made, on another one.
 */
internal class Phone(private val application: Application) {
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Main)
    private val front = Front(came = ::came, left = ::left)
    private val stage = MutableStateFlow<Start>(Start.UnderWay)

    /** Texts that opened the app before there was a core to judge them. */
    private val texts = mutableListOf<String>()

    /** Made by another thread, and not to be left behind by [stop]. Guarded by this object. */
    private var made: Running? = null
    private var isStopped = false

    val presence = Presence(application, lost = ::sleepUnlessSeen)
    val start: StateFlow<Start> get() = stage
    val running: Running? get() = (stage.value as? Start.Done)?.running

    fun start() {
        application.registerActivityLifecycleCallbacks(front)
        begin()
    }

    /** Once more, after a start that failed. */
    fun startAgain() {
        if (stage.value is Start.Failed) begin()
    }

    fun stop() {
        scope.cancel()
        application.unregisterActivityLifecycleCallbacks(front)
        synchronized(this) {
            isStopped = true
            made?.stop()
        }
        presence.end()
    }

    /** A text opened the app. */
    fun opened(text: String) {
        val running = running
        if (running == null) texts += text else running.opened(text)
    }

    /** What the customer lets the phone say may have changed: with it goes whether they can wait elsewhere. */
    fun lookAtNotifications() {
        running?.let { presence.follow(it.shown.value, front.isSeen) }
    }

    private fun begin() {
        stage.value = Start.UnderWay
        scope.launch {
            val begun = withContext(Dispatchers.IO) { make() } ?: return@launch
            stage.value = begun
            if (begun is Start.Done) began(begun.running)
        }
    }

    private fun make(): Start? = synchronized(this) {
        if (isStopped) return null
        try {
            Start.Done(Running(application, scope, front::isSeen).also { made = it })
        } catch (error: StartException) {
            Start.Failed(error)
        }
    }

    private fun began(running: Running) {
        running.start { presence.follow(it, front.isSeen) }
        // The activity did not wait for us, and perhaps the customer did not either.
        if (front.isSeen) came() else if (front.hasBeenSeen) left()
        texts.forEach(running::opened)
        texts.clear()
    }

    private fun came() {
        presence.seen()
        val running = running ?: return
        running.came()
        // What was refused in the background, or shown before anybody looked, may be had now.
        presence.follow(running.shown.value, isSeen = true)
    }

    private fun left() {
        lookAtNotifications()
        // A phone that is kept awake goes on listening, and the customer hears that they were let in.
        if (!presence.isKept) sleepUnlessSeen()
    }

    private fun sleepUnlessSeen() {
        if (!front.isSeen) running?.call?.sleep()
    }
}
