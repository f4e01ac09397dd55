package org.onecall.core.trouble

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlinx.serialization.json.JsonPrimitive
import org.onecall.core.Screen
import org.onecall.core.support.Call
import org.onecall.core.support.Phone
import org.onecall.core.support.Service
import org.onecall.core.support.WithService

/** Ten years, in milliseconds. */
private const val YEARS = 10L * 365 * 24 * 60 * 60 * 1000

/** The clock of the phone jumps while the app is not there to see it. */
class ClockTest : WithService() {
    @Test
    fun `a clock that jumps by ten years while the phone sleeps in the lobby costs nobody the place`() =
        withService { service ->
            for (jump in listOf(-YEARS, YEARS)) {
                val call = service.createCall()
                val blob = blobOf(service, call) { phone ->
                    phone.call.sleep()
                    phone.shell.awaitSaved("the sleep") { "asleep_since_ms" in it }
                }
                Phone(service.host, moved("asleep_since_ms", jump, blob)).use { again ->
                    again.awaits<Screen.Waiting>("the same place") { !it.v1.reconnecting }
                    service.toCustomer(call, "admit")
                    again.awaits<Screen.InCall>("the call")
                    assertEquals(1, service.knocks(call).size)
                }
            }
        }

    @Test
    fun `beats that were numbered by a clock ten years off are gone on with, and the agent sees who is awake`() =
        withService { service ->
            for (jump in listOf(-YEARS, YEARS)) {
                val call = service.createCall()
                val blob = blobOf(service, call) { }
                service.console().use { console ->
                    fun awaitsAwake(awake: Boolean) = console.awaits("a phone that is awake: $awake") {
                        service.knocks(call).single()["awake"] == JsonPrimitive(awake)
                    }
                    Phone(service.host, moved("beats", jump, blob)).use { again ->
                        again.awaits<Screen.Waiting>("the same place") { !it.v1.reconnecting }
                        awaitsAwake(true)
                        again.call.sleep()
                        awaitsAwake(false)
                        again.call.wake()
                        awaitsAwake(true)
                    }
                }
            }
        }

    /** What a phone has kept that waits in the lobby of this call and has done this there. */
    private fun blobOf(service: Service, call: Call, then: (Phone) -> Unit): String = Phone(service.host).use { phone ->
        phone.knocks(call.link)
        then(phone)
        assertNotNull(phone.blob)
    }

    /** The blob, with this number in it as if the clock had stood elsewhere. */
    private fun moved(name: String, jump: Long, blob: String): String {
        val number = assertNotNull(Regex("\"$name\":([0-9]+)").find(blob)?.groups?.get(1))
        return blob.replaceRange(number.range, maxOf(number.value.toLong() + jump, 0).toString())
    }
}
