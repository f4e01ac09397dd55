package org.onecall.core.vectors

import kotlin.test.assertEquals
import kotlin.test.fail
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.onecall.core.App
import org.onecall.core.ArLevel
import org.onecall.core.CameraAccess
import org.onecall.core.Config
import org.onecall.core.Device
import org.onecall.core.MeetingReport
import org.onecall.core.OverReason
import org.onecall.core.Platform
import org.onecall.core.Screen
import org.onecall.core.SessionFailure
import org.onecall.core.ShellEffect
import org.onecall.core.Source
import org.onecall.core.support.Phone

/** Plays the steps of a journey on a phone. */
class Player(hosts: List<String>, callClient: Boolean, private val agent: Agent?) : AutoCloseable {
    private val config = Config(hosts, Device(Platform.ANDROID), App.APP, "Maria", callClient = callClient)
    private var phone = Phone(config)
    private val performed = mutableListOf<ShellEffect>()
    private var handedOver: String? = null

    fun play(steps: JsonElement) {
        for (json in steps.jsonArray) {
            val step = Vector(json.jsonObject)
            when {
                "do" in step -> act(step.text("do"), step)
                "agent" in step -> agent().act(step)
                "see" in step -> see(step)
                "performed" in step -> performed(step)
                else -> error("a step that is none: $json")
            }
            step.assertAllWasRead()
        }
    }

    override fun close() = phone.close()

    private fun act(act: String, step: Vector) {
        val call = phone.call
        when (act) {
            "text" -> call.text(filledIn(step.repeated("text")), constant<Source>(step.text("source")))
            "name" -> call.name(step.repeated("name"))
            "choose" -> call.choose(step.number("index").toUInt())
            "confirm" -> call.confirm(step.flag("yes"))
            "camera" -> call.camera(constant<CameraAccess>(step.text("access")))
            "measured" -> call.measured(measurement(step.vector("measurement")))
            "ar-started" -> call.arStarted(constant<ArLevel>(step.text("level")))
            "ar-failed" -> call.arFailed(constant<SessionFailure>(step.text("failure")))
            "ar-lost" -> call.arLost()
            "meeting" -> call.meeting(step.number("number").toULong(), constant<MeetingReport>(step.text("report")))
            "leave" -> call.leave()
            "go-on" -> call.goOn()
            "hand-over" -> call.handOver()
            "open" -> call.open()
            "knock-again" -> call.knockAgain()
            "dismiss" -> call.dismiss()
            "sleep" -> call.sleep()
            "wake" -> call.wake()
            "network-back" -> call.networkBack()
            "restart" -> startAnew { phone.blob }
            "start-elsewhere" -> {
                // Whatever was not sent before a shutdown is not sent, and elsewhere nobody sends it later.
                val over = phone.call.screen().screen as? Screen.Over
                if (over?.reason is OverReason.YouLeft) agent().awaitOver()
                startAnew { null }
            }
            else -> error("nobody does $act")
        }
    }

    private fun startAnew(blob: () -> String?) {
        phone.close()
        phone = Phone(config, blob())
        performed.clear()
    }

    private fun see(step: Vector) {
        val kind = step.text("see")
        val lines = step.texts("lines")
        val arguments = if ("arguments" in step) step.element("arguments").jsonArray.map { it.jsonObject } else null
        val leaseMs = if ("lease_ms" in step) step.number("lease_ms").toULong() else null
        val seen = mutableListOf<String>()
        while (true) {
            val shown = phone.shell.nextOrNull() ?: fail("not shown: $kind $lines $arguments, but $seen")
            val said = shown.lines.flatMap { it.arguments }.map(::said)
            val ids = shown.lines.map { it.id }
            val isLike = shown.kind == kind && ids == lines && (arguments == null || fit(arguments, said))
            if (isLike && (leaseMs == null || leaseMs == (shown.screen as? Screen.Waiting)?.v1?.leaseMs)) return
            seen += "${shown.kind} $ids $said"
        }
    }

    private fun fit(wanted: List<JsonObject>, said: List<JsonObject>) =
        wanted.size == said.size && wanted.zip(said).all { (wanted, said) ->
            val any = wanted["text"]?.jsonPrimitive?.content == "*"
            wanted == said || (any && "text" in said && wanted["name"] == said["name"])
        }

    private fun performed(step: Vector) {
        val kind = step.text("performed")
        while (true) {
            val effect = performed.firstOrNull { kindOf(it) == kind }
            if (effect != null) {
                compare(effect, step)
                return
            }
            performed += phone.shell.effect(kind)
        }
    }

    private fun kindOf(effect: ShellEffect) = when (effect) {
        is ShellEffect.Save -> "save"
        is ShellEffect.Open -> "open"
        is ShellEffect.HandOver -> "hand-over"
        is ShellEffect.Measure -> "measure"
        is ShellEffect.FreshAccessToken -> "fresh-access-token"
        is ShellEffect.JoinMeeting -> "join-meeting"
        is ShellEffect.LeaveMeeting -> "leave-meeting"
    }

    /** Each is named once: what was looked at is done. */
    private fun compare(effect: ShellEffect, step: Vector) {
        performed -= effect
        when (effect) {
            is ShellEffect.Open -> step.textOrNull("url")?.let { assertEquals(it, effect.url) }
            is ShellEffect.HandOver -> handedOver = effect.text
            is ShellEffect.LeaveMeeting -> assertEquals(step.number("number").toULong(), effect.number)
            is ShellEffect.JoinMeeting -> {
                assertEquals(step.number("number").toULong(), effect.number)
                assertEquals(step.text("url"), effect.url)
                assertEquals(step.text("name"), effect.name)
            }
            is ShellEffect.Save, ShellEffect.Measure, ShellEffect.FreshAccessToken -> error("never named")
        }
    }

    private fun filledIn(text: String): String {
        val places: Map<String, () -> String> = mapOf(
            "{link}" to { agent().link("first") },
            "{second-link}" to { agent().link("second") },
            "{old-link}" to { agent().oldLink() },
            "{host}" to { agent().host },
            "{code}" to { agent().code() },
            "{handed-over}" to { checkNotNull(handedOver) { "nothing was handed over" } },
        )
        val filled = places.entries.fold(text) { done, (place, value) ->
            if (place in done) done.replace(place, value()) else done
        }
        check('{' !in filled) { "a place that is not known" }
        return filled
    }

    private fun agent() = checkNotNull(agent) { "there is no service in this journey" }
}
