package org.onecall.core.trouble

import java.util.concurrent.atomic.AtomicInteger
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue
import org.onecall.core.Screen
import org.onecall.core.ShellEffect
import org.onecall.core.Source
import org.onecall.core.support.Phone
import org.onecall.core.support.RecordingShell
import org.onecall.core.support.WithService
import org.onecall.core.support.config

/** What was kept is damaged, foreign or from another time; or cannot be kept at all. */
class BlobTest : WithService() {
    @Test
    fun `a blob that is cut off anywhere starts afresh, and a new link works at once`() = withService { service ->
        val blob = blobFromTheLobby(service.host, service.createCall().link)
        // Every place would be some hundred starts; a prime, so that all kinds of places are met.
        for (length in (0 until blob.length step 7) + (blob.length - 1)) {
            startsAfresh(service.host, blob.take(length))
        }
        Phone(service.host, blob.take(blob.length / 2)).use { it.knocks(service.createCall().link) }
    }

    @Test
    fun `a blob that is no blob starts afresh, and a new link works at once`() = withService { service ->
        val others = listOf("", "{}", "null", "[]", "<html>", "\u0000", """{"version":0}""", """{"version":-1}""")
        for (other in others + "{".repeat(100_000) + "9".repeat(1_000_000)) startsAfresh(service.host, other)
        Phone(service.host, "{}").use { it.knocks(service.createCall().link) }
    }

    @Test
    fun `a blob of a newer app starts afresh, and is kept until there is something else`() = withService { service ->
        val blob = blobFromTheLobby(service.host, service.createCall().link)
        val newer = blob.replaceFirst("\"version\":1", "\"version\":2")
        assertEquals(blob.length, newer.length)
        val saved = AtomicInteger()
        val shell = RecordingShell(onPerform = { if (it is ShellEffect.Save) saved.incrementAndGet() })
        Phone(config(service.host), newer, shell).use { phone ->
            phone.awaits<Screen.Start>("the start")
            assertEquals(0, saved.get(), "the newer app's blob is not thrown away")
            phone.knocks(service.createCall().link)
            assertNotNull(phone.blob, "now there is something to keep")
        }
    }

    @Test
    fun `a blob of an older app is understood, though what came later is missing in it`() = withService { service ->
        val call = service.createCall()
        val blob = blobFromTheLobby(service.host, call.link)
        // The oldest app wrote this version with what it takes to have the place again, and nothing more.
        val older = blob.replace(Regex(",\"(meeting|owed|errands)\":(\\[[^\\]]*]|null)"), "")
        Phone(service.host, older).use { it.awaits<Screen.Waiting>("the same place") }
        assertEquals(1, service.knocks(call).size)
    }

    @Test
    fun `a blob of somebody else's service starts afresh, and nothing of it goes out`() = withService { service ->
        val blob = blobFromTheLobby(service.host, service.createCall().link)
        Phone("help.example.com", blob).use { phone ->
            phone.awaits<Screen.Start>("the start")
            phone.call.text("no link", Source.PASTE)
            phone.awaits<Screen.LinkProblem>("and it works")
        }
    }

    @Test
    fun `a storage that fails holds up nobody`() = withService { service ->
        val call = service.createCall()
        val failed = AtomicInteger()
        val shell = RecordingShell(onPerform = {
            if (it is ShellEffect.Save) {
                failed.incrementAndGet()
                error("the disk is full")
            }
        })
        Phone(config(service.host), shell = shell).use { phone ->
            phone.knocks(call.link)
            service.toCustomer(call, "admit")
            phone.awaits<Screen.InCall>("the call")
            phone.call.leave()
            phone.awaits<Screen.Ask>("the question")
            phone.call.confirm(true)
            phone.awaits<Screen.Over>("the end")
        }
        assertTrue(failed.get() > 1)
        assertNull(shell.blob)
    }

    @Test
    fun `a storage that failed once gets everything with the next save`() = withService { service ->
        val call = service.createCall()
        val saves = AtomicInteger()
        val shell = RecordingShell(onPerform = {
            if (it is ShellEffect.Save && saves.incrementAndGet() == 1) error("the storage is locked")
        })
        Phone(config(service.host), shell = shell).use { phone ->
            phone.knocks(call.link)
            service.toCustomer(call, "admit")
            phone.awaits<Screen.InCall>("the call")
        }
        val blob = assertNotNull(shell.blob, "saved $saves times")
        Phone(service.host, blob).use { it.awaits<Screen.InCall>("the call again") }
        assertEquals(1, service.knocks(call).size)
    }

    private fun startsAfresh(host: String, blob: String) = Phone(host, blob).use { phone ->
        phone.awaits<Screen.Start>("the start, from ${blob.length} characters")
        phone.call.text("no link", Source.PASTE)
        phone.awaits<Screen.LinkProblem>("and it works")
    }

    private fun blobFromTheLobby(host: String, link: String): String = Phone(host).use { phone ->
        phone.knocks(link)
        assertNotNull(phone.blob)
    }
}
