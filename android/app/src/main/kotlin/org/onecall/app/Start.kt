package org.onecall.app

import org.onecall.core.StartException

/** How far the app's start is. */
internal sealed interface Start {
    /** What was kept is being read, and the core is made. */
    data object UnderWay : Start

    /** The core cannot be made. */
    class Failed(val error: StartException) : Start

    class Done(val running: Running) : Start
}

/** Whether another attempt may go better. Otherwise whoever built the app is to mend it. */
internal val StartException.mayPass: Boolean get() = when (this) {
    is StartException.System -> true
    is StartException.NoHost, is StartException.Host, is StartException.AndroidPackage, is StartException.Root -> false
}
