package org.onecall.app

import android.app.Activity
import android.app.Application
import android.content.ClipData
import android.content.ClipboardManager
import android.content.Intent
import android.content.pm.PackageManager
import android.net.Uri
import android.os.Bundle
import android.os.Looper
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.shadows.ShadowActivity
import org.robolectric.shadows.ShadowChoreographer

/**
 * A customer with a phone. Knows of the app what its owner knows: what stands on the screen, as a screen reader has
 * it, and what the system lets one do with an app. So nothing here depends on the names of its classes.
 */
class Customer : AutoCloseable {
    private val application: Application get() = RuntimeEnvironment.getApplication()
    var controller: ActivityController<out Activity>? = null
        private set

    private var askedBefore: ShadowActivity.PermissionsRequest? = null

    val activity: Activity get() = checkNotNull(controller).get()

    init {
        // Pictures come when the clock goes on. Otherwise something that turns for as long as one waits takes all time.
        ShadowChoreographer.setPaused(true)
        ShadowChoreographer.setFrameDelay(FRAME)
        // The process was started before the keystore was there.
        application.onTerminate()
        FakeKeystore.install()
        application.onCreate()
    }

    /** The app is started from the home screen. */
    fun start() = launch(Intent(Intent.ACTION_MAIN))

    /** A link is tapped; the app opens, or is there already. */
    fun tapLink(link: String) {
        receive(Intent(Intent.ACTION_VIEW, Uri.parse(link)))
    }

    /** An intent that the system brings; the app opens, or is there already. */
    fun receive(intent: Intent) {
        if (controller == null) launch(intent) else hand(intent)
        idle()
    }

    /** The same to the open app, without waiting for what becomes of it. */
    fun hand(intent: Intent) {
        checkNotNull(controller).newIntent(intent)
    }

    fun launch(intent: Intent, state: Bundle? = null) {
        val name = "org.onecall.app.MainActivity"
        val type = Class.forName(name, true, javaClass.classLoader).asSubclass(Activity::class.java)
        val made = Robolectric.buildActivity(type, intent.setClassName(application, name))
        controller = made
        made.create(state).start()
        if (state != null) made.restoreInstanceState(state)
        made.postCreate(state).resume().visible().topActivityResumed(true)
        idle()
    }

    /** The app goes to the background, the system ends its process, and the customer opens it again. */
    fun killAndReopen() = killAndReopenLater {}

    /** The same, but they open it only after [unseen]: the new process is at work before. */
    fun killAndReopenLater(unseen: () -> Unit) {
        val (intent, state) = end()
        application.onCreate()
        unseen()
        launch(intent, state)
    }

    private fun end(): Pair<Intent, Bundle> {
        val state = Bundle()
        val open = checkNotNull(controller)
        open.pause().stop().saveInstanceState(state)
        val intent = open.intent
        // Ended, not destroyed: nobody is told. What is left of it here must not reach the service any more.
        application.onTerminate()
        open.destroy()
        return intent to state
    }

    fun rotate() {
        val landscape = android.content.res.Configuration(application.resources.configuration)
        landscape.orientation = android.content.res.Configuration.ORIENTATION_LANDSCAPE
        // The question stays on the screen, and the answer comes to the activity that is there then.
        askedBefore = shadowOf(activity).lastRequestedPermission
        checkNotNull(controller).configurationChange(landscape).visible()
        idle()
    }

    fun copy(text: String) {
        val clipboard = application.getSystemService(ClipboardManager::class.java)
        checkNotNull(clipboard).setPrimaryClip(ClipData.newPlainText("", text))
    }

    val packages: PackageManager get() = application.packageManager

    /** Answers what the system asks in the app's name. */
    fun answerPermission(granted: Boolean) {
        val asked = shadowOf(activity).lastRequestedPermission ?: checkNotNull(askedBefore)
        val answer = if (granted) PackageManager.PERMISSION_GRANTED else PackageManager.PERMISSION_DENIED
        val answers = IntArray(asked.requestedPermissions.size) { answer }
        activity.onRequestPermissionsResult(asked.requestCode, asked.requestedPermissions, answers)
        idle()
    }

    fun goHome() {
        checkNotNull(controller).pause().stop()
        idle()
    }

    fun comeBack() {
        checkNotNull(controller).restart().start().resume()
        idle()
    }

    @Suppress("DEPRECATION")
    fun pressBack() {
        activity.onBackPressed()
        idle()
    }

    /** What a label of the app is called, by its key. */
    fun label(key: String, vararg arguments: Any): String {
        val id = application.resources.getIdentifier(key, "string", "org.onecall.app")
        check(id != 0) { "no string is called $key" }
        return application.getString(id, *arguments)
    }

    /** Waits until these words stand somewhere on the screen. */
    fun sees(words: String): Node = await("“$words”") { all -> all.firstOrNull { words in it.words } }

    fun seesLabel(key: String, vararg arguments: Any): Node = sees(label(key, *arguments))

    fun tap(key: String) {
        val words = label(key)
        val node = await("“$words”, to be tapped") { all -> all.firstOrNull { words in it.words && it.isClickable } }
        check(node.click()) { "“$words” cannot be tapped" }
        idle()
    }

    /** Types into the one field of the screen. */
    fun type(text: String) {
        val field = await("a field") { all -> all.firstOrNull { it.isEditable } }
        check(field.type(text)) { "nothing can be typed" }
        idle()
    }

    fun seesNot(key: String) = awaits("no “${label(key)}”") { screen().none { label(key) in it.words } }

    /** Waits until it is so. */
    fun awaits(what: String, isSo: () -> Boolean) {
        await(what) { if (isSo()) true else null }
    }

    fun <T> await(what: String, look: (List<Node>) -> T?): T {
        // Long enough for any machine; what takes longer never comes.
        val end = System.nanoTime() + 60_000_000_000
        while (System.nanoTime() < end) {
            idle()
            look(screen())?.let { return it }
            Thread.sleep(10)
        }
        error("not on the screen: $what. There is: ${screen().map { it.words }.filter { it.isNotBlank() }}")
    }

    fun screen(): List<Node> = nodes(activity.window.decorView)

    /** Real time goes by, in which nobody touches the phone. */
    fun passes(time: java.time.Duration) {
        val end = System.nanoTime() + time.toNanos()
        while (System.nanoTime() < end) {
            idle()
            Thread.sleep(10)
        }
    }

    fun idle() = shadowOf(Looper.getMainLooper()).idleFor(FRAME)

    override fun close() {
        controller?.close()
        application.onTerminate()
        // Compose schedules its work in objects that outlive a test; what is left undone there would stop the next.
        shadowOf(Looper.getMainLooper()).idleFor(REST)
    }

    private companion object {
        /** A picture of the screen, and what was to happen before it. */
        val FRAME: java.time.Duration = java.time.Duration.ofMillis(20)
        val REST: java.time.Duration = java.time.Duration.ofSeconds(2)
    }
}
