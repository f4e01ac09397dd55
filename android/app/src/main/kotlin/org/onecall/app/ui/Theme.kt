package org.onecall.app.ui

import androidx.compose.material3.ColorScheme
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Typography
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.Hyphens
import androidx.compose.ui.text.style.LineBreak
import androidx.compose.ui.unit.sp

/** Colours of our own: the same on every phone, and every pair of them measured for contrast by a test. */
internal val LightColours: ColorScheme = lightColorScheme(
    primary = Color(0xFF00507A),
    onPrimary = Color(0xFFFFFFFF),
    primaryContainer = Color(0xFFCDE6F7),
    onPrimaryContainer = Color(0xFF00304B),
    secondaryContainer = Color(0xFFF6E3B8),
    onSecondaryContainer = Color(0xFF3D2C00),
    background = Color(0xFFFFFFFF),
    onBackground = Color(0xFF14191D),
    surface = Color(0xFFFFFFFF),
    onSurface = Color(0xFF14191D),
    surfaceVariant = Color(0xFFE9EEF2),
    onSurfaceVariant = Color(0xFF3A444C),
    outline = Color(0xFF5E6A73),
    error = Color(0xFFB3261E),
    onError = Color(0xFFFFFFFF),
)

internal val DarkColours: ColorScheme = darkColorScheme(
    primary = Color(0xFF9FD3F5),
    onPrimary = Color(0xFF00263D),
    primaryContainer = Color(0xFF0B4363),
    onPrimaryContainer = Color(0xFFD6ECFA),
    secondaryContainer = Color(0xFF4A3A10),
    onSecondaryContainer = Color(0xFFFAE6B4),
    background = Color(0xFF10161A),
    onBackground = Color(0xFFECF1F4),
    surface = Color(0xFF10161A),
    onSurface = Color(0xFFECF1F4),
    surfaceVariant = Color(0xFF232C32),
    onSurfaceVariant = Color(0xFFCAD4DB),
    outline = Color(0xFF93A1AB),
    error = Color(0xFFFFB4AB),
    onError = Color(0xFF5A0A05),
)

/** Nothing is smaller than 18 sp, and long words of German may break where they should. */
private val Type = Typography(
    headlineMedium = words(28, FontWeight.Bold, LineBreak.Heading),
    titleLarge = words(22, FontWeight.SemiBold, LineBreak.Heading),
    bodyLarge = words(20, FontWeight.Normal, LineBreak.Paragraph),
    // The label of a text field, once it has moved up.
    bodySmall = words(18, FontWeight.Normal, LineBreak.Simple),
    labelLarge = words(20, FontWeight.SemiBold, LineBreak.Heading),
)

private fun words(size: Int, weight: FontWeight, lineBreak: LineBreak) = TextStyle(
    fontSize = size.sp,
    lineHeight = (size * LINE).sp,
    fontWeight = weight,
    lineBreak = lineBreak,
    hyphens = Hyphens.Auto,
)

private const val LINE = 1.3f

@Composable
internal fun OneCallTheme(dark: Boolean, content: @Composable () -> Unit) {
    MaterialTheme(
        colorScheme = if (dark) DarkColours else LightColours,
        typography = Type,
        content = content,
    )
}
