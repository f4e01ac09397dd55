package org.onecall.core.support

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Path
import java.util.UUID
import kotlin.concurrent.thread

/** The real service, in a process of its own with a database of its own, and an agent who uses its API. */
class Service(data: Path) : AutoCloseable {
    private val token = randomId()
    private val process = start(data)
    private val agent = HttpClient.newHttpClient()

    /** `ADDRESS:PORT` of this machine. */
    val host = readAddress()

    /** A fresh call: its id and its join link. */
    fun createCall(): Call {
        val call = send("/v1/calls", """{"title":"Boiler"}""")
        return Call(textOf(call, "id"), textOf(call, "link"))
    }

    /** The call as the agent sees it. */
    fun read(call: Call): String = send("/v1/calls/${call.id}", null)

    /** Does something with a call; `more` is further JSON, with a comma in front. */
    fun command(call: Call, type: String, more: String = ""): String =
        send("/v1/calls/${call.id}/commands", """{"command_id":"${randomId()}","type":"$type"$more}""")

    /** The knocks on a call as its agent sees them, the first first. */
    fun knocks(call: Call): List<String> =
        Regex(""""knock":"([^"]*)"""").findAll(read(call)).map { it.groupValues[1] }.toList()

    /** Does something with the only customer of a call; `more` is further JSON, with a comma in front. */
    fun toCustomer(call: Call, type: String, more: String = ""): String =
        command(call, type, ""","knock":"${knocks(call).single()}"$more""")

    override fun close() {
        // Not `destroy()` of the process itself, which closes the log while it is being read.
        process.toHandle().destroy()
        process.waitFor()
    }

    private fun start(data: Path): Process {
        // One address knocks for hundreds of people here.
        val many = "100000"
        val builder = ProcessBuilder(
            property("onecall.service"), "serve", "--listen", "127.0.0.1:0", "--metrics-listen", "off",
            "--data", data.toString(), "--limit-knocks-per-minute", many, "--limit-failures-per-minute", many,
            "--limit-streams-per-client", many,
        )
        builder.environment().keys.removeIf { it.startsWith("ONECALL_") }
        builder.environment()["ONECALL_AGENT_TOKEN"] = token
        return builder.redirectErrorStream(true).start()
    }

    private fun readAddress(): String {
        val log = process.inputReader()
        val said = StringBuilder()
        while (!said.contains("onecall is ready")) {
            said.appendLine(log.readLine() ?: error("the service did not start:\n$said"))
        }
        // A full pipe would stop the service.
        thread(isDaemon = true) { log.forEachLine { } }
        val address = Regex("""\blisten(?:=|":")([0-9.:]+)""").find(said) ?: error("no address in:\n$said")
        return address.groupValues[1]
    }

    private fun send(path: String, body: String?): String {
        val request = HttpRequest.newBuilder(URI("http://$host$path")).header("Authorization", "Bearer $token")
        if (body != null) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body))
        }
        val answer = agent.send(request.build(), BodyHandlers.ofString())
        check(answer.statusCode() in 200..299) { "$path was answered with ${answer.statusCode()}: ${answer.body()}" }
        return answer.body()
    }

    private fun randomId() = UUID.randomUUID().toString().replace("-", "")
}

data class Call(val id: String, val link: String)

/** The first text of this name in a JSON document; enough for names, ids and links. */
fun textOf(json: String, name: String): String =
    Regex(""""$name":"([^"]*)"""").find(json)?.groupValues?.get(1) ?: error("no $name in $json")
