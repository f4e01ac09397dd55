package org.onecall.app

import com.google.zxing.BarcodeFormat
import com.google.zxing.BinaryBitmap
import com.google.zxing.DecodeHintType
import com.google.zxing.PlanarYUVLuminanceSource
import com.google.zxing.ReaderException
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader

/** The text of the QR code in a picture, of which only the brightness is given, row after row. */
internal fun codeIn(brightness: ByteArray, rowStride: Int, width: Int, height: Int): String? {
    // The last row may lack what pads the others.
    val whole = if (brightness.size < rowStride * height) brightness.copyOf(rowStride * height) else brightness
    val source = PlanarYUVLuminanceSource(whole, rowStride, height, 0, 0, width, height, false)
    val hints = mapOf(DecodeHintType.POSSIBLE_FORMATS to listOf(BarcodeFormat.QR_CODE), DecodeHintType.TRY_HARDER to true)
    return try {
        QRCodeReader().decode(BinaryBitmap(HybridBinarizer(source)), hints).text
    } catch (_: ReaderException) {
        null
    }
}
