package org.onecall.app.ui

import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.unit.Density
import org.jetbrains.skia.Bitmap
import org.jetbrains.skia.Image
import org.junit.Test
import java.io.File
import kotlin.test.assertTrue

/** Draws every state on every phone into `target/pictures`, and sheets of them to look at. */
class PicturesTest {
    private val folder = File(checkNotNull(System.getProperty("onecall.pictures")))

    @Test
    fun `every state is drawn on every phone`() {
        val sentences = ResourceSentences(Language.ENGLISH)
        for (condition in Condition.entries) {
            val pictures = STATES.map { it.name to picture(it, condition, sentences) }
            pictures.forEach { (name, picture) ->
                assertTrue(shareOfTheCommonest(picture) < MOSTLY, "$name, $condition: there is next to nothing on it")
            }
            Sheet(pictures).write(folder, condition.name.lowercase())
        }
    }

    @Test
    fun `every state is drawn in every language`() {
        for (language in Language.entries - Language.ENGLISH) {
            val sentences = ResourceSentences(language)
            val pictures = STATES.map { it.name to picture(it, Condition.NARROW, sentences) }
            pictures.forEach { (name, picture) ->
                assertTrue(shareOfTheCommonest(picture) < MOSTLY, "$name, $language: there is next to nothing on it")
            }
            Sheet(pictures).write(folder, language.tag)
        }
    }

    @Test
    fun `every state is drawn in the longest words in the largest type`() {
        val sentences = ResourceSentences(Language.GERMAN)
        for (condition in listOf(Condition.NARROW_LARGE_TYPE, Condition.LANDSCAPE_LARGE_TYPE)) {
            val pictures = STATES.map { it.name to picture(it, condition, sentences) }
            Sheet(pictures).write(folder, "de_" + condition.name.lowercase())
        }
    }

    private fun picture(state: State, condition: Condition, sentences: Sentences): Image {
        val scene = ImageComposeScene(condition.width, condition.height, Density(1f)) {
            Drawn(state, condition, sentences)
        }
        try {
            // The first look measures what the second one places.
            scene.render()
            return scene.render()
        } finally {
            scene.close()
        }
    }

    /** How much of a picture has the colour that most of it has. */
    private fun shareOfTheCommonest(picture: Image): Double {
        val bitmap = Bitmap.makeFromImage(picture)
        val colours = mutableMapOf<Int, Int>()
        for (x in 0 until bitmap.width step STEP) {
            for (y in 0 until bitmap.height step STEP) {
                colours.merge(bitmap.getColor(x, y), 1, Int::plus)
            }
        }
        return colours.values.max().toDouble() / colours.values.sum()
    }

    private companion object {
        const val STEP = 3

        /** Of a tablet with one sentence and one button. */
        const val MOSTLY = 0.995
    }
}
