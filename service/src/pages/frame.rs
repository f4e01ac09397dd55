//! What every page has around its content.

use maud::{DOCTYPE, Markup, html};

use super::assets;
use crate::locales::Language;

/// What a page is beside its content; no more than its title, unless it says so.
#[derive(Clone, Copy, Default)]
pub(super) struct About<'a> {
    pub(super) title: &'a str,
    /// Whose page it is: a customer wants to know who invites them.
    pub(super) organisation: Option<&'a str>,
    /// The page's own style, beside the one of all: a name in `web/style`.
    pub(super) style: Option<&'a str>,
    /// The address of its script, a module.
    pub(super) script: Option<&'a str>,
    /// The folders of all modules that its script stands on.
    pub(super) modules: &'a [&'a str],
    /// What the script says its sentences by: files of `locales/`.
    pub(super) sentences: &'a [&'a str],
    /// What Safari's banner for an app says to the system: the app, and the link that it should open.
    pub(super) app_banner: Option<&'a str>,
}

/// A page of one column.
pub(super) fn page(about: About<'_>, language: Language, content: &Markup) -> Markup {
    whole(
        about,
        language,
        &html! {
            main.column {
                @if let Some(organisation) = about.organisation {
                    p.whose { bdi { (organisation) } }
                }
                (content)
            }
        },
    )
}

/// A page whose body is its own.
pub(super) fn whole(about: About<'_>, language: Language, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language.tag()) dir="ltr" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex, nofollow";
                // Nine digits are a code here, and nothing to ring up.
                meta name="format-detection" content="telephone=no";
                @if let Some(banner) = about.app_banner {
                    meta name="apple-itunes-app" content=(banner);
                }
                title { (about.title) }
                link rel="stylesheet" href="/assets/style/tokens.css";
                link rel="stylesheet" href="/assets/style/base.css";
                @if let Some(style) = about.style {
                    link rel="stylesheet" href={ "/assets/style/" (style) };
                }
                link rel="icon" href="/assets/console/icon.svg" type="image/svg+xml";
                @for module in assets::modules(about.modules) {
                    link rel="modulepreload" href=(module);
                }
                @for file in about.sentences {
                    link rel="preload" as="fetch" crossorigin href={ "/assets/locales/" (language.tag()) "/" (file) ".ftl" };
                }
                @if let Some(script) = about.script {
                    script type="module" src=(script) {}
                }
            }
            body { (body) }
        }
    }
}
