package org.onecall.android.signin

import android.net.Uri
import java.io.IOException
import java.io.InputStream
import java.net.HttpURLConnection
import java.net.URL
import org.json.JSONException
import org.json.JSONObject

/**
 * The account's server, asked over HTTPS with the platform's own means and trusted as the platform trusts. The one
 * place of the shell that speaks to a server: tokens are exchanged between the platform's browser and the account, and
 * the core is handed what comes of it. Blocks: not for the main thread.
 */
internal class AccountServer(private val settings: SignInSettings) {
    private var known: Endpoints? = null

    /** Where the server wants to be asked; nothing if it cannot be reached or is another one. */
    @Synchronized
    fun endpoints(): Endpoints? {
        known?.let { return it }
        val said = ask("${settings.issuer}/.well-known/openid-configuration", form = null).json ?: return null
        if (said.optString("issuer") != settings.issuer) return null
        val endpoint = { name: String -> said.optString(name).takeIf(::isAllowed) }
        val endpoints = Endpoints(
            authorization = endpoint("authorization_endpoint") ?: return null,
            token = endpoint("token_endpoint") ?: return null,
        )
        known = endpoints
        return endpoints
    }

    /** Tokens for the code that the browser brought. */
    fun redeem(code: String, verifier: String): Answer = tokens(
        "grant_type" to "authorization_code",
        "code" to code,
        "redirect_uri" to settings.redirect,
        "code_verifier" to verifier,
    )

    fun renew(refreshToken: String): Answer = tokens("grant_type" to "refresh_token", "refresh_token" to refreshToken)

    private fun tokens(vararg form: Pair<String, String>): Answer {
        val endpoint = endpoints()?.token ?: return Answer.Unreachable
        val answer = ask(endpoint, form.toList() + ("client_id" to settings.clientId))
        val said = answer.json
        val access = said?.optString("access_token").orEmpty()
        return when {
            said == null && !answer.isRefusal -> Answer.Unreachable
            said == null || access.isEmpty() -> Answer.Refused
            !said.optString("token_type").equals("Bearer", ignoreCase = true) -> Answer.Refused
            else -> Answer.Tokens(access, said.optString("refresh_token").takeIf { it.isNotEmpty() })
        }
    }

    /** Nothing that the server says leads to where its own address would not be trusted. */
    private fun isAllowed(endpoint: String): Boolean {
        val uri = Uri.parse(endpoint)
        return uri.scheme == Uri.parse(settings.issuer).scheme && !uri.host.isNullOrEmpty()
    }

    private fun ask(address: String, form: List<Pair<String, String>>?): Said {
        try {
            val connection = URL(address).openConnection() as HttpURLConnection
            try {
                connection.connectTimeout = PATIENCE_MS
                connection.readTimeout = PATIENCE_MS
                connection.instanceFollowRedirects = false
                connection.useCaches = false
                connection.setRequestProperty("Accept", "application/json")
                // So seldom asked that a connection that was kept would mostly be dead.
                connection.setRequestProperty("Connection", "close")
                form?.let { connection.post(it) }
                val status = connection.responseCode
                val text = if (status == HttpURLConnection.HTTP_OK) connection.inputStream.use(::text) else null
                return Said(text?.let(::JSONObject), isRefusal = status in CLIENT_ERRORS)
            } finally {
                connection.disconnect()
            }
        } catch (_: IOException) {
            return Said(null, isRefusal = false)
        } catch (_: JSONException) {
            return Said(null, isRefusal = false)
        }
    }

    private fun HttpURLConnection.post(form: List<Pair<String, String>>) {
        doOutput = true
        setRequestProperty("Content-Type", "application/x-www-form-urlencoded")
        val body = form.joinToString("&") { (name, value) -> "$name=${Uri.encode(value)}" }
        outputStream.use { it.write(body.encodeToByteArray()) }
    }

    /** No more than any such answer is long. */
    private fun text(stream: InputStream): String {
        val bytes = ByteArray(LONGEST)
        var length = 0
        while (length < LONGEST) {
            val read = stream.read(bytes, length, LONGEST - length)
            if (read < 0) return String(bytes, 0, length, Charsets.UTF_8)
            length += read
        }
        throw IOException("longer than an answer of this kind is")
    }

    private class Said(val json: JSONObject?, val isRefusal: Boolean)

    private companion object {
        const val PATIENCE_MS = 10_000
        const val LONGEST = 128 * 1024
        /** Asked too often (429) is no answer. */
        val CLIENT_ERRORS = 400..428
    }
}

internal class Endpoints(val authorization: String, val token: String)

/** What the server says to a wish for tokens. Secrets are in it: nothing here is printed. */
internal sealed interface Answer {
    class Tokens(val access: String, val refresh: String?) : Answer

    /** The code or the refresh token is good for nothing any more. */
    data object Refused : Answer

    data object Unreachable : Answer
}
