package org.onecall.app

import android.Manifest
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
import org.onecall.app.ui.goBack
import org.onecall.core.Screen
import org.onecall.core.Source

/** The one window. It draws what the core shows, and hands in texts, taps and the system's answers. */
class MainActivity : ComponentActivity() {
    private val phone get() = (application as OneCallApplication).phone
    private val call get() = phone.journey.call
    private val actions by lazy { Taps(this, call, phone.signIn, askCamera = ::askCamera, showScanner = ::showScanner) }

    private var isScanning by mutableStateOf(false)
    private var scanWhenAllowed = false

    private val cameraQuestion = registerForActivityResult(RequestPermission()) { allowed ->
        CameraQuestion(this).answered(this)
        phone.lookAtCamera()
        isScanning = scanWhenAllowed && allowed
        scanWhenAllowed = false
    }
    private val notificationQuestion = registerForActivityResult(RequestPermission()) { phone.lookAtNotifications() }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        enableEdgeToEdge()
        onBackPressedDispatcher.addCallback(this, object : OnBackPressedCallback(true) {
            override fun handleOnBackPressed() = back()
        })
        // Made anew by a rotation or after the process was ended: the core has had this intent's text.
        if (savedInstanceState == null) take(intent)
        setContent { Content() }
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        take(intent)
    }

    private fun take(intent: Intent?) {
        val text = invitation(intent) ?: return
        // The browser's answer lets somebody into an account: not for the core.
        if (phone.signIn?.returned(text) == true) return
        isScanning = false
        call.text(text, Source.LINK)
    }

    @Composable
    private fun Content() {
        val shown by phone.journey.shown.collectAsState()
        LaunchedEffect(shown.screen is Screen.Waiting) {
            if (shown.screen is Screen.Waiting) askForNotifications()
        }
        val signedIn = phone.signIn?.isSignedIn?.collectAsState()?.value
        OneCallApp(shown, AppWords(this), actions, slots(signedIn), Modifier.safeDrawingPadding())
    }

    private fun slots(signedIn: Boolean? = null) = Slots(
        scanner = if (isScanning) { modifier -> Scanner(modifier, ::scanned) } else null,
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
        if (!goBack(phone.journey.shown.value.screen, actions, slots())) moveTaskToBack(true)
    }

    private fun askCamera(thenScan: Boolean) {
        scanWhenAllowed = thenScan
        cameraQuestion.launch(Manifest.permission.CAMERA)
    }

    private fun showScanner(show: Boolean) {
        isScanning = show
    }

    private fun scanned(text: String) {
        if (!isScanning) return
        isScanning = false
        call.text(text, Source.QR_CODE)
    }

    /** Once, and where it is of use: whoever refuses waits with the app in front. */
    private fun askForNotifications() {
        val mustAsk = Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU
        if (mustAsk && Once(this, "notifications-asked").isFirst()) {
            notificationQuestion.launch(Manifest.permission.POST_NOTIFICATIONS)
        }
    }
}
