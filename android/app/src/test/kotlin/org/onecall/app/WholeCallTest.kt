package org.onecall.app

import java.util.concurrent.CountDownLatch
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

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
        assertFalse(service.read(call), service.isAsleep(call))
    }

    @Test
    fun `what was typed survives the end of the process`() = withCustomer { customer ->
        customer.start()
        customer.seesLabel("app_start_without_scan")
        customer.type("123 456")
        customer.killAndReopen()
        customer.sees("123 456")
    }

    @Test
    fun `while what was kept is read the app says that it starts`() = withService { customer, service ->
        val call = service.createCall()
        customer.reachesLobby(call, service)
        FakeKeystore.opens = CountDownLatch(1)
        customer.killAndReopen()
        customer.seesLabel("app_android_starting")
        FakeKeystore.opens.countDown()
        customer.sees(textOf(service.read(call), "match_phrase"))
    }

    @Test
    fun `what was typed survives a rotation`() = withService { customer, service ->
        customer.tapLink(service.createCall().link)
        customer.seesLabel("screen_ask_name")
        customer.type("Marianne")
        customer.rotate()
        customer.sees("Marianne")
    }
}
