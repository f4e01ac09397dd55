package org.onecall.app

import android.content.Context
import android.graphics.SurfaceTexture
import android.os.Handler
import android.os.Looper
import android.view.TextureView
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.viewinterop.AndroidView
import androidx.lifecycle.compose.LifecycleStartEffect

/** The camera's picture, looked through for a QR code. [scanned] is called on the main thread, once. */
@Composable
internal fun Scanner(modifier: Modifier, scanned: (String) -> Unit) {
    val context = LocalContext.current
    val looking = remember { Looking(context, scanned) }
    LifecycleStartEffect(looking) {
        looking.start()
        onStopOrDispose { looking.stop() }
    }
    AndroidView(
        factory = { TextureView(it).apply { surfaceTextureListener = looking } },
        modifier = modifier,
    )
}

/**
 * Has the camera open while the app is to be seen and there is a surface for its picture. A hidden app keeps its
 * surface: it would keep the camera from others, or lose it to them and come back to a picture that stands still.
 */
private class Looking(private val context: Context, private val scanned: (String) -> Unit) :
    TextureView.SurfaceTextureListener {
    private val main = Handler(Looper.getMainLooper())
    private var isStarted = false
    private var surface: SurfaceTexture? = null
    private var camera: CodeCamera? = null

    fun start() {
        isStarted = true
        open()
    }

    fun stop() {
        isStarted = false
        close()
    }

    override fun onSurfaceTextureAvailable(surface: SurfaceTexture, width: Int, height: Int) {
        this.surface = surface
        open()
    }

    override fun onSurfaceTextureDestroyed(surface: SurfaceTexture): Boolean {
        this.surface = null
        close()
        return true
    }

    override fun onSurfaceTextureSizeChanged(surface: SurfaceTexture, width: Int, height: Int) = Unit

    override fun onSurfaceTextureUpdated(surface: SurfaceTexture) = Unit

    private fun open() {
        val surface = surface
        if (!isStarted || surface == null) return
        camera = CodeCamera(context) { text -> main.post { scanned(text) } }.apply { open(surface) }
    }

    private fun close() {
        camera?.close()
        camera = null
    }
}
