package org.onecall.app

import android.Manifest.permission.CAMERA
import android.Manifest.permission.POST_NOTIFICATIONS
import android.content.Intent
import android.os.Build
import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.OnBackPressedCallback
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import org.onecall.app.ui.Account
import org.onecall.app.ui.OneCallApp
import org.onecall.app.ui.Slots
import org.onecall.app.ui.Stage
import org.onecall.app.ui.goBack
import org.onecall.core.CameraAccess
import org.onecall.core.Screen
import org.onecall.core.Shown
import org.onecall.core.Source

/** The one window. It draws what the core shows, and hands in texts, taps and the system's answers. */
class MainActivity : ComponentActivity() {
    private val phone get() = (application as OneCallApplication).phone
    private val actions by lazy { Taps(this, phone, ::askCamera, ::showScanner) }

    private var isScanning by mutableStateOf(false)
    private var camera by mutableStateOf(CameraAccess.UNKNOWN)

    /** While the system asks for the camera: what the answer is for, and what was known before. */
    private var scanWhenAllowed = false
    private var explainedBefore = false

    private val cameraQuestion = registerForActivityResult(RequestPermission()) { allowed ->
        CameraQuestion(application).answered(allowed, explainedBefore, shouldShowRequestPermissionRationale(CAMERA))
        phone.running?.lookAtCamera()
        showScanner(scanWhenAllowed)
        scanWhenAllowed = false
    }
    private val notificationQuestion = registerForActivityResult(RequestPermission()) { phone.lookAtNotifications() }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        enableEdgeToEdge()
        onBackPressedDispatcher.addCallback(this, object : OnBackPressedCallback(true) {
            override fun handleOnBackPressed() = back()
        })
        if (savedInstanceState == null) {
            take(intent)
        } else {
            // Made anew by a rotation or after the process was ended: the core has had the intent's text.
            isScanning = savedInstanceState.getBoolean(IS_SCANNING)
            scanWhenAllowed = savedInstanceState.getBoolean(SCAN_WHEN_ALLOWED)
            explainedBefore = savedInstanceState.getBoolean(EXPLAINED_BEFORE)
        }
        setContent { Content() }
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.putBoolean(IS_SCANNING, isScanning)
        outState.putBoolean(SCAN_WHEN_ALLOWED, scanWhenAllowed)
        outState.putBoolean(EXPLAINED_BEFORE, explainedBefore)
    }

    /** The customer may come from the settings, where they allowed the camera or refused it. */
    override fun onStart() {
        super.onStart()
        showScanner(isScanning)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        take(intent)
    }

    private fun take(intent: Intent?) {
        val text = invitation(intent) ?: return
        isScanning = false
        phone.opened(text)
    }

    @Composable
    private fun Content() {
        val start by phone.start.collectAsState()
        val running = (start as? Start.Done)?.running
        val shown = running?.shown?.collectAsState()?.value
        LaunchedEffect(shown?.screen is Screen.Waiting) {
            if (shown?.screen is Screen.Waiting) askForNotifications()
        }
        val signedIn = running?.signIn?.isSignedIn?.collectAsState()?.value
        OneCallApp(stage(start, shown), AppWords(this), actions, slots(signedIn), Modifier.safeDrawingPadding())
    }

    private fun stage(start: Start, shown: Shown?) = when (start) {
        is Start.Failed -> Stage.CannotStart(mayTryAgain = start.error.mayPass)
        is Start.UnderWay, is Start.Done -> if (shown == null) Stage.Starting else Stage.Running(shown)
    }

    private fun slots(signedIn: Boolean? = null) = Slots(
        scanner = if (isScanning && camera == CameraAccess.GRANTED) { modifier -> Scanner(modifier, ::scanned) } else null,
        isScanRefused = isScanning && camera == CameraAccess.DENIED,
        canScan = packageManager.hasSystemFeature(android.content.pm.PackageManager.FEATURE_CAMERA_ANY),
        account = when (signedIn) {
            null -> Account.NONE
            false -> Account.SIGNED_OUT
            true -> Account.SIGNED_IN
        },
        operator = getString(R.string.operator_name),
    )

    private fun back() {
        // Nothing to go back to: the app is hidden and keeps its place.
        val screen = phone.running?.shown?.value?.screen
        if (screen == null || !goBack(screen, actions, slots())) moveTaskToBack(true)
    }

    private fun askCamera(thenScan: Boolean) {
        scanWhenAllowed = thenScan
        explainedBefore = shouldShowRequestPermissionRationale(CAMERA)
        cameraQuestion.launch(CAMERA)
    }

    /** Or how to allow it. A camera that can still be asked for waits for another tap. */
    private fun showScanner(show: Boolean) {
        camera = CameraQuestion(application).access()
        isScanning = show && (camera == CameraAccess.GRANTED || camera == CameraAccess.DENIED)
    }

    private fun scanned(text: String) {
        if (!isScanning) return
        isScanning = false
        phone.running?.call?.text(text, Source.QR_CODE)
    }

    /** Once, and where it is of use: whoever refuses waits with the app in front. */
    private fun askForNotifications() {
        val mustAsk = Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU
        if (mustAsk && Once(this, "notifications-asked").isFirst()) {
            notificationQuestion.launch(POST_NOTIFICATIONS)
        }
    }

    private companion object {
        const val IS_SCANNING = "is-scanning"
        const val SCAN_WHEN_ALLOWED = "scan-when-allowed"
        const val EXPLAINED_BEFORE = "explained-before"
    }
}
