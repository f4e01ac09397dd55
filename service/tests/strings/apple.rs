//! String files as Foundation reads them.

use std::collections::BTreeMap;

use onecall::message::Argument;
use onecall_service::locales::Language;

use super::{Platform, Strings, filled, root};

pub(crate) struct Apple(Strings);

impl Apple {
    pub(crate) fn read(language: Language) -> Self {
        let folder =
            root().join("ios/OneCallKit/Sources/OneCallKit/Resources").join(format!("{}.lproj", language.tag()));
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
        let strings = strings(&read("Localizable.strings"));
        let plist = read("Localizable.stringsdict");
        let options = roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
        let document = roxmltree::Document::parse_with_options(&plist, options).unwrap();
        let entries = pairs(document.root_element().first_element_child().unwrap());
        let plurals = entries.into_iter().map(|(key, entry)| {
            let entry = BTreeMap::from_iter(pairs(entry));
            assert_eq!(entry["NSStringLocalizedFormatKey"].text(), Some("%#@number@"));
            let mut number: BTreeMap<_, _> = pairs(entry["number"])
                .into_iter()
                .map(|(key, value)| (key, value.text().unwrap().to_owned()))
                .collect();
            assert_eq!(number.remove("NSStringFormatSpecTypeKey").as_deref(), Some("NSStringPluralRuleType"));
            assert_eq!(number.remove("NSStringFormatValueTypeKey").as_deref(), Some("llu"));
            (key, number)
        });
        Self(Strings { strings, plurals: plurals.collect() })
    }
}

/// The keys of a dictionary with what stands behind them.
fn pairs<'d>(dictionary: roxmltree::Node<'d, 'd>) -> Vec<(String, roxmltree::Node<'d, 'd>)> {
    let elements: Vec<_> = dictionary.children().filter(roxmltree::Node::is_element).collect();
    let pairs = elements.chunks(2).map(|pair| {
        assert_eq!(pair[0].tag_name().name(), "key");
        (pair[0].text().unwrap().to_owned(), pair[1])
    });
    pairs.collect()
}

fn strings(text: &str) -> BTreeMap<String, String> {
    let mut strings = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with("/*")) {
        let (key, value) =
            line.strip_prefix('"').and_then(|line| line.strip_suffix("\";")).unwrap().split_once("\" = \"").unwrap();
        let mut plain = String::new();
        let mut chars = value.chars();
        while let Some(char) = chars.next() {
            match char {
                '\\' => match chars.next().unwrap() {
                    'n' => plain.push('\n'),
                    other => plain.push(other),
                },
                '"' => panic!("a quote without a backslash: {line}"),
                other => plain.push(other),
            }
        }
        assert_eq!(strings.insert(key.to_owned(), plain), None, "{key}");
    }
    strings
}

impl Platform for Apple {
    fn key(&self, id: &str, word: Option<&str>) -> String {
        word.map_or_else(|| id.to_owned(), |word| format!("{id}__{word}"))
    }

    /// Foundation's; in a plural the number has no place written.
    fn format(&self, format: &str, arguments: &[&Argument]) -> String {
        filled(format, |written| {
            let digits = written.find(|char: char| !char.is_ascii_digit()).unwrap();
            let (place, kind) = match written[digits..].strip_prefix('$') {
                Some(kind) => (written[..digits].parse::<usize>().unwrap(), kind),
                None => (1, written),
            };
            match (arguments[place - 1], kind.strip_prefix('@'), kind.strip_prefix("llu")) {
                (Argument::Text(shown), Some(behind), _) => (shown.clone(), behind),
                (Argument::Number(shown), _, Some(behind)) => (shown.to_string(), behind),
                _ => panic!("{format}"),
            }
        })
    }

    fn strings(&self) -> &Strings {
        &self.0
    }
}
