//! What customers see.

use maud::{Markup, html};
use onecall::link::LinkError;
use onecall::message::Message;
use onecall::route::{Route, RouteStep, Step};

use super::frame::{About, page};
use crate::locales::sentences::{
    DAMAGED_TITLE, DEAD_TITLE, DEAD_WHAT_TO_DO, JOIN_HOW, JOIN_THEN, JOIN_TITLE, JOIN_WHY, JOIN_YOUR_LINK, Sentence,
    WELCOME_AGENTS, WELCOME_CUSTOMERS, WELCOME_TITLE,
};
use crate::locales::{Language, render};

/// A link that opens a lobby: how to get there, best way first.
pub(super) fn join(route: &Route, link: &str, language: Language) -> Markup {
    let say = |sentence: Sentence| sentence.in_language(language);
    let said = |message: Message| render(&message, language);
    // The customer is on the page already, and a hint is nothing to do: the reason says it all.
    let (hints, ways): (Vec<&RouteStep>, Vec<&RouteStep>) =
        route.steps.iter().partition(|one| matches!(one.step, Step::LandingPage | Step::Tell));
    page(
        About { title: &say(JOIN_TITLE), ..About::default() },
        language,
        &html! {
            h1 { (say(JOIN_TITLE)) }
            p { (say(JOIN_WHY)) }
            @for hint in hints {
                p { (said(hint.why.message())) }
            }
            @if !ways.is_empty() {
                h2 { (say(JOIN_HOW)) }
                ol {
                    @for way in ways {
                        li { strong { (said(way.step.message())) } " " (said(way.why.message())) }
                    }
                }
            }
            p {
                label for="link" { (say(JOIN_YOUR_LINK)) }
                input #link type="text" readonly value=(link);
            }
            p { (say(JOIN_THEN)) }
        },
    )
}

/// A link that opens nothing: unknown, used, expired or revoked. One page for all, so that it tells
/// nobody which.
pub(super) fn dead(language: Language) -> Markup {
    plain(DEAD_TITLE, &[DEAD_WHAT_TO_DO.in_language(language)], language)
}

/// A link that shows by itself that it was damaged on its way.
pub(super) fn damaged(error: &LinkError, language: Language) -> Markup {
    plain(DAMAGED_TITLE, &[render(&error.message(), language)], language)
}

/// No link at all.
pub(super) fn welcome(language: Language) -> Markup {
    let lines = [WELCOME_CUSTOMERS, WELCOME_AGENTS].map(|line| line.in_language(language));
    plain(WELCOME_TITLE, &lines, language)
}

fn plain(title: Sentence, lines: &[String], language: Language) -> Markup {
    let title = title.in_language(language);
    page(
        About { title: &title, ..About::default() },
        language,
        &html! {
            h1 { (title) }
            @for line in lines {
                p { (line) }
            }
        },
    )
}
