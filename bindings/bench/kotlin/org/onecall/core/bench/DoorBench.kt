package org.onecall.core.bench

import java.io.File
import java.nio.file.Files
import java.util.concurrent.Semaphore
import org.onecall.core.CoreThread
import org.onecall.core.LogLine
import org.onecall.core.OneCall
import org.onecall.core.Shell
import org.onecall.core.ShellEffect
import org.onecall.core.Shown
import org.onecall.core.Source
import org.onecall.core.explain
import org.onecall.core.support.Phone
import org.onecall.core.support.Service
import org.onecall.core.support.config
import org.onecall.core.support.silence
import org.onecall.core.support.Relay
import org.onecall.emptiest.Direct
import org.onecall.emptiest.Empty
import org.onecall.emptiest.Hop
import org.onecall.emptiest.explainInRust
import org.onecall.emptiest.tapsInRust

private const val ROUNDS = 30
private const val WARM_UP = 10
private const val TAPS = 300
private const val LOOK_UPS = 20_000
private const val STARTS = 500
private const val WAITING = 200

private const val HOST = "help.example.com"

private const val TEAMS =
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NjA1YzhkZTEtN2Y0Mi00ZTU1%40thread.v2/0?context=" +
        "%7b%22Tid%22%3a%2272f988bf-86f1-41af-91ab-2d7cd011db47%22%2c" +
        "%22Oid%22%3a%22550fae72-d251-43ec-868c-373732c2704f%22%7d"

/** What the door costs. What is compared is measured by turns, so that it meets the same machine. */
fun main() {
    println("Kotlin")
    tapToScreen()
    explainTeamsLink()
    Files.createTempDirectory("onecall-bench").let { data ->
        Service(data).use { service ->
            starts(service)
            memoryOfAWaitingCall(service)
        }
        data.toFile().deleteRecursively()
    }
}

private fun tapToScreen() {
    val called = Semaphore(0)
    val empty = object : Empty {
        override fun called() = called.release()
    }
    val shell = Counting()
    Direct(empty).use { direct ->
        Hop(empty).use { hop ->
            OneCall(config(HOST), null, shell).use { call ->
                shell.awaitScreen()
                val inRust = mutableListOf<Long>()
                val times = List(ROUNDS) {
                    inRust += tapsInRust(HOST, TAPS.toUInt()).map { it.toLong() }
                    Triple(
                        times(TAPS) { timed { direct.call(); called.acquire() } },
                        times(TAPS) { timed { hop.call(); called.acquire() } },
                        times(TAPS) {
                            call.text("no link", Source.PASTE)
                            shell.awaitScreen()
                            timed { call.dismiss(); shell.shown.acquire() }.also { shell.logged.acquire() }
                        },
                    )
                }.drop(WARM_UP)
                val tap = median(times.flatMap { it.third })
                val (here, there) = Pair(median(times.flatMap { it.first }), median(times.flatMap { it.second }))
                println("  a tap until its new screen: ${us(tap)}")
                compare("an empty call and an empty callback by way of another thread", tap, there, 1.5)
                compare("the same within the caller's thread", tap, here, null)
                compare("the same tap in Rust", tap, median(inRust), null)
                call.shutdown()
            }
        }
    }
}

private fun explainTeamsLink() {
    val config = config(HOST)
    // One by one: the median passes over those in which the processor did something else.
    val times = List(LOOK_UPS) {
        Pair(timed { explain(config, TEAMS) }, explainInRust(HOST, TEAMS, 1u).toLong())
    }.drop(LOOK_UPS / 2)
    val explained = median(times.map { it.first })
    println("  explain of a Teams link: ${us(explained)}")
    compare("the same in Rust", explained, median(times.map { it.second }), 3.0)
}

/** From the lobby's blob, at a service that answers nothing: the most that a start has to do. */
private fun starts(service: Service) {
    Relay(silence).use { hole ->
        val blob = Phone(service.host).use { phone ->
            phone.knocks(service.createCall().link)
            phone.blob?.replace(service.host, hole.host)
        }
        val config = config(hole.host)
        // Ended outside of what is measured: the end waits for the core's thread.
        val before = Waits.ofThisThread()
        val times = List(STARTS) {
            val shell = Counting()
            val start = System.nanoTime()
            val call = OneCall(config, blob, shell)
            Pair(System.nanoTime() - start, call)
        }
        val waits = Waits.ofThisThread() - before
        println("  a start: ${us(median(times.map { it.first }))}; its thread waited $waits times in $STARTS starts")
        times.forEach { (_, call) -> call.use { it.shutdown() } }
    }
}

private fun memoryOfAWaitingCall(service: Service) {
    fun waiting() = Phone(service.host).also { it.knocks(service.createCall().link) }
    // What all phones share is there already.
    val first = List(WAITING / 4) { waiting() }
    val before = residentKb()
    val more = List(WAITING) { waiting() }
    println("  memory of a waiting call: ${(residentKb() - before) / WAITING} KB, the mean of $WAITING")
    (first + more).forEach { it.close() }
}

/** A shell that draws nothing, called as that of a [Journey][org.onecall.core.Journey] is. */
private class Counting : Shell {
    val shown = Semaphore(0)
    val logged = Semaphore(0)
    private val thread = CoreThread()

    override fun show(shown: Shown) {
        thread.stays()
        this.shown.release()
    }

    override fun perform(effect: ShellEffect) = Unit

    override fun log(line: LogLine) = logged.release()

    /** With the line in the log that each screen has: the core's thread has nothing more to do then. */
    fun awaitScreen() {
        shown.acquire()
        logged.acquire()
    }
}

/** How often a thread gave its processor away because it had to wait for something. */
private object Waits {
    fun ofThisThread() = number("/proc/thread-self/status", "voluntary_ctxt_switches")
}

private fun residentKb(): Long {
    System.gc()
    return number("/proc/self/status", "VmRSS")
}

private fun number(file: String, name: String) =
    File(file).readLines().first { it.startsWith("$name:") }.filter { it.isDigit() }.toLong()

private fun times(count: Int, one: () -> Long) = List(count) { one() }

private inline fun timed(work: () -> Unit): Long {
    val start = System.nanoTime()
    work()
    return System.nanoTime() - start
}

private fun median(times: List<Long>) = times.sorted()[times.size / 2]

private fun compare(other: String, ns: Long, otherNs: Long, goal: Double?) {
    val ratio = "%.2f".format(ns.toDouble() / otherNs)
    println("    / $other, ${us(otherNs)}: $ratio" + if (goal == null) "" else " (goal $goal)")
}

private fun us(ns: Long) = "%.1f µs".format(ns / 1e3)
