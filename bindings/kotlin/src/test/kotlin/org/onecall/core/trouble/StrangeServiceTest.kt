package org.onecall.core.trouble

import java.nio.file.Path
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.io.TempDir
import org.onecall.core.Screen
import org.onecall.core.Source
import org.onecall.core.support.Answer
import org.onecall.core.support.Call
import org.onecall.core.support.Phone
import org.onecall.core.support.Relay
import org.onecall.core.support.Service
import org.onecall.core.support.neverEnds
import org.onecall.core.support.passOn
import org.onecall.core.support.says
import org.onecall.core.support.silence
import org.onecall.core.support.text
import org.onecall.core.support.through
import org.onecall.core.support.tooSlow

private const val STREAM = "HTTP/1.1 200 OK\nContent-Type: text/event-stream\n\n"

/** Something else answers where the service should be, and says any nonsense there is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangeServiceTest {
    private val answers: Map<String, Answer> = mapOf(
        "a page, as a hotel's sign-in does" to says("200 OK\r\nContent-Type: text/html", "<html>Sign in</html>"),
        "a page that calls itself a stream" to says("200 OK\r\nContent-Type: text/event-stream", "<html>Hi</html>\n\n"),
        "a way to another address" to says("302 Found\r\nLocation: http://127.0.0.1:1/login"),
        "an error in HTML" to says("502 Bad Gateway\r\nContent-Type: text/html", "<html>Bad gateway</html>"),
        "a problem that is none" to says("400 Bad Request\r\nContent-Type: application/problem+json", "{\"type\":7}"),
        "states of another shape" to says(
            "200 OK\r\nContent-Type: text/event-stream", "event: waiting\ndata: {\"state\":[1,2,3]}\n\n",
        ),
        "another protocol" to { socket -> socket.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n".toByteArray()) },
        "nothing, and closes" to { },
        "nothing, and stays silent" to silence,
        "too slowly" to tooSlow,
        "headers without an end" to neverEnds("HTTP/1.1 200 OK\n") {
            it.write("X-Much: much\r\n".repeat(100).toByteArray())
        },
        "a problem without an end" to neverEnds(
            "HTTP/1.1 400 Bad Request\nContent-Type: application/problem+json\n\n",
        ) { it.write(" ".repeat(8192).toByteArray()) },
        "an event without an end" to neverEnds(STREAM + "data: ") { it.write("much ".repeat(2000).toByteArray()) },
    )

    private lateinit var service: Service
    private val trials = mutableMapOf<String, Trial>()

    /** All at once: the slowest cost the phone's whole patience, and they can wait together. */
    @BeforeAll
    fun start(@TempDir data: Path) {
        service = Service(data)
        for ((what, answer) in answers) trials[what] = Trial(answer, service.createCall())
    }

    @AfterAll
    fun end() {
        trials.values.forEach { it.close() }
        service.close()
    }

    @TestFactory
    fun `whatever answers, the screen says that the service is not reached, and nothing is lost`() =
        answers.keys.map { what -> dynamicTest(what) { trials.getValue(what).passes() } }

    private inner class Trial(answer: Answer, private val call: Call) : AutoCloseable {
        private val relay = Relay(answer)
        private val phone = Phone(relay.host)

        init {
            phone.call.text(call.through(relay, service), Source.LINK)
            phone.call.name("Maria")
        }

        fun passes() {
            phone.says("screen-unreachable")
            assertNotNull(phone.blob, "the way that was gone so far is kept")
            relay.answers(passOn(service))
            phone.call.networkBack()
            phone.awaits<Screen.Waiting>("the lobby, with the name that was typed")
            assertEquals(listOf("Maria"), service.knocks(call).map { text(it, "name") })
        }

        override fun close() {
            phone.close()
            relay.close()
        }
    }
}
