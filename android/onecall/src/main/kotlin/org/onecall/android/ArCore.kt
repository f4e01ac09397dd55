package org.onecall.android

import android.content.Context
import android.os.Build
import com.google.ar.core.ArCoreApk
import org.onecall.core.ArCoreAnswer
import org.onecall.core.ArSystem

/** ARCore, as far as it can be asked before there is a session: then depth is not known either. */
val ArCore = ArAnswers { context, answer ->
    val answered = { said: ArCoreAnswer -> answer(ArSystem.ArCore(said, Build.VERSION.SDK_INT.toUInt(), depth = false)) }
    try {
        ArCoreApk.getInstance().checkAvailabilityAsync(context.applicationContext) { answered(meant(it)) }
    } catch (_: RuntimeException) {
        // It throws where an app's manifest lacks what it wants to read there. Nobody's call may end of that.
        answered(ArCoreAnswer.UNKNOWN_ERROR)
    }
}

private fun meant(availability: ArCoreApk.Availability) = when (availability) {
    ArCoreApk.Availability.UNKNOWN_ERROR -> ArCoreAnswer.UNKNOWN_ERROR
    ArCoreApk.Availability.UNKNOWN_CHECKING -> ArCoreAnswer.UNKNOWN_CHECKING
    ArCoreApk.Availability.UNKNOWN_TIMED_OUT -> ArCoreAnswer.UNKNOWN_TIMED_OUT
    ArCoreApk.Availability.UNSUPPORTED_DEVICE_NOT_CAPABLE -> ArCoreAnswer.UNSUPPORTED_DEVICE_NOT_CAPABLE
    ArCoreApk.Availability.SUPPORTED_NOT_INSTALLED -> ArCoreAnswer.SUPPORTED_NOT_INSTALLED
    ArCoreApk.Availability.SUPPORTED_APK_TOO_OLD -> ArCoreAnswer.SUPPORTED_APK_TOO_OLD
    ArCoreApk.Availability.SUPPORTED_INSTALLED -> ArCoreAnswer.SUPPORTED_INSTALLED
}
