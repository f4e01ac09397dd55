package org.onecall.app

import android.hardware.camera2.CameraCaptureSession
import android.hardware.camera2.CameraDevice
import android.hardware.camera2.CameraManager
import android.hardware.camera2.impl.CameraDeviceImpl
import android.os.Handler
import android.os.Looper
import android.view.Surface
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowCameraDeviceImpl
import org.robolectric.shadows.ShadowCameraManager

/** What may become of a phone's camera and does not become of Robolectric's. */
object FakeCamera {
    /** The surface of its picture is gone before the camera is open. */
    @Volatile
    var losesSurface = false

    /** Those that the app opened and has not closed. */
    fun open(): List<CameraDevice> = FakeCameraManager.opened().filter { it.isOpen() }

    fun CameraDevice.isOpen(): Boolean = try {
        createCaptureRequest(CameraDevice.TEMPLATE_PREVIEW)
        true
    } catch (_: IllegalStateException) {
        false
    }
}

/** In the place of Robolectric's own, as `robolectric.properties` says. */
@Implements(CameraManager::class)
class FakeCameraManager : ShadowCameraManager() {
    @Implementation
    override fun getCameraIdList(): Array<String> {
        check(Looper.myLooper() != Looper.getMainLooper()) { "the thread that draws waits for no camera" }
        return super.getCameraIdList()
    }

    companion object {
        fun opened(): List<CameraDevice> = synchronized(createdCameras) { createdCameras.toList() }
    }
}

/** In the place of Robolectric's own, too. */
@Implements(value = CameraDeviceImpl::class, isInAndroidSdk = false)
class FakeCameraDevice : ShadowCameraDeviceImpl() {
    @Implementation
    override fun createCaptureSession(
        outputs: List<Surface>,
        callback: CameraCaptureSession.StateCallback,
        handler: Handler?,
    ) {
        require(!FakeCamera.losesSurface) { "Surface was abandoned" }
        super.createCaptureSession(outputs, callback, handler)
    }
}
