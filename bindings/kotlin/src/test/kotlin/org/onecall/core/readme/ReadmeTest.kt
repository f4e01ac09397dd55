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
import org.onecall.core.support.WithService
import org.onecall.core.support.property
import org.onecall.core.support.repository

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
        val headlines = Channel<String>(Channel.UNLIMITED)
        SupportCall(kept) { lines -> headlines.trySend(lines.first().id) }.use { app ->
            runBlocking {
                val drawing = launch(Dispatchers.Default) { app.draw() }
                suspend fun awaits(headline: String) = withTimeout(60_000) {
                    while (headlines.receive() != headline) continue
                }
                awaits("screen-start")
                app.onLink(call.link)
                awaits("screen-ask-name")
                app.onName("Maria")
                awaits("waiting-agent-absent")
                service.toCustomer(call, "admit")
                awaits("screen-in-call")
                drawing.cancel()
            }
        }
        assertNotNull(kept.blob)
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
