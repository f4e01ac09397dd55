//! What customers see who have no link, half a link, or no app.

use maud::{Markup, html};
use onecall::link::LinkError;
use onecall::route::{AndroidPackage, Why};

use super::frame::{About, page};
use super::hand_over;
use crate::locales::sentences::{
    CODE_BUTTON, CODE_LABEL, CODE_TITLE, DAMAGED_TITLE, LANDING_AFTER_INSTALL, LANDING_CODE, LANDING_GET_APP,
    LANDING_JOIN, LATER_TITLE, LATER_WHAT, NO_APP_TITLE, Sentence, WELCOME_AGENTS, WELCOME_CONSOLE, WELCOME_CUSTOMERS,
    WELCOME_TITLE,
};
use crate::locales::{Language, render};

/// A link that shows by itself that it was damaged on its way.
pub(super) fn damaged(error: &LinkError, organisation: Option<&str>, language: Language) -> Markup {
    let what = render(&error.message(), language);
    let code = LANDING_CODE.in_language(language);
    plain(DAMAGED_TITLE, organisation, language, &html! { p { (what) } p { a href="/j" { (code) } } })
}

/// No link at all.
pub(super) fn welcome(organisation: Option<&str>, language: Language) -> Markup {
    let say = |sentence: Sentence| sentence.in_language(language);
    plain(
        WELCOME_TITLE,
        organisation,
        language,
        &html! {
            p { (say(WELCOME_CUSTOMERS)) }
            p { a.button.first.wide href="/j" { (say(LANDING_CODE)) } }
            p { (say(WELCOME_AGENTS)) }
            // A browser that comes from a mail or a chat does not show its session: from here it does.
            p { a href="/" { (say(WELCOME_CONSOLE)) } }
        },
    )
}

/// Where a spoken code is typed; with what was, if something is wrong with it.
pub(super) fn code(wrong: Option<(&str, &LinkError)>, organisation: Option<&str>, language: Language) -> Markup {
    let say = |sentence: Sentence| sentence.in_language(language);
    let title = say(CODE_TITLE);
    let about = About {
        title: &title,
        organisation,
        style: Some("landing.css"),
        script: Some("/assets/landing/landing.js"),
        ..About::default()
    };
    let describes = wrong.map(|_| "problem");
    page(
        about,
        language,
        &html! {
            h1 { (title) }
            @if let Some((_, error)) = wrong {
                p #problem role="alert" { (render(&error.message(), language)) }
            }
            form method="post" action="/j" {
                p {
                    label for="code" { (say(CODE_LABEL)) }
                    input #code.code name="code" type="text" inputmode="numeric" autocomplete="off" required
                        maxlength="2000" value=[wrong.map(|(typed, _)| typed)] aria-describedby=[describes]
                        aria-invalid=[wrong.map(|_| "true")];
                }
                p { button.first.wide type="submit" { (say(CODE_BUTTON)) } }
            }
        },
    )
}

/// A phone whose browser found no app to open. A script puts the ticket of the address into both ways on.
pub(super) fn no_app(
    package: Option<&AndroidPackage>,
    may_join_here: bool,
    organisation: Option<&str>,
    language: Language,
) -> Markup {
    let say = |sentence: Sentence| sentence.in_language(language);
    let because = |why: Why| render(&why.message(), language);
    let title = say(NO_APP_TITLE);
    let about = About {
        title: &title,
        organisation,
        style: Some("landing.css"),
        script: Some("/assets/landing/landing.js"),
        ..About::default()
    };
    let store_class = if may_join_here { "button wide" } else { "button first wide" };
    let why_store = if may_join_here { Why::AppAddsAr } else { Why::AppOnly };
    page(
        about,
        language,
        &html! {
            h1 { (title) }
            @if may_join_here {
                div.way {
                    a.button.first.wide href="/join" data-with-ticket="/join#onecall:ticket/{ticket}" {
                        (say(LANDING_JOIN))
                    }
                    p.soft { (because(Why::NothingToInstall)) }
                }
            }
            @if let Some(package) = package {
                div.way {
                    a class=(store_class) href=(hand_over::play_store(package, None))
                        data-with-ticket=(hand_over::play_store(package, Some("{ticket}"))) { (say(LANDING_GET_APP)) }
                    p.soft { (because(why_store)) }
                    p.soft { (say(LANDING_AFTER_INSTALL)) }
                }
            }
        },
    )
}

/// What cannot be done just now.
pub(super) fn later(organisation: Option<&str>, language: Language) -> Markup {
    plain(LATER_TITLE, organisation, language, &html! { p { (LATER_WHAT.in_language(language)) } })
}

fn plain(title: Sentence, organisation: Option<&str>, language: Language, content: &Markup) -> Markup {
    let title = title.in_language(language);
    page(About { title: &title, organisation, ..About::default() }, language, &html! { h1 { (title) } (content) })
}
