package org.onecall.app

import android.Manifest
import android.content.pm.PackageInfo
import android.content.pm.PackageManager
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/** What the phone's AR answers, through the app and the core to the agent. */
@RunWith(RobolectricTestRunner::class)
class ArTest {
    @Test
    fun `the agent of a customer whose phone has AR may draw in space`() = withService { customer, service ->
        shadowOf(RuntimeEnvironment.getApplication().packageManager)
            .installPackage(PackageInfo().apply { packageName = "com.google.ar.core" })
        assertTrue(inSpace(customer, service).contains(""""allowed":true"""))
    }

    @Test
    fun `the agent of a customer whose phone has none is told so`() = withService { customer, service ->
        val said = inSpace(customer, service)
        assertTrue(said, said.contains(""""allowed":false""") && said.contains(""""reason":"ar-unsupported""""))
    }

    /** On a phone with a camera that the app may use: without one nobody asks for AR. */
    private fun inSpace(customer: Customer, service: Service): String {
        val phone = shadowOf(RuntimeEnvironment.getApplication())
        shadowOf(RuntimeEnvironment.getApplication().packageManager).setSystemFeature(PackageManager.FEATURE_CAMERA_ANY, true)
        phone.grantPermissions(Manifest.permission.CAMERA)
        val call = service.createCall()
        customer.tapLink(call.link)
        customer.givesName("Maria")
        customer.waitsIn(call, service)
        val said = service.read(call)
        return Regex(""""annotate_in_space":(\{[^}]*\})""").find(said)?.groupValues?.get(1) ?: error("nothing of AR in $said")
    }
}
