package org.onecall.app

import android.app.Application
import android.content.ComponentName
import android.content.Context
import android.content.pm.PackageInfo
import android.content.pm.ServiceInfo
import android.os.Binder
import android.os.Bundle
import android.os.Looper
import android.os.Parcel
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/**
 * Google's store, which Robolectric's phone has not: keeps a text for the first start of the app, and says it on the wire
 * as the real one does.
 */
class PlayStore(private val answer: Answer) : Binder() {
    sealed interface Answer {
        /** What the link to the store's page said, or nothing. */
        data class Kept(val text: String?) : Answer

        /** No answer at all, as by something that only bears the store's name. */
        data object Nothing : Answer

        /** A refusal. */
        data object Refusal : Answer
    }

    /** How often it was asked. */
    var asked = 0
        private set

    /** Puts it onto the phone, and makes the app one that was never started. */
    fun install() {
        val application: Application = RuntimeEnvironment.getApplication()
        // The process that was started before the store was there is perhaps still about to ask: not this one.
        application.onTerminate()
        val place = ComponentName(PACKAGE, SERVICE)
        val service = ServiceInfo().apply {
            packageName = PACKAGE
            name = SERVICE
            applicationInfo = android.content.pm.ApplicationInfo().apply { packageName = PACKAGE }
        }
        val store = PackageInfo().apply {
            packageName = PACKAGE
            longVersionCode = VERSION
            services = arrayOf(service)
        }
        shadowOf(application.packageManager).installPackage(store)
        shadowOf(application).setComponentNameAndServiceForBindService(place, this)
        shadowOf(Looper.getMainLooper()).idle()
        application.getSharedPreferences("once", Context.MODE_PRIVATE).edit().clear().commit()
    }

    override fun onTransact(code: Int, data: Parcel, reply: Parcel?, flags: Int): Boolean {
        if (code != FIRST_CALL_TRANSACTION || reply == null) return super.onTransact(code, data, reply, flags)
        data.enforceInterface(INTERFACE)
        asked += 1
        when (answer) {
            is Answer.Kept -> {
                reply.writeNoException()
                reply.writeInt(1)
                Bundle().apply { putString("install_referrer", answer.text) }.writeToParcel(reply, 0)
            }
            Answer.Nothing -> {
                reply.writeNoException()
                reply.writeInt(0)
            }
            Answer.Refusal -> reply.writeException(SecurityException("not for this app"))
        }
        return true
    }

    private companion object {
        const val PACKAGE = "com.android.vending"
        const val SERVICE = "com.google.android.finsky.externalreferrer.GetInstallReferrerService"
        const val INTERFACE = "com.google.android.finsky.externalreferrer.IGetInstallReferrerService"

        /** The first that keeps a text. */
        const val VERSION = 80_837_300L
    }
}
