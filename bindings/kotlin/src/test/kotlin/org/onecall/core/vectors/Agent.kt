package org.onecall.core.vectors

import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.contentOrNull
import org.onecall.core.support.Call
import org.onecall.core.support.Console
import org.onecall.core.support.Service

/** The agent of a journey, with an open console and two calls. */
class Agent(private val service: Service, private val console: Console) {
    private val calls = mapOf("first" to service.createCall(), "second" to service.createCall())
    private val links = calls.mapValues { (_, call) -> call.link }.toMutableMap()
    private var code: String? = null

    /** Does one step of a journey. */
    fun act(step: Vector) {
        val act = step.text("agent")
        val name = step.textOrNull("call") ?: "first"
        val call = calls.getValue(name)
        val knock = if (act in ON_A_KNOCK) mapOf("knock" to lastKnock(call).getValue("knock")) else emptyMap()
        val answer = service.command(call, act, knock + step.rest())
        // A call that is over has no link any more, and a code is said once.
        (answer["link"] as? JsonPrimitive)?.contentOrNull?.let { links[name] = it }
        (answer["spoken_code"] as? JsonPrimitive)?.contentOrNull?.let { code = it }
    }

    /** The join link as the service last said it. */
    fun link(call: String) = links.getValue(call)

    /** The join link with which the first call was created. */
    fun oldLink() = calls.getValue("first").link

    /** Where the service is. */
    val host get() = service.host

    /** The spoken code that was made last. */
    fun code() = checkNotNull(code) { "no code was made" }

    /** Returns when the first call is over here too: what hangs up is told to the service after the screen. */
    fun awaitOver() = console.awaits("that the call is over") { service.isOver(calls.getValue("first")) }

    private fun lastKnock(call: Call): JsonObject =
        console.await("anybody who knocks") { service.knocks(call).lastOrNull() }

    private companion object {
        val ON_A_KNOCK = setOf("admit", "hold", "decline", "notice", "release", "send-back", "remove")
    }
}
