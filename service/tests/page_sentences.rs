//! What the pages' scripts say by themselves: every sentence that one names is in every language, with the same
//! arguments, and none is left over.
#![allow(clippy::unwrap_used, reason = "a test may: helpers are not seen as tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::Entry;
use onecall_service::locales::Language;

/// What sentences of pages begin with.
const PREFIXES: [&str; 2] = ["console-", "customer-"];

/// A sentence's arguments, by its id.
type Sentences = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn sentences(language: Language, file: &str) -> Sentences {
    let text = fs::read_to_string(root().join("locales").join(language.tag()).join(file)).unwrap();
    let resource = fluent_syntax::parser::parse(text.as_str()).unwrap();
    let mut sentences = Sentences::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let written = format!("{:?}", message.value);
        // As the syntax tree prints a reference to an argument.
        let references = written.split("VariableReference { id: Identifier { name: \"").skip(1);
        let arguments = references.map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
        sentences.insert(message.id.name.to_owned(), arguments);
    }
    sentences
}

/// Every script that the service serves, but the libraries of others.
fn scripts() -> Vec<String> {
    let folders = ["console", "customer", "shared"].map(|folder| root().join("web").join(folder));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|kind| kind == "js"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// What stands between the quotes of a script and looks like an id, or like the beginning of several.
fn named(scripts: &[String]) -> BTreeSet<String> {
    let is_of_an_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let mut named = BTreeSet::new();
    for text in scripts.iter().flat_map(|script| script.split(['"', '`', '\''])) {
        let id = text.split_once("${").map_or(text, |(beginning, _)| beginning);
        let known = PREFIXES.iter().any(|prefix| id.starts_with(prefix)) || id.starts_with("app-");
        if known && id.chars().all(is_of_an_id) {
            named.insert(id.to_owned());
        }
    }
    named
}

#[test]
fn every_language_has_the_same_sentences_of_pages_with_the_same_arguments() {
    let english = sentences(Language::English, "web.ftl");
    for language in Language::ALL {
        assert_eq!(sentences(language, "web.ftl"), english, "{language:?}");
    }
}

#[test]
fn every_sentence_that_a_script_names_is_there() {
    let mut there = sentences(Language::English, "web.ftl");
    there.extend(sentences(Language::English, "app.ftl"));
    for id in named(&scripts()) {
        let begins = format!("{}-", id.trim_end_matches('-'));
        let found = there.keys().any(|one| *one == id || one.starts_with(&begins));
        assert!(found, "nobody says {id}");
    }
}

#[test]
fn no_sentence_of_pages_is_left_over() {
    let named = named(&scripts());
    for id in sentences(Language::English, "web.ftl").into_keys() {
        assert!(PREFIXES.iter().any(|prefix| id.starts_with(prefix)), "{id}: of which page is it?");
        // `…-how` stands below a sentence of the same name.
        let about = id.strip_suffix("-how").unwrap_or(&id);
        let is_named =
            |one: &String| one == &id || one == about || (one.ends_with('-') && id.starts_with(one.as_str()));
        assert!(named.iter().any(is_named), "no script says {id}");
    }
}
