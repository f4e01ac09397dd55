//! The frame of the customer's page: what stands around the script that joins in this browser.

use maud::{Markup, html};
use onecall::route::Device;
use serde::Serialize;

use super::frame::{About, whole};
use crate::http::Shared;
use crate::locales::Language;
use crate::locales::sentences::{JOIN_NEEDS_SCRIPT, JOIN_PAGE_LOADING, JOIN_PAGE_NOT_LOADED, JOIN_PAGE_TITLE};

/// What the page is started with: `data-setup` of its `<main>`.
#[derive(Serialize)]
struct Setup<'a> {
    config: Config<'a>,
    /// Opens our app with a ticket, which stands where `{ticket}` is; absent where no app of ours can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    app: Option<String>,
    /// Whom the customer talks to.
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<&'a str>,
}

/// The core's own configuration, as far as a page needs it.
#[derive(Serialize)]
struct Config<'a> {
    hosts: Vec<&'a str>,
    device: Device,
    app: &'static str,
}

/// The customer's page. Its invitation stands behind the `#`, which the browser keeps to itself.
pub(super) fn join(shared: &Shared, device: Device, language: Language) -> Markup {
    let setup = Setup {
        config: Config { hosts: vec![shared.public_url.host().as_str()], device, app: "browser" },
        app: None,
        organisation: shared.organisation.as_deref(),
    };
    let setup = serde_json::to_string(&setup).unwrap_or_default();
    let about = About {
        title: &JOIN_PAGE_TITLE.in_language(language),
        style: Some("customer.css"),
        script: Some("/assets/customer/page.js"),
        ..About::default()
    };
    whole(
        about,
        language,
        &html! {
            main #page.column data-setup=(setup) {
                noscript { p.note.warn { (JOIN_NEEDS_SCRIPT.in_language(language)) } }
                p.soft role="status" { (JOIN_PAGE_LOADING.in_language(language)) }
                p #not-loaded.note.warn role="alert" hidden { (JOIN_PAGE_NOT_LOADED.in_language(language)) }
            }
        },
    )
}
