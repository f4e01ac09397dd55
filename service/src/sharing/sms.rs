//! How many text messages a text takes (3GPP TS 23.038 and TS 23.040, 9.2.3.24).
//!
//! A message has 140 bytes: 160 characters of the GSM alphabet, or 70 units of UTF-16 as soon as one character
//! is not in it. A longer text is sent in parts, each of which gives six bytes away to say which part it is.

/// The GSM 7-bit default alphabet (TS 23.038, 6.2.1), less its escape.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
     abcdefghijklmnopqrstuvwxyzäöñüà";

/// Those of its extension (6.2.1.1): each takes an escape and a place.
const EXTENDED: &str = "\u{c}^{}\\[~]|€";

/// How many messages are sent, and paid for.
#[must_use]
pub(super) fn parts(text: &str) -> u32 {
    let gsm: Option<Vec<usize>> = text.chars().map(septets).collect();
    match gsm {
        Some(septets) => count(septets, 160, 153),
        None => count(text.chars().map(char::len_utf16), 70, 67),
    }
}

/// The places that a character takes in the GSM alphabet; none if it is not in it.
fn septets(letter: char) -> Option<usize> {
    if BASIC.contains(letter) { Some(1) } else { EXTENDED.contains(letter).then_some(2) }
}

/// No character is torn apart between two parts.
fn count(places: impl IntoIterator<Item = usize>, alone: usize, in_parts: usize) -> u32 {
    let (mut parts, mut here, mut all) = (1, 0, 0);
    for place in places {
        all += place;
        if here + place > in_parts {
            (parts, here) = (parts + 1, 0);
        }
        here += place;
    }
    if all <= alone { 1 } else { parts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_as_many_messages_as_the_standard_says() {
        for (text, expected) in [
            (String::new(), 1),
            ("a".repeat(160), 1),
            ("a".repeat(161), 2),
            ("a".repeat(306), 2),
            ("a".repeat(307), 3),
            // Two places each.
            ("€".repeat(80), 1),
            ("€".repeat(81), 2),
            // 152 places, and no half of a sign in the 153rd.
            ("€".repeat(152), 2),
            ("€".repeat(153), 3),
            // One foreign letter, and all are written in two bytes.
            ("é".repeat(160), 1),
            ("ê".repeat(70), 1),
            ("ê".repeat(71), 2),
            (format!("{}ê", "a".repeat(133)), 2),
            (format!("{}ê", "a".repeat(134)), 3),
            ("日".repeat(70), 1),
            // Four bytes each: 33 to a part, since none is torn apart.
            ("🔧".repeat(35), 1),
            ("🔧".repeat(36), 2),
            ("🔧".repeat(66), 2),
            ("🔧".repeat(67), 3),
        ] {
            assert_eq!(parts(&text), expected, "{} × {:?}", text.chars().count(), text.chars().next());
        }
    }

    #[test]
    fn the_alphabet_has_127_characters_and_ten_more_by_an_escape() {
        let distinct = |text: &str| text.chars().collect::<std::collections::BTreeSet<_>>().len();
        assert_eq!((distinct(BASIC), BASIC.chars().count()), (127, 127));
        assert_eq!((distinct(EXTENDED), EXTENDED.chars().count()), (10, 10));
    }
}
