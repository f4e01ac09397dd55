package org.onecall.android.signin

import android.content.Context
import android.net.Uri
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import org.json.JSONException
import org.json.JSONObject
import org.onecall.android.KeptBlob

/**
 * The customer's account: the way to it through the system's browser, and the access token that comes of it.
 *
 * The access token is handed to the core by [tell] and kept nowhere. The refresh token, and what is needed to know the
 * browser's answer again after the process was ended meanwhile, are kept as [KeptBlob] keeps them. All is called on
 * the main thread, where [scope] runs, and which waits for no Keystore and no file: only whoever makes this may wait.
 */
class SignIn(
    context: Context,
    private val settings: SignInSettings,
    private val scope: CoroutineScope,
    /** The customer is told that it did not work, since otherwise nothing would answer their tap. */
    private val failed: () -> Unit,
    private val tell: (String?) -> Unit,
) {
    private val server = AccountServer(settings)
    private val kept = KeptBlob(context, "account")

    /** One at a time, so that the last word is what stays written. */
    private val writing = Dispatchers.IO.limitedParallelism(1)
    private val signedIn = MutableStateFlow(false)
    private var attempt: Attempt? = null
    private var refreshToken: String? = null
    private var renewing: Job? = null

    /** The customer has signed in, and not out again. Said when it is kept, so that the next start says the same. */
    val isSignedIn: StateFlow<Boolean> get() = signedIn

    init {
        restore()
        signedIn.value = refreshToken != null
    }

    /** Fetches a token for whoever signed in before. */
    fun start() {
        refreshToken?.let(::renew)
    }

    /** Keeps what the phone could not keep before. May wait for the phone's storage, and so on any thread. */
    fun retryToKeep() = kept.retry()

    /** Leads to the sign-in page by [open], which says whether there was a browser to open it. */
    fun begin(open: (Uri) -> Boolean) {
        scope.launch {
            val endpoints = withContext(Dispatchers.IO) { server.endpoints() } ?: return@launch fail()
            val made = Attempt.make()
            attempt = made
            // With the browser in front this process may be ended, and is to know the answer all the same.
            keep().join()
            if (!open(made.address(endpoints.authorization, settings))) fail()
        }
    }

    /**
     * The service wants a fresh token: out of the kept refresh token, otherwise from the customer where [open] can ask
     * them, and none where it is null.
     */
    fun refresh(open: ((Uri) -> Boolean)?) {
        val token = refreshToken
        when {
            token != null -> renew(token)
            open != null -> begin(open)
            else -> forget()
        }
    }

    /**
     * A text that opened the app. True if it is an answer of the browser, whether or not it is the one that is waited
     * for: it is nobody else's to see.
     */
    fun returned(text: String): Boolean {
        if (!isRedirect(text)) return false
        val current = attempt ?: return true
        // What does not belong to this attempt was made up by somebody, and must not end it.
        val answer = current.answer(Uri.parse(text), settings) ?: return true
        attempt = null
        keep()
        when (answer) {
            is Returned.Refused -> tell(null)
            is Returned.Code -> redeem(answer.code, current.verifier)
        }
        return true
    }

    /** Forgets the account on this phone. */
    fun forget() {
        refreshToken = null
        renewing = null
        keep(isSignedIn = false)
        tell(null)
    }

    private fun redeem(code: String, verifier: String) {
        scope.launch {
            val answer = withContext(Dispatchers.IO) { server.redeem(code, verifier) }
            if (answer is Answer.Tokens) take(answer) else fail()
        }
    }

    private fun renew(token: String) {
        // One at a time: a server may take each refresh token once, and the answer under way serves as well.
        if (renewing?.isActive == true) return
        renewing = scope.launch {
            val answer = withContext(Dispatchers.IO) { server.renew(token) }
            // Signed out meanwhile: that was the last word.
            if (refreshToken == token) take(answer)
        }
    }

    private fun take(answer: Answer) = when (answer) {
        is Answer.Tokens -> {
            refreshToken = answer.refresh ?: refreshToken
            keep(isSignedIn = true)
            tell(answer.access)
        }
        // The account may still be good: without a token one knocks as anybody does.
        Answer.Unreachable -> tell(null)
        Answer.Refused -> forget()
    }

    private fun fail() {
        failed()
        tell(null)
    }

    private fun isRedirect(text: String) =
        text.startsWith(settings.redirect, ignoreCase = true) && text.drop(settings.redirect.length).take(1) in ENDS

    /** Writes what is known now. Then the customer is signed in, or is not; null changes nothing about it. */
    private fun keep(isSignedIn: Boolean? = null): Job {
        val blob = blob()
        return scope.launch(writing) {
            kept.write(blob)
            if (isSignedIn != null) signedIn.value = isSignedIn
        }
    }

    private fun blob(): String? {
        val current = attempt
        if (current == null && refreshToken == null) return null
        val blob = JSONObject().putOpt(REFRESH, refreshToken)
        if (current != null) blob.put(STATE, current.state).put(VERIFIER, current.verifier)
        return blob.toString()
    }

    private fun restore() {
        try {
            val blob = JSONObject(kept.read() ?: return)
            refreshToken = blob.optString(REFRESH).takeIf { it.isNotEmpty() }
            if (blob.has(STATE)) attempt = Attempt(blob.getString(STATE), blob.getString(VERIFIER))
        } catch (_: JSONException) {
            kept.write(null)
        }
    }

    private companion object {
        const val REFRESH = "refresh_token"
        const val STATE = "state"
        const val VERIFIER = "verifier"
        val ENDS = setOf("", "?", "#")
    }
}
