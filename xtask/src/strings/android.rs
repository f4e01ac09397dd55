//! Android: `values*/strings_onecall.xml`, and the table from ids to resources.

use anyhow::Result;

use super::sentence::{Kind, Piece, Sentence, Text};
use super::{Language, MARK, path};
use crate::generated::Files;

const RESOURCES: &str = "android/onecall/src/main/res";
const TABLE: &str = "android/onecall/src/main/kotlin/generated/org/onecall/android/Resources.kt";

pub(super) fn files(languages: &[Language]) -> Result<Files> {
    let mut files = Files::new();
    for (place, language) in languages.iter().enumerate() {
        let folder = if place == 0 { "values".to_owned() } else { format!("values-{}", language.tag) };
        files.insert(path(RESOURCES, format!("{folder}/strings_onecall.xml")), resources(language));
    }
    files.extend(languages.first().map(|language| (TABLE.into(), table(language))));
    Ok(files)
}

fn resources(language: &Language) -> String {
    let mut lines = vec![format!("<!-- {MARK} -->"), "<resources>".to_owned()];
    for (id, sentence) in language.for_android() {
        let key = key(id);
        match sentence {
            Sentence::Plain(text) => lines.push(format!("    <string name=\"{key}\">{}</string>", escaped(text))),
            Sentence::ByWord(_, forms) => lines.extend(forms.iter().map(|(word, text)| {
                format!("    <string name=\"{key}__{}\">{}</string>", self::key(word), escaped(text))
            })),
            Sentence::ByNumber(forms) => {
                lines.push(format!("    <plurals name=\"{key}\">"));
                lines.extend(
                    forms.iter().map(|(category, text)| {
                        format!("        <item quantity=\"{category}\">{}</item>", escaped(text))
                    }),
                );
                lines.push("    </plurals>".to_owned());
            }
        }
    }
    lines.push("</resources>\n".to_owned());
    lines.join("\n")
}

/// A resource's name: an identifier.
fn key(id: &str) -> String {
    id.replace('-', "_")
}

/// Escaped for the compiler of resources (backslashes) and for XML. Text with arguments is a format, in which a
/// percent sign is doubled; text without is taken as it is.
fn escaped(text: &Text) -> String {
    let is_format = text.iter().any(|piece| matches!(piece, Piece::Argument(..)));
    let mut escaped = String::new();
    for piece in text {
        match piece {
            Piece::Argument(place, Kind::Number) => escaped.push_str(&format!("%{place}$d")),
            Piece::Argument(place, _) => escaped.push_str(&format!("%{place}$s")),
            Piece::Literal(literal) => literal.chars().for_each(|char| {
                let is_first = escaped.is_empty();
                match char {
                    '%' if is_format => escaped.push_str("%%"),
                    '&' => escaped.push_str("&amp;"),
                    '<' => escaped.push_str("&lt;"),
                    '>' => escaped.push_str("&gt;"),
                    '\n' => escaped.push_str("\\n"),
                    '\\' | '\'' | '"' => escaped.extend(['\\', char]),
                    // The names of resources and themes begin so.
                    '@' | '?' if is_first => escaped.extend(['\\', char]),
                    ' ' if is_first || escaped.ends_with(' ') => escaped.push_str("\\u0020"),
                    // To be seen by whoever reads the file.
                    '\u{A0}' | '\u{202F}' => escaped.push_str(&format!("\\u{:04x}", u32::from(char))),
                    other => escaped.push(other),
                }
            }),
        }
    }
    match escaped.strip_suffix(' ') {
        Some(rest) => format!("{rest}\\u0020"),
        None => escaped,
    }
}

fn table(language: &Language) -> String {
    let (mut strings, mut plurals, mut defaults) = (Vec::new(), Vec::new(), Vec::new());
    for (id, sentence) in language.for_android() {
        let resource = key(id);
        match sentence {
            Sentence::Plain(_) => strings.push(format!("        \"{id}\" to R.string.{resource},")),
            Sentence::ByNumber(_) => plurals.push(format!("        \"{id}\" to R.plurals.{resource},")),
            Sentence::ByWord(default, forms) => {
                defaults.push(format!("        \"{id}\" to \"{default}\","));
                strings.extend(
                    forms
                        .iter()
                        .map(|(word, _)| format!("        \"{id}__{word}\" to R.string.{resource}__{},", key(word))),
                );
            }
        }
    }
    format!(
        "// {MARK}
package org.onecall.android

/** Where the sentences of the core and the labels of the app are. */
public object Resources {{
    /**
     * The string of a sentence or label by its id. One that a word chooses has a string for each word, as
     * `id__word`, and none as `id`.
     */
    public val strings: Map<String, Int> = mapOf(
{}
    )

    /** The plural of a sentence that its number bends, by its id. */
    public val plurals: Map<String, Int> = mapOf(
{}
    )

    /** Of a sentence that a word chooses, the word to take for any that has no string. */
    public val defaultWords: Map<String, String> = mapOf(
{}
    )
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

    fn literal(text: &str) -> Text {
        vec![Piece::Literal(text.to_owned())]
    }

    #[test]
    fn what_the_compiler_of_resources_would_take_for_its_own_is_escaped() {
        for (said, written) in [
            ("It's \"100 %\"", "It\\'s \\\"100 %\\\""),
            ("?", "\\?"),
            ("a? @b", "a? @b"),
            ("@string/a", "\\@string/a"),
            ("a < b & c", "a &lt; b &amp; c"),
            (" a  b ", "\\u0020a \\u0020b\\u0020"),
            ("a\\b\nc", "a\\\\b\\nc"),
            ("Non\u{A0}! 5\u{202F}%", "Non\\u00a0! 5\\u202f%"),
        ] {
            assert_eq!(escaped(&literal(said)), written, "{said}");
        }
    }

    #[test]
    fn a_text_with_arguments_is_a_format_and_their_places_are_numbered() {
        let text =
            vec![Piece::Argument(2, Kind::Number), Piece::Literal(" % of ".to_owned()), Piece::Argument(1, Kind::Text)];
        assert_eq!(escaped(&text), "%2$d %% of %1$s");
    }
}
