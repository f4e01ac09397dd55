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

    @Test
    fun `whoever is far too early may close the app, and everybody else who waits keeps it open`() {
        val sentences = ResourceSentences(Language.ENGLISH)
        val closing = STATES.filter { it.shown.screen is Screen.Waiting }.associate { state ->
            val page = page(state.stage, sentences, NoActions, state.slots)
            val added = page.lines.filter { it.look == Look.ADDED }.map { it.text }
            state.name to added.single()
        }
        val (farOff, others) = closing.entries.partition { it.key in FAR_OFF }
        assertEquals(FAR_OFF, farOff.map { it.key })
        assertEquals(setOf(sentences.label("app-come-back-then")), farOff.map { it.value }.toSet())
        assertEquals(setOf(sentences.label("app-android-keep-open")), others.map { it.value }.toSet())
    }

    private companion object {
        val FAR_OFF = listOf("waiting, too early, hours", "waiting, too early, days")

        val ON_SCREENS = listOf(
            "screen_", "waiting_", "over_", "question_", "call_mode_", "link_error_", "name_error_", "app_button_",
            "app_field_", "app_scan", "app_start", "app_read_out", "app_android_starting", "app_android_cannot_start",
            "app_android_no_system", "app_come_back_then", "app_android_keep_open",
        )
    }
}
