package org.onecall.core

import java.util.concurrent.CountDownLatch
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertSame
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.onecall.core.support.WithService
import org.onecall.core.support.config

/** The journey as an app observes it. */
class JourneyTest : WithService() {
    @Test
    fun `the current screen is there at once, and then the latest`() = withService { service ->
        val call = service.createCall()
        Journey(config(service.host), perform = {}).use { journey ->
            assertIs<Screen.Start>(journey.shown.value.screen)
            journey.call.text(call.link, Source.LINK)
            journey.awaits("ask-name")
            journey.call.name("Maria")
            journey.awaits("waiting")
            service.toCustomer(call, "admit")
            journey.awaits("in-call")
            assertEquals(journey.call.screen(), journey.shown.value)
        }
    }

    @Test
    fun `whoever comes late sees the latest screen alone`() {
        Journey(config("help.example.com"), perform = {}).use { journey ->
            journey.call.text("no link", Source.PASTE)
            journey.awaits("link-problem")
            val late = runBlocking { journey.shown.first() }
            assertIs<Screen.LinkProblem>(late.screen)
            assertSame(late, journey.shown.value)
        }
    }

    @Test
    fun `a closed journey keeps its last screen and takes no more`() {
        val journey = Journey(config("help.example.com"), perform = {})
        journey.call.text("no link", Source.PASTE)
        journey.awaits("link-problem")
        journey.close()
        journey.close()
        journey.call.dismiss()
        journey.call.networkBack()
        assertIs<Screen.LinkProblem>(journey.shown.value.screen)
        assertIs<Screen.LinkProblem>(journey.call.screen().screen)
    }

    @Test
    fun `what the app does wrong in perform and log stays in the app`() {
        val config = config("help.example.com").copy(callClient = true, verbose = true)
        val asked = CountDownLatch(1)
        val perform = { _: ShellEffect ->
            asked.countDown()
            error("this app fails")
        }
        Journey(config, perform = perform, log = { error("and so does its log") }).use { journey ->
            journey.call.text("https://teams.microsoft.com/meet/2345678901234?p=Abcdefgh12345678", Source.LINK)
            journey.awaits("ask-name")
            journey.call.name("Maria")
            asked.await()
            journey.call.dismiss()
            journey.call.text("no link", Source.PASTE)
            runBlocking { withTimeout(60_000) { journey.shown.first { it.kind != "ask-name" } } }
        }
    }

    private fun Journey.awaits(kind: String) {
        runBlocking { withTimeout(60_000) { shown.first { it.kind == kind } } }
    }
}
