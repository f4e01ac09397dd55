package org.onecall.android

import android.content.Context
import android.os.Handler
import android.os.Looper
import android.os.RemoteException
import com.android.installreferrer.api.InstallReferrerClient
import com.android.installreferrer.api.InstallReferrerClient.InstallReferrerResponse
import com.android.installreferrer.api.InstallReferrerStateListener

/**
 * Asks Google's store for the text that it kept for this app's first start, and says on the main thread what came of
 * it: the text, or nothing where there is none and never will be. A store that cannot be asked now says nothing at all:
 * ask again another time.
 */
fun askForReferrer(context: Context, answered: (String?) -> Unit) {
    val client = InstallReferrerClient.newBuilder(context).build()
    val main = Handler(Looper.getMainLooper())
    val listener = object : InstallReferrerStateListener {
        override fun onInstallReferrerSetupFinished(responseCode: Int) {
            when (responseCode) {
                InstallReferrerResponse.OK -> client.text()?.let { main.post { answered(it) } }
                // Another store, or an old one.
                InstallReferrerResponse.FEATURE_NOT_SUPPORTED -> main.post { answered(null) }
            }
            client.endConnection()
        }

        override fun onInstallReferrerServiceDisconnected() = Unit
    }
    try {
        client.startConnection(listener)
    } catch (_: SecurityException) {
        // A phone on which the store may not be asked, for instance in a work profile.
    }
}

private fun InstallReferrerClient.text(): String? = try {
    installReferrer.installReferrer
} catch (_: RemoteException) {
    null
} catch (_: RuntimeException) {
    // Another process's answer, or that of something which only bears the store's name: a refusal, no answer, half of one.
    null
}
