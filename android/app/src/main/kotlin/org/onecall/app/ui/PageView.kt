package org.onecall.app.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.layout.Layout
import androidx.compose.ui.layout.Measurable
import androidx.compose.ui.layout.MeasureResult
import androidx.compose.ui.layout.MeasureScope
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.isTraversalGroup
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.Constraints
import androidx.compose.ui.unit.dp

/** Draws a page: words, then the picture if there is one, then buttons, which always stay in sight. */
@Composable
internal fun PageView(page: Page, modifier: Modifier) {
    // What is being typed outlives a rotation and the process, whose first page has no field and must not take it; it is
    // forgotten when the field asks for something else.
    val field = page.field
    var typed by if (field == null) {
        remember { mutableStateOf("") }
    } else {
        rememberSaveable(page.kind, field.typed) { mutableStateOf(field.typed) }
    }

    Surface(Modifier.fillMaxSize(), color = MaterialTheme.colorScheme.background) {
        Panes(
            hasPicture = page.picture != null,
            isReadOut = page.readOut.isNotEmpty(),
            modifier = modifier.fillMaxSize().testTag(page.kind),
            words = { room -> Words(page, room, typed) { typed = it } },
            picture = { page.picture?.let { it(Modifier.fillMaxSize()) } },
            buttons = { room -> BesideWords(page, room) { Buttons(page, typed) } },
        )
    }
}

/** Below one another, what is read out stands with the words; beside them there is room for it above the buttons. */
@Composable
private fun BesideWords(page: Page, room: Room, buttons: @Composable () -> Unit) {
    Column(Modifier.fillMaxWidth()) {
        if (room.isLow && page.readOut.isNotEmpty()) {
            Column(
                Modifier
                    .weight(1f, fill = false)
                    .verticalScroll(rememberScrollState())
                    .padding(start = EDGE, top = EDGE, end = EDGE),
            ) {
                page.readOut.forEach { ReadOut(it, room.isTight) }
            }
        }
        buttons()
    }
}

/**
 * Upright, the three stand one below the other. In a low and wide window the buttons stand beside the words, and both
 * beside the picture. Buttons get all the height they want up to [MOST_FOR_BUTTONS]; words scroll in what is left.
 */
@Composable
private fun Panes(
    hasPicture: Boolean,
    isReadOut: Boolean,
    modifier: Modifier,
    words: @Composable (Room) -> Unit,
    picture: @Composable () -> Unit,
    buttons: @Composable (Room) -> Unit,
) {
    BoxWithConstraints(modifier) {
        val isLow = maxHeight < LOW_WINDOW && maxWidth > maxHeight
        val room = Room(
            isLow = isLow,
            isShort = !isLow && maxHeight < SHORT_WINDOW,
            isTight = LocalDensity.current.fontScale >= LARGE_TYPE,
        )
        Layout(
            content = {
                Box(Modifier.group()) { words(room) }
                Surface(color = if (hasPicture) Color.Black else Color.Transparent) { picture() }
                Box(Modifier.group()) { buttons(room) }
            },
            modifier = Modifier.fillMaxSize(),
        ) { (wordsPane, picturePane, buttonsPane), window ->
            when {
                !isLow -> upright(wordsPane, picturePane, buttonsPane, hasPicture, window)
                hasPicture -> besidePicture(wordsPane, picturePane, buttonsPane, window)
                // What is read out stays large.
                room.isTight && isReadOut -> sideBySide(wordsPane, picturePane, buttonsPane, 0.5f, window)
                else -> sideBySide(wordsPane, picturePane, buttonsPane, SIDE_OF_WORDS, window)
            }
        }
    }
}

private fun MeasureScope.upright(
    words: Measurable,
    picture: Measurable,
    buttons: Measurable,
    hasPicture: Boolean,
    window: Constraints,
): MeasureResult {
    val (width, height) = window.maxWidth to window.maxHeight
    val column = minOf(width, WIDEST_COLUMN.roundToPx())
    val buttonsPlaced = buttons.measure(Constraints(column, column, 0, part(height, MOST_FOR_BUTTONS)))
    val left = height - buttonsPlaced.height
    val wordsPlaced =
        if (hasPicture) {
            words.measure(Constraints(column, column, 0, part(left, MOST_FOR_WORDS)))
        } else {
            words.measure(Constraints.fixed(column, left))
        }
    val picturePlaced = picture.measure(Constraints.fixed(width, left - wordsPlaced.height))
    val start = (width - column) / 2
    return layout(width, height) {
        wordsPlaced.placeRelative(start, 0)
        picturePlaced.placeRelative(0, wordsPlaced.height)
        buttonsPlaced.placeRelative(start, left)
    }
}

private fun MeasureScope.besidePicture(
    words: Measurable,
    picture: Measurable,
    buttons: Measurable,
    window: Constraints,
): MeasureResult {
    val (width, height) = window.maxWidth to window.maxHeight
    val narrowest = if (fontScale < LARGE_TYPE) NARROWEST_SIDE else NARROWEST_LARGE_SIDE
    val side = maxOf(part(width, SIDE_OF_PICTURE), minOf(narrowest.roundToPx(), part(width, 0.5f)))
    val buttonsPlaced = buttons.measure(Constraints(side, side, 0, part(height, MOST_FOR_BUTTONS)))
    val left = height - buttonsPlaced.height
    val wordsPlaced = words.measure(Constraints.fixed(side, left))
    val picturePlaced = picture.measure(Constraints.fixed(width - side, height))
    return layout(width, height) {
        picturePlaced.placeRelative(0, 0)
        wordsPlaced.placeRelative(width - side, 0)
        buttonsPlaced.placeRelative(width - side, left)
    }
}

private fun MeasureScope.sideBySide(
    words: Measurable,
    picture: Measurable,
    buttons: Measurable,
    share: Float,
    window: Constraints,
): MeasureResult {
    val (width, height) = window.maxWidth to window.maxHeight
    val side = part(width, share)
    val buttonsPlaced = buttons.measure(Constraints(side, side, 0, height))
    val wordsPlaced = words.measure(Constraints.fixed(width - side, height))
    val nothing = picture.measure(Constraints.fixed(0, 0))
    return layout(width, height) {
        wordsPlaced.placeRelative(0, 0)
        nothing.placeRelative(0, 0)
        buttonsPlaced.placeRelative(width - side, height - buttonsPlaced.height)
    }
}

private fun Modifier.group() = semantics { isTraversalGroup = true }

private fun part(of: Int, share: Float) = (of * share).toInt()

private val LOW_WINDOW = 520.dp

/** What the bars leave of a small phone is less. */
private val SHORT_WINDOW = 600.dp
private val WIDEST_COLUMN = 600.dp
private val NARROWEST_SIDE = 280.dp
private val NARROWEST_LARGE_SIDE = 340.dp
private const val MOST_FOR_BUTTONS = 0.6f
private const val MOST_FOR_WORDS = 0.45f
private const val SIDE_OF_PICTURE = 0.34f
private const val SIDE_OF_WORDS = 0.42f
