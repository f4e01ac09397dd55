package org.onecall.core.boundary

import java.io.File
import java.lang.ref.ReferenceQueue
import java.lang.ref.WeakReference
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotEquals
import kotlin.test.assertTrue
import org.onecall.core.Journey
import org.onecall.core.LogLine
import org.onecall.core.OneCall
import org.onecall.core.Screen
import org.onecall.core.Shell
import org.onecall.core.ShellEffect
import org.onecall.core.Shown
import org.onecall.core.Source
import org.onecall.core.support.Phone
import org.onecall.core.support.RecordingShell
import org.onecall.core.support.Service
import org.onecall.core.support.WithService
import org.onecall.core.support.config

/** Objects come, live beside one another, and go. */
class LifeTest : WithService() {
    @Test
    fun `shutdown lets go of the shell`() {
        val letGo = ReferenceQueue<Shell>()
        val (call, shell) = started("help.example.com", letGo)
        call.shutdown()
        awaitCollected(letGo, shell)
        // The object is still there for whoever calls it too late.
        call.shutdown()
        call.text("after the end", Source.KEYBOARD)
        assertEquals("start", call.screen().kind)
    }

    @Test
    fun `a journey that is closed lets go of what it performed with`() {
        val letGo = ReferenceQueue<Any>()
        val (journey, app) = closedJourney(letGo)
        awaitCollected(letGo, app)
        assertEquals("start", journey.shown.value.kind)
    }

    @Test
    fun `an object that is dropped in the middle of a call ends, and the place is kept`() = withService { service ->
        val call = service.createCall()
        val letGo = ReferenceQueue<Shell>()
        val (shell, blob) = droppedInCall(service, call.link, letGo) { service.toCustomer(call, "admit") }
        awaitCollected(letGo, shell)
        Phone(service.host, blob).use { it.awaits<Screen.InCall>("the call again") }
    }

    @Test
    fun `two objects at once know nothing of each other`() = withService { service ->
        val (first, second) = listOf(service.createCall(), service.createCall())
        Phone(service.host).use { one ->
            Phone(service.host).use { other ->
                val ofOne = one.knocks(first.link, "Ada")
                val ofOther = other.knocks(second.link, "Grace")
                assertNotEquals(one.blob, other.blob)
                service.toCustomer(first, "admit")
                one.awaits<Screen.InCall>("the first call")
                assertEquals("waiting", other.call.screen().kind)
                service.command(first, "end")
                one.awaits<Screen.Over>("the end of the first call")
                service.toCustomer(second, "admit")
                other.awaits<Screen.InCall>("the second call")
                assertTrue(ofOne.v1.matchPhrase.isNotEmpty() && ofOther.v1.matchPhrase.isNotEmpty())
            }
        }
    }

    @Test
    fun `ten thousand objects come and go, and nothing grows`() {
        comeAndGo(WARM_UP)
        val before = Usage.now()
        comeAndGo(TEN_THOUSAND)
        val after = Usage.now()
        assertTrue(after.files <= before.files, "open files: $before, $after")
        assertTrue(after.threads <= before.threads, "threads: $before, $after")
        assertTrue(
            after.residentKb - before.residentKb < GROWTH_KB,
            "memory: $before, $after",
        )
    }

    @Test
    fun `a thousand journeys come and go, and the virtual machine knows no thread of theirs any more`() {
        fun comeAndGo() = Journey(config("help.example.com"), perform = {}).close()
        comeAndGo()
        val (before, known) = Pair(Usage.now(), Thread.getAllStackTraces().size)
        repeat(1_000) { comeAndGo() }
        assertTrue(Usage.now().threads <= before.threads)
        assertTrue(Thread.getAllStackTraces().size <= known)
    }

    private fun comeAndGo(times: Int) = repeat(times) {
        OneCall(config("help.example.com"), null, Silent).use { it.shutdown() }
    }

    /** In functions of their own: a variable in a test would hold the shell. */
    private fun started(host: String, letGo: ReferenceQueue<Shell>): Pair<OneCall, WeakReference<Shell>> {
        val shell = RecordingShell()
        val call = OneCall(config(host), null, shell)
        shell.next("the start")
        return Pair(call, WeakReference(shell, letGo))
    }

    private fun closedJourney(letGo: ReferenceQueue<Any>): Pair<Journey, WeakReference<Any>> {
        val app = Any()
        val journey = Journey(config("help.example.com"), perform = { app.hashCode() }, log = { app.hashCode() })
        journey.close()
        return Pair(journey, WeakReference(app, letGo))
    }

    private fun droppedInCall(
        service: Service,
        link: String,
        letGo: ReferenceQueue<Shell>,
        admit: () -> Unit,
    ): Pair<WeakReference<Shell>, String?> {
        val phone = Phone(service.host)
        phone.knocks(link)
        admit()
        phone.awaits<Screen.InCall>("the call")
        return Pair(WeakReference(phone.shell, letGo), phone.blob)
    }

    private fun <T> awaitCollected(letGo: ReferenceQueue<T>, held: WeakReference<T>) {
        repeat(600) {
            System.gc()
            if (letGo.remove(100) != null) return
        }
        error("something still holds ${held.get()}")
    }

    private object Silent : Shell {
        override fun show(shown: Shown) = Unit

        override fun perform(effect: ShellEffect) = Unit

        override fun log(line: LogLine) = Unit
    }

    /** What this process holds of the system. */
    private data class Usage(val files: Int, val threads: Int, val residentKb: Long) {
        companion object {
            fun now(): Usage {
                System.gc()
                val status = File("/proc/self/status").readLines().associate { it.substringBefore(':') to it }
                fun number(name: String) = checkNotNull(status[name]).filter { it.isDigit() }.toLong()
                val files = checkNotNull(File("/proc/self/fd").list()).size
                return Usage(files, number("Threads").toInt(), number("VmRSS"))
            }
        }
    }

    private companion object {
        /** So many, that the machine's own caches and the compiler's have what they want. */
        const val WARM_UP = 3_000
        const val TEN_THOUSAND = 10_000

        /** A thousandth of a megabyte for each would show. */
        const val GROWTH_KB = 8_000
    }
}
