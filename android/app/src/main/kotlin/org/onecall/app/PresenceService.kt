package org.onecall.app

import android.app.Service
import android.content.Intent
import android.content.pm.ServiceInfo
import android.os.Build
import android.os.IBinder
import android.os.PowerManager
import androidx.core.app.ServiceCompat

/**
 * Holds the process, and does nothing: the core listens in it.
 *
 * Its type is `specialUse`: waiting to be let in is none of the other kinds. `phoneCall` would put the call into the
 * phone's own list of calls and end the cellular one on which customer and agent may be talking; `camera` and
 * `microphone` need a permission that the customer may refuse and still wait.
 */
class PresenceService : Service() {
    private var awake: PowerManager.WakeLock? = null

    override fun onStartCommand(intent: Intent?, flags: Int, startId: Int): Int {
        val type = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.UPSIDE_DOWN_CAKE) {
            ServiceInfo.FOREGROUND_SERVICE_TYPE_SPECIAL_USE
        } else {
            0
        }
        ServiceCompat.startForeground(this, PRESENCE_NOTIFICATION, Notifications(this).presence(isIn = false), type)
        stayAwake()
        // Ended by the system, there is nothing to hold any more: the app takes its place again when it is opened.
        return START_NOT_STICKY
    }

    override fun onDestroy() {
        awake?.takeIf { it.isHeld }?.release()
        super.onDestroy()
    }

    override fun onBind(intent: Intent?): IBinder? = null

    /** With a dark screen too, for as long as anybody waits; the limit is for a bug, not for a person. */
    private fun stayAwake() {
        if (awake != null) return
        val power = checkNotNull(getSystemService(PowerManager::class.java))
        awake = power.newWakeLock(PowerManager.PARTIAL_WAKE_LOCK, "onecall:presence").apply { acquire(LONGEST_MS) }
    }

    private companion object {
        const val LONGEST_MS = 4L * 60 * 60 * 1000
    }
}
