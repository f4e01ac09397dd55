package org.onecall.app

import android.app.Application
import android.net.ConnectivityManager
import android.util.Log
import android.widget.Toast
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import org.onecall.android.ArCore
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
import org.onecall.core.OneCall
import org.onecall.core.ShellEffect
import org.onecall.core.Shown
import org.onecall.core.Source

/**
 * The core at work, and what it has to be told of the phone. Made on a thread that may wait for files and the Keystore;
 * from [start] on it belongs to the main thread.
 *
 * @throws org.onecall.core.StartException when the core cannot be made.
 */
internal class Running(
    private val application: Application,
    private val scope: CoroutineScope,
    private val isSeen: () -> Boolean,
) {
    private val kept = KeptBlob(application)
    private val camera = CameraQuestion(application)

    /** The core may ask for something before its constructor returns. What needs an answer waits for whom to answer. */
    private val made = CompletableDeferred<OneCall>()

    /** Where the operator's customers have accounts. */
    val signIn = OperatorConfig.signIn?.let { SignIn(application, it, scope, ::signInFailed) { token -> call.accessToken(token) } }

    private val journey = Journey(config(), kept.read(), ::perform, ::log)

    val call: OneCall get() = journey.call
    val shown: StateFlow<Shown> get() = journey.shown

    init {
        made.complete(journey.call)
    }

    fun start(follow: (Shown) -> Unit) {
        watchNetwork(checkNotNull(application.getSystemService(ConnectivityManager::class.java)), call::networkBack)
        scope.launch { shown.collect(follow) }
        lookForReferrer()
        lookAtCamera()
        signIn?.start()
    }

    fun stop() = journey.close()

    /** The customer looks at the app again, or for the first time. */
    fun came() {
        call.wake()
        lookAtCamera()
        scope.launch(Dispatchers.IO) { kept.retry() }
        signIn?.let { scope.launch(Dispatchers.IO) { it.retryToKeep() } }
    }

    /** A text that opened the app. */
    fun opened(text: String) {
        // The browser's answer lets somebody into an account: not for the core.
        if (signIn?.returned(text) != true) call.text(text, Source.LINK)
    }

    /** Whether the camera can be had may have changed: after the system's question, and in its settings. */
    fun lookAtCamera() {
        val access = camera.access()
        call.camera(access)
        measure(application, access, ArCore, call::measured)
    }

    private fun perform(effect: ShellEffect) {
        when (effect) {
            is ShellEffect.Save -> kept.write(effect.blob)
            is ShellEffect.Open -> openOutside(application, effect.url)
            is ShellEffect.Measure -> answer { measure(application, camera.access(), ArCore, it::measured) }
            is ShellEffect.FreshAccessToken -> answer(::freshAccessToken)
            // No button of ours leads from here to another app or browser, and no client joins meetings.
            is ShellEffect.HandOver, is ShellEffect.JoinMeeting, is ShellEffect.LeaveMeeting -> Unit
        }
    }

    private fun answer(how: (OneCall) -> Unit) {
        scope.launch { how(made.await()) }
    }

    /** Who came by the landing page and the store goes on in the call that they came for. */
    private fun lookForReferrer() {
        val once = Once(application, "install-referrer")
        if (once.hasBeen) return
        askForReferrer(application) { text ->
            if (once.isFirst() && text != null) call.text(text, Source.REFERRER)
        }
    }

    private fun freshAccessToken(call: OneCall) {
        val signIn = signIn ?: return call.accessToken(null)
        // Out of the background nobody is led into a browser.
        signIn.refresh(open = if (isSeen()) { page -> openSignIn(application, page) } else null)
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
