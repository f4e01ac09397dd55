package org.onecall.app

import android.Manifest
import android.app.NotificationManager
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/** What the customer or the phone refuses: the call goes on without it. */
@RunWith(RobolectricTestRunner::class)
class RefusalsTest {
    @Test
    fun `whoever refuses notifications is asleep when they look elsewhere, is let in, and is not asked again`() = withService { customer, service ->
        val manager = RuntimeEnvironment.getApplication().getSystemService(NotificationManager::class.java)
        shadowOf(manager).setNotificationsEnabled(false)
        val call = service.createCall()
        customer.reachesLobby(call, service)
        customer.awaits("the question") { asked(customer) }
        customer.answerPermission(granted = false)
        customer.goHome()
        // Nothing would tell them.
        customer.awaits("the sleep") { service.isAsleep(call) }
        service.knock(call, "admit")
        customer.awaits("the call") { "in-call" in service.read(call) || "admitted" in service.read(call) }
        customer.comeBack()
        customer.seesLabel("call_mode_stills")
        service.command(call, "end")
        customer.tap("app_button_close")

        customer.killAndReopen()
        val next = service.createCall()
        customer.tapLink(next.link)
        customer.goesOnAs("Maria")
        customer.waitsIn(next, service)
        assertTrue("asked once in the life of the app", !asked(customer))
    }

    @Test
    fun `a keystore that lost its key leaves an app as on its first day, which says nothing wrong`() =
        withService { customer, service ->
            val call = service.createCall()
            customer.reachesLobby(call, service)
            FakeKeystore.keys.clear()
            customer.killAndReopen()
            customer.seesLabel("app_start_without_scan")
            // What is kept from now on is found again.
            val next = service.createCall()
            customer.reachesLobby(next, service)
            customer.killAndReopen()
            customer.sees(textOf(service.read(next), "match_phrase"))
        }

    @Test
    fun `a keystore that gives no key at all keeps nothing, and the call goes on`() {
        for (failure in FakeKeystore.Failure.entries) {
            withService { customer, service ->
                FakeKeystore.failure = failure
                val call = service.createCall()
                customer.reachesLobby(call, service)
                service.knock(call, "admit")
                customer.seesLabel("call_mode_stills")
                customer.killAndReopen()
                customer.seesLabel("app_start_without_scan")
                FakeKeystore.failure = null
            }
        }
    }

    @Test
    fun `a keystore that fails at one start costs nothing at the next`() {
        for (failure in FakeKeystore.Failure.entries) {
            withService { customer, service ->
                val call = service.createCall()
                customer.reachesLobby(call, service)
                FakeKeystore.failure = failure
                customer.killAndReopen()
                // Which makes no key, and so may well give the one that it has.
                if (failure != FakeKeystore.Failure.NO_ROOM) customer.seesLabel("app_start_without_scan")
                FakeKeystore.failure = null
                customer.killAndReopen()
                customer.sees(textOf(service.read(call), "match_phrase"))
            }
        }
    }

    @Test
    fun `what a keystore would not keep is kept when the customer comes back to the app`() {
        for (failure in FakeKeystore.Failure.entries) {
            withService { customer, service ->
                FakeKeystore.failure = failure
                val call = service.createCall()
                customer.reachesLobby(call, service)
                FakeKeystore.failure = null
                customer.goHome()
                customer.comeBack()
                customer.awaits("the file") { kept().isNotEmpty() }
                customer.killAndReopen()
                customer.sees(textOf(service.read(call), "match_phrase"))
            }
        }
    }

    @Test
    fun `a file that is none of ours is as good as none`() = withService { customer, service ->
        val call = service.createCall()
        customer.reachesLobby(call, service)
        val files = kept()
        assertTrue("the place is kept in a file", files.isNotEmpty())
        for (bytes in listOf(byteArrayOf(), byteArrayOf(1, 2, 3), ByteArray(4_096) { it.toByte() })) {
            files.forEach { it.writeBytes(bytes) }
            customer.killAndReopen()
            customer.seesLabel("app_start_without_scan")
        }
    }

    private fun kept() =
        checkNotNull(RuntimeEnvironment.getApplication().noBackupFilesDir.listFiles()).filter { it.isFile }

    private fun asked(customer: Customer): Boolean {
        val asked = shadowOf(customer.activity).lastRequestedPermission ?: return false
        return Manifest.permission.POST_NOTIFICATIONS in asked.requestedPermissions
    }
}
