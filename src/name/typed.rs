//! What was typed, before it is looked at as a nickname: what nobody sees.
//!
//! Line ends and tabs, which come along when a name is pasted, become spaces. Invisible characters
//! are refused: control characters, default-ignorable ones (among them all that change direction),
//! and blanks that are not white space. But keyboards put some of them where they are part of how a
//! language or an emoji is written, and nobody can be asked to mend what their keyboard does. Where
//! the nickname profile has room for them they stay, elsewhere they are left out:
//! - joiners (ZWJ, ZWNJ) between two letters of a script that joins its letters;
//! - ZWJ between two emoji, the emoji variation selectors after one, and in a keycap;
//! - variation selectors after a Han character (spellings of Japanese family names) and after
//!   a Mongolian letter.
//!
//! Tag characters are refused even in flags: they carry any hidden text.

use unicode_segmentation::UnicodeSegmentation as _;

use super::freeform::{ZWJ, ZWNJ, is_space, joiner_fits};
use super::tables::{is_default_ignorable, is_noncharacter};

const KEYCAP: char = '\u{20E3}';

/// The text without what nobody sees.
///
/// # Errors
/// The place, in characters from 0, of the first invisible one that does not belong where it is.
/// Takes time in proportion to the text.
pub(super) fn seen(typed: &str) -> Result<String, usize> {
    let chars: Vec<char> = typed.chars().collect();
    let mut seen = String::with_capacity(typed.len());
    let mut before = Before::default();
    for (place, &char) in chars.iter().enumerate() {
        if char.is_whitespace() && !is_space(char) {
            seen.push(' ');
        } else if !is_invisible(char) || (is_joiner(char) && joiner_fits(&chars, place)) {
            seen.push(char);
        } else if !belongs(char, before, chars.get(place + 1).copied()) {
            return Err(place);
        }
        before = before.then(char);
    }
    Ok(seen)
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
    char.is_control() || is_default_ignorable(char) || is_noncharacter(char) || is_blank(char)
}

const fn is_joiner(char: char) -> bool {
    matches!(char, ZWJ | ZWNJ)
}

/// Empty although neither white space nor ignorable: blank Braille, interlinear annotation, the
/// null note head.
const fn is_blank(char: char) -> bool {
    matches!(char, '\u{2800}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D159}')
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
