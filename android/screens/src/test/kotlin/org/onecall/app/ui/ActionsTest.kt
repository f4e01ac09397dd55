package org.onecall.app.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runDesktopComposeUiTest
import org.junit.Test
import java.lang.reflect.Proxy
import kotlin.test.assertEquals

/** What a tap does. */
class ActionsTest {
    private val taken = mutableListOf<String>()

    /** Writes down what is called, with its arguments. */
    private val actions = Proxy.newProxyInstance(javaClass.classLoader, arrayOf(Actions::class.java)) { _, method, values ->
        taken += (listOf(method.name) + values.orEmpty().toList()).joinToString(" ")
        null
    } as Actions
    private val sentences = ResourceSentences(Language.ENGLISH)

    @Test
    fun `every screen leads on and back as listed`() {
        assertEquals(LISTED.trim().lines().map { it.trim() }, STATES.map { tapsOf(it) }.distinct())
    }

    @Test
    fun `each invitation is chosen by its place`() {
        val choices = STATES.first { it.shown.kind == "choose" }
        page(choices.stage, sentences, actions, choices.slots).choices.forEach { it.choose() }
        assertEquals(listOf("choose 0", "choose 1"), taken)
    }

    @OptIn(ExperimentalTestApi::class)
    @Test
    fun `while a code is typed the button goes on with it`() = runDesktopComposeUiTest {
        setContent { Drawn(STATES.first(), Condition.LIGHT, sentences, actions) }
        onNode(hasSetTextAction()).performTextInput("123 456 789")
        onNodeWithText(sentences.label("app-button-paste")).assertDoesNotExist()
        onNodeWithText(sentences.label("app-button-go-on")).performClick()
        assertEquals(listOf("type 123 456 789"), taken)
    }

    /** The screen, its primary button, the other one, and the system's back button. */
    private fun tapsOf(state: State): String {
        val page = page(state.stage, sentences, actions, state.slots)
        val typing = page.field?.takeIf { page.primary == null }
        val primary = page.primary?.press ?: typing?.let { { it.submit("typed") } }
        val back = wayBack(state.shown.screen, actions, state.slots)
        return listOf(page.kind, does(primary), does(page.other?.press), does(back)).joinToString(" | ")
    }

    private fun does(tap: (() -> Unit)?): String {
        taken.clear()
        tap?.invoke()
        return taken.joinToString(", ").ifEmpty { "-" }
    }

    private companion object {
        const val LISTED = """
            start | paste | scan | -
            start | paste | - | -
            scan | - | stopScan | stopScan
            scan | openSettings | stopScan | stopScan
            starting | - | - | -
            cannot-start | - | - | -
            cannot-start | startAgain | - | -
            choose | - | dismiss | dismiss
            ask-name | name typed | dismiss | dismiss
            rehearse | allowCamera | goOn | dismiss
            rehearse | goOn | dismiss | dismiss
            rehearse | openSettings | goOn | dismiss
            teams-client | open | dismiss | dismiss
            update-required | open | dismiss | dismiss
            update-required | dismiss | - | dismiss
            link-problem | dismiss | - | dismiss
            knocking | - | leave | -
            waiting | - | leave | -
            admitted | - | leave | -
            in-call | - | leave | leave
            in-meeting | - | leave | leave
            ask | confirm true | confirm false | confirm false
            fallback | - | leave | -
            fallback | - | leave | leave
            over | dismiss | - | dismiss
            over | knockAgain | dismiss | dismiss
            fallback | dismiss | - | dismiss
            fallback | knockAgain | dismiss | dismiss
        """
    }
}
