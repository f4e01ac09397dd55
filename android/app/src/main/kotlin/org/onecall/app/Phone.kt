package org.onecall.app

import android.app.Application
import android.content.Context
import android.net.ConnectivityManager
import android.util.Log
import android.widget.Toast
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.launch
import org.onecall.android.ArCore
import org.onecall.android.Front
import org.onecall.android.KeptBlob
import org.onecall.android.askForReferrer
import org.onecall.android.measure
import org.onecall.android.signin.SignIn
import org.onecall.android.thisDevice
import org.onecall.android.watchNetwork
import org.onecall.core.App
import org.onecall.core.Config
import org.onecall.core.Journey
import org.onecall.core.LogLevel
import org.onecall.core.LogLine
import org.onecall.core.ShellEffect
import org.onecall.core.Shown
import org.onecall.core.Source

/** What this process knows of the customer's journey: the core, and what it has to be told of the phone. */
internal class Phone(private val application: Application) {
    private val kept = KeptBlob(application)
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Main)
    val presence = Presence(application, lost = ::sleepUnlessSeen)
    private val front = Front(came = ::came, left = ::left)
    private val camera = CameraQuestion(application)

    val journey = Journey(config(), kept.read(), ::perform, ::log)

    /** Where the operator's customers have accounts. */
    val signIn = OperatorConfig.signIn?.let { SignIn(application, it, scope, ::signInFailed, journey.call::accessToken) }

    fun start() {
        application.registerActivityLifecycleCallbacks(front)
        watchNetwork(checkNotNull(application.getSystemService(ConnectivityManager::class.java)), journey.call::networkBack)
        scope.launch { journey.shown.collect(::shown) }
        lookForReferrer()
        lookAtCamera()
        signIn?.start()
    }

    fun stop() {
        scope.cancel()
        application.unregisterActivityLifecycleCallbacks(front)
        journey.close()
        presence.end()
    }

    /** Whether the camera can be had may have changed: after the system's question, and in its settings. */
    fun lookAtCamera() {
        val access = camera.access()
        journey.call.camera(access)
        measure(application, access, ArCore, journey.call::measured)
    }

    /** What the customer lets the phone say may have changed: with it goes whether they can wait elsewhere. */
    fun lookAtNotifications() = presence.follow(journey.shown.value, front.isSeen)

    private fun came() {
        presence.seen()
        journey.call.wake()
        lookAtCamera()
        scope.launch(Dispatchers.IO) { kept.retry() }
        signIn?.let { scope.launch(Dispatchers.IO) { it.retryToKeep() } }
        // What was refused in the background, or shown before anybody looked, may be had now.
        presence.follow(journey.shown.value, isSeen = true)
    }

    private fun left() {
        lookAtNotifications()
        // A phone that is kept awake goes on listening, and the customer hears that they were let in.
        if (!presence.isKept) sleepUnlessSeen()
    }

    private fun sleepUnlessSeen() {
        if (!front.isSeen) journey.call.sleep()
    }

    private fun shown(shown: Shown) = presence.follow(shown, front.isSeen)

    private fun perform(effect: ShellEffect) {
        when (effect) {
            is ShellEffect.Save -> kept.write(effect.blob)
            is ShellEffect.Open -> openOutside(application, effect.url)
            is ShellEffect.Measure -> measure(application, camera.access(), ArCore, journey.call::measured)
            is ShellEffect.FreshAccessToken -> freshAccessToken()
            // No button of ours leads from here to another app or browser, and no client joins meetings.
            is ShellEffect.HandOver, is ShellEffect.JoinMeeting, is ShellEffect.LeaveMeeting -> Unit
        }
    }

    /** Who came by the landing page and the store goes on in the call that they came for. */
    private fun lookForReferrer() {
        val once = Once(application, "install-referrer")
        if (once.hasBeen) return
        askForReferrer(application) { text ->
            if (once.isFirst() && text != null) journey.call.text(text, Source.REFERRER)
        }
    }

    private fun freshAccessToken() {
        val signIn = signIn ?: return journey.call.accessToken(null)
        scope.launch {
            // Out of the background nobody is led into a browser.
            signIn.refresh(open = if (front.isSeen) { page -> openSignIn(application, page) } else null)
        }
    }

    private fun signInFailed() =
        Toast.makeText(application, words(application).label("app-sign-in-failed"), Toast.LENGTH_LONG).show()

    private fun log(line: LogLine) {
        val priority = when (line.level) {
            LogLevel.ERROR -> Log.ERROR
            LogLevel.INFO -> Log.INFO
            LogLevel.DEBUG -> Log.DEBUG
        }
        // The core puts fixed words and numbers into a line, and nothing that anybody said.
        Log.println(priority, "onecall", listOfNotNull(line.what, line.detail).joinToString(" "))
    }

    private fun config() = Config(
        hosts = OperatorConfig.hosts,
        device = thisDevice(),
        app = App.APP,
        appStoreId = OperatorConfig.appStoreId,
        androidPackage = OperatorConfig.ANDROID_PACKAGE,
    )
}

/** Something that happens once on this device, whatever becomes of the app's process. */
internal class Once(context: Context, private val what: String) {
    private val preferences = context.getSharedPreferences("once", Context.MODE_PRIVATE)

    val hasBeen: Boolean get() = preferences.getBoolean(what, false)

    fun isFirst(): Boolean {
        val first = !hasBeen
        if (first) preferences.edit().putBoolean(what, true).apply()
        return first
    }
}
