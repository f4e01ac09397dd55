package org.onecall.app.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.offset
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawWithContent
import androidx.compose.ui.graphics.Brush
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.em

/** What the page says, and what is typed or chosen in it. Scrolls when it must, and shows that it does. */
@Composable
internal fun Words(page: Page, isLow: Boolean, typed: String, onTyped: (String) -> Unit) {
    val isTight = LocalDensity.current.fontScale >= LARGE_TYPE
    Column(Modifier.fillMaxWidth()) {
        Told(page, isLow, isTight, Modifier.weight(1f, fill = false))
        if (page.hasKept) Kept(page, isTight, typed, onTyped)
    }
}

/** What does not fit is scrolled to. */
@Composable
private fun Told(page: Page, isLow: Boolean, isTight: Boolean, modifier: Modifier) {
    val scroll = rememberScrollState()
    val background = MaterialTheme.colorScheme.background
    Column(
        modifier
            .fillMaxWidth()
            .fadesBelow(background) { scroll.canScrollForward }
            .verticalScroll(scroll)
            .padding(start = EDGE, top = EDGE, end = EDGE, bottom = if (page.hasKept) GAP else EDGE),
        verticalArrangement = Arrangement.spacedBy(GAP),
    ) {
        Top(page, isLow, isTight)
        val (kept, told) = page.lines.partition { it.look == Look.READ_OUT }
        // What is wrong with what was typed leaves room for mending it, and the lobby for all that it says.
        val isLeading = page.picture == null && page.field?.isWrong != true && kept.isEmpty()
        Heading(page.heading, isLeading)
        told.forEach { LineOf(it) }
        if (isTight) kept.forEach { Added(it.more, MaterialTheme.colorScheme.onBackground) }
        page.choices.forEach { ChoiceOf(it) }
    }
}

/** What the customer was asked for stays in sight, however long the words above it are. */
@Composable
private fun Kept(page: Page, isTight: Boolean, typed: String, onTyped: (String) -> Unit) {
    Column(
        Modifier
            .fillMaxWidth()
            // Of a window that is lower than that.
            .verticalScroll(rememberScrollState())
            .padding(start = EDGE, end = EDGE, bottom = EDGE),
        verticalArrangement = Arrangement.spacedBy(GAP),
    ) {
        page.lines.filter { it.look == Look.READ_OUT }.forEach { ReadOut(it, isTight) }
        page.field?.let { FieldOf(it, page.heading, typed, onTyped) }
    }
}

private val Page.hasKept get() = field != null || lines.any { it.look == Look.READ_OUT }

/** The drawing, who invites, and what stands in the corner: in one row where there is room for it. */
@Composable
private fun Top(page: Page, isLow: Boolean, isTight: Boolean) {
    val hasRow = page.hasRow(isLow, isTight)
    val isBeside = hasRow && !isTight && (isLow || page.corner == null)
    if (!isBeside) From(page.from)
    if (hasRow) {
        Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(GAP), Alignment.CenterVertically) {
            Picture(page.art, page.busy)
            // In a low window the corner is in the middle: there it stands beside what it belongs to.
            Box(Modifier.weight(1f, fill = !isLow)) { if (isBeside) From(page.from) }
            page.corner?.let { Corner(it) }
        }
    }
}

/** Where there is little room it belongs to the words: the drawing adorns, and only says that something is under way. */
private fun Page.hasRow(isLow: Boolean, isTight: Boolean): Boolean {
    val isRoomy = !isLow && !isTight
    return picture == null && (isRoomy || busy || corner != null)
}

@Composable
private fun From(organisation: String?) {
    if (organisation == null) return
    val style = MaterialTheme.typography.bodySmall.atMost(HIGHEST_FROM)
    Text(organisation, color = MaterialTheme.colorScheme.onSurfaceVariant, style = style)
}

/**
 * A screen reader says a heading that changes: this is how a customer who waits learns that it goes on. Beside a
 * picture, which leads there, it leaves room for the lines below it.
 */
@Composable
private fun Heading(text: String, isLeading: Boolean) {
    val isLarge = isLeading && text.length <= SHORT
    val style = if (isLarge) MaterialTheme.typography.headlineMedium else MaterialTheme.typography.titleLarge
    Text(
        text,
        Modifier.semantics {
            heading()
            liveRegion = LiveRegionMode.Polite
        },
        color = MaterialTheme.colorScheme.onBackground,
        style = style.atMost(if (isLeading) HIGHEST_HEADING else HIGHEST_BESIDE_PICTURE),
    )
}

@Composable
private fun LineOf(line: Line) {
    val colours = MaterialTheme.colorScheme
    when (line.look) {
        Look.PLAIN -> Column {
            Said(line.text, colours.onBackground)
            Added(line.more, colours.onBackground)
        }
        Look.QUOTED -> Card(colours.surfaceVariant) { Said(line.text, colours.onSurfaceVariant) }
        Look.ADDED -> Added(line.text, colours.onBackground)
        // Stays in sight instead.
        Look.READ_OUT -> Unit
    }
}

@Composable
private fun Said(text: String, colour: Color) {
    Text(
        text,
        Modifier.semantics { liveRegion = LiveRegionMode.Polite },
        color = colour,
        style = MaterialTheme.typography.bodyLarge.atMost(HIGHEST_SENTENCE),
    )
}

/** Not of the core, and read when it is come to. */
@Composable
internal fun Added(text: String?, colour: Color) {
    if (text.isNullOrEmpty()) return
    Text(text, color = colour, style = MaterialTheme.typography.bodyLarge.atMost(HIGHEST_SENTENCE))
}

@Composable
internal fun Card(colour: Color, content: @Composable () -> Unit) {
    Surface(Modifier.fillMaxWidth(), MaterialTheme.shapes.large, colour) {
        Box(Modifier.padding(GAP)) { content() }
    }
}

@Composable
private fun Picture(art: Art, busy: Boolean) {
    val colours = MaterialTheme.colorScheme
    // The ring is there only at times: what always is stands in line with the words.
    Box(Modifier.offset(x = -RING / 2).size(ART).clearAndSetSemantics { }, Alignment.Center) {
        if (busy) {
            CircularProgressIndicator(Modifier.size(ART), colours.primary)
        }
        Box(Modifier.size(ART - RING).background(colours.primaryContainer, CircleShape), Alignment.Center) {
            Icon(art.image, contentDescription = null, Modifier.size(ART / 2), colours.onPrimaryContainer)
        }
    }
}

@Composable
private fun Corner(button: Button) {
    TextButton(button.press, Modifier.heightIn(min = TOUCH)) {
        Text(button.label, style = MaterialTheme.typography.labelLarge, color = MaterialTheme.colorScheme.primary)
    }
}

/** The last line below which there is more pales. */
private fun Modifier.fadesBelow(background: Color, isMore: () -> Boolean) = drawWithContent {
    drawContent()
    if (isMore()) {
        val height = FADE.toPx()
        val top = size.height - height
        drawRect(Brush.verticalGradient(listOf(Color.Transparent, background), top, size.height))
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
private val ART = 72.dp
private val RING = 12.dp
private val FADE = 32.dp
private val HIGHEST_HEADING = 38.dp
private val HIGHEST_BESIDE_PICTURE = 28.dp
internal val HIGHEST_SENTENCE = 34.dp
private val HIGHEST_FROM = 22.dp
private val LINE_OF_LARGE = 1.2.em
private const val SHORT = 66

/** From this font scale on, drawings make room for words. */
internal const val LARGE_TYPE = 1.5f
