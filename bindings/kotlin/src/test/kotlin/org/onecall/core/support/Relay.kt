package org.onecall.core.support

import java.io.IOException
import java.net.InetAddress
import java.net.ServerSocket
import java.net.Socket
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import kotlin.concurrent.thread
import kotlin.test.assertNotNull

/** What answers a connection. Whatever it throws ends that connection. */
typealias Answer = (Socket) -> Unit

/** What a phone takes for the service: passes on to the real one, or answers by itself, or not at all. */
class Relay(
    @Volatile private var answer: Answer,
    private val listening: ServerSocket = ServerSocket(0, BACKLOG, InetAddress.getByAddress(byteArrayOf(127, 0, 0, 1))),
) : AutoCloseable {
    private val open = ConcurrentHashMap.newKeySet<Socket>()
    private val accepted = LinkedBlockingQueue<Unit>()

    /** `ADDRESS:PORT` for the phone. */
    val host = "${listening.inetAddress.hostAddress}:${listening.localPort}"

    init {
        thread(isDaemon = true) { ending { while (true) serve(listening.accept()) } }
    }

    /** From here on connections are answered like this; those that are open end. */
    fun answers(other: Answer) {
        answer = other
        accepted.clear()
        open.forEach { it.close() }
    }

    /** The network is gone: what is open breaks, what is tried fails. */
    fun goesAway() = answers { }

    /** Whether nobody has connected since the answer was changed. */
    val isUntouched get() = accepted.isEmpty()

    /** Returns when somebody has connected since the answer was changed. */
    fun awaitConnection() {
        assertNotNull(accepted.poll(60, TimeUnit.SECONDS), "nobody connected")
    }

    override fun close() {
        listening.close()
        open.forEach { it.close() }
    }

    private fun serve(socket: Socket) {
        open += socket
        accepted.put(Unit)
        val now = answer
        thread(isDaemon = true) {
            ending { socket.use(now) }
            open -= socket
        }
    }

    private companion object {
        const val BACKLOG = 512
    }
}

/** A link to the same call through the relay. */
fun Call.through(relay: Relay, service: Service) = link.replace(service.host, relay.host)

/** Passes everything on to this service. */
fun passOn(service: Service): Answer = { near ->
    val (address, port) = service.host.split(":")
    Socket(address, port.toInt()).use { far ->
        val back = thread(isDaemon = true) { ending { pump(far, near) } }
        ending { pump(near, far) }
        // Neither direction outlives the other: what it means here is that one side has gone.
        far.close()
        back.join()
    }
}

private fun pump(from: Socket, to: Socket) {
    val bytes = ByteArray(16 * 1024)
    while (true) {
        val count = from.getInputStream().read(bytes)
        if (count < 0) break
        to.getOutputStream().write(bytes, 0, count)
    }
    to.close()
}

/** Sockets end by failing. */
private fun ending(work: () -> Unit) {
    try {
        work()
    } catch (_: IOException) {
        // That was the end.
    }
}
