package org.onecall.app

import android.Manifest.permission.CAMERA
import android.content.pm.PackageManager
import android.graphics.SurfaceTexture
import android.hardware.camera2.CameraManager
import android.view.TextureView
import android.view.View
import android.view.ViewGroup
import org.junit.After
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowCameraCharacteristics

/** The camera while a code is looked for. */
@RunWith(RobolectricTestRunner::class)
class ScannerTest {
    private val application = RuntimeEnvironment.getApplication()
    private val cameras = shadowOf(application.getSystemService(CameraManager::class.java))

    @Before
    fun aPhoneWithACamera() {
        shadowOf(application.packageManager).setSystemFeature(PackageManager.FEATURE_CAMERA_ANY, true)
        shadowOf(application).grantPermissions(CAMERA)
        cameras.addCamera("0", ShadowCameraCharacteristics.newCameraCharacteristics())
    }

    @After
    fun whichWorksAgain() {
        FakeCamera.losesSurface = false
    }

    @Test
    fun `a surface that goes away while the camera opens costs the picture alone`() = withCustomer { customer ->
        FakeCamera.losesSurface = true
        customer.scans()
        customer.awaits("the camera was opened") { FakeCameraManager.opened().isNotEmpty() }
        customer.awaits("the camera is closed") { FakeCamera.open().isEmpty() }
        customer.seesLabel("app_scan")
    }

    /** As far as the surface for the picture, which no phone is there to make. */
    private fun Customer.scans() {
        start()
        tap("app_button_scan")
        seesLabel("app_scan")
        val view = checkNotNull(textureView(activity.window.decorView)) { "nothing shows the camera's picture" }
        checkNotNull(view.surfaceTextureListener).onSurfaceTextureAvailable(SurfaceTexture(0), WIDTH, HEIGHT)
    }

    private fun textureView(view: View): TextureView? = when (view) {
        is TextureView -> view
        is ViewGroup -> (0 until view.childCount).firstNotNullOfOrNull { textureView(view.getChildAt(it)) }
        else -> null
    }

    private companion object {
        const val WIDTH = 320
        const val HEIGHT = 240
    }
}
