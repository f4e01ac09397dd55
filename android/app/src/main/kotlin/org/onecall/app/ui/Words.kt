package org.onecall.app.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.ColorScheme
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawWithContent
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Brush
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.em

/** What the page says, and what is typed or chosen in it. Scrolls when it must, and shows that it does. */
@Composable
internal fun Words(page: Page, room: Room, typed: String, onTyped: (String) -> Unit) {
    Column(Modifier.fillMaxWidth()) {
        Told(page, room, Modifier.weight(1f, fill = false))
        if (page.hasKept(room)) Kept(page, room, typed, onTyped)
    }
}

/** What does not fit is scrolled to. */
@Composable
private fun Told(page: Page, room: Room, modifier: Modifier) {
    val scroll = rememberScrollState()
    Column(
        modifier
            .fillMaxWidth()
            .endsBelow(MaterialTheme.colorScheme) { scroll.maxValue - scroll.value > EDGE.roundToPx() }
            .verticalScroll(scroll)
            .padding(start = EDGE, top = EDGE, end = EDGE, bottom = if (page.hasKept(room)) GAP else EDGE),
        verticalArrangement = Arrangement.spacedBy(GAP),
    ) {
        Top(page, room)
        // A row with a corner is higher, which is not to cost a line of the heading.
        val highest = if (page.isLeading && page.corner == null) HIGHEST_HEADING else HIGHEST_NOT_LEADING
        Heading(page.heading, page.isLeading, highest)
        page.lines.forEach { LineOf(it, minOf(highest, HIGHEST_SENTENCE)) }
        page.choices.forEach { ChoiceOf(it) }
    }
}

/** What the customer was asked for stays in sight, however long the words above it are. */
@Composable
private fun Kept(page: Page, room: Room, typed: String, onTyped: (String) -> Unit) {
    Column(
        Modifier
            .fillMaxWidth()
            // Of a window that is lower than that.
            .verticalScroll(rememberScrollState())
            .padding(start = EDGE, end = EDGE, bottom = EDGE),
        verticalArrangement = Arrangement.spacedBy(GAP),
    ) {
        if (!room.isLow) page.readOut.forEach { ReadOut(it, room.isTight || room.isShort) }
        page.field?.let { FieldOf(it, page.heading, typed, onTyped) }
    }
}

internal fun Page.hasKept(room: Room) = field != null || !room.isLow && readOut.isNotEmpty()

internal val Page.readOut get() = lines.filter { it.look == Look.READ_OUT }

/**
 * What is wrong with what was typed leaves room for mending it, the lobby for all that it says, and a question for the
 * answers.
 */
private val Page.isLeading
    get() = picture == null && field?.isWrong != true && readOut.isEmpty() && choices.isEmpty()

/**
 * A screen reader says a heading that changes: this is how a customer who waits learns that it goes on. Where
 * something else leads, a picture say, it leaves room for the lines below it.
 */
@Composable
private fun Heading(text: String, isLeading: Boolean, highest: Dp) {
    val isLarge = isLeading && text.length <= SHORT
    val style = if (isLarge) MaterialTheme.typography.headlineMedium else MaterialTheme.typography.titleLarge
    Text(
        text,
        Modifier.semantics {
            heading()
            liveRegion = LiveRegionMode.Polite
        },
        color = MaterialTheme.colorScheme.onBackground,
        style = style.atMost(highest),
    )
}

@Composable
private fun LineOf(line: Line, highest: Dp) {
    val colours = MaterialTheme.colorScheme
    when (line.look) {
        Look.PLAIN -> Column {
            Said(line.text, colours.onBackground, highest)
            Added(line.more, colours.onBackground, highest)
        }
        Look.QUOTED -> Card(colours.surfaceVariant) { Said(line.text, colours.onSurfaceVariant, highest) }
        Look.ADDED -> Added(line.text, colours.onBackground, highest)
        // Stays in sight instead.
        Look.READ_OUT -> Unit
    }
}

@Composable
private fun Said(text: String, colour: Color, highest: Dp) {
    Text(
        text,
        Modifier.semantics { liveRegion = LiveRegionMode.Polite },
        color = colour,
        style = MaterialTheme.typography.bodyLarge.atMost(highest),
    )
}

/** Not of the core, and read when it is come to. */
@Composable
internal fun Added(text: String?, colour: Color, highest: Dp) {
    if (text.isNullOrEmpty()) return
    Text(text, color = colour, style = MaterialTheme.typography.bodyLarge.atMost(highest))
}

@Composable
internal fun Card(colour: Color, content: @Composable () -> Unit) {
    Surface(Modifier.fillMaxWidth(), MaterialTheme.shapes.large, colour) {
        Box(Modifier.padding(GAP)) { content() }
    }
}

/**
 * The last line below which there is more than the margin pales, and an arrow says it too: there may be no line where the
 * words end.
 */
private fun Modifier.endsBelow(colours: ColorScheme, isMore: Density.() -> Boolean) = drawWithContent {
    drawContent()
    if (isMore()) {
        val end = size.height
        val pale = listOf(Color.Transparent, colours.background)
        drawRect(Brush.verticalGradient(pale, end - FADE.toPx(), end - ARROW.toPx()))
        val (half, stroke) = ARROW.toPx() / 2 to STROKE.toPx()
        val tip = Offset(size.width / 2, end - stroke)
        for (side in listOf(-half, half)) {
            drawLine(colours.primary, tip + Offset(side, -half), tip, stroke, StrokeCap.Round)
        }
    }
}

/**
 * The style, no higher than this. Text that is large already need not double at twice the font size, or a single
 * word is wider than a small phone: Android 14 draws the same at twice the size, older ones would draw it larger.
 */
@Composable
internal fun TextStyle.atMost(height: Dp): TextStyle = with(LocalDensity.current) {
    val wanted = fontSize.toDp()
    if (wanted <= height) this@atMost else copy(fontSize = height.toSp(), lineHeight = LINE_OF_LARGE)
}

internal val EDGE = 20.dp
internal val GAP = 16.dp
internal val TOUCH = 48.dp
internal val FADE = 32.dp
private val ARROW = 16.dp
private val STROKE = 3.dp
private val HIGHEST_HEADING = 38.dp
internal val HIGHEST_NOT_LEADING = 28.dp
private val HIGHEST_SENTENCE = 34.dp
private val LINE_OF_LARGE = 1.2.em
private const val SHORT = 66

/** From this font scale on, drawings make room for words. */
internal const val LARGE_TYPE = 1.5f
