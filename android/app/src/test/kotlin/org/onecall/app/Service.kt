package org.onecall.app

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Files
import java.util.UUID
import kotlin.concurrent.thread

/** The real service at the operator's host, in a process of its own, and an agent who uses its API. */
class Service : AutoCloseable {
    private val token = randomId()
    private val data = Files.createTempDirectory("onecall-service")
    private val process = start()
    private val agent = HttpClient.newHttpClient()

    init {
        awaitReady()
    }

    /** A fresh call: its id and its join link. `more` is further JSON, with a comma in front. */
    fun createCall(more: String = ""): Call {
        val call = send("/v1/calls", """{"title":"Boiler"$more}""")
        return Call(textOf(call, "id"), textOf(call, "link"))
    }

    /** What carries this call's link into an app that is yet to be installed. */
    fun ticket(call: Call): String =
        textOf(send("/v1/tickets", """{"invitation":"${call.link.substringAfterLast('/')}"}"""), "ticket")

    /** The call as the agent sees it. */
    fun read(call: Call): String = send("/v1/calls/${call.id}", null)

    /** The knocks that the agent sees. */
    fun knocks(call: Call): List<String> =
        Regex(""""knock":"([^"]*)"""").findAll(read(call)).map { it.groupValues[1] }.toList()

    /** Whether the agent sees that this call's customer does not hear them. */
    fun isAsleep(call: Call): Boolean = """"awake":false""" in read(call)

    /** Does something with the first knock of a call; `more` is further JSON, with a comma in front. */
    fun knock(call: Call, type: String, more: String = "") =
        command(call, type, ""","knock":"${knocks(call).first()}"$more""")

    fun command(call: Call, type: String, more: String = ""): String =
        send("/v1/calls/${call.id}/commands", """{"command_id":"${randomId()}","type":"$type"$more}""")

    override fun close() {
        // Not `destroy()` of the process itself, which closes the log while it is being read.
        process.toHandle().destroy()
        process.waitFor()
        data.toFile().deleteRecursively()
    }

    private fun start(): Process {
        val binary = checkNotNull(System.getProperty("onecall.service")) { "onecall.service names the binary" }
        val builder = ProcessBuilder(
            binary, "serve", "--listen", HOST, "--metrics-listen", "127.0.0.1:0", "--data", data.toString(),
        )
        builder.environment().keys.removeIf { it.startsWith("ONECALL_") }
        builder.environment()["ONECALL_AGENT_TOKEN"] = token
        return builder.redirectErrorStream(true).start()
    }

    private fun awaitReady() {
        val log = process.inputReader()
        val said = StringBuilder()
        while (!said.contains("onecall is ready")) {
            said.appendLine(log.readLine() ?: error("the service did not start:\n$said"))
        }
        // A full pipe would stop the service.
        thread(isDaemon = true) { log.forEachLine { } }
    }

    private fun send(path: String, body: String?): String {
        val request = HttpRequest.newBuilder(URI("http://$HOST$path")).header("Authorization", "Bearer $token")
        if (body != null) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body))
        }
        val answer = agent.send(request.build(), BodyHandlers.ofString())
        check(answer.statusCode() in 200..299) { "$path was answered with ${answer.statusCode()}: ${answer.body()}" }
        return answer.body()
    }

    private fun randomId() = UUID.randomUUID().toString().replace("-", "")

    companion object {
        /** The one host of the operator for whom the app of the tests is built. */
        val HOST: String = checkNotNull(System.getProperty("onecall.host")) { "onecall.host names the operator's host" }
    }
}

data class Call(val id: String, val link: String)

/** The first text of this name in a JSON document; enough for names, ids and links. */
fun textOf(json: String, name: String): String =
    Regex(""""$name":"([^"]*)"""").find(json)?.groupValues?.get(1) ?: error("no $name in $json")
