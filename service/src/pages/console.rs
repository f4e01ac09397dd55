//! The frame of the agent's console.

use maud::{Markup, html};

use super::frame::{About, whole};
use crate::locales::Language;
use crate::locales::sentences::{CONSOLE_NEEDS_SCRIPT, CONSOLE_TITLE};

/// What an agent who is signed in sees: everything else is the script's.
pub(super) fn console(organisation: Option<&str>, language: Language) -> Markup {
    let title = CONSOLE_TITLE.in_language(language);
    let about = About {
        title: &title,
        style: Some("console.css"),
        script: Some("/assets/console/page.js"),
        modules: &["console", "shared", "vendor/fluent-bundle"],
        sentences: &["core", "web"],
        ..About::default()
    };
    whole(
        about,
        language,
        &html! {
            // In the body they may stand, too; imported by the first one they would come one after the other.
            link rel="stylesheet" href="/assets/style/console-call.css";
            link rel="stylesheet" href="/assets/style/console-dialog.css";
            // Whose page it is stands there before the script comes.
            header.bar { h1 { bdi { (organisation.unwrap_or(&title)) } } }
            main #page {
                noscript { p.note.warn { (CONSOLE_NEEDS_SCRIPT.in_language(language)) } }
            }
        },
    )
}
