//! What every page has around its content.

use maud::{DOCTYPE, Markup, html};

use crate::locales::Language;

/// A whole page; `script` is the address of its script, if it has one.
pub(super) fn page(title: &str, language: Language, script: Option<&str>, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex, nofollow";
                title { (title) }
                link rel="stylesheet" href="/assets/style/tokens.css";
                link rel="stylesheet" href="/assets/style/base.css";
                @if let Some(script) = script {
                    script type="module" src=(script) {}
                }
            }
            body {
                main.column { (content) }
            }
        }
    }
}
