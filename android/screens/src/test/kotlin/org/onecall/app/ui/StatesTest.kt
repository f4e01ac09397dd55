package org.onecall.app.ui

import org.junit.Test
import org.onecall.core.Screen
import kotlin.test.assertEquals

/** That no state is forgotten. */
class StatesTest {
    @Test
    fun `every screen of the core has a state`() {
        val known = Screen::class.java.permittedSubclasses.toSet()
        assertEquals(known, STATES.map { it.shown.screen.javaClass }.toSet())
    }

    @Test
    fun `every sentence for the customer's screen and every label of a button is on one`() {
        val sentences = ResourceSentences(Language.ENGLISH)
        STATES.forEach { page(it.stage, sentences, NoActions, it.slots) }
        val meant = sentences.keys.filter { key -> ON_SCREENS.any(key::startsWith) }.toSet()
        assertEquals(emptySet(), meant - sentences.said)
    }

    private companion object {
        val ON_SCREENS = listOf(
            "screen_", "waiting_", "over_", "question_", "call_mode_", "link_error_", "name_error_", "app_button_",
            "app_field_", "app_scan", "app_start", "app_read_out", "app_android_starting", "app_android_cannot_start",
            "app_android_no_system",
        )
    }
}
