package org.onecall.app.ui

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.graphics.vector.addPathNodes
import androidx.compose.ui.unit.dp

/** Small line drawings without any text. They adorn words and say nothing that the words do not. */
internal enum class Art(path: String) {
    LINK("M10 14 a4 4 0 0 0 5.7 0 l3 -3 a4 4 0 0 0 -5.7 -5.7 l-1 1 M14 10 a4 4 0 0 0 -5.7 0 l-3 3 a4 4 0 0 0 5.7 5.7 l1 -1"),
    CODE("M4 4 H10 V10 H4 Z M14 4 H20 V10 H14 Z M4 14 H10 V20 H4 Z M14 14 H16.5 V16.5 M20 14 V20 H14"),
    WARNING("M12 4 L21 20 H3 Z M12 10 V14 M12 17 V17.1"),
    PERSON("M12 4 a4 4 0 1 0 0.01 0 Z M4 20 c0 -4 4 -6 8 -6 s8 2 8 6"),
    CAMERA("M3 7 H15 V17 H3 Z M15 10.5 L21 7.5 V16.5 L15 13.5"),
    CAMERA_OFF("M3 7 H15 V17 H3 Z M15 10.5 L21 7.5 V16.5 L15 13.5 M3 3 L21 21"),
    DOOR("M6 21 V4 H18 V21 M3 21 H21 M14.5 12.5 V12.6"),
    CLOCK("M12 3 a9 9 0 1 0 0.01 0 Z M12 7 V12 L15.5 14"),
    CHECK("M12 3 a9 9 0 1 0 0.01 0 Z M7.5 12.5 L10.5 15.5 L16.5 9"),
    HANDSET("M3 13 c5 -5 13 -5 18 0 l-2.5 3 l-3.5 -2 v-2.5 c-2 -0.7 -4 -0.7 -6 0 v2.5 l-3.5 2 Z"),
    UPDATE("M12 4 V15 M7.5 10.5 L12 15 L16.5 10.5 M4 20 H20"),
    WINDOW("M4 5 H20 V17 H4 Z M9 21 H15 M12 17 V21"),
    ;

    val image: ImageVector by lazy {
        ImageVector.Builder(name, 24.dp, 24.dp, 24f, 24f)
            .addPath(
                addPathNodes(path),
                stroke = SolidColor(Color.Black),
                strokeLineWidth = 2f,
                strokeLineCap = StrokeCap.Round,
                strokeLineJoin = StrokeJoin.Round,
            )
            .build()
    }
}
