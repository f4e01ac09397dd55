package org.onecall.core

import kotlin.test.Test
import kotlin.test.assertEquals

/** The library on the path is the one these bindings were made for. */
class LibraryTest {
    @Test
    fun `the library loads and its checksums are those of the bindings`() {
        // Throws with the name of the function that differs.
        uniffiEnsureInitialized()
    }

    @Test
    fun `the library and this package have one version`() {
        assertEquals(System.getProperty("onecall.version"), coreVersion())
    }
}
