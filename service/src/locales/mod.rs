//! Sentences: the ids of the core and of this service's pages, said in the reader's language.
//!
//! The words are in `locales/` at the root of the repository, for all parts that show something.

mod language;
pub(crate) mod sentences;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use onecall::message::{Argument, Message};

pub use language::Language;

type Bundle = FluentBundle<FluentResource>;

/// Says a message of the core.
#[must_use]
pub fn render(message: &Message, language: Language) -> String {
    let arguments: Vec<_> = message
        .arguments
        .iter()
        .map(|argument| {
            let value = match &argument.value {
                Argument::Text(text) => FluentValue::from(text.as_str()),
                Argument::Number(number) => FluentValue::from(*number),
                Argument::Word(word) => FluentValue::from(*word),
            };
            (argument.name, value)
        })
        .collect();
    format(message.id, &arguments, language)
}

/// Says a sentence; one that a language lacks is said in English, one that nobody has is its id.
/// A test proves that there are none of either.
fn format(id: &str, arguments: &[(&str, FluentValue<'_>)], language: Language) -> String {
    let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
    [language, Language::English]
        .into_iter()
        .find_map(|language| {
            let bundle = bundle(language);
            let pattern = bundle.get_message(id)?.value()?;
            Some(bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
        })
        .unwrap_or_else(|| id.to_owned())
}

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: LazyLock<[Bundle; 5]> = LazyLock::new(|| Language::ALL.map(read));
    let [english, german, french, spanish, japanese] = &*BUNDLES;
    match language {
        Language::English => english,
        Language::German => german,
        Language::French => french,
        Language::Spanish => spanish,
        Language::Japanese => japanese,
    }
}

fn read(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(language.tag().parse().into_iter().collect());
    // The marks around arguments that this would add are invisible, and spoil what is copied.
    bundle.set_use_isolating(false);
    for text in files(language) {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(understood, _)| understood);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn files(language: Language) -> &'static [&'static str; 2] {
    macro_rules! of {
        ($tag:literal) => {
            &[
                include_str!(concat!("../../../locales/", $tag, "/core.ftl")),
                include_str!(concat!("../../../locales/", $tag, "/service.ftl")),
            ]
        };
    }
    match language {
        Language::English => of!("en"),
        Language::German => of!("de"),
        Language::French => of!("fr"),
        Language::Spanish => of!("es"),
        Language::Japanese => of!("ja"),
    }
}
