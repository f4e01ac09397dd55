package org.onecall.core.vectors

import kotlin.test.assertEquals
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.onecall.core.support.repository

/** A test for each case of a file of vectors, named as it is in every language. */
fun tests(file: String, run: (Vector) -> Unit): List<DynamicTest> {
    val text = repository.resolve("tests/vectors/$file.json").toFile().readText()
    val cases = Json.parseToJsonElement(text).jsonObject.getValue("cases").jsonArray.map { it.jsonObject }
    val names = cases.map { it.getValue("name").jsonPrimitive.content }
    check(names.isNotEmpty() && names.toSet().size == names.size) { "$file: none, or two of one name" }
    return cases.zip(names) { case, name ->
        dynamicTest(name) {
            val vector = Vector(case)
            vector.text("name")
            run(vector)
            vector.assertAllWasRead()
        }
    }
}

/** An object of the vectors: whoever leaves one of its keys unread has not understood it. */
class Vector(private val json: JsonObject) {
    private val unread = json.keys.toMutableSet()

    operator fun contains(key: String) = key in json

    fun element(key: String): JsonElement {
        unread -= key
        return json.getValue(key)
    }

    fun text(key: String): String = element(key).jsonPrimitive.also { check(it.isString) { key } }.content

    fun textOrNull(key: String): String? = if (key in json) text(key) else null

    fun number(key: String): Int = element(key).jsonPrimitive.int

    fun numberOr(key: String, otherwise: Int): Int = if (key in json) number(key) else otherwise

    fun flag(key: String): Boolean = element(key).jsonPrimitive.boolean

    fun flagOrFalse(key: String): Boolean = key in json && flag(key)

    fun texts(key: String): List<String> = element(key).jsonArray.map { it.jsonPrimitive.content }

    fun vector(key: String): Vector = Vector(element(key).jsonObject)

    /** A text, as often as "times" says. */
    fun repeated(key: String): String = text(key).repeat(numberOr("times", 1))

    /** All that has not been read yet: what is expected. */
    fun rest(): JsonObject = JsonObject(json.filterKeys { it in unread }).also { unread.clear() }

    fun assertAllWasRead() = assertEquals(emptySet(), unread, "a key that this test does not know")
}

/** The word for an enum's constant in the vectors, which spell HoloLens in one. */
fun word(constant: Enum<*>): String = constant.name.replace("HOLO_LENS", "HOLOLENS").lowercase().replace('_', '-')

/** The constant that a word names, whatever hyphens each language writes. */
inline fun <reified E : Enum<E>> constant(word: String): E =
    enumValues<E>().singleOrNull { plain(it.name) == plain(word) } ?: error("no ${E::class.simpleName} is $word")

fun plain(word: String) = word.filter { it.isLetterOrDigit() }.lowercase()
