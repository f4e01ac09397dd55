//! `FreeformClass` of RFC 8264: which characters a nickname may hold, and where.

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, JoiningType};

use super::tables::{
    is_default_ignorable, is_greek, is_hebrew, is_kana_or_han, is_noncharacter, is_old_hangul_jamo, is_virama,
};

pub(super) const ZWNJ: char = '\u{200C}';
pub(super) const ZWJ: char = '\u{200D}';

/// The place, in characters from 0, of the first one that is not allowed where it stands. Takes
/// time in proportion to the text.
pub(super) fn first_refused(text: &str) -> Option<usize> {
    let chars: Vec<char> = text.chars().collect();
    let whole = Whole::of(&chars);
    chars.iter().enumerate().position(|(place, &char)| match derived(char) {
        Derived::Valid => false,
        Derived::Refused => true,
        Derived::InContext => !fits(&chars, place, whole),
    })
}

/// General category `Zs`: spaces that are no control characters.
pub(super) fn is_space(char: char) -> bool {
    char == ' ' || (!char.is_ascii() && category(char) == GeneralCategory::SpaceSeparator)
}

/// What RFC 8264, section 8, derives for a character.
enum Derived {
    Valid,
    /// `CONTEXTJ` or `CONTEXTO`: by its neighbours.
    InContext,
    Refused,
}

fn derived(char: char) -> Derived {
    match char {
        // Beside ASCII: the exceptions of RFC 5892, section 2.6.
        '!'..='~' | '\u{DF}' | '\u{3C2}' | '\u{6FD}' | '\u{6FE}' | '\u{F0B}' | '\u{3007}' => Derived::Valid,
        ZWNJ | ZWJ => Derived::InContext,
        '\u{B7}' | '\u{375}' | '\u{5F3}' | '\u{5F4}' | '\u{30FB}' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => {
            Derived::InContext
        }
        '\u{640}' | '\u{7FA}' | '\u{302E}' | '\u{302F}' | '\u{3031}'..='\u{3035}' | '\u{303B}' => Derived::Refused,
        _ if is_old_hangul_jamo(char) || is_default_ignorable(char) || is_noncharacter(char) => Derived::Refused,
        // Compatibility characters, which the RFC allows here, are gone after normalisation.
        _ => match category(char) {
            GeneralCategory::Unassigned
            | GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::PrivateUse
            | GeneralCategory::Surrogate
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator => Derived::Refused,
            _ => Derived::Valid,
        },
    }
}

/// What the rules ask of the text as a whole.
#[derive(Clone, Copy)]
struct Whole {
    kana_or_han: bool,
    arabic_indic: bool,
    extended_arabic_indic: bool,
}

impl Whole {
    fn of(chars: &[char]) -> Self {
        Self {
            kana_or_han: chars.iter().any(|&char| is_kana_or_han(char)),
            arabic_indic: chars.iter().any(|char| matches!(char, '\u{660}'..='\u{669}')),
            extended_arabic_indic: chars.iter().any(|char| matches!(char, '\u{6F0}'..='\u{6F9}')),
        }
    }
}

/// The context rules of RFC 5892, appendix A.
fn fits(chars: &[char], place: usize, whole: Whole) -> bool {
    let before = place.checked_sub(1).map(|place| chars[place]);
    let after = chars.get(place + 1).copied();
    match chars[place] {
        ZWNJ | ZWJ => joiner_fits(chars, place),
        '\u{B7}' => before == Some('l') && after == Some('l'),
        '\u{375}' => after.is_some_and(is_greek),
        '\u{5F3}' | '\u{5F4}' => before.is_some_and(is_hebrew),
        '\u{30FB}' => whole.kana_or_han,
        '\u{660}'..='\u{669}' => !whole.extended_arabic_indic,
        _ => !whole.arabic_indic,
    }
}

/// A.1 and A.2: after a virama, and ZWNJ between letters that would join.
pub(super) fn joiner_fits(chars: &[char], place: usize) -> bool {
    if place > 0 && is_virama(chars[place - 1]) {
        return true;
    }
    let passes = |char: &&char| joining(**char) != JoiningType::Transparent;
    let before = chars[..place].iter().rev().find(passes).map(|&char| joining(char));
    let after = chars[place + 1..].iter().find(passes).map(|&char| joining(char));
    chars[place] == ZWNJ
        && matches!(before, Some(JoiningType::LeftJoining | JoiningType::DualJoining))
        && matches!(after, Some(JoiningType::RightJoining | JoiningType::DualJoining))
}

fn category(char: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(char)
}

fn joining(char: char) -> JoiningType {
    CodePointMapData::<JoiningType>::new().get(char)
}
