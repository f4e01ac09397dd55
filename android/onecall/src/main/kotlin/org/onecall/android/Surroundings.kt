package org.onecall.android

import android.app.Activity
import android.app.Application
import android.net.ConnectivityManager
import android.net.Network
import android.os.Bundle

/** Calls [back] whenever the system has a network again, or another one; on a thread of the system. */
fun watchNetwork(connectivity: ConnectivityManager, back: () -> Unit) {
    connectivity.registerDefaultNetworkCallback(object : ConnectivityManager.NetworkCallback() {
        override fun onAvailable(network: Network) = back()
    })
}

/** Whether one of the app's activities can be seen. A rotation is no absence. */
class Front(private val came: () -> Unit, private val left: () -> Unit) : Application.ActivityLifecycleCallbacks {
    private var started = 0

    val isSeen: Boolean get() = started > 0

    /** An activity was seen in this process, though perhaps none is any more. */
    var hasBeenSeen = false
        private set

    override fun onActivityStarted(activity: Activity) {
        started += 1
        hasBeenSeen = true
        if (started == 1) came()
    }

    override fun onActivityStopped(activity: Activity) {
        started -= 1
        if (started == 0 && !activity.isChangingConfigurations) left()
    }

    override fun onActivityCreated(activity: Activity, state: Bundle?) = Unit

    override fun onActivityResumed(activity: Activity) = Unit

    override fun onActivityPaused(activity: Activity) = Unit

    override fun onActivitySaveInstanceState(activity: Activity, state: Bundle) = Unit

    override fun onActivityDestroyed(activity: Activity) = Unit
}
