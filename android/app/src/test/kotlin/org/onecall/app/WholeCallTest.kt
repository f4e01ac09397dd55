package org.onecall.app

import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** The real activity, the real library, the real service. */
@RunWith(RobolectricTestRunner::class)
class WholeCallTest {
    @Test
    fun `the app opens on a screen that says what to do`() = Customer().use { customer ->
        customer.start()
        customer.seesLabel("screen_start")
        Unit
    }
}
