package org.onecall.core.boundary

import java.util.Collections
import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import kotlin.random.Random
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import org.onecall.core.OneCall
import org.onecall.core.Screen
import org.onecall.core.Source
import org.onecall.core.checkName
import org.onecall.core.explain
import org.onecall.core.support.Phone
import org.onecall.core.support.RecordingShell
import org.onecall.core.support.config

private const val THREADS = 8
private const val ROUNDS = 2_000

/**
 * Many threads at once. Java has no race detector as Rust, Go and C have; so these count what must come out whatever
 * the order was, and play the ends of an object against each other.
 */
class CrowdTest {
    @Test
    fun `every input of eight threads is taken once`() {
        val shell = RecordingShell()
        Phone(config("help.example.com").copy(verbose = true), shell = shell).use { phone ->
            together { thread ->
                repeat(ROUNDS) {
                    when (thread % 4) {
                        0 -> phone.call.text("no link", Source.PASTE)
                        1 -> phone.call.dismiss()
                        2 -> phone.call.name("Ada")
                        else -> phone.call.wake()
                    }
                    phone.call.screen()
                }
            }
            phone.call.networkBack()
            // Taken in the order of the calls: when this one was, all were.
            shell.awaitTaken("network-back")
        }
        for (input in listOf("text", "dismiss", "name", "wake")) {
            assertEquals(ROUNDS * THREADS / 4, shell.taken(input), input)
        }
    }

    @Test
    fun `inputs of one thread are taken in their order, whatever the others do`() {
        val shell = RecordingShell()
        Phone(config("help.example.com").copy(verbose = true), shell = shell).use { phone ->
            together { thread ->
                repeat(ROUNDS) {
                    if (thread == 0) {
                        phone.call.goOn()
                        phone.call.knockAgain()
                    } else {
                        phone.call.dismiss()
                    }
                }
            }
            phone.call.networkBack()
            shell.awaitTaken("network-back")
        }
        val ofOne = shell.log.filter { it.what == "input" && it.detail in setOf("go-on", "knock-again") }
        assertEquals(List(ROUNDS) { listOf("go-on", "knock-again") }.flatten(), ofOne.map { it.detail })
    }

    @Test
    fun `look-ups on eight threads answer as on one`() {
        val texts = listOf("Ada", "", "a\u200Bb", "x".repeat(65), "https://evil.example.net/j/0", "123 456 789")
        val config = config("help.example.com")
        val alone = texts.map { Pair(checkName(it), explain(config, it)) }
        together { thread ->
            val random = Random(thread)
            repeat(ROUNDS / 10) {
                val at = random.nextInt(texts.size)
                assertEquals(alone[at], Pair(checkName(texts[at]), explain(config, texts[at])))
            }
        }
    }

    @Test
    fun `an object may be ended while it is used, and from everywhere at once`() {
        repeat(100) { round ->
            val call = OneCall(config("help.example.com"), null, RecordingShell())
            val too = Collections.synchronizedList(mutableListOf<Throwable>())
            together { thread ->
                try {
                    when ((thread + round) % 4) {
                        0 -> call.shutdown()
                        1 -> call.close()
                        2 -> repeat(10) { call.text("no link", Source.PASTE) }
                        else -> repeat(10) { call.screen() }
                    }
                } catch (late: IllegalStateException) {
                    // What UniFFI says of an object that is closed; `Journey` therefore never closes it.
                    too += late
                }
            }
            assertTrue(too.all { it.message.orEmpty().contains("destroyed") }, "$too")
        }
    }

    @Test
    fun `screens that many threads ask for never go back`() {
        val order = listOf("start", "link-problem")
        repeat(100) {
            Phone("help.example.com").use { phone ->
                together { thread ->
                    if (thread == 0) {
                        phone.call.text("no link", Source.PASTE)
                    } else {
                        val seen = List(50) { order.indexOf(phone.call.screen().kind) }
                        assertEquals(seen.sorted(), seen)
                    }
                }
                phone.awaits<Screen.LinkProblem>("what is wrong")
            }
        }
    }

    /** Runs this on every thread, all from the same moment on, and throws what one of them threw. */
    private fun together(work: (thread: Int) -> Unit) {
        val threads = Executors.newFixedThreadPool(THREADS)
        val start = CyclicBarrier(THREADS)
        try {
            val all = List(THREADS) { thread ->
                Callable {
                    start.await()
                    work(thread)
                }
            }
            threads.invokeAll(all).forEach { it.get() }
        } finally {
            threads.shutdown()
        }
    }
}
