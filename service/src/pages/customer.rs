//! What customers see.

use maud::{Markup, html};
use onecall::link::LinkError;
use onecall::route::Route;

use super::frame::page;
use super::words::{step, why};

/// A link that opens a lobby: how to get there, best way first.
pub(super) fn join(route: &Route, link: &str) -> Markup {
    let ways: Vec<_> = route.steps.iter().filter_map(|one| step(one.step).map(|what| (what, why(one.why)))).collect();
    let hints = route.steps.iter().filter(|one| step(one.step).is_none()).map(|one| why(one.why));
    page(
        "You are invited to a call",
        None,
        &html! {
            h1 { "You are invited to a call" }
            p { "Somebody wants to see what you see, to help you. The link works once, for you." }
            @for hint in hints {
                p { (hint) }
            }
            @if !ways.is_empty() {
                h2 { "How to join" }
                ol {
                    @for (what, why) in &ways {
                        li { strong { (what) } " " (why) }
                    }
                }
            }
            p {
                label for="link" { "Your link, to copy into the app:" }
                input #link type="text" readonly value=(link);
            }
            p { "You type your name and knock; then you wait until you are let in." }
        },
    )
}

/// A link that opens nothing: unknown, used, expired or revoked. One page for all, so that it tells
/// nobody which.
pub(super) fn dead() -> Markup {
    page(
        "This link no longer works",
        None,
        &html! {
            h1 { "This link no longer works" }
            p { "Links are for one call, and for a while. Ask the person who sent it for a new one." }
        },
    )
}

/// A link that shows by itself that it was damaged on its way.
pub(super) fn damaged(error: &LinkError) -> Markup {
    page(
        "This link is damaged",
        None,
        &html! {
            h1 { "This link is damaged" }
            p { (error.to_string()) }
        },
    )
}

/// No link at all.
pub(super) fn welcome() -> Markup {
    page(
        "One-time calls",
        None,
        &html! {
            h1 { "One-time calls" }
            p { "To join a call, open the whole link that you were sent, or type the nine digits you were told into the app." }
            p { "To hold calls, open the sign-in link that your organisation gave you." }
        },
    )
}
