//! The frame of the customer's page: what stands around the script that joins in this browser.

use maud::{Markup, html};
use onecall::link::{HAND_OVER_PREFIX, Host};
use onecall::route::{Device, Platform};
use serde::Serialize;

use super::frame::{About, whole};
use super::hand_over;
use crate::http::Shared;
use crate::locales::Language;
use crate::locales::sentences::{JOIN_NEEDS_SCRIPT, JOIN_PAGE_LOADING, JOIN_PAGE_NOT_LOADED, JOIN_PAGE_TITLE};

/// What the page is started with: `data-setup` of its `<main>`.
#[derive(Serialize)]
struct Setup<'a> {
    config: Config<'a>,
    /// Opens our app with a ticket, which stands where `{ticket}` is; absent where there is no app of ours.
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
    #[serde(skip_serializing_if = "Option::is_none")]
    app_store_id: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    android_package: Option<&'a str>,
}

/// The customer's page. Its invitation stands behind the `#`, which the browser keeps to itself.
pub(super) fn join(shared: &Shared, device: Device, language: Language) -> Markup {
    let home = shared.public_url.host();
    let operator = &shared.operator;
    let others = operator.hosts.iter().filter(|host| *host != home);
    let setup = Setup {
        config: Config {
            // The first is the one that is asked.
            hosts: std::iter::once(home).chain(others).map(Host::as_str).collect(),
            device,
            app: "browser",
            app_store_id: operator.ios.as_ref().and_then(|app| app.store_id),
            android_package: operator.android.as_ref().map(|app| app.application_id.as_str()),
        },
        app: opens_app(shared, device),
        organisation: shared.organisation.as_deref(),
    };
    let setup = serde_json::to_string(&setup).unwrap_or_default();
    let about = About {
        title: &JOIN_PAGE_TITLE.in_language(language),
        style: Some("customer.css"),
        script: Some("/assets/customer/page.js"),
        modules: &["core", "customer", "shared", "vendor/fluent-bundle"],
        sentences: &["core", "app", "web"],
        ..About::default()
    };
    whole(
        about,
        language,
        &html! {
            main #page.column data-setup=(setup) {
                h1.spoken { (JOIN_PAGE_TITLE.in_language(language)) }
                noscript { p.note.warn { (JOIN_NEEDS_SCRIPT.in_language(language)) } }
                p.soft.with-script role="status" { (JOIN_PAGE_LOADING.in_language(language)) }
                p #not-loaded.note.warn role="alert" hidden { (JOIN_PAGE_NOT_LOADED.in_language(language)) }
            }
        },
    )
}

/// The address that opens the app from this page; in a browser inside another app there is none that does.
fn opens_app(shared: &Shared, device: Device) -> Option<String> {
    let operator = &shared.operator;
    match device.platform {
        _ if device.in_app_browser => None,
        Platform::Android => Some(hand_over::intent(operator.android.as_ref()?, "{ticket}", None)),
        Platform::Ios => operator.ios.as_ref().map(|_| format!("{HAND_OVER_PREFIX}{{ticket}}")),
        Platform::Windows | Platform::Macos | Platform::Linux | Platform::HoloLens | Platform::Other => None,
    }
}
