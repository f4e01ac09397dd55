//! Names as people type them.

use onecall::name::{CustomerName, MAX_BYTES, MAX_GRAPHEMES, NameError, nickname};
use proptest::prelude::*;

#[cfg(test)]
mod tests {
    use super::*;

    fn name(typed: &str) -> String {
        CustomerName::parse(typed).unwrap_or_else(|error| panic!("{typed:?}: {error}")).to_string()
    }

    #[test]
    fn white_space_is_cut_at_the_ends_and_folded_inside() {
        for (typed, kept) in [
            ("Ada", "Ada"),
            ("  Ada\t \u{A0}Lovelace\n", "Ada Lovelace"),
            ("山田　太郎", "山田 太郎"),
            ("a\u{2028}b", "a b"),
        ] {
            assert_eq!(name(typed), kept);
        }
        for typed in ["", " ", "\n\t\u{3000}\u{A0}"] {
            assert_eq!(CustomerName::parse(typed), Err(NameError::Empty), "{typed:?}");
        }
    }

    #[test]
    fn sixty_four_characters_are_counted_as_people_count_them() {
        // 25 bytes each: 40 of them fill 1,000 bytes, the 41st does not fit any more.
        let piled = format!("x{}", "\u{323}\u{301}".repeat(6));
        assert_eq!(piled.len(), 25);
        assert_eq!(name(&format!("{} ", piled.repeat(40))).len(), 1000);
        assert_eq!(CustomerName::parse(&piled.repeat(41)), Err(NameError::TooLong { graphemes: 41, limit: 40 }));
        assert_eq!(name(&"é".repeat(MAX_GRAPHEMES)).chars().count(), 64);
        assert_eq!(name(&"e\u{301}".repeat(MAX_GRAPHEMES)).chars().count(), 64);
        assert_eq!(CustomerName::parse(&"x".repeat(65)), Err(NameError::TooLong { graphemes: 65, limit: 64 }));
        let piled = format!("Ada{}", "\u{301}".repeat(MAX_BYTES));
        assert_eq!(CustomerName::parse(&piled), Err(NameError::TooLong { graphemes: 3, limit: 2 }));
    }

    #[test]
    fn what_cannot_be_seen_is_refused_with_its_place() {
        for (typed, position) in [
            ("\u{200B}", 0),
            ("Ada\u{200B}", 3),
            (" Ada\u{202E}", 4),
            ("A\u{AD}da", 1),
            ("A\u{0}", 1),
            ("A\u{1B}[31m", 1),
            ("\u{FEFF}Ada", 0),
            ("\u{2066}Ada\u{2069}", 0),
            ("\u{3164}", 0),
            ("\u{115F}", 0),
            ("\u{2800}", 0),
            ("Ada\u{E0041}", 3),
            ("A\u{200D}da", 1),
            ("A\u{200C}da", 1),
            ("A\u{FE0F}", 1),
            ("👩\u{200D}", 1),
            ("👩\u{200D}x", 1),
            ("👩\u{200D}\u{200D}👩", 1),
            ("x\u{200D}👩", 1),
            ("1\u{FE0F}", 1),
            ("علی\u{200C}", 3),
            ("A\u{E0100}", 1),
            ("🏴\u{E0067}\u{E0062}\u{E007F}", 1),
        ] {
            assert_eq!(CustomerName::parse(typed), Err(NameError::Invisible { position }), "{typed:?}");
        }
    }

    #[test]
    fn what_a_keyboard_puts_in_for_a_language_or_an_emoji_refuses_nobody() {
        for (typed, kept) in [
            ("علی\u{200C}رضا", "علی\u{200C}رضا"),
            ("മോഹന\u{D4D}\u{200D}", "മോഹന\u{D4D}\u{200D}"),
            ("ශ\u{DCA}\u{200D}රී", "ශ\u{DCA}\u{200D}රී"),
            ("𞤀\u{200C}𞤀", "𞤀\u{200C}𞤀"),
            ("র\u{200D}্যাচেল", "র্যাচেল"),
            ("葛\u{E0100}城", "葛城"),
            ("邉\u{FE00}", "邉"),
            ("❤\u{FE0F}", "❤"),
            ("🅰\u{FE0F}", "🅰"),
            ("👩\u{1F3FD}\u{200D}🔧", "👩\u{1F3FD}🔧"),
            ("👨\u{200D}👩\u{200D}👧", "👨👩👧"),
            ("🏳\u{FE0F}\u{200D}🌈", "🏳🌈"),
            ("❤\u{FE0F}\u{200D}🔥", "❤🔥"),
            ("1\u{FE0F}\u{20E3}", "1\u{20E3}"),
        ] {
            assert_eq!(name(typed), kept);
        }
    }

    #[test]
    fn names_of_the_world_stay_as_they_are() {
        for typed in [
            "🇫🇷",
            "Zoë O’Brien-Ng, Jr.",
            "נועם",
            "ภาณุ",
            "山田 太郎",
            "Đặng Thị Thúy",
            "María-José Carreño Quiñones",
            "Владимир",
            "محمد علی",
            "김철수",
            // Letters and emoji that came to Unicode after 2013.
            "𞤀𞤣𞤢𞤥",
            "Anna 🥰",
            "𰻝",
        ] {
            assert_eq!(name(typed), typed);
        }
    }

    #[test]
    fn what_looks_the_same_to_a_reader_is_written_the_same() {
        for (typed, kept) in
            [("Ｋｅｖｉｎ", "Kevin"), ("ｱﾀﾞ", "アダ"), ("Zoe\u{308}", "Zoë"), ("ﬁona", "fiona"), ("Ada №1", "Ada No1")]
        {
            assert_eq!(name(typed), kept);
        }
    }

    #[test]
    fn a_character_that_no_name_may_hold_is_shown() {
        for (typed, character) in [
            ("Ada\u{F8FF}", "\u{F8FF}"),
            ("a·b", "·"),
            ("Ad\u{378}a", "\u{378}"),
            ("\u{640}\u{301}", "\u{640}\u{301}"),
            ("١۲", "١"),
        ] {
            let refused = Err(NameError::NotAllowed { character: character.to_owned() });
            assert_eq!(CustomerName::parse(typed), refused, "{typed:?}");
        }
        let piled = format!("Ada\u{F8FF}{}", "\u{301}".repeat(500));
        assert_eq!(CustomerName::parse(&piled), Err(NameError::NotAllowed { character: "\u{F8FF}".to_owned() }));
    }

    #[test]
    fn errors_are_one_sentence_with_a_stable_code_and_show_no_name() {
        for (error, code) in [
            (NameError::Empty, "name-empty"),
            (NameError::TooLong { graphemes: 70, limit: 64 }, "name-too-long"),
            (NameError::Invisible { position: 0 }, "name-invisible"),
            (NameError::NotAllowed { character: "Q".to_owned() }, "name-not-allowed"),
        ] {
            assert_eq!(error.code(), code);
            assert!(error.to_string().ends_with('.'));
            assert!(!format!("{error:?}").contains('Q'));
        }
        assert_eq!(format!("{:?}", CustomerName::parse("Ada").unwrap()), "CustomerName(…)");
    }

    #[test]
    fn a_name_is_checked_again_when_it_is_read_from_the_wire() {
        let read = |text| serde_json::from_str::<CustomerName>(text);
        assert_eq!(read(r#"" Ada ""#).unwrap().as_str(), "Ada");
        assert_eq!(serde_json::to_string(&read(r#""Ada""#).unwrap()).unwrap(), r#""Ada""#);
        for text in [r#""""#, r#""A\u202e""#, "7", "null"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}

proptest! {
    #[test]
    fn no_text_panics_and_a_name_stays_what_it_is(typed in "\\PC{0,80}|[a\u{200D}\u{FE0F}👩♥ \u{94D}क\u{E0100}葛\u{301}]{0,80}") {
        if let Ok(name) = CustomerName::parse(&typed) {
            prop_assert!((1..=MAX_BYTES).contains(&name.as_str().len()));
            prop_assert_eq!(name.as_str().trim(), name.as_str());
            prop_assert_eq!(CustomerName::parse(name.as_str()), Ok(name));
        }
    }

    #[test]
    fn a_nickname_that_settled_stays_and_compares_like_itself(text in any::<String>()) {
        if let Ok(enforced) = nickname::enforce(&text) {
            prop_assert_eq!(nickname::enforce(&enforced), Ok(enforced.clone()));
            if let Ok(compared) = nickname::comparable(&text) {
                prop_assert_eq!(nickname::comparable(&compared), Ok(compared.clone()));
                prop_assert_eq!(nickname::comparable(&enforced), Ok(compared));
            }
        }
    }
}
