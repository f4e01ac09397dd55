package org.onecall.app.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.layout
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.error
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.style.Hyphens
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.coerceAtLeast
import androidx.compose.ui.unit.dp
import kotlin.math.ceil
import androidx.compose.material3.Button as FilledButton

/**
 * The primary button, and at most one other. While something is typed, going on with it is the primary one: there
 * are never two to choose from.
 */
@Composable
internal fun Buttons(page: Page, typed: String) {
    val primary = page.field?.submission(page.primary, typed) ?: page.primary
    Column(
        Modifier.fillMaxWidth().verticalScroll(rememberScrollState()).padding(EDGE),
        verticalArrangement = Arrangement.spacedBy(BETWEEN),
    ) {
        primary?.let { Primary(it) }
        page.other?.let { Other(it) }
    }
}

private fun Field.submission(primary: Button?, typed: String): Button? =
    if (primary == null || typed.isNotBlank()) Button(submitLabel) { submit(typed) } else null

@Composable
private fun Primary(button: Button) {
    val colours = MaterialTheme.colorScheme
    val isFinal = button.weight == Weight.FINAL
    FilledButton(
        button.press,
        Modifier.fillMaxWidth().heightIn(min = BUTTON),
        shape = MaterialTheme.shapes.large,
        colors = ButtonDefaults.buttonColors(
            containerColor = if (isFinal) colours.error else colours.primary,
            contentColor = if (isFinal) colours.onError else colours.onPrimary,
        ),
        contentPadding = INSIDE,
    ) {
        Label(button)
    }
}

@Composable
private fun Other(button: Button) {
    val colours = MaterialTheme.colorScheme
    val colour = if (button.weight == Weight.FINAL) colours.error else colours.primary
    OutlinedButton(
        button.press,
        Modifier.fillMaxWidth().heightIn(min = BUTTON),
        shape = MaterialTheme.shapes.large,
        colors = ButtonDefaults.outlinedButtonColors(contentColor = colour),
        border = BorderStroke(2.dp, colour),
        contentPadding = INSIDE,
    ) {
        Label(button)
    }
}

@Composable
private fun Label(button: Button) {
    val isRoomy = LocalDensity.current.fontScale < LARGE_TYPE
    button.art?.takeIf { isRoomy }?.let {
        Icon(it.image, contentDescription = null, Modifier.size(ICON))
        Spacer(Modifier.width(BETWEEN))
    }
    val style = MaterialTheme.typography.labelLarge.atMost(HIGHEST_LABEL)
    Hugged(button.label, style)
}

/** No wider than the longest of its lines, so that the drawing stands beside the words: a wrapped text takes all there is. */
@Composable
private fun Hugged(text: String, style: TextStyle) {
    val longest = remember { intArrayOf(0) }
    Text(
        text,
        Modifier.layout { measurable, constraints ->
            val placed = measurable.measure(constraints)
            val width = longest[0].coerceIn(constraints.minWidth, placed.width)
            layout(width, placed.height) { placed.place((width - placed.width) / 2, 0) }
        },
        textAlign = TextAlign.Center,
        onTextLayout = { lines ->
            longest[0] = ceil((0 until lines.lineCount).maxOf { lines.getLineRight(it) - lines.getLineLeft(it) }).toInt()
        },
        style = style,
    )
}

@Composable
internal fun FieldOf(field: Field, heading: String, typed: String, onTyped: (String) -> Unit) {
    OutlinedTextField(
        typed,
        onTyped,
        Modifier.fillMaxWidth().padding(top = labelOverhang()).semantics { if (field.isWrong) error(heading) },
        textStyle = MaterialTheme.typography.bodyLarge,
        label = { Text(field.label) },
        isError = field.isWrong,
        singleLine = true,
        shape = MaterialTheme.shapes.large,
        keyboardOptions = KeyboardOptions(
            capitalization = if (field.digits) KeyboardCapitalization.None else KeyboardCapitalization.Words,
            keyboardType = if (field.digits) KeyboardType.Number else KeyboardType.Text,
            imeAction = ImeAction.Go,
        ),
        keyboardActions = KeyboardActions(onGo = { if (typed.isNotBlank()) field.submit(typed) }),
    )
}

/** What a label in large type needs above its field, on whose upper edge its middle stands, beyond what the field leaves. */
@Composable
private fun labelOverhang(): Dp {
    val half = with(LocalDensity.current) { MaterialTheme.typography.bodySmall.lineHeight.toDp() } / 2
    return (half - 8.dp).coerceAtLeast(0.dp)
}

/** An invitation, which reads from left to right in every language. */
@Composable
internal fun ChoiceOf(choice: Choice) {
    OutlinedButton(
        choice.choose,
        Modifier.fillMaxWidth().heightIn(min = BUTTON),
        shape = MaterialTheme.shapes.large,
        border = BorderStroke(1.dp, MaterialTheme.colorScheme.outline),
        contentPadding = INSIDE,
    ) {
        Column(Modifier.fillMaxWidth()) {
            val style = MaterialTheme.typography.bodyLarge
            PartOfLink(choice.text, style)
            choice.end?.let { PartOfLink(it, style.copy(fontWeight = FontWeight.Bold)) }
        }
    }
}

@Composable
private fun PartOfLink(text: String, style: TextStyle) {
    Text(
        // A long host breaks where its parts do.
        text.replace(".", ".\u200B"),
        Modifier.fillMaxWidth(),
        overflow = TextOverflow.Ellipsis,
        maxLines = LINES_OF_A_LINK,
        style = style.atMost(HIGHEST_NOT_LEADING).copy(textDirection = TextDirection.Ltr, hyphens = Hyphens.None),
    )
}

private val BUTTON = 64.dp
private val ICON = 28.dp

/** Two buttons of two lines each, and words above them, on the smallest phone with the largest type. */
private val HIGHEST_LABEL = 32.dp
private val BETWEEN = 12.dp

/** Of a link that is not shortened: those of Microsoft Teams may have ten. */
private const val LINES_OF_A_LINK = 7
private val INSIDE = PaddingValues(horizontal = 16.dp, vertical = 12.dp)
