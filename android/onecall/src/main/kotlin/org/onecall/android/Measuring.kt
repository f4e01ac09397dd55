package org.onecall.android

import android.Manifest
import android.content.Context
import android.content.pm.PackageManager
import android.os.Build
import org.onecall.core.ArSystem
import org.onecall.core.CameraAccess
import org.onecall.core.CameraPermission
import org.onecall.core.Device
import org.onecall.core.Measurement
import org.onecall.core.OsVersion
import org.onecall.core.Platform

/** What the platform's AR says: [ArCore], or whatever else an app asks. */
fun interface ArAnswers {
    /** Asks, and says the answer once, on whatever thread it comes. */
    fun ask(context: Context, answer: (ArSystem) -> Unit)
}

/** What the core asks of a device. */
fun thisDevice(): Device {
    val parts = Build.VERSION.RELEASE.split('.').map { it.toUShortOrNull() ?: return Device(Platform.ANDROID, null, false) }
    val version = OsVersion(parts[0], parts.getOrElse(1) { 0.toUShort() })
    return Device(Platform.ANDROID, version, false)
}

/** Measures, and says so once. */
fun measure(context: Context, camera: CameraAccess, ar: ArAnswers, measured: (Measurement) -> Unit) {
    val permission = when (camera) {
        CameraAccess.GRANTED -> CameraPermission.GRANTED
        CameraAccess.DENIED, CameraAccess.MISSING -> CameraPermission.REFUSED
        CameraAccess.NOT_ASKED, CameraAccess.UNKNOWN -> CameraPermission.NOT_ASKED
    }
    ar.ask(context) { system -> measured(Measurement(system, permission, isEmulated())) }
}

/** Whether the camera can be had. [mayAsk]: the system would show its question, as far as is known. */
fun cameraAccess(context: Context, mayAsk: Boolean): CameraAccess = when {
    !context.packageManager.hasSystemFeature(PackageManager.FEATURE_CAMERA_ANY) -> CameraAccess.MISSING
    context.checkSelfPermission(Manifest.permission.CAMERA) == PackageManager.PERMISSION_GRANTED -> CameraAccess.GRANTED
    mayAsk -> CameraAccess.NOT_ASKED
    else -> CameraAccess.DENIED
}

private fun isEmulated() = Build.HARDWARE == "ranchu" || Build.HARDWARE == "goldfish"
