package org.onecall.app

import android.Manifest
import android.app.Activity
import android.content.Context
import org.onecall.android.cameraAccess
import org.onecall.core.CameraAccess

/**
 * Whether the camera can be had. The system says only whether it may be used now; whether it would still ask the
 * customer is known from having asked.
 */
internal class CameraQuestion(private val context: Context) {
    private val asked = Once(context, "camera-asked")
    private val refusedForGood = context.getSharedPreferences("once", Context.MODE_PRIVATE)

    fun access(): CameraAccess = cameraAccess(context, mayAsk = !refusedForGood.getBoolean(FOR_GOOD, false))

    /** The system asked, in front of this activity. */
    fun answered(activity: Activity) {
        asked.isFirst()
        val forGood = !activity.shouldShowRequestPermissionRationale(Manifest.permission.CAMERA)
        refusedForGood.edit().putBoolean(FOR_GOOD, forGood).apply()
    }

    private companion object {
        const val FOR_GOOD = "camera-refused-for-good"
    }
}
