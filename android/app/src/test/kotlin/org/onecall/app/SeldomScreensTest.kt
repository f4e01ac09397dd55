package org.onecall.app

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/** Screens that a plain call with the service of today never shows. */
@RunWith(RobolectricTestRunner::class)
class SeldomScreensTest {
    @Test
    fun `of two links in one message the customer chooses one, or none`() = withService { customer, service ->
        val (first, second) = service.createCall() to service.createCall()
        customer.start()
        customer.copy("Yesterday: ${first.link}\nToday: ${second.link}")
        customer.tap("app_button_paste")
        customer.tap("app_button_none_of_these")
        customer.seesLabel("app_start_without_scan")

        customer.tap("app_button_paste")
        customer.seesLabel("app_button_none_of_these")
        val end = second.link.takeLast(8).chunked(4).joinToString("\u00A0")
        val choice = customer.await("the second link") { all -> all.firstOrNull { it.isClickable && end in it.words } }
        assertTrue(choice.click())
        customer.goesOnAs("Maria")
        customer.waitsIn(second, service)
        assertEquals(emptyList<String>(), service.knocks(first))
    }

    @Test
    fun `a meeting in Teams is opened there, and back leads to the start`() = withCustomer { customer ->
        customer.start()
        customer.copy("Join: $MEETING")
        customer.tap("app_button_paste")
        customer.seesLabel("screen_teams_client")
        customer.tap("app_button_open_teams")
        val application = shadowOf(RuntimeEnvironment.getApplication())
        customer.awaits("Teams") { application.peekNextStartedActivity() != null }
        assertEquals(MEETING, application.nextStartedActivity.dataString)
        customer.seesLabel("screen_teams_client")
        customer.pressBack()
        customer.seesLabel("app_start_without_scan")
    }

    @Test
    fun `a sentence that the app does not know is shown, and the lobby behind it can be left`() = withStrange { customer, service ->
        customer.tapLink(StrangeService.LINK)
        customer.goesOnAs("Maria")
        customer.sees(StrangeService.SENTENCE)
        customer.pressBack()
        customer.sees(StrangeService.SENTENCE)
        customer.tap("app_button_leave_lobby")
        customer.seesLabel("over_you_left_the_lobby")
        customer.awaits("the farewell") { service.commands.any { "leave-lobby" in it } }
    }

    @Test
    fun `the call behind such a sentence asks before it ends`() = withStrange { customer, service ->
        service.says = StrangeService.view("call", "from-the-future")
        customer.tapLink(StrangeService.LINK)
        customer.goesOnAs("Maria")
        customer.sees(StrangeService.SENTENCE)
        customer.pressBack()
        customer.tap("app_button_end_call_yes")
        customer.seesLabel("over_you_left")
    }

    @Test
    fun `an end for a reason that the app does not know is closed, and one may knock again where that is said`() =
        withStrange { customer, service ->
            service.says = StrangeService.view("over", "from-the-future", mayReturn = true)
            customer.tapLink(StrangeService.LINK)
            customer.goesOnAs("Maria")
            customer.sees(StrangeService.SENTENCE)
            customer.tap("app_button_knock_again")
            customer.awaits("another knock") { service.tokens.size == 2 }
            customer.tap("app_button_close")
            customer.seesLabel("app_start_without_scan")
        }

    @Test
    fun `an app that is too old leads to its page in the store`() = withStrange { customer, service ->
        service.says = StrangeService.view("over", "update-required")
        customer.tapLink(StrangeService.LINK)
        customer.goesOnAs("Maria")
        customer.seesLabel("screen_update_required")
        customer.tap("app_button_open_store")
        val application = shadowOf(RuntimeEnvironment.getApplication())
        customer.awaits("the store") { application.peekNextStartedActivity() != null }
        val store = checkNotNull(application.nextStartedActivity.data)
        assertEquals("play.google.com", store.host)
        customer.tap("app_button_close")
        customer.seesLabel("app_start_without_scan")
    }

    @Test
    fun `the app speaks the language of the phone`() {
        RuntimeEnvironment.setQualifiers("+de")
        withService { customer, service ->
            val call = service.createCall()
            customer.tapLink(call.link)
            customer.sees("Wie heißen Sie?")
            customer.goesOnAs("Maria")
            customer.sees("Ihre zwei Wörter: ")
            service.command(call, "end")
            customer.tap("app_button_close")
        }
    }

    private fun withStrange(scene: (Customer, StrangeService) -> Unit) =
        StrangeService().use { service -> withCustomer { customer -> scene(customer, service) } }

    private companion object {
        const val MEETING = "https://teams.microsoft.com/meet/2912345678901?p=AbC123"
    }
}
