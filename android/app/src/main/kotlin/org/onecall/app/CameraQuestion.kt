package org.onecall.app

import android.content.Context
import org.onecall.android.cameraAccess
import org.onecall.core.CameraAccess

/**
 * Whether the camera can be had. The system says only whether it may be used now; whether it would still ask the
 * customer is known from having asked.
 */
internal class CameraQuestion(private val context: Context) {
    private val preferences = context.getSharedPreferences("once", Context.MODE_PRIVATE)

    fun access(): CameraAccess {
        val access = cameraAccess(context, mayAsk = !preferences.getBoolean(FOR_GOOD, false))
        // Allowed only for this time, or in the settings: the system asks again the next time.
        if (access == CameraAccess.GRANTED) setForGood(false)
        return access
    }

    /**
     * The system asked. [explainedBefore] and [explainsAfter]: what it said then and says now of whether an app should
     * explain itself, which it says between the first refusal and the one that is for good. Who only waved the question
     * away is asked again.
     */
    fun answered(allowed: Boolean, explainedBefore: Boolean, explainsAfter: Boolean) {
        when {
            allowed || explainsAfter -> setForGood(false)
            explainedBefore -> setForGood(true)
        }
    }

    private fun setForGood(forGood: Boolean) {
        if (preferences.getBoolean(FOR_GOOD, false) != forGood) preferences.edit().putBoolean(FOR_GOOD, forGood).apply()
    }

    private companion object {
        const val FOR_GOOD = "camera-refused-for-good"
    }
}
