package org.onecall.app

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.net.InetSocketAddress
import java.net.URI
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Executors

/**
 * Stands at the operator's host instead of the real service, and says what the real one of today does not: what a later
 * one may say, or one that wants its customers signed in.
 */
class StrangeService : AutoCloseable {
    /** The tokens that the knocks carried; empty for none. */
    val tokens = CopyOnWriteArrayList<String>()

    /** Commands, as they came. */
    val commands = CopyOnWriteArrayList<String>()

    /** What those who knock see. */
    @Volatile
    var says = view("lobby", "from-the-future")

    /** The one token that is taken; any, and none, where it is not said. */
    @Volatile
    var takesOnly: String? = null

    private val threads = Executors.newCachedThreadPool()
    private val address = URI("http://${Service.HOST}")
    private val server = HttpServer.create(InetSocketAddress(address.host, address.port), 0).apply {
        executor = threads
        createContext("/") { it.answer(404, "{}") }
        createContext("/v1/knock") { it.knock() }
        createContext("/v1/knock/commands") {
            commands += String(it.requestBody.readBytes())
            it.answer(200, says)
        }
        start()
    }

    override fun close() {
        server.stop(0)
        threads.shutdownNow()
    }

    private fun HttpExchange.knock() {
        requestBody.readBytes()
        val token = requestHeaders.getFirst("Authorization").orEmpty().removePrefix("Bearer ")
        tokens += token
        if (takesOnly != null && token != takesOnly) {
            return answer(401, SIGN_IN_NEEDED, "application/problem+json")
        }
        responseHeaders.add("Content-Type", "text/event-stream")
        sendResponseHeaders(200, 0)
        responseBody.write("event: state\ndata: $says\n\n".encodeToByteArray())
        responseBody.flush()
        // Open until the test is over.
        Thread.sleep(Long.MAX_VALUE)
    }

    companion object {
        /** A link with a right check character, of which nobody but this service knows. */
        val LINK = "https://${Service.HOST}/j/014D2PF2DBSQQGY7HD7H5NMTBR0"
        const val SENTENCE = "The workshop has closed for today."
        private const val SIGN_IN_NEEDED =
            """{"type":"/problems/sign-in-needed","title":"Sign in.","detail":"Sign in.","status":401}"""

        fun view(phase: String, state: String, mayReturn: Boolean = false) =
            """{"phase":"$phase","fallback":"$SENTENCE","visit":1,"here_every_ms":20000,"lease_ms":600000,""" +
                """"may_return":$mayReturn,"state":"$state"}"""
    }
}
