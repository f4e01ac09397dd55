//! Nothing is missing in any language, nothing is there in vain, and everything can be said.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentArgs;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use onecall::link::{Hosts, LinkError, TeamsDamage, TeamsPage, understand};
use onecall::message::{Kind, Message};
use onecall::name::NameError;
use onecall::protocol::{Problem, ProblemCode};

use super::*;

/// Every sentence of a file with the names of its arguments.
fn sentences(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut sentences = BTreeMap::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let mut arguments = BTreeSet::new();
                variables(message.value.as_ref().unwrap(), &mut arguments);
                assert!(message.attributes.is_empty(), "{}", message.id.name);
                let twice = sentences.insert(message.id.name.to_owned(), arguments);
                assert_eq!(twice, None, "{} is there twice", message.id.name);
            }
            Entry::Term(term) => panic!("a term, which nothing counts: {}", term.id.name),
            Entry::Junk { content } => panic!("not understood: {content}"),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    sentences
}

fn variables(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    variables(&variant.value, found);
                }
                selector
            }
        };
        match inline {
            InlineExpression::VariableReference { id } => {
                found.insert(id.name.to_owned());
            }
            other => panic!("neither text nor an argument: {other:?}"),
        }
    }
}

/// Every sentence that the core or the service may say, with the names of its arguments.
fn said() -> BTreeMap<String, BTreeSet<String>> {
    let mut said = BTreeMap::new();
    for described in Message::every() {
        let arguments = described.arguments.iter().map(|(name, _)| (*name).to_owned()).collect();
        let twice = said.insert(described.id.to_owned(), arguments);
        assert_eq!(twice, None, "{} is there twice", described.id);
    }
    said
}

#[test]
fn every_language_has_every_sentence_of_the_core_with_its_arguments_and_no_other() {
    for language in Language::ALL {
        let [core, _] = files(language);
        assert_eq!(sentences(core), said(), "{language:?}");
    }
}

#[test]
fn every_language_has_every_sentence_of_the_service_and_no_other() {
    let [_, english] = files(Language::English);
    let english = sentences(english);
    let ids: BTreeSet<_> = english.keys().map(String::as_str).collect();
    assert_eq!(ids, sentences::EVERY.iter().copied().collect());
    assert!(english.keys().all(|id| !said().contains_key(id)));
    for language in Language::ALL {
        let [_, service] = files(language);
        assert_eq!(sentences(service), english, "{language:?}");
    }
}

#[test]
fn every_sentence_can_be_said_in_every_language() {
    for language in Language::ALL {
        let bundle = bundle(language);
        for described in Message::every() {
            for number in [0_u64, 1, 2, 5, 1_000_000] {
                let arguments: FluentArgs<'_> = described
                    .arguments
                    .iter()
                    .map(|(name, kind)| match kind {
                        Kind::Text => (*name, FluentValue::from("Ada")),
                        Kind::Number => (*name, FluentValue::from(number)),
                        Kind::Word => (*name, FluentValue::from("any")),
                    })
                    .collect();
                let mut errors = Vec::new();
                let pattern = bundle.get_message(described.id).unwrap().value().unwrap();
                let sentence = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
                assert!(errors.is_empty(), "{language:?} {}: {errors:?}", described.id);
                assert!(!sentence.contains(['{', '}', '$']), "{language:?} {}: {sentence}", described.id);
                assert!(described.arguments.iter().all(|(_, kind)| *kind != Kind::Text) || sentence.contains("Ada"));
            }
        }
    }
}

#[test]
fn the_translations_differ_from_english() {
    let [english, _] = files(Language::English);
    for id in sentences(english).keys().filter(|id| *id != "screen-fallback") {
        let message = |language| format(id, &[], language);
        for language in &Language::ALL[1..] {
            assert_ne!(message(*language), message(Language::English), "{id} in {language:?}");
        }
    }
}

#[test]
fn numbers_bend_the_words_around_them() {
    let missing = |missing, language| render(&LinkError::Truncated { missing }.message(), language);
    assert!(missing(1, Language::English).contains("1 character is missing"));
    assert!(missing(2, Language::English).contains("2 characters are missing"));
    assert!(missing(1, Language::German).contains("fehlt 1 Zeichen:"));
    assert!(missing(3, Language::Spanish).contains("faltan 3 caracteres"));
    assert!(missing(3, Language::Japanese).contains("3文字"));
}

#[test]
fn what_an_error_says_by_itself_is_what_its_message_says_in_english() {
    let first = onecall::link::Token::from_bits(1);
    let text = format!("https://a.example/j/{first} https://a.example/j/{}", onecall::link::Token::from_bits(2));
    let host = onecall::link::Host::parse("a.example").unwrap();
    let several = understand(&text, &Hosts::new([host])).unwrap_err();
    let pages = TeamsPage::ALL.map(|what| LinkError::NotJoinable { what });
    let damages = TeamsDamage::ALL.map(|what| LinkError::DamagedTeamsLink { what });
    let links = [
        LinkError::NothingFound,
        LinkError::OpaqueWrapper { service: "Mimecast".to_owned() },
        LinkError::NestedTooDeep,
        LinkError::Truncated { missing: 1 },
        LinkError::Truncated { missing: 7 },
        LinkError::TooLong,
        LinkError::Mistyped,
        LinkError::UnknownCode,
        LinkError::UnknownHost { host: "evil.example".to_owned() },
        several,
    ];
    let names = [
        NameError::Empty,
        NameError::TooLong { graphemes: 70, limit: 64 },
        NameError::Invisible { position: 0 },
        NameError::NotAllowed { character: "·".to_owned() },
    ];
    let mut held = BTreeSet::new();
    let mut hold = |message: Message, by_itself: String| {
        assert_eq!(render(&message, Language::English), by_itself);
        held.insert(message.id);
    };
    for error in links.into_iter().chain(pages).chain(damages) {
        hold(error.message(), error.to_string());
    }
    for error in names {
        hold(error.message(), error.to_string());
    }
    for code in ProblemCode::ALL {
        let problem = Problem::new(*code);
        hold(code.message(), format!("{} {}", problem.title, problem.detail));
    }
    let errors = ["link-error-", "name-error-", "problem-"];
    let every = Message::every().map(|described| described.id);
    assert_eq!(held, every.filter(|id| errors.iter().any(|prefix| id.starts_with(prefix))).collect());
}
