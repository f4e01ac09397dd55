package org.onecall.core.support

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Path
import java.util.UUID
import kotlin.concurrent.thread
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** The real service, in a process of its own with a database of its own, and an agent who uses its API. */
class Service(data: Path) : AutoCloseable {
    private val token = randomId()
    private val process = start(data)
    private val agent = HttpClient.newHttpClient()

    /** `ADDRESS:PORT` of this machine. */
    val host = readAddress()

    /** A fresh call. */
    fun createCall(): Call = send("/v1/calls", """{"title":"Boiler"}""").let { Call(text(it, "id"), text(it, "link")) }

    /** The call as the agent sees it. */
    fun read(call: Call): JsonObject = send("/v1/calls/${call.id}", null)

    /** Whether the call is over. */
    fun isOver(call: Call) = text(read(call).getValue("phase").jsonObject, "phase") == "over"

    /** The knocks on a call as its agent sees them. */
    fun knocks(call: Call): List<JsonObject> = read(call).getValue("knocks").jsonArray.map { it.jsonObject }

    /** Does something with a call, and says what the call is then. */
    fun command(call: Call, type: String, more: Map<String, JsonElement> = emptyMap()): JsonObject {
        val command = mapOf("command_id" to JsonPrimitive(randomId()), "type" to JsonPrimitive(type)) + more
        return send("/v1/calls/${call.id}/commands", JsonObject(command).toString())
    }

    /** Does something with the only customer of a call. */
    fun toCustomer(call: Call, type: String, vararg more: Pair<String, String>): JsonObject {
        val knock = knocks(call).single().getValue("knock")
        val others = more.associate { (key, value) -> key to JsonPrimitive(value) }
        return command(call, type, mapOf("knock" to knock) + others)
    }

    /** An open console: what changes here is told to it. */
    fun console(): Console {
        val request = request("/v1/events").header("Accept", "text/event-stream").build()
        return Console(agent.send(request, BodyHandlers.ofInputStream()).body())
    }

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

    private fun send(path: String, body: String?): JsonObject {
        val request = request(path)
        if (body != null) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body))
        }
        val answer = agent.send(request.build(), BodyHandlers.ofString())
        check(answer.statusCode() in 200..299) { "$path was answered with ${answer.statusCode()}: ${answer.body()}" }
        return Json.parseToJsonElement(answer.body()).jsonObject
    }

    private fun request(path: String) =
        HttpRequest.newBuilder(URI("http://$host$path")).header("Authorization", "Bearer $token")

    private fun randomId() = UUID.randomUUID().toString().replace("-", "")
}

data class Call(val id: String, val link: String)

/** The text of this name. */
fun text(json: JsonObject, name: String): String = json.getValue(name).jsonPrimitive.content
