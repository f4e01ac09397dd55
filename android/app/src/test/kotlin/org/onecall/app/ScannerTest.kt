package org.onecall.app

import android.Manifest.permission.CAMERA
import android.content.pm.PackageManager
import android.graphics.SurfaceTexture
import android.hardware.camera2.CameraDevice
import android.hardware.camera2.CameraManager
import android.view.TextureView
import android.view.View
import android.view.ViewGroup
import org.junit.After
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.onecall.app.FakeCamera.isOpen
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowCameraCharacteristics

/** The camera while a code is looked for: the app has it for as long as its picture can be seen. */
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
    fun `a hidden app has no camera, and opens it again when it is seen`() = withCustomer { customer ->
        customer.scans()
        val first = customer.awaitsCamera()
        customer.goHome()
        customer.awaits("the camera is closed") { !first.isOpen() }
        customer.comeBack()
        customer.awaitsCamera()
        customer.pressBack()
        customer.awaits("no camera is open") { FakeCamera.open().isEmpty() }
    }

    @Test
    fun `a camera that another app took is opened again when the customer comes back`() = withCustomer { customer ->
        customer.scans()
        val first = customer.awaitsCamera()
        customer.goHome()
        cameras.triggerDisconnect()
        customer.awaits("the camera is closed") { !first.isOpen() }
        customer.comeBack()
        customer.awaitsCamera()
    }

    @Test
    fun `a surface that goes away while the camera opens costs the picture alone`() = withCustomer { customer ->
        FakeCamera.losesSurface = true
        customer.scans()
        customer.awaits("the camera was opened") { FakeCameraManager.opened().isNotEmpty() }
        customer.awaits("the camera is closed") { FakeCamera.open().isEmpty() }
        customer.seesLabel("app_scan")
        FakeCamera.losesSurface = false
        customer.goHome()
        customer.comeBack()
        customer.awaitsCamera()
    }

    /** As far as the surface for the picture, which no phone is there to make. */
    private fun Customer.scans() {
        start()
        tap("app_button_scan")
        seesLabel("app_scan")
        val view = checkNotNull(textureView(activity.window.decorView)) { "nothing shows the camera's picture" }
        checkNotNull(view.surfaceTextureListener).onSurfaceTextureAvailable(SurfaceTexture(0), WIDTH, HEIGHT)
    }

    private fun Customer.awaitsCamera(): CameraDevice = await("one open camera") { FakeCamera.open().singleOrNull() }

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
