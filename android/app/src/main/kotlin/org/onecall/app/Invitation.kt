package org.onecall.app

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Bundle

/**
 * The text of an intent that opened the app, for the core to judge: nothing else of an intent is looked at. Its extras
 * are never unpacked, no intent within it is started, and nobody is answered.
 */
internal fun invitation(intent: Intent?): String? = when {
    intent == null || intent.action != Intent.ACTION_VIEW -> null
    // Opened again from the list of recent apps: the core has had this text.
    intent.flags and Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY != 0 -> null
    else -> intent.dataString
}

/**
 * Opens the sign-in page in the customer's own browser, where they are signed in perhaps already; within our task where
 * it can do that (Custom Tabs). False if there is no browser.
 */
internal fun openSignIn(context: Context, page: Uri): Boolean {
    val intent = Intent(Intent.ACTION_VIEW, page).addCategory(Intent.CATEGORY_BROWSABLE)
    intent.putExtras(Bundle().apply { putBinder("android.support.customtabs.extra.SESSION", null) })
    if (context !is Activity) intent.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
    return try {
        context.startActivity(intent)
        true
    } catch (_: ActivityNotFoundException) {
        false
    }
}

/** Opens a page, and nothing but a page, outside the app. */
internal fun openOutside(context: Context, url: String) {
    val page = Uri.parse(url)
    if (page.scheme != "https") return
    val intent = Intent(Intent.ACTION_VIEW, page).addCategory(Intent.CATEGORY_BROWSABLE)
    try {
        context.startActivity(intent.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
    } catch (_: ActivityNotFoundException) {
        // A phone without a browser: the screen stays, and says where the way leads.
    }
}
