package org.onecall.core.boundary

import com.sun.jna.Native
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertIs
import kotlin.test.assertNotEquals
import kotlin.test.assertTrue
import org.onecall.core.App
import org.onecall.core.ArSystem
import org.onecall.core.CameraPermission
import org.onecall.core.Config
import org.onecall.core.Device
import org.onecall.core.LinkError
import org.onecall.core.LogLevel
import org.onecall.core.Measurement
import org.onecall.core.OneCall
import org.onecall.core.Platform
import org.onecall.core.Screen
import org.onecall.core.ShellEffect
import org.onecall.core.Source
import org.onecall.core.StartException
import org.onecall.core.support.Phone
import org.onecall.core.support.RecordingShell
import org.onecall.core.support.config

private const val HOST = "help.example.com"

/** A link of [HOST]; whether it leads anywhere matters to nothing here. */
private const val LINK = "https://$HOST/j/000000000000000000000000000"

/** The app's half of the door misbehaves, and the journey goes on. */
class ShellTest {
    @Test
    fun `a shell that throws from every method does not end the journey`() =
        goesOnAfter(IllegalStateException("no drawing"))

    @Test
    fun `neither does one that throws an error of the machine`() {
        // JNA tells of it on the standard error.
        val telling = Native.getCallbackExceptionHandler()
        Native.setCallbackExceptionHandler { _, _ -> }
        try {
            goesOnAfter(StackOverflowError("no drawing"))
        } finally {
            Native.setCallbackExceptionHandler(telling)
        }
    }

    @Test
    fun `neither does one whose exception cannot even be printed`() = goesOnAfter(object : RuntimeException() {
        override val message: String get() = error("neither does this work")
    })

    private fun goesOnAfter(thrown: Throwable) {
        fun thrown(): Nothing = throw thrown
        val shell = RecordingShell({ thrown() }, { thrown() }, { thrown() })
        Phone(config(HOST).copy(verbose = true), shell = shell).use { phone ->
            phone.call.text("no link in here", Source.PASTE)
            assertIs<LinkError.NothingFound>(phone.awaits<Screen.LinkProblem>("what is wrong").error)
            phone.call.text(LINK, Source.PASTE)
            phone.awaits<Screen.AskName>("the question for the name")
            phone.call.dismiss()
            phone.awaits<Screen.Start>("the start again")
        }
    }

    @Test
    fun `the shell is called on one thread, which is none of the app's`() {
        val threads: MutableSet<Path> = ConcurrentHashMap.newKeySet()
        val inside = AtomicInteger()
        val together = AtomicInteger()
        fun called() {
            threads.add(currentThread())
            if (inside.incrementAndGet() > 1) together.incrementAndGet()
            Thread.yield()
            inside.decrementAndGet()
        }
        val shell = RecordingShell({ called() }, { called() }, { called() })
        Phone(config(HOST).copy(verbose = true), shell = shell).use { phone ->
            repeat(100) {
                phone.call.text(LINK, Source.LINK)
                phone.call.dismiss()
            }
            phone.call.text("nothing", Source.PASTE)
            phone.awaits<Screen.LinkProblem>("the last")
        }
        assertEquals(1, threads.size, "$threads")
        assertNotEquals(currentThread(), threads.single())
        assertEquals(0, together.get(), "called twice at a time")
    }

    /** The system's: Java sees another one each time the core calls, since it knows the thread only meanwhile. */
    private fun currentThread(): Path = Files.readSymbolicLink(Path.of("/proc/thread-self"))

    @Test
    fun `the shell may call back into the object from within`() {
        lateinit var call: OneCall
        val shown = CountDownLatch(1)
        val shell = RecordingShell(onShow = { screen ->
            // Whatever is asked in here is answered in here.
            if (screen.screen is Screen.AskName && call.screen() == screen) shown.countDown()
            if (screen.screen is Screen.LinkProblem) call.dismiss()
        }, onPerform = { effect ->
            if (effect is ShellEffect.Save) call.measured(Measurement(ArSystem.Absent, CameraPermission.GRANTED, false))
        })
        call = OneCall(config(HOST).copy(verbose = true), null, shell)
        shell.next("the start")
        call.text("nothing in here", Source.PASTE)
        assertEquals("link-problem", shell.next("what is wrong").kind)
        assertEquals("start", shell.next("the start, by the shell itself").kind)
        call.text(LINK, Source.PASTE)
        assertEquals("ask-name", shell.next("the question").kind)
        assertTrue(shown.await(60, TimeUnit.SECONDS), "the screen inside is the one that was shown")
        shell.awaitTaken("measured")
        call.shutdown()
    }

    @Test
    fun `the shell may end the object from within`() {
        lateinit var call: OneCall
        val ended = CountDownLatch(1)
        val made = CountDownLatch(1)
        val shell = RecordingShell(onShow = { shown ->
            made.await()
            if (shown.screen is Screen.LinkProblem) {
                call.shutdown()
                ended.countDown()
            }
        })
        call = OneCall(config(HOST), null, shell)
        made.countDown()
        call.text("nothing in here", Source.PASTE)
        assertTrue(ended.await(60, TimeUnit.SECONDS), "it waited for itself")
        call.dismiss()
        call.shutdown()
        assertEquals("link-problem", call.screen().kind, "nothing is taken after the end")
    }

    @Test
    fun `a shell that blocks holds up its own screens and nobody who calls the object`() {
        val entered = CountDownLatch(1)
        val let = CountDownLatch(1)
        val shell = RecordingShell(onShow = { shown ->
            if (shown.screen is Screen.LinkProblem) {
                entered.countDown()
                let.await()
            }
        })
        Phone(config(HOST), shell = shell).use { phone ->
            phone.call.text("nothing in here", Source.PASTE)
            assertTrue(entered.await(60, TimeUnit.SECONDS))
            // On this thread: if one of these waited for the shell, the test would end here by its time-out.
            repeat(1_000) {
                phone.call.text(LINK, Source.LINK)
                phone.call.dismiss()
                phone.call.screen()
            }
            phone.call.text(LINK, Source.LINK)
            assertEquals("link-problem", phone.call.screen().kind)
            let.countDown()
            phone.awaits<Screen.AskName>("everything that was said meanwhile, in its order")
        }
    }

    @Test
    fun `what is broken or shown is logged, and every input only when asked for`() {
        for (verbose in listOf(false, true)) {
            val shell = RecordingShell()
            Phone(config(HOST).copy(verbose = verbose), shell = shell).use { phone ->
                phone.call.text(LINK, Source.LINK)
                phone.awaits<Screen.AskName>("the question")
            }
            assertTrue(shell.log.any { it.level == LogLevel.INFO && it.what == "screen" && it.detail == "ask-name" })
            assertEquals(verbose, shell.log.any { it.level == LogLevel.DEBUG })
            assertTrue(shell.log.none { "$it".contains("0000") || "$it".contains("Maria") }, "a secret: ${shell.log}")
        }
    }

    @Test
    fun `a configuration that cannot work says so by its type`() {
        val device = Device(Platform.ANDROID)
        val good = Config(listOf(HOST), device, App.APP)
        fun start(config: Config) {
            OneCall(config, null, RecordingShell()).shutdown()
        }
        start(good)
        assertFailsWith<StartException.NoHost> { start(good.copy(hosts = emptyList())) }
        assertFailsWith<StartException.Host> { start(good.copy(hosts = listOf("no host"))) }
        assertFailsWith<StartException.Root> { start(good.copy(extraRoots = listOf(byteArrayOf(1, 2, 3)))) }
        assertFailsWith<StartException.AndroidPackage> { start(good.copy(androidPackage = "no package")) }
    }
}
