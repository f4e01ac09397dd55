package org.onecall.app.ui

import org.jetbrains.skia.Color
import org.jetbrains.skia.Font
import org.jetbrains.skia.FontMgr
import org.jetbrains.skia.FontStyle
import org.jetbrains.skia.Image
import org.jetbrains.skia.Paint
import org.jetbrains.skia.Surface
import java.io.File

/** Pictures side by side, each below its name. */
internal class Sheet(private val pictures: List<Pair<String, Image>>) {
    /** Writes as many sheets as it takes, each of a size that can be looked at. */
    fun write(folder: File, name: String, columns: Int = COLUMNS, rows: Int = ROWS) {
        folder.mkdirs()
        pictures.chunked(columns * rows).forEachIndexed { index, page ->
            File(folder, "$name-${index + 1}.png").writeBytes(draw(page, columns))
        }
    }

    private fun draw(page: List<Pair<String, Image>>, columns: Int): ByteArray {
        val width = page.maxOf { it.second.width } + GAP
        val height = page.maxOf { it.second.height } + TITLE + GAP
        val rows = (page.size + columns - 1) / columns
        val surface = Surface.makeRasterN32Premul(width * minOf(columns, page.size) + GAP, height * rows + GAP)
        surface.canvas.clear(Color.makeRGB(BACKGROUND, BACKGROUND, BACKGROUND))
        val font = Font(FontMgr.default.matchFamilyStyle(null, FontStyle.NORMAL), TITLE * 0.6f)
        val black = Paint().apply { color = Color.BLACK }
        page.forEachIndexed { index, (name, picture) ->
            val left = GAP + width * (index % columns)
            val top = GAP + height * (index / columns)
            surface.canvas.drawString(name, left.toFloat(), top + TITLE * 0.7f, font, black)
            surface.canvas.drawImage(picture, left.toFloat(), (top + TITLE).toFloat())
        }
        return checkNotNull(surface.makeImageSnapshot().encodeToData()).bytes
    }

    private companion object {
        const val COLUMNS = 8
        const val ROWS = 2
        const val GAP = 16
        const val TITLE = 28
        const val BACKGROUND = 176
    }
}
