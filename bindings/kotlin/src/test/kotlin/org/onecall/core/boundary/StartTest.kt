package org.onecall.core.boundary

import java.util.concurrent.CountDownLatch
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import org.onecall.core.Screen
import org.onecall.core.support.Phone
import org.onecall.core.support.RecordingShell
import org.onecall.core.support.Relay
import org.onecall.core.support.WithService
import org.onecall.core.support.config
import org.onecall.core.support.passOn
import org.onecall.core.support.through

/** The object is made on the app's main thread. */
class StartTest : WithService() {
    @Test
    fun `a start from the lobby waits for no network, whatever the service does`() = withService { service ->
        val call = service.createCall()
        Relay(passOn(service)).use { relay ->
            val link = call.through(relay, service)
            val blob = Phone(relay.host).use { phone ->
                phone.knocks(link)
                phone.blob
            }
            // A hole: connections are taken, and nothing comes back before this test has seen the start.
            relay.answers { socket -> socket.getInputStream().readAllBytes() }
            Phone(relay.host, blob).use { phone ->
                // Had the constructor waited, it would have waited for the end of the phone's patience, and the screen
                // would say that the service cannot be reached.
                assertEquals(listOf("screen-knocking"), phone.call.screen().lines.map { it.id })
                relay.awaitConnection()
                assertEquals(listOf("screen-knocking"), phone.call.screen().lines.map { it.id })
                relay.answers(passOn(service))
                phone.call.networkBack()
                phone.awaits<Screen.Waiting>("the same place")
            }
        }
    }
    @Test
    fun `a start returns before the core's own thread has taken its first step, and so before any connection`() =
        withService { service ->
            val blob = Phone(service.host).use { phone ->
                phone.knocks(service.createCall().link)
                phone.blob
            }
            Relay(passOn(service)).use { relay ->
                // Whatever the core does over the network it does on the thread that is held here until the start is over.
                val started = CountDownLatch(1)
                val shell = RecordingShell(onLog = { started.await() })
                Phone(config(relay.host), blob?.replace(service.host, relay.host), shell).use { phone ->
                    assertTrue(relay.isUntouched)
                    assertEquals("knocking", phone.call.screen().kind)
                    started.countDown()
                    phone.awaits<Screen.Waiting>("the same place") { !it.v1.reconnecting }
                }
            }
        }
}
