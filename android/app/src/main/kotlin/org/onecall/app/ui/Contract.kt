package org.onecall.app.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.Immutable
import androidx.compose.runtime.Stable
import androidx.compose.ui.Modifier
import org.onecall.core.Message
import org.onecall.core.Shown

/** What the screens say: the core's messages and the app's own labels, in the customer's language. */
@Stable
interface Sentences {
    /** The sentence of a message, with its arguments in place. */
    fun say(message: Message): String

    /** A label of `locales/…/app.ftl`, by its id: `app-button-paste`. Labels have no arguments. */
    fun label(id: String): String

    /** The moment, in milliseconds since 1970, by this phone's clock: the time of day, and the day unless it is today. */
    fun moment(at: Long): String
}

/** What the app is about to draw. */
@Immutable
sealed interface Stage {
    /** What was kept is being read. */
    data object Starting : Stage

    /** The core could not be made, and perhaps can be the next time. */
    data class CannotStart(val mayTryAgain: Boolean) : Stage

    data class Running(val shown: Shown) : Stage
}

/**
 * What the customer does. Each is one tap and one input of the core, or one errand of the platform whose result
 * comes back to the core as an input; none returns anything, and each may come twice.
 */
@Stable
interface Actions {
    /** Read the clipboard and hand its text to the core. */
    fun paste()

    /** Show the camera with [Slots.scanner], or the system's scanner. */
    fun scan()

    /** Take [Slots.scanner] away again, or what stands in its place. */
    fun stopScan()

    /** A code or a link was typed. */
    fun type(text: String)

    /** A name was typed. */
    fun name(text: String)

    /** Ask the system for the camera; its answer is an input of the core. */
    fun allowCamera()

    /** Show the system's settings of this app, where a refused camera is allowed. */
    fun openSettings()

    fun goOn()

    /** The invitation at this place of the screen's list, from 0. */
    fun choose(index: Int)

    fun leave()

    fun confirm(yes: Boolean)

    fun knockAgain()

    fun dismiss()

    /** The button that leads elsewhere: to Microsoft Teams, or to the store. */
    fun open()

    /** Sign in through the system's browser. */
    fun signIn()

    fun signOut()

    /** Once more, after [Stage.CannotStart]. */
    fun startAgain()
}

/** What the platform puts into the screens, and what it has to offer. Views fill the modifier they are given. */
@Immutable
class Slots(
    /** The camera looking for a code, while the customer scans: stands before every screen. */
    val scanner: (@Composable (Modifier) -> Unit)? = null,
    /** The customer scans without being able to: the camera is refused for good. Stands before every screen. */
    val isScanRefused: Boolean = false,
    /** The picture of the call. */
    val video: @Composable (Modifier) -> Unit = {},
    /** The meeting, as the call client shows it. */
    val meeting: @Composable (Modifier) -> Unit = {},
    /** This phone can scan. */
    val canScan: Boolean = true,
    /** Whether the operator's accounts are offered on the first screen, and how the customer stands with them. */
    val account: Account = Account.NONE,
    /** The organisation that invites, by its name. */
    val operator: String? = null,
    /** This phone's clock, in milliseconds since 1970. */
    val now: () -> Long = System::currentTimeMillis,
)

/** The customer and the operator's accounts. */
enum class Account {
    /** There is nothing to sign in to. */
    NONE,
    SIGNED_OUT,
    SIGNED_IN,
}
