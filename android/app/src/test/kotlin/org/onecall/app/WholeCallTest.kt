package org.onecall.app

import android.app.Notification
import android.app.NotificationManager
import android.content.pm.ServiceInfo
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/** The real activity, the real library, the real service. */
@RunWith(RobolectricTestRunner::class)
class WholeCallTest {
    @Test
    fun `a call from the tapped link through name and lobby to its end`() = withService { customer, service ->
        val call = service.createCall()
        customer.tapLink(call.link)
        customer.goesOnAs("Maria")
        customer.waitsIn(call, service)
        service.knock(call, "hold", ""","message":"One minute."""")
        customer.sees("One minute.")
        service.knock(call, "admit")
        customer.seesLabel("call_mode_stills")
        service.command(call, "end")
        customer.seesLabel("over_call_over")
        customer.tap("app_button_close")
        customer.seesLabel("app_start_without_scan")
    }

    @Test
    fun `after the process was ended in the lobby the same place is taken again`() = withService { customer, service ->
        val call = service.createCall()
        customer.reachesLobby(call, service)
        val before = service.knocks(call)
        customer.killAndReopen()
        customer.sees(textOf(service.read(call), "match_phrase"))
        assertEquals(before, service.knocks(call))
        service.knock(call, "admit")
        customer.seesLabel("call_mode_stills")
    }

    @Test
    fun `a rotation in the lobby changes nothing`() = withService { customer, service ->
        val call = service.createCall()
        customer.reachesLobby(call, service)
        val before = service.knocks(call)
        customer.rotate()
        customer.sees(textOf(service.read(call), "match_phrase"))
        assertEquals(before, service.knocks(call))
        assertFalse(service.read(call), "asleep" in textOf(service.read(call), "state"))
    }

    @Test
    fun `what was typed survives a rotation`() = withService { customer, service ->
        customer.tapLink(service.createCall().link)
        customer.seesLabel("screen_ask_name")
        customer.type("Marianne")
        customer.rotate()
        customer.sees("Marianne")
    }

    @Test
    fun `from the knock on a service of its stated kind holds the process until the lobby is left`() =
        withService { customer, service ->
            val call = service.createCall()
            val application = shadowOf(RuntimeEnvironment.getApplication())
            assertNull(application.peekNextStartedService())
            customer.reachesLobby(call, service)
            val started = application.nextStartedService
            val name = checkNotNull(started.component).className
            assertTrue(name, name.endsWith("PresenceService"))
            val type = Class.forName(name, true, javaClass.classLoader).asSubclass(android.app.Service::class.java)
            val held = Robolectric.buildService(type, started).create().startCommand(0, 1)
            val foreground = shadowOf(held.get())
            assertEquals(customer.label("app_notification_waiting"), foreground.lastForegroundNotification.title)
            assertEquals(ServiceInfo.FOREGROUND_SERVICE_TYPE_SPECIAL_USE, held.get().foregroundServiceType)
            customer.tap("app_button_leave_lobby")
            customer.seesLabel("over_you_left_the_lobby")
            assertNotNull("the service is stopped", application.nextStoppedService)
            held.destroy()
        }

    @Test
    fun `who looks elsewhere is told that they were let in, and no longer once they look`() =
        withService { customer, service ->
            val call = service.createCall()
            customer.reachesLobby(call, service)
            customer.goHome()
            service.knock(call, "admit")
            val admitted = customer.label("app_notification_admitted")
            customer.awaits("the notification") { notifications().any { it.title == admitted } }
            customer.comeBack()
            customer.seesLabel("call_mode_stills")
            customer.awaits("no notification") { notifications().none { it.title == admitted } }
        }

    private fun notifications(): List<Notification> {
        val manager = RuntimeEnvironment.getApplication().getSystemService(NotificationManager::class.java)
        return shadowOf(checkNotNull(manager)).allNotifications
    }
}

private val Notification.title get() = extras.getCharSequence(Notification.EXTRA_TITLE)?.toString()
