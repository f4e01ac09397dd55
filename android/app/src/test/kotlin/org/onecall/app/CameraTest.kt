package org.onecall.app

import android.Manifest.permission.CAMERA
import android.content.pm.PackageManager
import android.provider.Settings
import org.junit.Assert.assertEquals
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/** The camera and the system's question for it, which the customer answers in one of its many ways. */
@RunWith(RobolectricTestRunner::class)
class CameraTest {
    private val application = shadowOf(RuntimeEnvironment.getApplication())
    private val packages = shadowOf(RuntimeEnvironment.getApplication().packageManager)

    @Before
    fun aPhoneWithACamera() = packages.setSystemFeature(PackageManager.FEATURE_CAMERA_ANY, true)

    @Test
    fun `a camera that was allowed for one time is asked for again in the next call`() = withService { customer, service ->
        customer.isAskedIn(service.createCall())
        application.grantPermissions(CAMERA)
        customer.answerPermission(granted = true)
        customer.seesNot("app_button_allow_camera")
        application.denyPermissions(CAMERA)
        customer.killAndReopen()
        customer.isAskedIn(service.createCall())
    }

    @Test
    fun `a question that was waved away, or refused once, is asked again`() = withService { customer, service ->
        customer.isAskedIn(service.createCall())
        customer.answerPermission(granted = false)
        customer.isAsked()
        explain(true)
        customer.answerPermission(granted = false)
        customer.isAsked()
    }

    @Test
    fun `a camera that was refused for good is a matter of the settings`() = withService { customer, service ->
        explain(true)
        customer.isAskedIn(service.createCall())
        explain(false)
        customer.answerPermission(granted = false)
        customer.seesLabel("app_button_open_settings")
    }

    @Test
    fun `who cannot scan is led into the settings, and scans when they come back, whichever way the phone is held`() =
        withCustomer { customer ->
            explain(true)
            customer.start()
            customer.tap("app_button_scan")
            // The question stands while the phone is turned.
            customer.rotate()
            explain(false)
            customer.answerPermission(granted = false)
            customer.seesLabel("app_scan_refused")
            customer.rotate()
            customer.seesLabel("app_scan_refused")
            customer.pressBack()
            customer.seesNot("app_scan_refused")

            // The system asks nobody any more, and answers by itself.
            customer.tap("app_button_scan")
            customer.tap("app_button_open_settings")
            assertEquals(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, application.nextStartedActivity.action)
            customer.goHome()
            application.grantPermissions(CAMERA)
            customer.comeBack()
            customer.seesLabel("app_scan")
            customer.rotate()
            customer.seesLabel("app_scan")
            customer.pressBack()
            customer.seesNot("app_scan")
        }

    private fun Customer.isAskedIn(call: Call) {
        tapLink(call.link)
        givesName("Maria")
        isAsked()
    }

    private fun Customer.isAsked() {
        seesLabel("screen_rehearse_ask")
        tap("app_button_allow_camera")
        awaits("the question") { shadowOf(activity).lastRequestedPermission != null }
    }

    /** Whether the system would have an app explain itself: between the first refusal and the last one. */
    private fun explain(should: Boolean) = packages.setShouldShowRequestPermissionRationale(CAMERA, should)
}
