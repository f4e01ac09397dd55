package org.onecall.app

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/** Who had to install the app first goes on in the call that they came for; whatever else the store keeps does nothing. */
@RunWith(RobolectricTestRunner::class)
class ReferrerTest {
    @Test
    fun `a ticket that the store kept leads into its call, once`() = Service().use { service ->
        val call = service.createCall()
        val store = PlayStore(PlayStore.Answer.Kept("onecall:ticket/${service.ticket(call)}"))
        store.install()
        Customer().use { customer ->
            customer.start()
            customer.givesName("Maria")
            customer.goesOnWithoutCamera()
            customer.waitsIn(call, service)
            service.knock(call, "decline", ""","reason":"not-now"""")
            customer.seesLabel("over_declined_not_now")

            customer.killAndReopen()
            customer.seesLabel("over_declined_not_now")
            assertEquals("asked at the first start alone", 1, store.asked)
        }
    }

    @Test
    fun `what is no invitation of the operator's leaves the app as on any first day`() = Service().use { service ->
        for (text in HOSTILE) {
            val store = PlayStore(PlayStore.Answer.Kept(text))
            store.install()
            Customer().use { customer ->
                customer.start()
                customer.awaits("the question to the store") { store.asked == 1 }
                customer.idle()
                customer.seesLabel("app_start_without_scan")
                assertNull(shadowOf(RuntimeEnvironment.getApplication()).peekNextStartedActivity())
                assertFalse(customer.activity.isFinishing)
                customer.tapLink(service.createCall().link)
                customer.seesLabel("screen_ask_name")
            }
        }
    }

    @Test
    fun `a store that refuses or says nothing stops nobody, and is asked again`() {
        for (answer in listOf(PlayStore.Answer.Refusal, PlayStore.Answer.Nothing)) {
            val store = PlayStore(answer)
            store.install()
            withCustomer { customer ->
                customer.start()
                customer.awaits("the question to the store") { store.asked == 1 }
                customer.seesLabel("app_start_without_scan")
                customer.killAndReopen()
                customer.awaits("the second question") { store.asked == 2 }
                customer.seesLabel("app_start_without_scan")
            }
        }
    }

    private companion object {
        val HOSTILE = listOf(
            null, "", "utm_source=google-play&utm_medium=organic", "onecall:ticket/", "onecall:ticket/../../etc/hosts",
            "https://evil.example.net/j/0123456789ABCDEFGHJKMNPQRSX", "https://user:pw@${Service.HOST}/j/0",
            "intent:#Intent;action=android.intent.action.CALL;end", "javascript:0", "\u0000\u202e", "x".repeat(100_000),
        )
    }
}
