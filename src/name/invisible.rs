//! Which characters of a name cannot be seen.
//!
//! Refused: control characters, default-ignorable ones (among them all that change direction),
//! and blanks that are not white space. Some invisible characters are part of how a language or
//! an emoji is written; these stay where they do that and are refused everywhere else:
//! - joiners (ZWJ, ZWNJ) after a virama, or between two letters of a script that joins its
//!   letters (RFC 5892, appendix A.1 and A.2, widened to ZWJ between letters, as in Bengali);
//! - ZWJ between two emoji, the emoji variation selectors after one, and in a keycap;
//! - variation selectors after a Han character (spellings of Japanese family names) and after
//!   a Mongolian letter.
//!
//! Tag characters are refused even in flags: they carry any hidden text.

use unicode_segmentation::UnicodeSegmentation as _;

const ZWNJ: char = '\u{200C}';
const ZWJ: char = '\u{200D}';
const KEYCAP: char = '\u{20E3}';

/// The place, in characters from 0, of the first one that cannot be seen. Takes time in
/// proportion to the text.
pub(super) fn first(text: &str) -> Option<usize> {
    let mut before = Before::default();
    let mut chars = text.chars().enumerate().peekable();
    while let Some((position, char)) = chars.next() {
        let after = chars.peek().map(|&(_, after)| after);
        if is_invisible(char) && !belongs(char, before, after) {
            return Some(position);
        }
        before = before.then(char);
    }
    None
}

/// What stood before a character.
#[derive(Clone, Copy, Default)]
struct Before {
    /// The character itself.
    char: Option<char>,
    /// Whether it ends an emoji: a pictograph with nothing but modifiers after it.
    emoji: bool,
}

impl Before {
    fn then(self, char: char) -> Self {
        let modifies = matches!(char, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}');
        let emoji = if modifies { self.emoji } else { is_pictograph(char) };
        Self { char: Some(char), emoji }
    }
}

/// Whether an invisible character is part of how its neighbours are written.
fn belongs(char: char, before: Before, after: Option<char>) -> bool {
    let Some(previous) = before.char else {
        return false;
    };
    match char {
        ZWJ | ZWNJ if is_virama(previous) => true,
        ZWJ if before.emoji => after.is_some_and(is_pictograph),
        ZWJ | ZWNJ => joins_letters(previous) && after.is_some_and(joins_letters),
        '\u{FE0E}' | '\u{FE0F}' if is_pictograph(previous) => true,
        '\u{FE0F}' => matches!(previous, '0'..='9' | '#' | '*') && after == Some(KEYCAP),
        '\u{FE00}'..='\u{FE02}' | '\u{E0100}'..='\u{E01EF}' => is_han(previous),
        '\u{180B}'..='\u{180D}' | '\u{180F}' => matches!(previous, '\u{1820}'..='\u{18AA}'),
        _ => false,
    }
}

fn is_invisible(char: char) -> bool {
    (char.is_control() && !char.is_whitespace()) || is_default_ignorable(char) || is_blank(char)
}

/// Source: Unicode Character Database, DerivedCoreProperties.txt, Default_Ignorable_Code_Point.
const fn is_default_ignorable(char: char) -> bool {
    matches!(
        char,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Empty although neither white space nor ignorable: blank Braille, interlinear annotation,
/// the null note head, noncharacters at the end of the basic plane.
const fn is_blank(char: char) -> bool {
    matches!(char, '\u{2800}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D159}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Scripts whose letters change shape by their neighbours: Arabic to Syriac and N'Ko, the
/// scripts of India and Sri Lanka, Tibetan, Myanmar, Khmer, Mongolian.
const fn joins_letters(char: char) -> bool {
    matches!(
        char,
        '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D3}' | '\u{6D5}' | '\u{6FA}'..='\u{6FF}'
            | '\u{710}'..='\u{74F}' | '\u{750}'..='\u{77F}' | '\u{7CA}'..='\u{7EA}'
            | '\u{840}'..='\u{8C9}' | '\u{900}'..='\u{DFF}' | '\u{F40}'..='\u{FBC}'
            | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17D3}' | '\u{1820}'..='\u{18AA}'
    )
}

/// Viramas of scripts in everyday use. Source: Unicode Character Database,
/// Canonical_Combining_Class 9.
const fn is_virama(char: char) -> bool {
    matches!(
        char,
        '\u{94D}'
            | '\u{9CD}'
            | '\u{A4D}'
            | '\u{ACD}'
            | '\u{B4D}'
            | '\u{BCD}'
            | '\u{C4D}'
            | '\u{CCD}'
            | '\u{D3B}'
            | '\u{D3C}'
            | '\u{D4D}'
            | '\u{DCA}'
            | '\u{F84}'
            | '\u{1039}'
            | '\u{103A}'
            | '\u{17D2}'
            | '\u{1B44}'
            | '\u{1BAA}'
            | '\u{1BAB}'
            | '\u{A9C0}'
            | '\u{ABED}'
    )
}

/// Source: Unicode blocks of unified and compatibility ideographs.
const fn is_han(char: char) -> bool {
    matches!(
        char,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'
    )
}

/// Whether this is an Extended_Pictographic character, asked of the grapheme tables we carry
/// anyway: by rule GB11 of UAX #29 nothing else forms one cluster with a ZWJ and a pictograph.
fn is_pictograph(char: char) -> bool {
    // Spares letters the question, except where a few of them are pictographs too (ℹ, Ⓜ, 🅰).
    let letters_only = !matches!(char, '\u{2100}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}');
    if char.is_ascii() || (char.is_alphabetic() && letters_only) {
        return false;
    }
    let probe = String::from_iter([char, ZWJ, '\u{A9}']);
    probe.graphemes(true).count() == 1
}
