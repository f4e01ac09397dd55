//! All that is said, in all languages, held against what the core can say.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use fluent_syntax::ast::{Entry, Message};

use super::sentence::{Arguments, Kind, Sentence};

/// Fluent's languages; the first is the one that others fall back to.
const TAGS: [&str; 5] = ["en", "de", "fr", "es", "ja"];

/// Ids that start so are of one platform alone.
const ANDROID_ALONE: &str = "app-android-";
const APPLE_ALONE: &str = "app-ios-";

/// A language and its sentences by id.
pub(super) struct Language {
    pub(super) tag: &'static str,
    pub(super) sentences: BTreeMap<String, Sentence>,
}

impl Language {
    pub(super) fn for_android(&self) -> impl Iterator<Item = (&String, &Sentence)> {
        self.sentences.iter().filter(|(id, _)| !id.starts_with(APPLE_ALONE))
    }

    pub(super) fn for_apple(&self) -> impl Iterator<Item = (&String, &Sentence)> {
        self.sentences.iter().filter(|(id, _)| !id.starts_with(ANDROID_ALONE))
    }
}

/// Every language, complete: the same ids, choices by the same words, plurals where any of them has one.
pub(super) fn languages(locales: &Path) -> Result<Vec<Language>> {
    let core = messages(&fs::read_to_string(locales.join("messages.txt")).context("locales/messages.txt")?)?;
    let mut languages = Vec::new();
    for tag in TAGS {
        let file = |name: &str| fs::read_to_string(locales.join(tag).join(name)).ok();
        let said = file("core.ftl").with_context(|| format!("locales/{tag}/core.ftl cannot be read"))?;
        let labels = file("app.ftl").with_context(|| format!("locales/{tag}/app.ftl cannot be read"))?;
        let sentences = sentences(&said, &labels, &core).with_context(|| format!("locales/{tag}"))?;
        languages.push(Language { tag, sentences });
    }
    agree(&mut languages)?;
    Ok(languages)
}

/// The messages of the core with their arguments, as `tests/messages.rs` lists them.
fn messages(list: &str) -> Result<BTreeMap<String, Arguments>> {
    let mut messages = BTreeMap::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        let id = words.next().unwrap_or_default().to_owned();
        let argument = |word: &str| {
            let (name, kind) = word.split_once(':').with_context(|| format!("no kind: {line}"))?;
            let kind = match kind {
                "text" => Kind::Text,
                "number" => Kind::Number,
                "word" => Kind::Word,
                _ => bail!("no such kind: {line}"),
            };
            Ok((name.to_owned(), kind))
        };
        messages.insert(id, words.map(argument).collect::<Result<_>>()?);
    }
    Ok(messages)
}

/// The sentences of the core, all of them, and the apps' labels, which have no arguments.
fn sentences(core: &str, labels: &str, messages: &BTreeMap<String, Arguments>) -> Result<BTreeMap<String, Sentence>> {
    let mut sentences = BTreeMap::new();
    for (text, are_labels) in [(core, false), (labels, true)] {
        let resource = fluent_syntax::parser::parse(text);
        let resource = resource.map_err(|(_, errors)| anyhow::anyhow!("Fluent does not understand it: {errors:?}"))?;
        for entry in &resource.body {
            let Entry::Message(Message { id, value: Some(value), .. }) = entry else { continue };
            let none = Arguments::new();
            let arguments = match messages.get(id.name) {
                Some(_) if are_labels => bail!("{} is a sentence of the core: call the label otherwise", id.name),
                Some(arguments) => arguments,
                None if are_labels => &none,
                None => bail!("{} is no message of the core", id.name),
            };
            let sentence = Sentence::read(value, arguments).with_context(|| id.name.to_owned())?;
            if sentences.insert(id.name.to_owned(), sentence).is_some() {
                bail!("{} is there twice", id.name);
            }
        }
    }
    match messages.keys().find(|id| !sentences.contains_key(*id)) {
        Some(missing) => bail!("{missing} is missing"),
        None => Ok(sentences),
    }
}

/// Holds the languages against the first, and makes a plural of what is one anywhere.
fn agree(languages: &mut [Language]) -> Result<()> {
    let bent: Vec<String> = languages
        .iter()
        .flat_map(|language| &language.sentences)
        .filter(|(_, sentence)| matches!(sentence, Sentence::ByNumber(_)))
        .map(|(id, _)| id.clone())
        .collect();
    for language in languages.iter_mut() {
        for id in &bent {
            let plain = language.sentences.remove(id);
            language.sentences.extend(plain.map(|sentence| (id.clone(), sentence.bent())));
        }
    }
    let Some((first, others)) = languages.split_first() else { return Ok(()) };
    let keys = |language: &Language| -> Vec<String> {
        language.sentences.iter().flat_map(|(id, sentence)| keys(id, sentence)).collect()
    };
    let english = keys(first);
    for other in others {
        let (tag, theirs) = (other.tag, keys(other));
        if let Some(key) = english.iter().find(|key| !theirs.contains(key)) {
            bail!("locales/{tag} has no {key}");
        }
        if let Some(key) = theirs.iter().find(|key| !english.contains(key)) {
            bail!("locales/{tag} has {key}, which English does not have");
        }
    }
    Ok(())
}

/// What a sentence is called in a string file: its id, or one name for each word that it is said by.
fn keys(id: &str, sentence: &Sentence) -> Vec<String> {
    match sentence {
        Sentence::Plain(_) | Sentence::ByNumber(_) => vec![id.to_owned()],
        Sentence::ByWord(_, forms) => forms.iter().map(|(word, _)| format!("{id}__{word}")).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &'static str, core: &str, labels: &str) -> Result<Language> {
        let messages = messages("# a comment\nlost count:number\nled what:word").unwrap();
        Ok(Language { tag, sentences: sentences(core, labels, &messages)? })
    }

    const ENGLISH: &str = "lost = { $count ->\n     [one] one\n    *[other] { $count }\n    }\nled = { $what ->\n     [chat] a chat\n    *[rest] x\n    }";

    #[test]
    fn what_one_language_bends_is_a_plural_in_all() {
        let japanese = "lost = { $count }\nled = { $what ->\n     [chat] c\n    *[rest] x\n    }";
        let mut both = [language("en", ENGLISH, "").unwrap(), language("ja", japanese, "").unwrap()];
        agree(&mut both).unwrap();
        assert!(matches!(&both[1].sentences["lost"], Sentence::ByNumber(forms) if forms[0].0 == "other"));
    }

    #[test]
    fn a_language_lacks_nothing_and_has_nothing_of_its_own() {
        for (core, labels) in
            [("led = x", ""), (ENGLISH, "led = x"), (&format!("{ENGLISH}\nmore = x"), ""), (ENGLISH, "a = { $x }")]
        {
            assert!(language("de", core, labels).is_err(), "{core} {labels}");
        }
        let fewer_words = "lost = x\nled = { $what ->\n    *[rest] x\n    }";
        for (core, labels) in [(fewer_words, "app-a = x"), (ENGLISH, ""), (ENGLISH, "app-a = x\napp-b = x")] {
            let mut both = [language("en", ENGLISH, "app-a = x").unwrap(), language("de", core, labels).unwrap()];
            assert!(agree(&mut both).is_err(), "{core} {labels}");
        }
    }
}
