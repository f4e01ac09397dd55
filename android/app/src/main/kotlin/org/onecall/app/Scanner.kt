package org.onecall.app

import android.graphics.SurfaceTexture
import android.view.TextureView
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.viewinterop.AndroidView

/** The camera's picture, looked through for a QR code. [scanned] is called on the main thread, once. */
@Composable
internal fun Scanner(modifier: Modifier, scanned: (String) -> Unit) {
    AndroidView(
        factory = { context -> TextureView(context).apply { surfaceTextureListener = Looking(this, scanned) } },
        modifier = modifier,
    )
}

/** Opens the camera when there is a surface for its picture, and lets go of it with the surface. */
private class Looking(private val view: TextureView, private val scanned: (String) -> Unit) :
    TextureView.SurfaceTextureListener {
    private var camera: CodeCamera? = null

    override fun onSurfaceTextureAvailable(surface: SurfaceTexture, width: Int, height: Int) {
        camera = CodeCamera(view.context) { text -> view.post { scanned(text) } }.apply { open(surface) }
    }

    override fun onSurfaceTextureDestroyed(surface: SurfaceTexture): Boolean {
        camera?.close()
        camera = null
        return true
    }

    override fun onSurfaceTextureSizeChanged(surface: SurfaceTexture, width: Int, height: Int) = Unit

    override fun onSurfaceTextureUpdated(surface: SurfaceTexture) = Unit
}
