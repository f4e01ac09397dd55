package org.onecall.app.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.offset
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.Layout
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.unit.Constraints
import androidx.compose.ui.unit.dp

/** The drawing, who invites, and what stands in the corner: in one row where there is room for it. */
@Composable
internal fun Top(page: Page, room: Room) {
    when {
        !page.hasDrawing(room) -> FromAndCorner(page, room)
        room.isTight -> {
            FromAndCorner(page, room)
            Drawing(page.art, page.busy)
        }
        else -> Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(GAP), Alignment.CenterVertically) {
            Drawing(page.art, page.busy)
            FromAndCorner(page, room, Modifier.weight(1f))
        }
    }
}

/** Where there is little room it belongs to the words: the drawing adorns, and only says that something is under way. */
private fun Page.hasDrawing(room: Room): Boolean {
    val isRoomy = !room.isLow && !room.isTight && !(room.isShort && hasKept(room))
    return picture == null && (isRoomy || busy)
}

/** Beside each other, or one below the other where a word of who invites would break. */
@Composable
private fun FromAndCorner(page: Page, room: Room, modifier: Modifier = Modifier) {
    if (page.from == null && page.corner == null) return
    Layout(
        content = {
            Box { page.from?.let { From(it) } }
            Box { page.corner?.let { Corner(it) } }
        },
        modifier = modifier.fillMaxWidth(),
    ) { (from, corner), limits ->
        val width = limits.maxWidth
        val cornerPlaced = corner.measure(Constraints(maxWidth = width))
        val gap = if (page.from == null || page.corner == null) 0 else GAP.roundToPx()
        val left = width - cornerPlaced.width - gap
        val isBeside = from.minIntrinsicWidth(Constraints.Infinity) <= left
        val fromPlaced = from.measure(Constraints(maxWidth = if (isBeside) left else width))
        val height =
            if (isBeside) maxOf(fromPlaced.height, cornerPlaced.height) else fromPlaced.height + cornerPlaced.height
        layout(width, height) {
            fromPlaced.placeRelative(0, if (isBeside) (height - fromPlaced.height) / 2 else 0)
            // In a low window the corner is in the middle: there it stands beside what it belongs to.
            val x = if (isBeside && room.isLow) fromPlaced.width + gap else width - cornerPlaced.width
            cornerPlaced.placeRelative(x, if (isBeside) (height - cornerPlaced.height) / 2 else fromPlaced.height)
        }
    }
}

@Composable
private fun From(organisation: String) {
    val style = MaterialTheme.typography.bodySmall.atMost(HIGHEST_FROM)
    Text(organisation, color = MaterialTheme.colorScheme.onSurfaceVariant, style = style)
}

@Composable
private fun Corner(button: Button) {
    TextButton(button.press, Modifier.heightIn(min = TOUCH)) {
        val style = MaterialTheme.typography.labelLarge.atMost(HIGHEST_CORNER)
        Text(button.label, style = style, color = MaterialTheme.colorScheme.primary)
    }
}

@Composable
private fun Drawing(art: Art, busy: Boolean) {
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

private val ART = 72.dp
private val RING = 12.dp
private val HIGHEST_FROM = 22.dp

/** No taller than the button: what most never need leaves the room to the heading. */
private val HIGHEST_CORNER = 24.dp
