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
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.em

/** What the page says, and what is typed or chosen in it. Scrolls when it must, and shows that it does. */
@Composable
internal fun Words(page: Page, isLow: Boolean, typed: String, onTyped: (String) -> Unit) {
    val scroll = rememberScrollState()
    val background = MaterialTheme.colorScheme.background
    Column(
        Modifier
            .fillMaxWidth()
            .fadesBelow(background) { scroll.canScrollForward }
            .verticalScroll(scroll)
            .padding(EDGE),
        verticalArrangement = Arrangement.spacedBy(GAP),
    ) {
        if (page.hasTop(isLow)) {
            Row(Modifier.fillMaxWidth(), Arrangement.SpaceBetween, Alignment.CenterVertically) {
                Picture(page.art, page.busy)
                page.corner?.let { Corner(it) }
            }
        }
        Heading(page.heading, isLeading = page.picture == null)
        page.lines.forEach { LineOf(it) }
        page.field?.let { FieldOf(it, page.heading, typed, onTyped) }
        page.choices.forEach { ChoiceOf(it) }
    }
}

/** Where there is little room it belongs to the words: the drawing adorns, and only says that something is under way. */
@Composable
private fun Page.hasTop(isLow: Boolean): Boolean {
    val isRoomy = !isLow && LocalDensity.current.fontScale < LARGE_TYPE
    return picture == null && (isRoomy || busy || corner != null)
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
        Look.PLAIN -> Said(AnnotatedString(line.text), colours.onBackground)
        Look.QUOTED -> Card(colours.surfaceVariant) { Said(AnnotatedString(line.text), colours.onSurfaceVariant) }
        Look.READ_OUT -> Card(colours.secondaryContainer) { Said(line.readOut(), colours.onSecondaryContainer) }
    }
}

@Composable
private fun Said(text: AnnotatedString, colour: Color) {
    Text(
        text,
        Modifier.semantics { liveRegion = LiveRegionMode.Polite },
        color = colour,
        style = MaterialTheme.typography.bodyLarge.atMost(HIGHEST_SENTENCE),
    )
}

@Composable
private fun Card(colour: Color, content: @Composable () -> Unit) {
    Surface(Modifier.fillMaxWidth(), MaterialTheme.shapes.large, colour) {
        Box(Modifier.padding(GAP)) { content() }
    }
}

/** The words that are read out to the agent stand out of their sentence. */
private fun Line.readOut(): AnnotatedString = buildAnnotatedString {
    append(text)
    val from = spoken?.let(text::indexOf) ?: -1
    if (spoken != null && from >= 0) {
        addStyle(SpanStyle(fontWeight = FontWeight.Bold, fontSize = READ_OUT), from, from + spoken.length)
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
private val READ_OUT = 1.2.em
private val LINE_OF_LARGE = 1.2.em
private const val SHORT = 66

/** From this font scale on, drawings make room for words. */
internal const val LARGE_TYPE = 1.5f
