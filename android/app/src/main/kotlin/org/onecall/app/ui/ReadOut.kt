package org.onecall.app.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.text.style.Hyphens
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.em
import androidx.compose.ui.unit.sp

/** What the customer reads out to the agent: the words stand large below the rest of their sentence. */
@Composable
internal fun ReadOut(line: Line, isBrief: Boolean) {
    val brief = line.brief.takeIf { isBrief }
    val (before, after) = if (brief == null) line.aroundSpoken() else null to null
    Card(MaterialTheme.colorScheme.secondaryContainer) {
        Column(verticalArrangement = Arrangement.spacedBy(if (brief == null) BETWEEN else 0.dp)) {
            AroundSpoken(brief)
            // One sentence, read once.
            Column(
                Modifier.clearAndSetSemantics {
                    contentDescription = line.text
                    liveRegion = LiveRegionMode.Polite
                },
            ) {
                AroundSpoken(before)
                InOneLine(line.spoken.orEmpty())
                AroundSpoken(after)
            }
            AroundSpoken(line.more.takeIf { brief == null })
        }
    }
}

@Composable
private fun AroundSpoken(text: String?) = Added(text, MaterialTheme.colorScheme.onSecondaryContainer, HIGHEST_NOT_LEADING)

/** Words that belong together, as large as their one line allows, and one below the other if that were too small. */
@Composable
private fun InOneLine(words: String) {
    val style = MaterialTheme.typography.headlineMedium
        .copy(fontSize = SPOKEN, lineHeight = LINE, fontWeight = FontWeight.Bold, hyphens = Hyphens.None)
        .atMost(HIGHEST_SPOKEN)
    val measurer = rememberTextMeasurer()
    BoxWithConstraints {
        val wanted = measurer.measure(words, style, softWrap = false).size.width
        val share = constraints.maxWidth * SPARE / wanted.coerceAtLeast(1)
        val isOneLine = share >= SMALLEST_SHARE
        Text(
            if (isOneLine) words.replace(' ', '\u00A0') else words,
            color = MaterialTheme.colorScheme.onSecondaryContainer,
            style = if (isOneLine) style.times(share.coerceAtMost(1f)) else style,
        )
    }
}

private fun TextStyle.times(share: Float) = copy(fontSize = fontSize * share)

/** What stands before the spoken words, and after them unless it is the full stop, which would stand there alone. */
private fun Line.aroundSpoken(): Pair<String?, String?> {
    val from = spoken?.let(text::indexOf) ?: -1
    if (spoken == null || from < 0) return text to null
    val after = text.substring(from + spoken.length).trim()
    return text.substring(0, from).trim() to after.takeIf { it.any(Char::isLetterOrDigit) }
}

private val SPOKEN = 32.sp
private val HIGHEST_SPOKEN = 44.dp
private val LINE = 1.3.em
private val BETWEEN = 8.dp

/** Letters of one width are drawn a little wider in another place. */
private const val SPARE = 0.97f

/** Less than that is no longer large. */
private const val SMALLEST_SHARE = 0.55f
