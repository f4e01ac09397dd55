package org.onecall.app

import android.app.NotificationManager
import android.content.Context
import android.content.Intent
import android.os.Build
import org.onecall.core.Phase
import org.onecall.core.Screen
import org.onecall.core.Shown

/** Keeps the process alive from the knock to the end of the call, and tells a customer who looks elsewhere. */
internal class Presence(private val context: Context) {
    private val notifications = Notifications(context)

    /** The system lets the process go on while nobody looks. */
    var isKept = false
        private set

    private var isIn = false

    fun follow(shown: Shown, isSeen: Boolean) {
        val wanted = wants(shown.screen)
        if (wanted && !isKept && isSeen) keep()
        if (!wanted && isKept) end()
        val cameIn = shown.screen.isIn && !isIn
        isIn = shown.screen.isIn || (isIn && shown.screen is Screen.Ask)
        if (cameIn && !isSeen) notifications.tellAdmitted()
        if (!isIn) notifications.takeBackAdmitted()
        if (isKept) notifications.update(isIn)
    }

    /** The customer looks at the app. */
    fun seen() = notifications.takeBackAdmitted()

    fun end() {
        isKept = false
        context.stopService(Intent(context, PresenceService::class.java))
        notifications.takeBackAdmitted()
    }

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

    private fun wants(screen: Screen) = when (screen) {
        is Screen.Knocking, is Screen.Waiting, is Screen.Admitted, is Screen.InCall, is Screen.InMeeting,
        is Screen.Ask,
        -> true
        is Screen.Fallback -> screen.phase != Phase.OVER
        is Screen.Start, is Screen.LinkProblem, is Screen.Choose, is Screen.AskName, is Screen.Rehearse,
        is Screen.TeamsClient, is Screen.Over, is Screen.UpdateRequired,
        -> false
    }
}

private val Screen.isIn get() = this is Screen.Admitted || this is Screen.InCall || this is Screen.InMeeting

internal const val PRESENCE_NOTIFICATION = 1
internal const val ADMITTED_NOTIFICATION = 2

internal fun notificationManager(context: Context): NotificationManager =
    checkNotNull(context.getSystemService(NotificationManager::class.java))
