package org.onecall.app

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf

/** The ways into and out of every screen that the service can bring about: a new link, the back button. */
@RunWith(RobolectricTestRunner::class)
class WaysTest {
    @Test
    fun `a new link replaces whatever is shown, and asks in a running call`() = withService { customer, service ->
        customer.start()
        customer.seesLabel("app_start_without_scan")

        customer.tapLink("https://${Service.HOST}/j/THIS-IS-NO-LINK")
        customer.await("what is wrong with it") { all -> all.firstOrNull { it.isClickable } }
        customer.tapLink(service.createCall().link)
        customer.seesLabel("screen_ask_name")

        val second = service.createCall()
        customer.tapLink(second.link)
        customer.goesOnAs("Maria")
        customer.waitsIn(second, service)

        val third = service.createCall()
        customer.tapLink(third.link)
        customer.goesOnAs("Maria")
        customer.waitsIn(third, service)
        assertEquals("nobody is left behind in the second lobby", emptyList<String>(), service.waiting(second))

        service.knock(third, "decline", ""","reason":"not-now"""")
        customer.seesLabel("over_declined_not_now")
        val fourth = service.createCall()
        customer.tapLink(fourth.link)
        customer.goesOnAs("Maria")
        customer.waitsIn(fourth, service)

        service.knock(fourth, "admit")
        customer.seesLabel("call_mode_stills")
        val fifth = service.createCall()
        customer.tapLink(fifth.link)
        customer.seesLabel("question_leave_for_new_invitation")
        customer.tap("app_button_new_call_no")
        customer.seesLabel("call_mode_stills")
        customer.tapLink(fifth.link)
        customer.tap("app_button_new_call_yes")
        customer.goesOnAs("Maria")
        customer.waitsIn(fifth, service)
    }

    @Test
    fun `back takes each screen's own way out, and hides the app where there is none`() = withService { customer, service ->
        customer.start()
        customer.seesLabel("app_start_without_scan")
        customer.pressBack()
        assertFalse("hidden, not ended", customer.activity.isFinishing)

        customer.tapLink("https://${Service.HOST}/j/THIS-IS-NO-LINK")
        customer.seesNot("app_start_without_scan")
        customer.pressBack()
        customer.seesLabel("app_start_without_scan")

        val call = service.createCall()
        customer.tapLink(call.link)
        customer.seesLabel("screen_ask_name")
        customer.pressBack()
        customer.seesLabel("app_start_without_scan")

        customer.reachesLobby(call, service)
        customer.pressBack()
        customer.idle()
        assertFalse(customer.activity.isFinishing)
        service.read(call)
        if (service.waiting(call).isNotEmpty()) {
            service.knock(call, "admit")
            customer.seesLabel("call_mode_stills")
            customer.pressBack()
            customer.seesLabel("question_end_call")
            customer.pressBack()
            customer.seesLabel("call_mode_stills")
        }
    }

    @Test
    fun `a text on the clipboard is pasted on a tap and not before`() = withService { customer, service ->
        val call = service.createCall()
        customer.start()
        customer.copy("Hello! Please join here: ${call.link} Yours, Ann")
        customer.seesLabel("app_start_without_scan")
        customer.tap("app_button_paste")
        customer.seesLabel("screen_ask_name")
    }

    @Test
    fun `a spoken code is typed`() = withService { customer, service ->
        val call = service.createCall()
        val code = Regex("""\d{3}[ -]?\d{3}[ -]?\d{3}""").find(service.command(call, "spoken-code"))
        customer.start()
        customer.seesLabel("app_start_without_scan")
        customer.type(checkNotNull(code).value)
        customer.tap("app_button_go_on")
        customer.seesLabel("screen_ask_name")
    }

    @Test
    fun `a refused camera is said before the knock, and one may go on without it`() = withService { customer, service ->
        shadowOf(customer.packages).setSystemFeature("android.hardware.camera.any", true)
        customer.tapLink(service.createCall().link)
        customer.givesName("Maria")
        customer.seesLabel("screen_rehearse_ask")
        customer.tap("app_button_allow_camera")
        customer.answerPermission(granted = false)
        customer.await("the way on") { all -> all.firstOrNull { customer.label("app_button_without_camera") in it.words } }
        customer.tap("app_button_without_camera")
        customer.seesLabel("waiting_agent_absent")
    }

    @Test
    fun `screen readers find every button by its words`() = withService { customer, service ->
        customer.reachesLobby(service.createCall(), service)
        val buttons = customer.screen().filter { it.isClickable }
        assertTrue(buttons.isNotEmpty())
        buttons.forEach { assertTrue("a button without words", it.words.isNotBlank()) }
    }
}
