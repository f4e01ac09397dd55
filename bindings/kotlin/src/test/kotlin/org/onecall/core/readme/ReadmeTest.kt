package org.onecall.core.readme

import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertNotNull
import kotlin.test.assertTrue
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.onecall.core.support.Relay
import org.onecall.core.support.WithService
import org.onecall.core.support.property
import org.onecall.core.support.repository
import org.onecall.core.support.says
import org.onecall.core.support.through

/** The example of the README is compiled, and does what it says. */
class ReadmeTest : WithService() {
    private val readme = repository.resolve("bindings/kotlin/README.md").toFile().readText()

    @Test
    fun `the example in the README is the one that is run here`() {
        val source = repository.resolve("bindings/kotlin/src/test/kotlin/org/onecall/core/readme/SupportCall.kt")
        val example = source.toFile().readText().substringAfter("\n\nclass ").let { "class $it" }
        assertContains(readme, "```kotlin\n$example```")
    }

    @Test
    fun `the README names this version`() {
        assertTrue(readme.contains("org.onecall:onecall-core:${property("onecall.version")}"))
        assertTrue(readme.contains("<version>${property("onecall.version")}</version>"))
    }

    @Test
    fun `the example brings a customer into the lobby and the call`() = withService { service ->
        val call = service.createCall()
        val kept = Kept(service.host)
        running(kept) {
            awaits("screen-start")
            app.onLink(call.link)
            awaits("screen-ask-name")
            app.onName("Maria")
            awaits("waiting-agent-absent")
            service.toCustomer(call, "admit")
            // Nobody looks at the console.
            awaits("screen-agent-away")
            tap("Leave")
            awaits("question-end-call")
            tap("Yes")
            awaits("over-you-left")
        }
        assertNotNull(kept.blob)
    }

    @Test
    fun `a knock that reaches nobody can be given up in the example`() = withService { service ->
        val call = service.createCall()
        service.close()
        running(Kept(service.host)) {
            app.onLink(call.link)
            awaits("screen-ask-name")
            app.onName("Maria")
            awaits("screen-unreachable")
            tap("Leave")
            awaits("over-you-left-the-lobby")
            tap("Close")
            awaits("screen-start")
        }
    }

    @Test
    fun `where the service wants a sign-in the example holds nobody up`() = withService { service ->
        val call = service.createCall()
        val problem = """{"type":"/problems/sign-in-needed","status":401,"title":"","detail":""}"""
        Relay(says("401 Unauthorized\r\nContent-Type: application/problem+json", problem)).use { relay ->
            running(Kept(relay.host)) {
                app.onLink(call.through(relay, service))
                awaits("screen-ask-name")
                app.onName("Maria")
                // Silence would be waited out for a minute.
                awaits("over-unknown", atMost = 30)
            }
        }
    }

    /** The example as an app runs it, and a customer who looks at it. */
    private fun running(kept: Kept, look: suspend Customer.() -> Unit) {
        val screens = Channel<Pair<String, List<Tap>>>(Channel.UNLIMITED)
        SupportCall(kept) { lines, taps -> screens.trySend(lines.first().id to taps) }.use { app ->
            runBlocking {
                val runs = launch(Dispatchers.Default) {
                    launch { app.draw() }
                    launch { app.serve() }
                }
                Customer(app, screens).look()
                runs.cancel()
            }
        }
    }

    private class Customer(val app: SupportCall, private val screens: Channel<Pair<String, List<Tap>>>) {
        private var taps: List<Tap> = emptyList()

        suspend fun awaits(headline: String, atMost: Long = 60) = withTimeout(atMost * 1000) {
            do {
                val (said, tappable) = screens.receive()
                taps = tappable
            } while (said != headline)
        }

        fun tap(label: String) = taps.single { it.label == label }.act()
    }

    private class Kept(override val host: String) : Storage {
        @Volatile
        var blob: String? = null

        override fun read() = blob

        override fun write(blob: String?) {
            this.blob = blob
        }

        override fun browse(url: String) = Unit
    }
}
