package org.onecall.app

import android.content.Context

/** Something that happens once on this device, whatever becomes of the app's process. */
internal class Once(context: Context, private val what: String) {
    private val preferences = context.getSharedPreferences("once", Context.MODE_PRIVATE)

    val hasBeen: Boolean get() = preferences.getBoolean(what, false)

    fun isFirst(): Boolean {
        val first = !hasBeen
        if (first) preferences.edit().putBoolean(what, true).apply()
        return first
    }
}
