package com.google.ar.core

import android.content.Context
import android.content.pm.PackageManager
import java.util.function.Consumer

/**
 * Stands in for ARCore's client library where `cargo xtask` builds: the library is on Google's repository alone, from
 * which Gradle takes the real one. Has what [org.onecall.android.ArCore] asks of it, by the published reference, and
 * knows two answers: whether Google Play Services for AR are on this phone.
 * https://developers.google.com/ar/reference/java/com/google/ar/core/ArCoreApk
 */
class ArCoreApk private constructor() {
    enum class Availability {
        UNKNOWN_ERROR,
        UNKNOWN_CHECKING,
        UNKNOWN_TIMED_OUT,
        UNSUPPORTED_DEVICE_NOT_CAPABLE,
        SUPPORTED_NOT_INSTALLED,
        SUPPORTED_APK_TOO_OLD,
        SUPPORTED_INSTALLED,
    }

    fun checkAvailabilityAsync(context: Context, callback: Consumer<Availability>) {
        val services = try {
            context.packageManager.getPackageInfo("com.google.ar.core", 0)
        } catch (_: PackageManager.NameNotFoundException) {
            null
        }
        callback.accept(if (services == null) Availability.UNSUPPORTED_DEVICE_NOT_CAPABLE else Availability.SUPPORTED_INSTALLED)
    }

    companion object {
        private val only = ArCoreApk()

        fun getInstance() = only
    }
}
