package org.onecall.core

import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import org.junit.jupiter.api.io.TempDir

/** A whole call through the real library and the real service. */
class WholeCallTest {
    @TempDir
    lateinit var data: Path

    @Test
    fun `a call from the link through the lobby to its end`() = Service(data).use { service ->
        val shell = RecordingShell()
        OneCall(config(service.host), null, shell).use { phone ->
            shell.awaits("the start") { it is Screen.Start }

            val call = service.createCall()
            phone.text("Hello! Please join here: ${call.link}", Source.PASTE)
            val asked = assertIs<Screen.AskName>(shell.awaits("the question for the name") { it is Screen.AskName })
            assertEquals("Maria", asked.suggestion)
            phone.name("")
            shell.awaits("what is wrong with no name") { it is Screen.AskName && it.problem is NameError.Empty }
            phone.name("Maria")

            val waiting = assertIs<Screen.Waiting>(shell.awaits("the lobby") { it is Screen.Waiting }).v1
            val seenByAgent = service.read(call)
            assertEquals("Maria", textOf(seenByAgent.substringAfter("\"knocks\""), "name"))
            assertEquals(textOf(seenByAgent, "match_phrase"), waiting.matchPhrase)
            assertNotNull(shell.blob, "the place can be taken again after the app was killed")

            val knock = textOf(seenByAgent, "knock")
            service.command(call, "hold", ""","knock":"$knock","message":"One minute."""")
            val held = assertIs<Screen.Waiting>(shell.awaits("held") { it is Screen.Waiting && it.v1.message != null }).v1
            assertEquals("One minute.", held.message)

            service.command(call, "admit", ""","knock":"$knock"""")
            val inCall = assertIs<Screen.InCall>(shell.awaits("the call") { it is Screen.InCall })
            assertEquals(CallMode.STILLS, inCall.mode)
            assertFalse(inCall.features.annotateInSpace.allowed)

            service.command(call, "end")
            val over = assertIs<Screen.Over>(shell.awaits("the end") { it is Screen.Over })
            assertIs<OverReason.CallOver>(over.reason)
            phone.shutdown()
        }
    }

    @Test
    fun `an app that was killed in the lobby takes the same place again`() = Service(data).use { service ->
        val call = service.createCall()
        val before = RecordingShell()
        OneCall(config(service.host), null, before).use { phone ->
            phone.text(call.link, Source.LINK)
            before.awaits("the question for the name") { it is Screen.AskName }
            phone.name("Maria")
            before.awaits("the lobby") { it is Screen.Waiting }
            phone.shutdown()
        }
        val knock = textOf(service.read(call), "knock")

        val after = RecordingShell()
        OneCall(config(service.host), before.blob, after).use { phone ->
            after.awaits("the lobby") { it is Screen.Waiting }
            val knocks = Regex(""""knock":"([^"]*)"""").findAll(service.read(call)).map { it.groupValues[1] }
            assertEquals(listOf(knock), knocks.toList())
            phone.shutdown()
        }
    }
}
