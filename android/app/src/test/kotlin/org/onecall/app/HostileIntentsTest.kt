package org.onecall.app

import android.content.ComponentName
import android.content.Intent
import android.content.pm.ApplicationInfo
import android.content.pm.PackageManager
import android.net.Uri
import android.os.Bundle
import java.util.Random
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/**
 * What another app on the phone may try: OWASP MASTG-TEST-0028 (deep links), -0029 (exported components), -0030 (pending
 * intents), -0070 (what links lead to), MASTG-KNOW-0019 and -0020.
 */
@RunWith(RobolectricTestRunner::class)
class HostileIntentsTest {
    private val application get() = RuntimeEnvironment.getApplication()

    @Test
    fun `one activity alone is exported, and no service, receiver or provider`() {
        val everything = PackageManager.GET_ACTIVITIES or PackageManager.GET_SERVICES or
            PackageManager.GET_RECEIVERS or PackageManager.GET_PROVIDERS
        val info = application.packageManager.getPackageInfo(application.packageName, everything)
        val components = info.activities.orEmpty().asList() + info.services.orEmpty() + info.receivers.orEmpty()
        val exported = components.filter { it.exported }.map { it.name } +
            info.providers.orEmpty().filter { it.exported }.map { it.name }
        assertEquals(listOf("org.onecall.app.MainActivity"), exported)
    }

    @Test
    fun `neither a backup nor plain HTTP is allowed, and the app has no affinity that another could share`() {
        val info = application.packageManager.getApplicationInfo(application.packageName, 0)
        assertEquals(0, info.flags and ApplicationInfo.FLAG_ALLOW_BACKUP)
        assertEquals(0, info.flags and ApplicationInfo.FLAG_USES_CLEARTEXT_TRAFFIC)
        assertNull(info.taskAffinity?.takeIf { it.isNotEmpty() })
    }

    @Test
    fun `a link to another host opens nothing and is named`() = Customer().use { customer ->
        customer.tapLink("https://evil.example.net/j/0123456789ABCDEFGHJKMNPQRSX")
        customer.sees("evil.example.net")
        assertNull(shadowOf(application).peekNextStartedActivity())
    }

    @Test
    fun `an intent within an intent is never started, and extras are never unpacked`() = Customer().use { customer ->
        customer.start()
        customer.seesLabel("app_start_without_scan")
        val inner = Intent().setComponent(ComponentName(application.packageName, "org.onecall.app.PresenceService"))
        val outer = Intent(Intent.ACTION_VIEW, Uri.parse("intent:#Intent;action=android.intent.action.CALL;end"))
        outer.putExtra("next", inner).putExtra(Intent.EXTRA_INTENT, inner)
        customer.receive(outer)
        assertNull(shadowOf(application).peekNextStartedActivity())
        assertNull(shadowOf(application).peekNextStartedService())
        assertNull("nobody is answered", shadowOf(customer.activity).resultIntent)
    }

    @Test
    fun `10,000 malformed and hostile intents crash nothing, start nothing, and a good link works afterwards`() =
        withService { customer, service ->
            customer.start()
            customer.seesLabel("app_start_without_scan")
            val random = Random(SEED)
            repeat(INTENTS) { index ->
                customer.hand(hostile(random))
                if (index % BATCH == 0) customer.idle()
            }
            customer.idle()
            assertFalse(customer.activity.isFinishing)
            assertNull(shadowOf(application).peekNextStartedActivity())
            assertNull(shadowOf(application).peekNextStartedService())
            customer.tapLink(service.createCall().link)
            customer.seesLabel("screen_ask_name")
        }

    private fun hostile(random: Random): Intent {
        val intent = Intent(ACTIONS[random.nextInt(ACTIONS.size)])
        if (random.nextInt(8) > 0) intent.data = Uri.parse(text(random))
        if (random.nextInt(4) == 0) intent.type = text(random)
        if (random.nextInt(4) == 0) intent.flags = random.nextInt()
        if (random.nextInt(2) == 0) intent.putExtra(text(random), Bundle().apply { putParcelable("x", Intent(text(random))) })
        if (random.nextInt(4) == 0) intent.addCategory(text(random))
        return intent
    }

    private fun text(random: Random): String {
        val start = STARTS[random.nextInt(STARTS.size)]
        val length = if (random.nextInt(50) == 0) LONG else random.nextInt(40)
        val rest = CharArray(length) { random.nextInt(if (random.nextBoolean()) 0x7f else 0xffff).toChar() }
        return start + String(rest)
    }

    @Test
    fun `every host of the operator is claimed for links of calls and for nothing else`() {
        val claimed = { link: String ->
            val view = Intent(Intent.ACTION_VIEW, Uri.parse(link)).addCategory(Intent.CATEGORY_BROWSABLE)
            application.packageManager.queryIntentActivities(view, PackageManager.MATCH_DEFAULT_ONLY)
                .any { it.activityInfo.packageName == application.packageName }
        }
        assertTrue(claimed("https://${Service.HOST}/j/0123456789ABCDEFGHJKMNPQRSX"))
        assertTrue(claimed("onecall:ticket/0123456789012345678901"))
        for (other in listOf("https://${Service.HOST}/v1/calls", "https://evil.example.net/j/0", "http://${Service.HOST}/j/0", "file:///etc/hosts", "javascript:0")) {
            assertFalse(other, claimed(other))
        }
    }

    private companion object {
        const val INTENTS = 10_000
        const val BATCH = 100
        const val LONG = 5_000
        const val SEED = 4711L
        val ACTIONS = listOf(Intent.ACTION_VIEW, Intent.ACTION_VIEW, Intent.ACTION_MAIN, Intent.ACTION_SEND, "", "x")
        val STARTS = listOf(
            "https://${Service.HOST}/j/", "onecall:ticket/", "onecall:", "intent:#Intent;", "content://settings/",
            "file:///data/data/", "javascript:", "https://user:pw@", "https://[", "%", "",
        )
    }
}
