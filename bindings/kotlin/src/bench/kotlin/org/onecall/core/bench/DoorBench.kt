package org.onecall.core.bench

import java.io.File
import java.nio.file.Files
import java.util.concurrent.Semaphore
import org.onecall.core.App
import org.onecall.core.Config
import org.onecall.core.Device
import org.onecall.core.LogLine
import org.onecall.core.OneCall
import org.onecall.core.Platform
import org.onecall.core.Shell
import org.onecall.core.ShellEffect
import org.onecall.core.Shown
import org.onecall.core.Source
import org.onecall.core.explain
import org.onecall.core.support.Phone
import org.onecall.core.support.Service
import org.onecall.core.support.property
import uniffi.onecall_bench_fixture.Echo
import uniffi.onecall_bench_fixture.Empty

private const val ROUNDS = 30
private const val TAPS = 2_000
private const val WAITING = 200

/** As in benches/explain.rs. */
private const val TEAMS =
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NjA1YzhkZTEtN2Y0Mi00ZTU1%40thread.v2/0?context=" +
        "%7b%22Tid%22%3a%2272f988bf-86f1-41af-91ab-2d7cd011db47%22%2c" +
        "%22Oid%22%3a%22550fae72-d251-43ec-868c-373732c2704f%22%7d"

/** What the door costs. Ratios of figures of one run: the machine matters less to them. */
fun main() {
    tapToScreen()
    explainTeamsLink()
    memoryOfAWaitingCall()
}

private fun tapToScreen() {
    val answered = Semaphore(0)
    val echo = Echo(object : Empty {
        override fun called() = answered.release()
    })
    val shell = object : Shell {
        override fun show(shown: Shown) = answered.release()

        override fun perform(effect: ShellEffect) = Unit

        override fun log(line: LogLine) = Unit
    }
    val config = Config(listOf("help.example.com"), Device(Platform.ANDROID), App.APP)
    OneCall(config, null, shell).use { call ->
        answered.acquire()
        val (emptiest, tap) = alternately(
            {
                repeat(TAPS) {
                    echo.call()
                    answered.acquire()
                }
            },
            {
                repeat(TAPS / 2) {
                    call.text("no link", Source.PASTE)
                    answered.acquire()
                    call.dismiss()
                    answered.acquire()
                }
            },
        )
        call.shutdown()
        report("one tap until its new screen", tap / TAPS, "an empty call and an empty callback", emptiest / TAPS, 1.5)
    }
    echo.close()
}

private fun explainTeamsLink() {
    val config = Config(listOf("help.example.com"), Device(Platform.ANDROID), App.APP)
    val (explained, _) = alternately({ repeat(TAPS) { explain(config, TEAMS) } }, { })
    val inRust = property("onecall.bench.explain").toDouble()
    report("explain of a Teams link", explained / TAPS, "the same in Rust", inRust, 3.0)
}

private fun memoryOfAWaitingCall() {
    val data = Files.createTempDirectory("onecall-bench")
    Service(data).use { service ->
        fun waiting() = Phone(service.host).also { it.knocks(service.createCall().link) }
        // What all phones share is there already.
        val first = List(WAITING / 10) { waiting() }
        val before = residentKb()
        val more = List(WAITING) { waiting() }
        println("memory of one waiting call: ${(residentKb() - before) / WAITING} KB")
        (first + more).forEach { it.close() }
    }
    data.toFile().deleteRecursively()
}

/** The medians, in nanoseconds, of what both take; one after the other, so that both meet the same machine. */
private fun alternately(one: () -> Unit, other: () -> Unit): Pair<Double, Double> {
    val times = List(ROUNDS) { Pair(time(one), time(other)) }.drop(ROUNDS / 3)
    return Pair(median(times.map { it.first }), median(times.map { it.second }))
}

private fun time(work: () -> Unit): Long {
    val start = System.nanoTime()
    work()
    return System.nanoTime() - start
}

private fun median(times: List<Long>) = times.sorted()[times.size / 2].toDouble()

private fun report(what: String, ns: Double, than: String, thanNs: Double, goal: Double) =
    println("$what: ${us(ns)}; $than: ${us(thanNs)}; ratio ${"%.2f".format(ns / thanNs)}, goal $goal")

private fun us(ns: Double) = "%.1f µs".format(ns / 1e3)

private fun residentKb(): Long {
    System.gc()
    return File("/proc/self/status").readLines().first { it.startsWith("VmRSS") }.filter { it.isDigit() }.toLong()
}
