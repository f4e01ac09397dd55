//! What Android and iOS say from their string files is what Fluent says: every message and label, in every language,
//! read as those systems read them. The files are made by `cargo xtask strings`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

#[path = "strings/android.rs"]
mod android;
#[path = "strings/apple.rs"]
mod apple;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use fluent_bundle::{FluentBundle, FluentResource};
use onecall::link::{TeamsDamage, TeamsPage};
use onecall::message::{Argument, Kind, Message, Named};
use onecall_service::locales::{Language, render};

/// What a string file holds, by its keys; a format still has its places for arguments.
#[derive(Default)]
struct Strings {
    strings: BTreeMap<String, String>,
    plurals: BTreeMap<String, BTreeMap<String, String>>,
}

/// One platform's way to say a message.
trait Platform {
    /// Its name for a sentence, or for one that a word chooses.
    fn key(&self, id: &str, word: Option<&str>) -> String;
    /// Puts the arguments in their places, as its formatter does; they count from 1.
    fn format(&self, format: &str, arguments: &[&Argument]) -> String;
    fn strings(&self) -> &Strings;
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn platforms(language: Language) -> [Box<dyn Platform>; 2] {
    [Box::new(android::Android::read(language)), Box::new(apple::Apple::read(language))]
}

/// As both platforms say it: the word chooses the string, the number its form, and what has no arguments to show is
/// no format.
fn said(platform: &dyn Platform, message: &Message, language: Language) -> String {
    let Strings { strings, plurals } = platform.strings();
    let values = || message.arguments.iter().map(|argument| &argument.value);
    let word = values().find_map(|value| if let Argument::Word(word) = value { Some(*word) } else { None });
    let number = values().find_map(|value| if let Argument::Number(number) = value { Some(*number) } else { None });
    let shown: Vec<_> = values().filter(|value| !matches!(value, Argument::Word(_))).collect();
    let key = platform.key(message.id, word);
    let string = match (number, plurals.get(&key)) {
        (Some(number), Some(forms)) => forms.get(category(number, language)).or_else(|| forms.get("other")),
        _ => strings.get(&key),
    };
    let string = string.unwrap_or_else(|| panic!("no {key} in {language:?}"));
    if shown.is_empty() { string.clone() } else { platform.format(string, &shown) }
}

/// A format with its places filled: both platforms begin one with a percent sign, which is doubled to be itself.
/// `place` takes what stands behind the sign, and gives what is shown there and what is left.
fn filled<'a>(format: &'a str, place: impl Fn(&'a str) -> (String, &'a str)) -> String {
    let mut text = String::new();
    let mut rest = format;
    while let Some((before, behind)) = rest.split_once('%') {
        let (shown, left) = behind.strip_prefix('%').map_or_else(|| place(behind), |left| ("%".to_owned(), left));
        text.push_str(before);
        text.push_str(&shown);
        rest = left;
    }
    text + rest
}

/// The plural category by Unicode's rules.
fn category(number: u64, language: Language) -> &'static str {
    match (language, number) {
        (Language::French, 0 | 1) | (Language::English | Language::German | Language::Spanish, 1) => "one",
        _ => "other",
    }
}

/// Every message with arguments that matter: all words there are, numbers that bend, text with signs of formats.
fn samples() -> Vec<Message> {
    let pages = TeamsPage::ALL.map(TeamsPage::as_str);
    let damages = TeamsDamage::ALL.map(TeamsDamage::as_str);
    let mut samples = Vec::new();
    for described in Message::every() {
        let words: &[&str] = if described.id == "link-error-not-joinable" { &pages } else { &damages };
        for turn in 0..words.len() {
            let arguments = described.arguments.iter().zip(0..).map(|((name, kind), place)| {
                let value = match kind {
                    Kind::Text => Argument::Text("100 % of %1$s & \"Ada\" <%@>".to_owned()),
                    Kind::Number => Argument::Number([0, 1, 2, 5, 1_000_000][(turn + place) % 5]),
                    Kind::Word => Argument::Word(words[turn]),
                };
                Named { name, value }
            });
            samples.push(Message { id: described.id, arguments: arguments.collect() });
        }
    }
    samples
}

#[test]
fn both_platforms_say_every_message_in_every_language_as_fluent_does() {
    let samples = samples();
    for language in Language::ALL {
        for platform in platforms(language) {
            for message in &samples {
                assert_eq!(said(&*platform, message, language), render(message, language), "{message:?}");
            }
        }
    }
}

#[test]
fn both_platforms_have_every_label_in_every_language_and_nothing_else() {
    for language in Language::ALL {
        let path = root().join("locales").join(language.tag()).join("app.ftl");
        let resource = FluentResource::try_new(std::fs::read_to_string(path).unwrap()).unwrap();
        let ids: Vec<_> = resource.entries().filter_map(id_of).collect();
        let mut bundle = FluentBundle::default();
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).unwrap();
        for (platform, others) in platforms(language).iter().zip(["app-ios-", "app-android-"]) {
            let strings = platform.strings();
            let ours = ids.iter().filter(|id| !id.starts_with(others));
            for id in ours.clone() {
                let label = bundle.get_message(id).unwrap().value().unwrap();
                let label = bundle.format_pattern(label, None, &mut Vec::new()).into_owned();
                assert_eq!(strings.strings.get(&platform.key(id, None)), Some(&label), "{language:?} {id}");
            }
            let every = strings.strings.len() + strings.plurals.len();
            // Each of the two sentences that a word chooses has a string for each word.
            let words = TeamsPage::ALL.len() + TeamsDamage::ALL.len() - 2;
            assert_eq!(every, ours.count() + Message::every().count() + words, "{language:?}");
        }
    }
}

fn id_of(entry: &fluent_syntax::ast::Entry<&str>) -> Option<String> {
    if let fluent_syntax::ast::Entry::Message(message) = entry { Some(message.id.name.to_owned()) } else { None }
}
