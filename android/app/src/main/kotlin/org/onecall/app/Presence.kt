package org.onecall.app

import android.app.NotificationManager
import android.content.Context
import android.content.Intent
import android.os.Build
import org.onecall.core.Shown
import org.onecall.core.Whereabouts

/**
 * Keeps the process alive from the knock to the end of the call, and tells a customer who looks elsewhere. All is called
 * on the main thread.
 */
internal class Presence(
    private val context: Context,
    /** Nothing keeps the process any more: unless the customer looks, the phone is as good as asleep. */
    private val lost: () -> Unit,
) {
    private val notifications = Notifications(context)

    /** The process goes on while nobody looks, and whoever waits in it hears that they were let in. */
    var isKept = false
        private set

    /** The service, once the system has it in the foreground. */
    private var running: PresenceService? = null

    /** As the latest screen has it; null before the first one. */
    private var isIn: Boolean? = null
    private var hasBeenSeen = false

    fun follow(shown: Shown, isSeen: Boolean) {
        val wasIn = isIn
        val nowIn = shown.whereabouts == Whereabouts.LET_IN || shown.whereabouts == Whereabouts.CALL
        isIn = nowIn
        val wanted = nowIn || (shown.whereabouts == Whereabouts.LOBBY && notifications.areHeard())
        if (wanted && !isKept && isSeen) keep()
        if (!wanted && isKept) end()
        // Who was in before the process was ended knows, and opened the app themselves.
        if (nowIn && wasIn == false && hasBeenSeen && !isSeen) notifications.tellAdmitted()
        if (!nowIn) notifications.takeBackAdmitted()
        if (running != null) notifications.update(nowIn)
    }

    /** The customer looks at the app. */
    fun seen() {
        hasBeenSeen = true
        notifications.takeBackAdmitted()
    }

    fun end() {
        val wasKept = isKept
        isKept = false
        // Before it is in the foreground the service must not be stopped: the system would end the app for that. It asks
        // by `started` then.
        running?.leave()
        running = null
        notifications.takeBackAdmitted()
        if (wasKept) lost()
    }

    /** The service is in the foreground. False if it was wanted before and no longer is: then it stops by itself. */
    fun started(service: PresenceService): Boolean {
        if (isKept) running = service
        return isKept
    }

    /** What the service says of itself while it holds the process. */
    fun notification() = notifications.presence(isIn == true)

    /** The service holds the process no longer, whoever ended that. */
    fun ended(service: PresenceService) {
        if (running === service) end()
    }

    /** The system does not let the service into the foreground. */
    fun refused() = end()

    private fun keep() {
        val service = Intent(context, PresenceService::class.java)
        isKept = try {
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O) {
                context.startForegroundService(service)
            } else {
                context.startService(service)
            }
            true
        } catch (_: IllegalStateException) {
            // The app was left in this very moment. Then the phone sleeps, and the core knows what that means.
            false
        } catch (_: SecurityException) {
            false
        }
    }
}

internal const val PRESENCE_NOTIFICATION = 1
internal const val ADMITTED_NOTIFICATION = 2

internal fun notificationManager(context: Context): NotificationManager =
    checkNotNull(context.getSystemService(NotificationManager::class.java))
