package org.onecall.core.support

import java.io.OutputStream
import java.net.Socket

// Whatever stands where the service should be.

/** Answers every request with this head and body, and closes. */
fun says(head: String, body: String = ""): Answer = { socket ->
    readRequest(socket)
    socket.getOutputStream().write("HTTP/1.1 $head\r\nContent-Length: ${body.length}\r\n\r\n$body".toByteArray())
    socket.getOutputStream().flush()
}

/** Answers every request with this head, and then writes without an end. */
fun neverEnds(head: String, write: (OutputStream) -> Unit): Answer = { socket ->
    readRequest(socket)
    val out = socket.getOutputStream()
    out.write(head.replace("\n", "\r\n").toByteArray())
    while (true) {
        write(out)
        out.flush()
    }
}

/** Takes every request and never answers. */
val silence: Answer = { socket ->
    readRequest(socket)
    // Until the phone, or the test, has enough of it.
    socket.getInputStream().readAllBytes()
}

/** Answers one byte after the other, each after so long that the whole never comes. */
val tooSlow: Answer = { socket ->
    readRequest(socket)
    for (byte in "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n".repeat(100).toByteArray()) {
        socket.getOutputStream().write(byte.toInt())
        socket.getOutputStream().flush()
        Thread.sleep(500)
    }
}

/** Reads the head; the body, if it is there already, is not looked at. */
private fun readRequest(socket: Socket) {
    val input = socket.getInputStream()
    var newlines = 0
    while (newlines < 2) {
        when (input.read()) {
            -1 -> return
            '\n'.code -> newlines++
            '\r'.code -> Unit
            else -> newlines = 0
        }
    }
    // A close with bytes unread would reset the connection, and the answer would be lost.
    val length = 64 * 1024
    while (input.available() > 0) input.readNBytes(minOf(length, input.available()))
}
