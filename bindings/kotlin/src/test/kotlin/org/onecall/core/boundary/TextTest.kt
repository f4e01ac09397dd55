package org.onecall.core.boundary

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertTrue
import org.onecall.core.CheckedName
import org.onecall.core.NameError
import org.onecall.core.Screen
import org.onecall.core.Source
import org.onecall.core.checkName
import org.onecall.core.explain
import org.onecall.core.support.Phone
import org.onecall.core.support.WithService
import org.onecall.core.support.config
import org.onecall.core.support.text

private const val LAST_PLANE = 16
private const val PLANE = 0x10000

/** Text crosses the door as it is, whatever it is made of. */
class TextTest : WithService() {
    @Test
    fun `a name with letters and signs of many scripts and planes is the same on both sides`() {
        for (name in listOf("Zoë", "王小明", "Ольга", "مريم", "שרה", "สมชาย", "𠮷野", "👍🏽 Ada", "𐌰𐌱")) {
            assertEquals(name, assertIs<CheckedName.Good>(checkName(name), name).name)
        }
    }

    @Test
    fun `a character of any plane is taken into the name or named as what is wrong with it`() {
        for (plane in 0..LAST_PLANE) {
            // A prime, so that no block is always met in the same place.
            for (offset in 0x20 until PLANE step 251) {
                val codePoint = plane * PLANE + offset
                if (codePoint in 0xD800..0xDFFF) continue
                val character = String(Character.toChars(codePoint))
                when (val checked = checkName("A${character}b")) {
                    is CheckedName.Good -> assertTrue(checked.name.endsWith("b"), hex(codePoint))
                    is CheckedName.Problem -> when (val error = checked.error) {
                        is NameError.NotAllowed -> assertTrue(error.character.isNotEmpty(), hex(codePoint))
                        is NameError.Invisible -> assertEquals(1u, error.position, hex(codePoint))
                        else -> error("${hex(codePoint)}: $error")
                    }
                }
            }
        }
    }

    @Test
    fun `what the agent writes comes to the screen in every plane`() = withService { service ->
        val message = (0..LAST_PLANE).joinToString("") { plane ->
            // The first and the last that are characters; plane 0 begins with letters.
            val first = if (plane == 0) 'A'.code else plane * PLANE
            String(Character.toChars(first)) + String(Character.toChars(plane * PLANE + 0xFFFD))
        }
        Phone(service.host).use { phone ->
            val call = service.createCall()
            phone.knocks(call.link)
            service.toCustomer(call, "hold", "message" to message)
            assertEquals(message, phone.awaits<Screen.Waiting>("held") { it.v1.message != null }.v1.message)
        }
    }

    @Test
    fun `a name of the last planes comes to the agent as it was typed`() = withService { service ->
        Phone(service.host).use { phone ->
            val call = service.createCall()
            phone.knocks(call.link, "𠮷野 👍🏽")
            assertEquals("𠮷野 👍🏽", text(service.knocks(call).single(), "name"))
        }
    }

    @Test
    fun `text that is no Unicode is a wrong text and nothing worse`() {
        val halves = listOf("\uD800", "\uDC00", "a\uDBFFb", "\uDC00\uD800", "\uD83D".repeat(50))
        Phone("help.example.com").use { phone ->
            for (half in halves) {
                checkName(half)
                explain(config("help.example.com"), half)
                phone.call.text(half, Source.PASTE)
                phone.awaits<Screen.LinkProblem>("what is wrong")
                phone.call.dismiss()
                phone.awaits<Screen.Start>("the start again")
            }
            for (text in listOf("", "\u0000", "a\u0000b", "\uFEFF", "\r\n", "\uFFFF")) {
                phone.call.text(text, Source.PASTE)
                phone.awaits<Screen.LinkProblem>("what is wrong")
                phone.call.dismiss()
            }
        }
    }

    private fun hex(codePoint: Int) = "U+%04X".format(codePoint)
}
