package org.onecall.core.vectors

import kotlin.test.assertEquals
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.put
import org.junit.jupiter.api.TestFactory
import org.onecall.core.AgentClient
import org.onecall.core.App
import org.onecall.core.CheckedName
import org.onecall.core.Config
import org.onecall.core.Device
import org.onecall.core.Explained
import org.onecall.core.LinkError
import org.onecall.core.OsVersion
import org.onecall.core.Platform
import org.onecall.core.checkName
import org.onecall.core.explain
import org.onecall.core.features

/** Links, routes, names, AR and features: the same cases as in Rust and in Swift. */
class LookUpsTest {
    @TestFactory
    fun links() = tests("links") { case ->
        val config = Config(case.texts("hosts"), Device(Platform.ANDROID), App.APP)
        val explained = explain(config, case.repeated("text"))
        val actual = buildJsonObject {
            when (explained) {
                is Explained.Leads -> put(
                    "leads",
                    buildJsonObject {
                        put("kind", word(explained.kind))
                        put("invitation", explained.invitation)
                    },
                )
                is Explained.Problem -> {
                    putMessage("problem", explained.says)
                    val error = explained.error
                    if (error is LinkError.Several) put("choices", JsonArray(error.choices.map { JsonPrimitive(it) }))
                }
            }
        }
        assertEquals(case.rest(), actual)
    }

    @TestFactory
    fun routes() = tests("routes") { case ->
        val config = Config(
            hosts = case.texts("hosts"),
            device = device(case.vector("device")),
            app = App.APP,
            appStoreId = if ("app_store_id" in case) case.number("app_store_id").toULong() else null,
            androidPackage = case.textOrNull("android_package"),
            callClient = case.flag("call_client"),
        )
        val explained = explain(config, case.repeated("text")) as Explained.Leads
        val actual = buildJsonObject {
            put("kind", word(explained.kind))
            put("steps", JsonArray(explained.steps.map(::said)))
        }
        assertEquals(case.rest(), actual)
    }

    @TestFactory
    fun names() = tests("names") { case ->
        val checked = checkName(case.repeated("typed"))
        val actual = buildJsonObject {
            when (checked) {
                is CheckedName.Good -> put("good", checked.name)
                is CheckedName.Problem -> putMessage("problem", checked.says)
            }
        }
        assertEquals(case.rest(), actual)
    }

    @TestFactory
    fun ar() = tests("ar") { case ->
        val measurement = measurement(case.vector("measurement"))
        val inSpace = features(measurement, false, AgentClient.DESKTOP_BROWSER).annotateInSpace
        assertEquals(case.rest(), buildJsonObject { put("in_space", said(inSpace)) })
    }

    @TestFactory
    fun features() = tests("features") { case ->
        val measurement = measurement(case.vector("measurement"))
        val features = features(measurement, case.flag("signed_in"), constant<AgentClient>(case.text("agent")))
        assertEquals(case.rest(), buildJsonObject { put("features", said(features)) })
    }

    private fun device(vector: Vector): Device {
        val version = if ("os_version" in vector) {
            val (major, minor) = vector.element("os_version").jsonArray.map { it.jsonPrimitive.int.toUShort() }
            OsVersion(major, minor)
        } else {
            null
        }
        val device = Device(constant(vector.text("platform")), version, vector.flag("in_app_browser"))
        vector.assertAllWasRead()
        return device
    }
}
