package org.onecall.app

import android.content.Intent
import android.content.pm.PackageManager
import android.net.Uri
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/** The app of an operator whose customers have no accounts: built from an `operator.toml` without `[sign-in]`. */
@RunWith(RobolectricTestRunner::class)
class WithoutAccountsTest {
    private val application get() = RuntimeEnvironment.getApplication()

    @Test
    fun `nobody is asked to sign in on the way from the link to the end of the call`() = withService { customer, service ->
        customer.start()
        customer.seesLabel("app_start_without_scan")
        customer.seesNot("app_button_sign_in")
        val call = service.createCall()
        customer.tapLink(call.link)
        customer.seesLabel("screen_ask_name")
        customer.seesNot("app_button_sign_in")
        customer.goesOnAs("Maria")
        customer.waitsIn(call, service)
        service.knock(call, "admit")
        customer.seesLabel("call_mode_stills")
        customer.seesNot("app_button_sign_in")
        service.command(call, "end")
        customer.tap("app_button_close")
        customer.seesLabel("app_start_without_scan")
    }

    @Test
    fun `a browser's answer is claimed by nobody, and is a wrong text like any other`() = withCustomer { customer ->
        val answer = Uri.parse("${application.packageName}:/signed-in?code=a&state=b")
        val view = Intent(Intent.ACTION_VIEW, answer).addCategory(Intent.CATEGORY_BROWSABLE)
        val claiming = application.packageManager.queryIntentActivities(view, PackageManager.MATCH_DEFAULT_ONLY)
        assertTrue(claiming.isEmpty())
        customer.start()
        customer.seesLabel("app_start_without_scan")
        customer.tapLink(answer.toString())
        customer.seesNot("app_start_without_scan")
        customer.pressBack()
        customer.seesLabel("app_start_without_scan")
        assertNull(shadowOf(application).peekNextStartedActivity())
    }

    @Test
    fun `a service that insists on an account is told that there is none, and the customer sees an end`() =
        withCustomer { customer ->
            StrangeService().use { service ->
                service.takesOnly = "access-1"
                customer.tapLink(StrangeService.LINK)
                customer.goesOnAs("Maria")
                customer.seesLabel("over_unknown")
                assertEquals(listOf("", ""), service.tokens)
                assertNull("no browser is opened", shadowOf(application).peekNextStartedActivity())
            }
        }
}
