package org.onecall.app

import android.annotation.SuppressLint
import android.content.Context
import android.graphics.ImageFormat
import android.graphics.SurfaceTexture
import android.hardware.camera2.CameraAccessException
import android.hardware.camera2.CameraCaptureSession
import android.hardware.camera2.CameraCharacteristics
import android.hardware.camera2.CameraDevice
import android.hardware.camera2.CameraManager
import android.hardware.camera2.CaptureRequest
import android.media.ImageReader
import android.os.Handler
import android.os.HandlerThread
import android.view.Surface

/**
 * The rear camera, whose pictures are shown on a surface and read until one holds a code. All of it happens on a thread
 * of its own: the system takes its time to open a camera.
 */
internal class CodeCamera(context: Context, private val found: (String) -> Unit) {
    private val manager: CameraManager = checkNotNull(context.getSystemService(CameraManager::class.java))
    private val reader = ImageReader.newInstance(WIDTH, HEIGHT, ImageFormat.YUV_420_888, 2)
    private var surface: Surface? = null
    private var device: CameraDevice? = null

    @Volatile
    private var isOver = false

    /** Only with the permission: without it, or when somebody else has the camera, the picture stays dark. */
    fun open(texture: SurfaceTexture) {
        handler.post {
            if (!isOver) orLetGo { openNow(texture) }
        }
    }

    /** For good. What was still to be done finds nothing to do. */
    fun close() {
        isOver = true
        handler.post(::letGo)
    }

    @SuppressLint("MissingPermission")
    private fun openNow(texture: SurfaceTexture) {
        texture.setDefaultBufferSize(WIDTH, HEIGHT)
        reader.setOnImageAvailableListener({ look() }, handler)
        val rear = manager.cameraIdList.firstOrNull { id ->
            val facing = manager.getCameraCharacteristics(id).get(CameraCharacteristics.LENS_FACING)
            facing == CameraCharacteristics.LENS_FACING_BACK
        }
        val id = rear ?: manager.cameraIdList.firstOrNull() ?: return
        val shown = Surface(texture)
        surface = shown
        manager.openCamera(id, Opened(shown), handler)
    }

    private fun letGo() {
        device?.close()
        surface?.release()
        reader.close()
    }

    /** The camera and the surface belong to others, who may take them away between any two lines. */
    private inline fun orLetGo(work: () -> Unit) {
        try {
            work()
        } catch (_: CameraAccessException) {
            letGo()
        } catch (_: SecurityException) {
            letGo()
        } catch (_: IllegalArgumentException) {
            // The surface is gone.
            letGo()
        } catch (_: IllegalStateException) {
            // The camera is gone.
            letGo()
        }
    }

    private inner class Opened(private val surface: Surface) : CameraDevice.StateCallback() {
        override fun onOpened(camera: CameraDevice) {
            if (isOver) return camera.close()
            device = camera
            orLetGo {
                // The newer call needs API 28.
                @Suppress("DEPRECATION")
                camera.createCaptureSession(listOf(surface, reader.surface), Shown(camera, surface), handler)
            }
        }

        override fun onDisconnected(camera: CameraDevice) = camera.close()

        override fun onError(camera: CameraDevice, error: Int) = camera.close()
    }

    private inner class Shown(private val camera: CameraDevice, private val surface: Surface) :
        CameraCaptureSession.StateCallback() {
        override fun onConfigured(session: CameraCaptureSession) = orLetGo {
            val request = camera.createCaptureRequest(CameraDevice.TEMPLATE_PREVIEW)
            request.addTarget(surface)
            request.addTarget(reader.surface)
            val focus = CaptureRequest.CONTROL_AF_MODE_CONTINUOUS_PICTURE
            request.set(CaptureRequest.CONTROL_AF_MODE, focus)
            session.setRepeatingRequest(request.build(), null, handler)
        }

        override fun onConfigureFailed(session: CameraCaptureSession) = camera.close()
    }

    private fun look() {
        val image = reader.acquireLatestImage() ?: return
        val text = image.use {
            val plane = it.planes[0]
            val bytes = ByteArray(plane.buffer.remaining()).also(plane.buffer::get)
            codeIn(bytes, plane.rowStride, it.width, it.height)
        }
        if (text != null && !isOver) {
            isOver = true
            found(text)
        }
    }

    private companion object {
        const val WIDTH = 1280
        const val HEIGHT = 720

        /**
         * One for all cameras, so that each is closed before the next is opened. It does not end: the system still has
         * something to say of a camera that is closed, and where nobody can hear it, it throws.
         */
        val handler = Handler(HandlerThread("scanner").apply { start() }.looper)
    }
}
