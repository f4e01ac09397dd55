package org.onecall.app

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.os.Build
import androidx.core.app.NotificationCompat

/** What the customer is told while they look elsewhere. The customer may have refused it: then the system drops it. */
internal class Notifications(private val context: Context) {
    private val manager = notificationManager(context)
    private val words = words(context)

    /** Stands as long as the process is kept alive. */
    fun presence(isIn: Boolean): Notification {
        channel(QUIET, NotificationManager.IMPORTANCE_LOW)
        val title = if (isIn) "app-notification-in-call" else "app-notification-waiting"
        return builder(QUIET, title).setOngoing(true).setCategory(Notification.CATEGORY_SERVICE).build()
    }

    fun update(isIn: Boolean) = manager.notify(PRESENCE_NOTIFICATION, presence(isIn))

    fun tellAdmitted() {
        channel(LOUD, NotificationManager.IMPORTANCE_HIGH)
        val told = builder(LOUD, "app-notification-admitted").setPriority(NotificationCompat.PRIORITY_HIGH)
        manager.notify(ADMITTED_NOTIFICATION, told.setCategory(Notification.CATEGORY_CALL).setAutoCancel(true).build())
    }

    fun takeBackAdmitted() = manager.cancel(ADMITTED_NOTIFICATION)

    /** What [tellAdmitted] says would be shown: neither all that we say nor this kind of it is refused. */
    fun areHeard(): Boolean {
        if (!manager.areNotificationsEnabled()) return false
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.O) return true
        // Without a channel yet there is none that anybody could have refused.
        val channel = manager.getNotificationChannel(LOUD) ?: return true
        return channel.importance != NotificationManager.IMPORTANCE_NONE
    }

    private fun builder(channel: String, title: String) = NotificationCompat.Builder(context, channel)
        .setSmallIcon(R.drawable.onecall_notification)
        .setContentTitle(words.label(title))
        .setContentText(words.label("app-notification-open"))
        // No name and no message on a locked screen: there is none in it.
        .setVisibility(NotificationCompat.VISIBILITY_PUBLIC)
        .setContentIntent(toTheApp())

    private fun channel(id: String, importance: Int) {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.O) return
        manager.createNotificationChannel(
            NotificationChannel(id, words.label("app-notification-channel"), importance),
        )
    }

    private fun toTheApp(): PendingIntent {
        val intent = Intent(context, MainActivity::class.java).setAction(Intent.ACTION_MAIN)
        return PendingIntent.getActivity(context, 0, intent, PendingIntent.FLAG_IMMUTABLE)
    }

    private companion object {
        const val QUIET = "presence"
        const val LOUD = "admitted"
    }
}
