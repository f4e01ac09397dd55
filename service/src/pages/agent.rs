//! What agents see: signing in.

use maud::{Markup, html};
use onecall::protocol::ProblemCode;

use super::frame::{About, page};
use crate::locales::sentences::{
    SIGN_IN_AS, SIGN_IN_BUTTON, SIGN_IN_CONSOLE, SIGN_IN_DONE, SIGN_IN_INCOMPLETE, SIGN_IN_LATER, SIGN_IN_NAME,
    SIGN_IN_NEEDS_SCRIPT, SIGN_IN_REFUSED, SIGN_IN_TITLE, SIGN_IN_UNREACHABLE, Sentence,
};
use crate::locales::{Language, render};

/// The page of a sign-in link. Its secret stands behind the `#`, which the browser keeps to itself;
/// only the button sends it. The script says nothing of its own: its sentences are on the form.
pub(super) fn sign_in(organisation: Option<&str>, language: Language) -> Markup {
    let say = |sentence: Sentence| sentence.in_language(language);
    page(
        About {
            title: &say(SIGN_IN_TITLE),
            organisation,
            script: Some("/assets/console/sign-in.js"),
            ..About::default()
        },
        language,
        &html! {
            noscript { h1 { (say(SIGN_IN_TITLE)) } p.note.warn { (say(SIGN_IN_NEEDS_SCRIPT)) } }
            form #sign-in .with-script data-incomplete=(say(SIGN_IN_INCOMPLETE)) data-refused=(say(SIGN_IN_REFUSED))
                data-unreachable=(say(SIGN_IN_UNREACHABLE)) data-later=(say(SIGN_IN_LATER))
                data-name-unusable=(render(&ProblemCode::NameUnusable.message(), language)) {
                h1 { (say(SIGN_IN_TITLE)) }
                p {
                    label for="name" { (say(SIGN_IN_NAME)) }
                    input #name type="text" maxlength="64" autocomplete="name";
                }
                p #problem role="alert" {}
                p { button.first.wide type="submit" { (say(SIGN_IN_BUTTON)) } }
            }
            section #done hidden {
                h1 { (say(SIGN_IN_DONE)) }
                p { (say(SIGN_IN_AS)) " " strong #who {} }
                p { a #console .button.first.wide href="/" { (say(SIGN_IN_CONSOLE)) } }
            }
        },
    )
}
