package org.onecall.app

import android.app.Activity
import android.content.ClipboardManager
import android.content.Intent
import android.net.Uri
import android.provider.Settings
import org.onecall.app.ui.Actions
import org.onecall.core.CameraAccess
import org.onecall.core.Source

/** One input of the core, or one errand of the platform, for each tap. */
internal class Taps(
    private val activity: Activity,
    private val phone: Phone,
    private val askCamera: (thenScan: Boolean) -> Unit,
    private val showScanner: (Boolean) -> Unit,
) : Actions {
    /** No page has a button for it before it is there. */
    private val call get() = phone.running?.call

    override fun paste() {
        val clipboard = checkNotNull(activity.getSystemService(ClipboardManager::class.java))
        // Text alone: an address or an intent on the clipboard would be opened to become one.
        val text = clipboard.primaryClip?.takeIf { it.itemCount > 0 }?.getItemAt(0)?.text ?: ""
        call?.text(text.toString(), Source.PASTE)
    }

    override fun scan() {
        // Asked even where it was refused for good, as far as we know: the system knows better.
        if (CameraQuestion(activity.application).access() == CameraAccess.GRANTED) showScanner(true) else askCamera(true)
    }

    override fun stopScan() = showScanner(false)

    override fun type(text: String) {
        call?.text(text, Source.KEYBOARD)
    }

    override fun name(text: String) {
        call?.name(text)
    }

    override fun allowCamera() = askCamera(false)

    override fun openSettings() {
        val settings = Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS)
        activity.startActivity(settings.setData(Uri.fromParts("package", activity.packageName, null)))
    }

    override fun goOn() {
        call?.goOn()
    }

    override fun choose(index: Int) {
        call?.choose(index.toUInt())
    }

    override fun leave() {
        call?.leave()
    }

    override fun confirm(yes: Boolean) {
        call?.confirm(yes)
    }

    override fun knockAgain() {
        call?.knockAgain()
    }

    override fun dismiss() {
        call?.dismiss()
    }

    override fun open() {
        call?.open()
    }

    override fun signIn() {
        phone.running?.signIn?.begin { page -> openSignIn(activity, page) }
    }

    override fun signOut() {
        phone.running?.signIn?.forget()
    }

    override fun startAgain() = phone.startAgain()
}
