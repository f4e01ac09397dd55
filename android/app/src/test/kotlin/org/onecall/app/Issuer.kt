package org.onecall.app

import android.net.Uri
import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.net.InetSocketAddress
import java.net.URI
import java.security.MessageDigest
import java.util.Base64
import java.util.concurrent.CopyOnWriteArrayList

/** The accounts' server of the operator for whom the app of the tests is built: it gives a code, and tokens for it. */
class Issuer : AutoCloseable {
    /** What the app asked for tokens with, field by field. */
    val asked = CopyOnWriteArrayList<Map<String, String>>()

    /** It takes no code and no refresh token any more. */
    @Volatile
    var refuses = false

    /** The tokens it gave so far. */
    @Volatile
    private var given = 0

    private val server = HttpServer.create(InetSocketAddress(ADDRESS.host, ADDRESS.port), 0).apply {
        createContext("/.well-known/openid-configuration") { it.answer(200, DISCOVERY) }
        createContext("/token") { it.tokens() }
        start()
    }

    override fun close() = server.stop(0)

    /** The sign-in page was left by signing in: where the browser goes then. */
    fun approves(page: Uri): Uri = Uri.parse(checkNotNull(page.getQueryParameter("redirect_uri"))).buildUpon()
        .appendQueryParameter("code", CODE).appendQueryParameter("state", page.getQueryParameter("state"))
        .appendQueryParameter("iss", ISSUER).build()

    /** The sign-in page was left by its back button. */
    fun refuses(page: Uri): Uri = Uri.parse(checkNotNull(page.getQueryParameter("redirect_uri"))).buildUpon()
        .appendQueryParameter("error", "access_denied").appendQueryParameter("state", page.getQueryParameter("state"))
        .build()

    private fun HttpExchange.tokens() {
        val form = String(requestBody.readBytes()).split('&').associate { field ->
            val (name, value) = field.split('=')
            name to Uri.decode(value)
        }
        asked += form
        if (refuses) return answer(400, """{"error":"invalid_grant"}""")
        given += 1
        answer(200, """{"token_type":"Bearer","access_token":"access-$given","refresh_token":"refresh-$given","expires_in":300}""")
    }

    companion object {
        val ISSUER: String = checkNotNull(System.getProperty("onecall.issuer")) { "onecall.issuer names the server" }
        const val CODE = "a code / with ? signs & more"
        private val ADDRESS = URI(ISSUER)
        private val DISCOVERY =
            """{"issuer":"$ISSUER","authorization_endpoint":"$ISSUER/authorize","token_endpoint":"$ISSUER/token"}"""

        fun challengeOf(verifier: String): String {
            val digest = MessageDigest.getInstance("SHA-256").digest(verifier.encodeToByteArray())
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest)
        }
    }
}

/** Answers with this JSON, and nothing more. */
fun HttpExchange.answer(status: Int, json: String, type: String = "application/json") {
    responseHeaders.add("Content-Type", type)
    val body = json.encodeToByteArray()
    sendResponseHeaders(status, body.size.toLong())
    responseBody.use { it.write(body) }
}
