package org.onecall.core.vectors

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonObjectBuilder
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import org.onecall.core.Argument
import org.onecall.core.ArSystem
import org.onecall.core.ExplainedStep
import org.onecall.core.Feature
import org.onecall.core.Features
import org.onecall.core.Measurement
import org.onecall.core.Message
import org.onecall.core.Named

// What the core says, in the words of the vectors; and what it is asked.

fun JsonObjectBuilder.putMessage(key: String, message: Message) {
    put(
        key,
        buildJsonObject {
            put("id", message.id)
            put("arguments", JsonArray(message.arguments.map(::said)))
        },
    )
}

fun said(named: Named): JsonObject = buildJsonObject {
    put("name", named.name)
    when (val value = named.value) {
        is Argument.Text -> put("text", value.v1)
        is Argument.Number -> put("number", value.v1.toLong())
        is Argument.Word -> put("word", value.v1)
    }
}

fun said(step: ExplainedStep): JsonObject = buildJsonObject {
    put("step", word(step.step))
    put("why", word(step.why))
    put("says", step.says.id)
    put("because", step.because.id)
    step.url?.let { put("url", it) }
    check(step.says.arguments.isEmpty() && step.because.arguments.isEmpty()) { "a step whose sentences have arguments" }
}

fun said(feature: Feature): JsonObject = buildJsonObject {
    put("allowed", feature.allowed)
    put("reason", word(feature.reason))
}

/** All nine, in their order. */
fun said(features: Features): JsonElement = JsonArray(
    listOf(
        "annotate-in-space" to features.annotateInSpace,
        "annotate-on-stills" to features.annotateOnStills,
        "receive-annotations" to features.receiveAnnotations,
        "send-files" to features.sendFiles,
        "view-files" to features.viewFiles,
        "snapshot-on-poor-network" to features.snapshotOnPoorNetwork,
        "record" to features.record,
        "participant-list" to features.participantList,
        "invite" to features.invite,
    ).map { (name, feature) -> JsonObject(mapOf("feature" to JsonPrimitive(name)) + said(feature)) },
)

fun measurement(vector: Vector): Measurement {
    val system = when (val name = vector.text("system")) {
        "absent" -> ArSystem.Absent
        "arcore" ->
            ArSystem.ArCore(constant(vector.text("answer")), vector.number("api_level").toUInt(), vector.flag("depth"))
        "arkit" -> ArSystem.ArKit(
            vector.flag("world_tracking"), vector.flag("scene_reconstruction"), vector.flag("scene_depth"),
        )
        else -> error("no system is $name")
    }
    val measurement = Measurement(system, constant(vector.text("camera")), vector.flag("simulated"))
    vector.assertAllWasRead()
    return measurement
}
