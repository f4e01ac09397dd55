//! The join link as a QR code (ISO/IEC 18004).

use qrcode::render::svg::Color;
use qrcode::{EcLevel, QrCode};

/// Pixels of a module at the size it is drawn when nobody says another.
const MODULE: u32 = 8;

/// The code of `link` as a picture, dark on light with the quiet zone of four modules around it; nothing for what is
/// too long for any.
///
/// The link stands in it letter by letter. In capitals it would take less room, but Android compares scheme and host
/// of a link with those of an app as they are written (`<data>`, developer.android.com), and the app would not open.
#[must_use]
pub(crate) fn qr_code(link: &str) -> Option<String> {
    // A quarter of it may be dirty or behind a reflection with Q, 15 % with M: M is what screens and paper need.
    let code = QrCode::with_error_correction_level(link, EcLevel::M).ok()?;
    let picture = code.render::<Color<'_>>().quiet_zone(true).module_dimensions(MODULE, MODULE).build();
    Some(picture)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_a_code_of_33_modules_with_a_quiet_zone_of_four_on_each_side() {
        let picture = qr_code("https://help.example.com/j/04HMASW9NF6YY0938NKRKAYDXW2").unwrap();
        let side = (33 + 2 * 4) * MODULE;
        assert!(picture.contains(&format!("viewBox=\"0 0 {side} {side}\"")), "{picture}");
        assert!(picture.is_ascii() && picture.ends_with("</svg>"));
        // A page that shows it allows no style and no script in it.
        assert!(!picture.contains("style") && !picture.contains("script"), "{picture}");
        let first_dark = format!("M{0} {0}h", 4 * MODULE);
        assert!(picture.contains(&first_dark), "the first dark module stands behind the quiet zone: {picture}");
    }

    #[test]
    fn every_link_that_a_host_can_make_has_a_code() {
        let link = format!("https://{}.example:65535/j/04HMASW9NF6YY0938NKRKAYDXW2", "a.".repeat(120));
        assert!(qr_code(&link).is_some());
        assert!(qr_code(&"a".repeat(10_000)).is_none());
    }
}
