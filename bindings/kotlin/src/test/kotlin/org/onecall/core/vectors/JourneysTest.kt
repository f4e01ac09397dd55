package org.onecall.core.vectors

import java.nio.file.Files
import java.nio.file.Path
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.io.TempDir
import org.onecall.core.support.Service

/** Whole journeys: what is done, and what is seen then; the same cases as in Rust and in Swift. */
class JourneysTest {
    @TempDir
    lateinit var data: Path

    @TestFactory
    fun journeys() = tests("journeys") { case ->
        if (case.flagOrFalse("service")) {
            Service(Files.createTempDirectory(data, "service")).use { service ->
                service.console().use { console -> play(case, listOf(service.host), Agent(service, console)) }
            }
        } else {
            play(case, case.texts("hosts"), null)
        }
    }

    private fun play(case: Vector, hosts: List<String>, agent: Agent?) =
        Player(hosts, case.flagOrFalse("call_client"), agent).use { it.play(case.element("steps")) }
}
