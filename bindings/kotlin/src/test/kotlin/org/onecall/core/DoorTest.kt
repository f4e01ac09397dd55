package org.onecall.core

import java.lang.ref.ReferenceQueue
import java.lang.ref.WeakReference
import kotlin.test.Test
import kotlin.test.assertFailsWith
import kotlin.test.assertIs
import kotlin.test.assertTrue

/** What crosses the door between Kotlin and the core, and what does not. */
class DoorTest {
    @Test
    fun `shutdown lets go of the shell`() {
        val letGo = ReferenceQueue<Shell>()
        val (phone, shell) = started(letGo)
        phone.shutdown()
        var collected = false
        repeat(TRIES) {
            if (!collected) {
                System.gc()
                collected = letGo.remove(100) != null
            }
        }
        assertTrue(collected, "something still holds ${shell.get()}")
        phone.shutdown()
        phone.text("after the end", Source.KEYBOARD)
    }

    /** In a function of its own: a variable here would hold the shell. */
    private fun started(letGo: ReferenceQueue<Shell>): Pair<OneCall, WeakReference<Shell>> {
        val shell = RecordingShell()
        val phone = OneCall(config("help.example.com"), null, shell)
        shell.awaits("the start") { it is Screen.Start }
        return Pair(phone, WeakReference(shell, letGo))
    }

    @Test
    fun `a shell that throws does not end the journey`() {
        val shell = RecordingShell()
        val throwing = object : Shell by shell {
            override fun show(screen: Screen) {
                shell.show(screen)
                error("drawing failed")
            }
        }
        OneCall(config("help.example.com"), null, throwing).use { phone ->
            phone.text("no link in here", Source.PASTE)
            val screen = shell.awaits("what is wrong") { it is Screen.LinkProblem }
            assertIs<LinkError.NothingFound>(assertIs<Screen.LinkProblem>(screen).error)
            phone.dismiss()
            shell.awaits("the start again") { it is Screen.Start }
            phone.shutdown()
        }
    }

    @Test
    fun `a link of somebody else is named and not opened`() {
        val shell = RecordingShell()
        OneCall(config("help.example.com"), null, shell).use { phone ->
            phone.text("https://evil.example.net/j/0123456789ABCDEFGHJKMNPQRSX", Source.QR_CODE)
            val screen = assertIs<Screen.LinkProblem>(shell.awaits("what is wrong") { it is Screen.LinkProblem })
            assertTrue(assertIs<LinkError.UnknownHost>(screen.error).host.endsWith("evil.example.net"))
            phone.shutdown()
        }
    }

    @Test
    fun `a configuration without a host says so by its type`() {
        assertFailsWith<StartException.NoHost> {
            OneCall(Config(emptyList(), DeviceInfo(Platform.OTHER, App.APP), null, emptyList()), null, RecordingShell())
        }
    }

    private companion object {
        const val TRIES = 600
    }
}
