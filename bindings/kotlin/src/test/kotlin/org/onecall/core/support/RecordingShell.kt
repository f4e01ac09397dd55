package org.onecall.core.support

import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.ReentrantLock
import kotlin.concurrent.withLock
import kotlin.test.fail
import org.onecall.core.LogLine
import org.onecall.core.Shell
import org.onecall.core.ShellEffect
import org.onecall.core.Shown

/** Long enough for any machine; what takes longer never comes. */
private const val PATIENCE_S = 60L

/** A shell that remembers what it was told, and then does what a test wants of it. */
class RecordingShell(
    private val onShow: (Shown) -> Unit = {},
    private val onPerform: (ShellEffect) -> Unit = {},
    private val onLog: (LogLine) -> Unit = {},
) : Shell {
    private val screens = LinkedBlockingQueue<Shown>()
    private val effects = LinkedBlockingQueue<ShellEffect>()

    private val lock = ReentrantLock()
    private val logged = lock.newCondition()
    private val lines = mutableListOf<LogLine>()

    /** All lines so far, as they came. */
    val log: List<LogLine> get() = lock.withLock { lines.toList() }

    /** What was saved last. */
    val blob: String? get() = lock.withLock { saved }
    private var saved: String? = null
    private val kept = lock.newCondition()

    override fun show(shown: Shown) {
        screens.put(shown)
        onShow(shown)
    }

    override fun perform(effect: ShellEffect) {
        // First, so that a storage which fails has kept nothing.
        onPerform(effect)
        if (effect is ShellEffect.Save) save(effect.blob) else effects.put(effect)
    }

    override fun log(line: LogLine) {
        lock.withLock {
            lines += line
            logged.signalAll()
        }
        onLog(line)
    }

    /** The next screen. */
    fun next(what: String): Shown = nextOrNull() ?: fail("not shown: $what")

    fun nextOrNull(): Shown? = screens.poll(PATIENCE_S, TimeUnit.SECONDS)?.also(::assertSayable)

    /** Returns when the core has taken such an input; it must have been started to tell. */
    fun awaitTaken(input: String) = lock.withLock {
        while (lines.none { it.isInput(input) }) {
            if (!logged.await(PATIENCE_S, TimeUnit.SECONDS)) fail("not taken: $input")
        }
    }

    /** Returns when a blob like this was saved. */
    fun awaitSaved(what: String, wanted: (String) -> Boolean) = lock.withLock {
        while (saved?.let(wanted) != true) {
            if (!kept.await(PATIENCE_S, TimeUnit.SECONDS)) fail("not saved: $what")
        }
    }

    private fun save(blob: String?) = lock.withLock {
        saved = blob
        kept.signalAll()
    }

    /** The next effect that is none of saving. */
    fun effect(what: String): ShellEffect = effects.poll(PATIENCE_S, TimeUnit.SECONDS) ?: fail("not performed: $what")

    /** How many inputs of this kind the core took, if it was started to tell. */
    fun taken(input: String) = log.count { it.isInput(input) }
}

private fun LogLine.isInput(kind: String) = what == "input" && detail == kind

/** A screen says something, and there is a sentence for each of its lines. */
private fun assertSayable(shown: Shown) {
    if (shown.lines.isEmpty()) fail("${shown.kind} says nothing")
    shown.lines.forEach { if (it.id !in sentences) fail("${shown.kind} says ${it.id}, for which there is no sentence") }
}

private val sentences: Set<String> by lazy {
    Regex("""^([a-z][a-z-]+) =""", RegexOption.MULTILINE)
        .findAll(repository.resolve("locales/en/core.ftl").toFile().readText())
        .map { it.groupValues[1] }.toSet()
}
