package org.onecall.core

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import org.onecall.core.support.Phone
import org.onecall.core.support.WithService
import org.onecall.core.support.text

/** A whole call through the real library and the real service. */
class WholeCallTest : WithService() {
    @Test
    fun `a call from the link through the lobby to its end`() = withService { service ->
        Phone(service.host).use { phone ->
            phone.awaits<Screen.Start>("the start")

            val call = service.createCall()
            phone.call.text("Hello! Please join here: ${call.link}", Source.PASTE)
            val asked = phone.awaits<Screen.AskName>("the question for the name")
            assertEquals("Maria", asked.suggestion)
            phone.call.name("")
            phone.awaits<Screen.AskName>("what is wrong with no name") { it.problem is NameError.Empty }
            phone.call.name("Maria")

            val waiting = phone.awaits<Screen.Waiting>("the lobby").v1
            val seenByAgent = service.knocks(call).single()
            assertEquals("Maria", text(seenByAgent, "name"))
            assertEquals(text(seenByAgent, "match_phrase"), waiting.matchPhrase)
            assertNotNull(phone.blob, "the place can be taken again after the app was killed")

            service.toCustomer(call, "hold", "message" to "One minute.")
            val held = phone.awaits<Screen.Waiting>("held") { it.v1.message != null }.v1
            assertEquals("One minute.", held.message)

            service.toCustomer(call, "admit")
            val inCall = phone.awaits<Screen.InCall>("the call")
            assertEquals(CallMode.STILLS, inCall.mode)
            assertFalse(inCall.features.annotateInSpace.allowed)

            service.command(call, "end")
            assertIs<OverReason.CallOver>(phone.awaits<Screen.Over>("the end").reason)
        }
    }

    @Test
    fun `an app that was killed in the lobby takes the same place again`() = withService { service ->
        val call = service.createCall()
        val blob = Phone(service.host).use { phone ->
            phone.knocks(call.link)
            phone.blob
        }
        val knock = text(service.knocks(call).single(), "knock")

        Phone(service.host, blob).use { phone ->
            phone.awaits<Screen.Waiting>("the lobby")
            assertEquals(listOf(knock), service.knocks(call).map { text(it, "knock") })
        }
    }
}
