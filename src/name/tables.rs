//! Character classes, written down where a table for every character there is would weigh more.
//!
//! The test below holds each against the Unicode Character Database of ICU4X.

use std::cmp::Ordering;

/// Script=Greek.
pub(super) fn is_greek(char: char) -> bool {
    within(&GREEK, char)
}

/// Script=Hebrew.
pub(super) fn is_hebrew(char: char) -> bool {
    within(&HEBREW, char)
}

/// Script=Hiragana, Katakana or Han.
pub(super) fn is_kana_or_han(char: char) -> bool {
    within(&KANA_OR_HAN, char)
}

/// Canonical_Combining_Class=Virama: marks that take the vowel from a letter, so that it joins the next.
pub(super) fn is_virama(char: char) -> bool {
    within(&VIRAMA, char)
}

/// Hangul_Syllable_Type=L, V or T: parts of syllables that NFKC has put together where they are modern.
pub(super) fn is_old_hangul_jamo(char: char) -> bool {
    within(&OLD_HANGUL_JAMO, char)
}

/// Default_Ignorable_Code_Point: drawn as nothing; all that change direction are among them.
pub(super) fn is_default_ignorable(char: char) -> bool {
    within(&DEFAULT_IGNORABLE, char)
}

/// Code points that will never be characters.
pub(super) const fn is_noncharacter(char: char) -> bool {
    matches!(char, '\u{FDD0}'..='\u{FDEF}') || char as u32 & 0xFFFE == 0xFFFE
}

/// Whether one of these ranges, in order and both ends included, holds the character.
fn within(ranges: &[(char, char)], char: char) -> bool {
    let place = |&(first, last): &(char, char)| match char {
        _ if char < first => Ordering::Greater,
        _ if char > last => Ordering::Less,
        _ => Ordering::Equal,
    };
    ranges.binary_search_by(place).is_ok()
}

const GREEK: [(char, char); 37] = [
    ('\u{370}', '\u{373}'),
    ('\u{375}', '\u{377}'),
    ('\u{37A}', '\u{37D}'),
    ('\u{37F}', '\u{37F}'),
    ('\u{384}', '\u{384}'),
    ('\u{386}', '\u{386}'),
    ('\u{388}', '\u{38A}'),
    ('\u{38C}', '\u{38C}'),
    ('\u{38E}', '\u{3A1}'),
    ('\u{3A3}', '\u{3E1}'),
    ('\u{3F0}', '\u{3FF}'),
    ('\u{1D26}', '\u{1D2A}'),
    ('\u{1D5D}', '\u{1D61}'),
    ('\u{1D66}', '\u{1D6A}'),
    ('\u{1DBF}', '\u{1DBF}'),
    ('\u{1F00}', '\u{1F15}'),
    ('\u{1F18}', '\u{1F1D}'),
    ('\u{1F20}', '\u{1F45}'),
    ('\u{1F48}', '\u{1F4D}'),
    ('\u{1F50}', '\u{1F57}'),
    ('\u{1F59}', '\u{1F59}'),
    ('\u{1F5B}', '\u{1F5B}'),
    ('\u{1F5D}', '\u{1F5D}'),
    ('\u{1F5F}', '\u{1F7D}'),
    ('\u{1F80}', '\u{1FB4}'),
    ('\u{1FB6}', '\u{1FC4}'),
    ('\u{1FC6}', '\u{1FD3}'),
    ('\u{1FD6}', '\u{1FDB}'),
    ('\u{1FDD}', '\u{1FEF}'),
    ('\u{1FF2}', '\u{1FF4}'),
    ('\u{1FF6}', '\u{1FFE}'),
    ('\u{2126}', '\u{2126}'),
    ('\u{AB65}', '\u{AB65}'),
    ('\u{10140}', '\u{1018E}'),
    ('\u{101A0}', '\u{101A0}'),
    ('\u{1D200}', '\u{1D245}'),
    ('\u{1DFF3}', '\u{1DFF4}'),
];

const HEBREW: [(char, char); 9] = [
    ('\u{591}', '\u{5C9}'),
    ('\u{5D0}', '\u{5EA}'),
    ('\u{5EF}', '\u{5F4}'),
    ('\u{FB1D}', '\u{FB36}'),
    ('\u{FB38}', '\u{FB3C}'),
    ('\u{FB3E}', '\u{FB3E}'),
    ('\u{FB40}', '\u{FB41}'),
    ('\u{FB43}', '\u{FB44}'),
    ('\u{FB46}', '\u{FB4F}'),
];

const KANA_OR_HAN: [(char, char); 39] = [
    ('\u{2E80}', '\u{2E99}'),
    ('\u{2E9B}', '\u{2EF3}'),
    ('\u{2F00}', '\u{2FD5}'),
    ('\u{3005}', '\u{3005}'),
    ('\u{3007}', '\u{3007}'),
    ('\u{3021}', '\u{3029}'),
    ('\u{3038}', '\u{303B}'),
    ('\u{3041}', '\u{3096}'),
    ('\u{309D}', '\u{309F}'),
    ('\u{30A1}', '\u{30FA}'),
    ('\u{30FD}', '\u{30FF}'),
    ('\u{31F0}', '\u{31FF}'),
    ('\u{32D0}', '\u{32FE}'),
    ('\u{3300}', '\u{3357}'),
    ('\u{3400}', '\u{4DBF}'),
    ('\u{4E00}', '\u{9FFF}'),
    ('\u{F900}', '\u{FA6D}'),
    ('\u{FA70}', '\u{FAD9}'),
    ('\u{FF66}', '\u{FF6F}'),
    ('\u{FF71}', '\u{FF9D}'),
    ('\u{16FE2}', '\u{16FE3}'),
    ('\u{16FF0}', '\u{16FF6}'),
    ('\u{1AFF0}', '\u{1AFF3}'),
    ('\u{1AFF5}', '\u{1AFFB}'),
    ('\u{1AFFD}', '\u{1AFFE}'),
    ('\u{1B000}', '\u{1B128}'),
    ('\u{1B132}', '\u{1B132}'),
    ('\u{1B150}', '\u{1B152}'),
    ('\u{1B155}', '\u{1B155}'),
    ('\u{1B164}', '\u{1B168}'),
    ('\u{1F200}', '\u{1F200}'),
    ('\u{20000}', '\u{2A6DF}'),
    ('\u{2A700}', '\u{2B81E}'),
    ('\u{2B820}', '\u{2CEAD}'),
    ('\u{2CEB0}', '\u{2EBE0}'),
    ('\u{2EBF0}', '\u{2EE5D}'),
    ('\u{2F800}', '\u{2FA1D}'),
    ('\u{30000}', '\u{3134A}'),
    ('\u{31350}', '\u{33479}'),
];

const VIRAMA: [(char, char); 58] = [
    ('\u{94D}', '\u{94D}'),
    ('\u{9CD}', '\u{9CD}'),
    ('\u{A4D}', '\u{A4D}'),
    ('\u{ACD}', '\u{ACD}'),
    ('\u{B4D}', '\u{B4D}'),
    ('\u{BCD}', '\u{BCD}'),
    ('\u{C4D}', '\u{C4D}'),
    ('\u{CCD}', '\u{CCD}'),
    ('\u{D3B}', '\u{D3C}'),
    ('\u{D4D}', '\u{D4D}'),
    ('\u{DCA}', '\u{DCA}'),
    ('\u{E3A}', '\u{E3A}'),
    ('\u{EBA}', '\u{EBA}'),
    ('\u{F84}', '\u{F84}'),
    ('\u{1039}', '\u{103A}'),
    ('\u{1714}', '\u{1715}'),
    ('\u{1734}', '\u{1734}'),
    ('\u{17D2}', '\u{17D2}'),
    ('\u{1A60}', '\u{1A60}'),
    ('\u{1B44}', '\u{1B44}'),
    ('\u{1BAA}', '\u{1BAB}'),
    ('\u{1BF2}', '\u{1BF3}'),
    ('\u{2D7F}', '\u{2D7F}'),
    ('\u{A806}', '\u{A806}'),
    ('\u{A82C}', '\u{A82C}'),
    ('\u{A8C4}', '\u{A8C4}'),
    ('\u{A953}', '\u{A953}'),
    ('\u{A9C0}', '\u{A9C0}'),
    ('\u{AAF6}', '\u{AAF6}'),
    ('\u{ABED}', '\u{ABED}'),
    ('\u{10A3F}', '\u{10A3F}'),
    ('\u{11046}', '\u{11046}'),
    ('\u{11070}', '\u{11070}'),
    ('\u{1107F}', '\u{1107F}'),
    ('\u{110B9}', '\u{110B9}'),
    ('\u{11133}', '\u{11134}'),
    ('\u{111C0}', '\u{111C0}'),
    ('\u{11235}', '\u{11235}'),
    ('\u{112EA}', '\u{112EA}'),
    ('\u{1134D}', '\u{1134D}'),
    ('\u{113CE}', '\u{113D0}'),
    ('\u{11442}', '\u{11442}'),
    ('\u{114C2}', '\u{114C2}'),
    ('\u{115BF}', '\u{115BF}'),
    ('\u{1163F}', '\u{1163F}'),
    ('\u{116B6}', '\u{116B6}'),
    ('\u{1172B}', '\u{1172B}'),
    ('\u{11839}', '\u{11839}'),
    ('\u{1193D}', '\u{1193E}'),
    ('\u{119E0}', '\u{119E0}'),
    ('\u{11A34}', '\u{11A34}'),
    ('\u{11A47}', '\u{11A47}'),
    ('\u{11A99}', '\u{11A99}'),
    ('\u{11C3F}', '\u{11C3F}'),
    ('\u{11D44}', '\u{11D45}'),
    ('\u{11D97}', '\u{11D97}'),
    ('\u{11F41}', '\u{11F42}'),
    ('\u{1612F}', '\u{1612F}'),
];

const OLD_HANGUL_JAMO: [(char, char); 4] =
    [('\u{1100}', '\u{11FF}'), ('\u{A960}', '\u{A97C}'), ('\u{D7B0}', '\u{D7C6}'), ('\u{D7CB}', '\u{D7FB}')];

const DEFAULT_IGNORABLE: [(char, char); 17] = [
    ('\u{AD}', '\u{AD}'),
    ('\u{34F}', '\u{34F}'),
    ('\u{61C}', '\u{61C}'),
    ('\u{115F}', '\u{1160}'),
    ('\u{17B4}', '\u{17B5}'),
    ('\u{180B}', '\u{180F}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{202A}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{FE00}', '\u{FE0F}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFA0}', '\u{FFA0}'),
    ('\u{FFF0}', '\u{FFF8}'),
    ('\u{1BCA0}', '\u{1BCA3}'),
    ('\u{1D173}', '\u{1D17A}'),
    ('\u{E0000}', '\u{E0FFF}'),
];

#[cfg(test)]
mod tests {
    use std::ops::RangeInclusive;

    use icu_properties::props::{CanonicalCombiningClass, DefaultIgnorableCodePoint, HangulSyllableType, Script};
    use icu_properties::{CodePointMapData, CodePointSetData};

    use super::*;

    #[test]
    fn every_class_is_that_of_the_unicode_character_database() {
        let script = CodePointMapData::<Script>::new();
        let combining = CodePointMapData::<CanonicalCombiningClass>::new();
        let hangul = CodePointMapData::<HangulSyllableType>::new();
        let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
        let of = |value| script.iter_ranges_for_value(value);
        let syllable = |value| hangul.iter_ranges_for_value(value);

        same(&GREEK, of(Script::Greek));
        same(&HEBREW, of(Script::Hebrew));
        same(&KANA_OR_HAN, of(Script::Hiragana).chain(of(Script::Katakana)).chain(of(Script::Han)));
        same(&VIRAMA, combining.iter_ranges_for_value(CanonicalCombiningClass::Virama));
        let [leading, vowel, trailing] =
            [HangulSyllableType::LeadingJamo, HangulSyllableType::VowelJamo, HangulSyllableType::TrailingJamo];
        same(&OLD_HANGUL_JAMO, syllable(leading).chain(syllable(vowel)).chain(syllable(trailing)));
        same(&DEFAULT_IGNORABLE, ignorable.iter_ranges());
    }

    /// Ranges that touch are one.
    fn same(ours: &[(char, char)], theirs: impl Iterator<Item = RangeInclusive<u32>>) {
        let mut ranges: Vec<_> = theirs.map(RangeInclusive::into_inner).collect();
        ranges.sort_unstable();
        let mut joined: Vec<(u32, u32)> = Vec::new();
        for (first, last) in ranges {
            match joined.last_mut() {
                Some(before) if before.1 + 1 == first => before.1 = last,
                _ => joined.push((first, last)),
            }
        }
        assert_eq!(ours.iter().map(|&(first, last)| (first.into(), last.into())).collect::<Vec<_>>(), joined);
    }

    #[test]
    fn a_range_holds_its_ends_and_nothing_beside_them() {
        for (char, ignorable) in [
            ('\u{AC}', false),
            ('\u{AD}', true),
            ('\u{AE}', false),
            ('\u{200A}', false),
            ('\u{200B}', true),
            ('\u{200F}', true),
            ('\u{2010}', false),
            ('\u{E0FFF}', true),
            (char::MAX, false),
        ] {
            assert_eq!(is_default_ignorable(char), ignorable, "{char:?}");
        }
        assert!(is_noncharacter('\u{FDD0}') && is_noncharacter('\u{1FFFE}') && is_noncharacter(char::MAX));
        assert!(!is_noncharacter('\u{FFFD}') && !is_noncharacter('\u{FDF0}'));
    }
}
