//! Apple: `*.lproj/Localizable.strings`, `Localizable.stringsdict` for what a number bends, `InfoPlist.strings` for
//! what the system says in the app's name, and the table from ids to them.

use anyhow::Result;

use super::sentence::{Kind, Piece, Sentence, Text};
use super::{Language, MARK, path};
use crate::generated::Files;

const RESOURCES: &str = "ios/OneCallKit/Sources/OneCallKit/Resources";
const TABLE: &str = "ios/OneCallKit/Sources/OneCallKit/Generated/StringTable.swift";
/// The app's own folder: the system reads its words there, not in a package.
const APP: &str = "ios/App/Resources";

/// Labels that the system says, and what it calls them.
const SAID_BY_THE_SYSTEM: [(&str, &str); 1] = [("app-ios-camera-usage", "NSCameraUsageDescription")];

pub(super) fn files(languages: &[Language]) -> Result<Files> {
    let mut files = Files::new();
    for language in languages {
        let folder = format!("{}.lproj", language.tag);
        files.insert(path(RESOURCES, format!("{folder}/Localizable.strings")), strings(language));
        files.insert(path(RESOURCES, format!("{folder}/Localizable.stringsdict")), plurals(language));
        if let Some(said) = said_by_the_system(language) {
            files.insert(path(APP, format!("{folder}/InfoPlist.strings")), said);
        }
    }
    files.extend(languages.first().map(|language| (TABLE.into(), table(language))));
    Ok(files)
}

fn strings(language: &Language) -> String {
    let mut text = format!("/* {MARK} */\n");
    for (id, sentence) in language.for_apple() {
        match sentence {
            Sentence::Plain(plain) => text.push_str(&line(id, &format_of(plain))),
            Sentence::ByWord(_, forms) => {
                forms.iter().for_each(|(word, form)| text.push_str(&line(&format!("{id}__{word}"), &format_of(form))));
            }
            Sentence::ByNumber(_) => {}
        }
    }
    text
}

fn said_by_the_system(language: &Language) -> Option<String> {
    let lines: String = SAID_BY_THE_SYSTEM
        .iter()
        .filter_map(|(id, name)| match language.sentences.get(*id)? {
            Sentence::Plain(plain) => Some(line(name, &format_of(plain))),
            Sentence::ByNumber(_) | Sentence::ByWord(..) => None,
        })
        .collect();
    (!lines.is_empty()).then(|| format!("/* {MARK} */\n{lines}"))
}

fn line(key: &str, value: &str) -> String {
    let value = value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{key}\" = \"{value}\";\n")
}

/// Text with arguments is a format, in which a percent sign is doubled; text without is taken as it is.
fn format_of(text: &Text) -> String {
    let is_format = text.iter().any(|piece| matches!(piece, Piece::Argument(..)));
    text.iter()
        .map(|piece| match piece {
            Piece::Argument(place, Kind::Number) => format!("%{place}$llu"),
            Piece::Argument(place, _) => format!("%{place}$@"),
            Piece::Literal(literal) if is_format => literal.replace('%', "%%"),
            Piece::Literal(literal) => literal.clone(),
        })
        .collect()
}

fn plurals(language: &Language) -> String {
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<!-- {MARK} -->
<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">
<plist version=\"1.0\">
<dict>
"
    );
    for (id, sentence) in language.for_apple() {
        let Sentence::ByNumber(forms) = sentence else { continue };
        text.push_str(&format!(
            "  <key>{id}</key>
  <dict>
    <key>NSStringLocalizedFormatKey</key>
    <string>%#@number@</string>
    <key>number</key>
    <dict>
      <key>NSStringFormatSpecTypeKey</key>
      <string>NSStringPluralRuleType</string>
      <key>NSStringFormatValueTypeKey</key>
      <string>llu</string>
"
        ));
        for (category, form) in forms {
            let form = number_alone(form);
            text.push_str(&format!("      <key>{category}</key>\n      <string>{}</string>\n", in_xml(&form)));
        }
        text.push_str("    </dict>\n  </dict>\n");
    }
    text.push_str("</dict>\n</plist>\n");
    text
}

/// A form of a plural: always a format, whose one argument is the number.
fn number_alone(form: &Text) -> String {
    let say = |piece: &Piece| match piece {
        Piece::Argument(..) => "%llu".to_owned(),
        Piece::Literal(literal) => literal.replace('%', "%%"),
    };
    form.iter().map(say).collect()
}

fn in_xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn table(language: &Language) -> String {
    let (mut strings, mut plurals, mut defaults) = (Vec::new(), Vec::new(), Vec::new());
    for (id, sentence) in language.for_apple() {
        match sentence {
            Sentence::Plain(_) => strings.push(format!("        \"{id}\",")),
            Sentence::ByNumber(_) => plurals.push(format!("        \"{id}\",")),
            Sentence::ByWord(default, forms) => {
                defaults.push(format!("        \"{id}\": \"{default}\","));
                strings.extend(forms.iter().map(|(word, _)| format!("        \"{id}__{word}\",")));
            }
        }
    }
    format!(
        "// {MARK}

/// What the string files hold: a key is the id of a sentence or label.
enum StringTable {{
    /// Keys of `Localizable.strings`. A sentence that a word chooses has one for each word, as `id__word`, and none
    /// as `id`.
    static let strings: Set<String> = [
{}
    ]

    /// Keys of `Localizable.stringsdict`: sentences that their number bends, a `UInt64`.
    static let plurals: Set<String> = [
{}
    ]

    /// Of a sentence that a word chooses, the word to take for any that has no key.
    static let defaultWords: [String: String] = [
{}
    ]
}}
",
        strings.join("\n"),
        plurals.join("\n"),
        defaults.join("\n")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_string_file_would_take_for_its_own_is_escaped() {
        assert_eq!(line("a", "It's \"100 %\"\\\n"), "\"a\" = \"It's \\\"100 %\\\"\\\\\\n\";\n");
        assert_eq!(in_xml("a < b & c"), "a &lt; b &amp; c");
    }

    #[test]
    fn a_text_with_arguments_is_a_format_and_their_places_are_numbered() {
        let percent = Piece::Literal(" % of ".to_owned());
        let text = vec![Piece::Argument(2, Kind::Number), percent.clone(), Piece::Argument(1, Kind::Text)];
        assert_eq!(format_of(&text), "%2$llu %% of %1$@");
        assert_eq!(format_of(&vec![percent.clone()]), " % of ");
        assert_eq!(number_alone(&vec![percent, Piece::Argument(1, Kind::Number)]), " %% of %llu");
    }
}
