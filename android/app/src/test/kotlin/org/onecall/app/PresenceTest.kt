package org.onecall.app

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Intent
import android.content.pm.ServiceInfo
import java.time.Duration
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ServiceController
import org.robolectric.shadows.ShadowSystemClock

/** Who is kept awake while they look elsewhere, by what, and what they are told. */
@RunWith(RobolectricTestRunner::class)
class PresenceTest {
    private val application = shadowOf(RuntimeEnvironment.getApplication())
    private val manager: NotificationManager =
        checkNotNull(RuntimeEnvironment.getApplication().getSystemService(NotificationManager::class.java))

    @Test
    fun `from the knock on a service of its stated kind holds the process until the lobby is left`() =
        withService { customer, service ->
            assertNull(application.peekNextStartedService())
            customer.reachesLobby(service.createCall(), service)
            val held = started(customer)
            val foreground = shadowOf(held.get())
            assertEquals(customer.label("app_notification_waiting"), foreground.lastForegroundNotification.title)
            assertEquals(ServiceInfo.FOREGROUND_SERVICE_TYPE_SPECIAL_USE, held.get().foregroundServiceType)
            customer.tap("app_button_leave_lobby")
            customer.seesLabel("over_you_left_the_lobby")
            assertTrue("the service stops", foreground.isStoppedBySelf)
            held.destroy()
        }

    @Test
    fun `a service that is not wanted any more goes into the foreground, then stops, and is stopped by nobody before`() =
        withService { customer, service ->
            customer.reachesLobby(service.createCall(), service)
            customer.tap("app_button_leave_lobby")
            customer.seesLabel("over_you_left_the_lobby")
            // Only now does the system come to start it.
            assertNull("the system would end the app for that", application.nextStoppedService)
            val held = started(customer)
            val promised = ServiceInfo.FOREGROUND_SERVICE_TYPE_SPECIAL_USE
            assertEquals("into the foreground", promised, held.get().foregroundServiceType)
            assertTrue("the service stops", shadowOf(held.get()).isStoppedBySelf)
            held.destroy()
        }

    @Test
    fun `who looks elsewhere stays awake, is told that they were let in, and no longer once they look`() =
        withService { customer, service ->
            val call = service.createCall()
            customer.reachesLobby(call, service)
            customer.goHome()
            service.knock(call, "admit")
            customer.awaits("the notification") { isTold(customer) }
            assertFalse(service.read(call), service.isAsleep(call))
            customer.comeBack()
            customer.seesLabel("call_mode_stills")
            customer.awaits("no notification") { !isTold(customer) }
        }

    @Test
    fun `who would not be told is asleep for the agent while they look elsewhere, and awake again in the app`() =
        withService { customer, service ->
            // In the system's settings, this kind of notifications alone.
            manager.createNotificationChannel(NotificationChannel("admitted", "", NotificationManager.IMPORTANCE_NONE))
            val call = service.createCall()
            customer.reachesLobby(call, service)
            customer.goHome()
            customer.awaits("the sleep") { service.isAsleep(call) }
            customer.comeBack()
            customer.awaits("the customer") { !service.isAsleep(call) }
        }

    @Test
    fun `a lobby that was reached before anybody looked is held once the customer does`() = withService { customer, service ->
        customer.reachesLobby(service.createCall(), service)
        customer.killAndReopenLater {
            application.clearStartedServices()
            customer.passes(AT_WORK)
            assertNull("nobody may start it in the background", application.peekNextStartedService())
        }
        customer.awaits("the service") { application.peekNextStartedService() != null }
    }

    @Test
    fun `who was in the call before the process was ended is not told that they have been let in`() =
        withService { customer, service ->
            val call = service.createCall()
            customer.reachesLobby(call, service)
            service.knock(call, "admit")
            customer.seesLabel("call_mode_stills")
            customer.killAndReopenLater {
                customer.passes(AT_WORK)
                assertFalse("told what they know", isTold(customer))
            }
            customer.seesLabel("call_mode_stills")
        }

    @Test
    fun `hours before the start nobody is kept awake`() = withService { customer, service ->
        val start = System.currentTimeMillis() + Duration.ofHours(3).toMillis()
        val call = service.createCall(""","starts_at":$start""")
        customer.tapLink(call.link)
        customer.goesOnAs("Maria")
        customer.waitsIn(call, service)
        while (application.peekNextStartedService() != null) {
            // For the knock, before anybody knew.
            assertTrue("the service stops", shadowOf(started(customer).get()).isStoppedBySelf)
        }
        customer.goHome()
        customer.awaits("the sleep") { service.isAsleep(call) }
    }

    @Test
    fun `who waits longer than the phone is held awake is asleep for the agent from then on`() =
        withService { customer, service ->
            val call = service.createCall()
            customer.reachesLobby(call, service)
            val held = started(customer)
            customer.goHome()
            assertFalse(service.read(call), service.isAsleep(call))
            ShadowSystemClock.advanceBy(Duration.ofHours(4).plusSeconds(1))
            customer.awaits("the sleep") { service.isAsleep(call) }
            assertTrue("the service stops", shadowOf(held.get()).isStoppedBySelf)
            held.destroy()
        }

    /** What the system makes of the next wish for a service. */
    private fun started(customer: Customer): ServiceController<out android.app.Service> {
        customer.awaits("the service") { application.peekNextStartedService() != null }
        val intent: Intent = application.nextStartedService
        val name = checkNotNull(intent.component).className
        assertTrue(name, name.endsWith("PresenceService"))
        val type = Class.forName(name, true, javaClass.classLoader).asSubclass(android.app.Service::class.java)
        return Robolectric.buildService(type, intent).create().startCommand(0, 1)
    }

    private fun isTold(customer: Customer): Boolean {
        val admitted = customer.label("app_notification_admitted")
        return shadowOf(manager).allNotifications.any { it.title == admitted }
    }

    private companion object {
        /** Enough for a process to take its place again. */
        val AT_WORK: Duration = Duration.ofSeconds(2)
    }
}

private val Notification.title get() = extras.getCharSequence(Notification.EXTRA_TITLE)?.toString()
