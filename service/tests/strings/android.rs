//! Resources as Android's compiler and formatter read them.

use onecall::message::Argument;
use onecall_service::locales::Language;

use super::{Platform, Strings, filled, root};

pub(crate) struct Android(Strings);

impl Android {
    pub(crate) fn read(language: Language) -> Self {
        let folder = match language {
            Language::English => "values".to_owned(),
            other => format!("values-{}", other.tag()),
        };
        let path = root().join("android/onecall/src/main/res").join(folder).join("strings_onecall.xml");
        let text = std::fs::read_to_string(path).unwrap();
        let document = roxmltree::Document::parse(&text).unwrap();
        let mut strings = Strings::default();
        for element in document.root_element().children().filter(roxmltree::Node::is_element) {
            let name = element.attribute("name").unwrap().to_owned();
            assert!(name.chars().all(|char| char.is_ascii_lowercase() || char == '_'), "{name}");
            let twice = match element.tag_name().name() {
                "string" => strings.strings.insert(name.clone(), unescaped(element.text().unwrap())).is_some(),
                "plurals" => {
                    let items = element.children().filter(roxmltree::Node::is_element);
                    let forms = items
                        .map(|item| (item.attribute("quantity").unwrap().to_owned(), unescaped(item.text().unwrap())));
                    strings.plurals.insert(name.clone(), forms.collect()).is_some()
                }
                other => panic!("{other}"),
            };
            assert!(!twice, "{name}");
        }
        Self(strings)
    }
}

impl Platform for Android {
    fn key(&self, id: &str, word: Option<&str>) -> String {
        let word = word.map(|word| format!("__{word}")).unwrap_or_default();
        format!("{id}{word}").replace('-', "_")
    }

    /// Java's.
    fn format(&self, format: &str, arguments: &[&Argument]) -> String {
        filled(format, |place| {
            let (place, behind) = place.split_once('$').unwrap();
            let (kind, behind) = behind.split_at(1);
            let shown = match (arguments[place.parse::<usize>().unwrap() - 1], kind) {
                (Argument::Text(shown), "s") => shown.clone(),
                (Argument::Number(shown), "d") => shown.to_string(),
                (_, kind) => panic!("%{kind} in {format}"),
            };
            (shown, behind)
        })
    }

    fn strings(&self) -> &Strings {
        &self.0
    }
}

/// As aapt2 does it: blanks fold, quotes and references need a backslash.
fn unescaped(text: &str) -> String {
    assert_eq!(text, text.split([' ', '\t', '\n']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "));
    assert!(!text.starts_with(['@', '?']), "{text}");
    let mut plain = String::new();
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => match chars.next().unwrap() {
                'n' => plain.push('\n'),
                'u' => {
                    let code: String = chars.by_ref().take(4).collect();
                    plain.push(char::from_u32(u32::from_str_radix(&code, 16).unwrap()).unwrap());
                }
                other => plain.push(other),
            },
            '\'' | '"' => panic!("a quote without a backslash: {text}"),
            other => plain.push(other),
        }
    }
    plain
}
