package org.onecall.app

import android.app.Service
import android.content.Intent
import android.content.pm.ServiceInfo
import android.os.Build
import android.os.Handler
import android.os.IBinder
import android.os.Looper
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
    private val presence get() = (application as OneCallApplication).phone.presence
    private val main = Handler(Looper.getMainLooper())
    private val lapse = Runnable { presence.ended(this) }
    private var awake: PowerManager.WakeLock? = null
    private var latestStart = 0

    /**
     * First into the foreground, whatever became of the wish meanwhile: the system ends an app whose service was started
     * for that and stopped before.
     */
    override fun onStartCommand(intent: Intent?, flags: Int, startId: Int): Int {
        latestStart = startId
        when {
            !toForeground() -> {
                presence.refused()
                stopSelf(startId)
            }
            presence.started(this) -> stayAwake()
            else -> leave()
        }
        // Ended by the system, there is nothing to hold any more: the app takes its place again when it is opened.
        return START_NOT_STICKY
    }

    /** Stops, unless it was started anew meanwhile: that start has the last word. */
    fun leave() {
        letSleep()
        ServiceCompat.stopForeground(this, ServiceCompat.STOP_FOREGROUND_REMOVE)
        stopSelf(latestStart)
    }

    override fun onDestroy() {
        letSleep()
        presence.ended(this)
        super.onDestroy()
    }

    override fun onBind(intent: Intent?): IBinder? = null

    private fun toForeground(): Boolean {
        val type = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.UPSIDE_DOWN_CAKE) {
            ServiceInfo.FOREGROUND_SERVICE_TYPE_SPECIAL_USE
        } else {
            0
        }
        return try {
            ServiceCompat.startForeground(this, PRESENCE_NOTIFICATION, presence.notification(), type)
            true
        } catch (_: IllegalStateException) {
            // The app was left before the start came here.
            false
        } catch (_: SecurityException) {
            false
        }
    }

    /** With a dark screen too, for as long as anybody waits; the limit is for a bug, not for a person. */
    private fun stayAwake() {
        letSleep()
        val power = checkNotNull(getSystemService(PowerManager::class.java))
        val lock = power.newWakeLock(PowerManager.PARTIAL_WAKE_LOCK, "onecall:presence")
        // Longer than the limit, so that somebody is awake to say that it is reached.
        lock.acquire(LONGEST_MS + MARGIN_MS)
        awake = lock
        main.postDelayed(lapse, LONGEST_MS)
    }

    private fun letSleep() {
        main.removeCallbacks(lapse)
        awake?.takeIf { it.isHeld }?.release()
        awake = null
    }

    private companion object {
        const val LONGEST_MS = 4L * 60 * 60 * 1000
        const val MARGIN_MS = 60L * 1000
    }
}
