package org.onecall.app

import android.Manifest
import android.app.Activity
import android.content.ClipboardManager
import android.content.Intent
import android.content.pm.PackageManager
import android.net.Uri
import android.provider.Settings
import org.onecall.android.signin.SignIn
import org.onecall.app.ui.Actions
import org.onecall.core.OneCall
import org.onecall.core.Source

/** One input of the core, or one errand of the platform, for each tap. */
internal class Taps(
    private val activity: Activity,
    private val call: OneCall,
    private val signIn: SignIn?,
    private val askCamera: (thenScan: Boolean) -> Unit,
    private val showScanner: (Boolean) -> Unit,
) : Actions {
    override fun paste() {
        val clipboard = checkNotNull(activity.getSystemService(ClipboardManager::class.java))
        // Text alone: an address or an intent on the clipboard would be opened to become one.
        val text = clipboard.primaryClip?.takeIf { it.itemCount > 0 }?.getItemAt(0)?.text ?: ""
        call.text(text.toString(), Source.PASTE)
    }

    override fun scan() {
        val allowed = activity.checkSelfPermission(Manifest.permission.CAMERA) == PackageManager.PERMISSION_GRANTED
        if (allowed) showScanner(true) else askCamera(true)
    }

    override fun stopScan() = showScanner(false)

    override fun type(text: String) = call.text(text, Source.KEYBOARD)

    override fun name(text: String) = call.name(text)

    override fun allowCamera() = askCamera(false)

    override fun openSettings() {
        val settings = Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS)
        activity.startActivity(settings.setData(Uri.fromParts("package", activity.packageName, null)))
    }

    override fun goOn() = call.goOn()

    override fun choose(index: Int) = call.choose(index.toUInt())

    override fun leave() = call.leave()

    override fun confirm(yes: Boolean) = call.confirm(yes)

    override fun knockAgain() = call.knockAgain()

    override fun dismiss() = call.dismiss()

    override fun open() = call.open()

    override fun signIn() {
        signIn?.begin { page -> openSignIn(activity, page) }
    }

    override fun signOut() {
        signIn?.forget()
    }
}
