//! Addresses that take an invitation along: into the app, or through its store. Each carries a ticket, never the link.

use std::fmt::Write as _;

use onecall::link::HAND_OVER_PREFIX;
use onecall::route::AndroidPackage;

use crate::operator::AndroidApp;

/// Opens the app on Android, and nothing else that answers to its scheme. Where it is not installed, browsers open
/// `instead` (<https://developer.chrome.com/docs/android/intents>).
pub(super) fn intent(app: &AndroidApp, ticket: &str, instead: Option<&str>) -> String {
    let (scheme, path) = HAND_OVER_PREFIX.split_once(':').unwrap_or_default();
    let package = &app.application_id;
    let instead = instead.map(|url| format!("S.browser_fallback_url={};", encoded(url))).unwrap_or_default();
    format!("intent:{path}{ticket}#Intent;scheme={scheme};package={package};{instead}end")
}

/// The app's page in Google's store. What stands in `referrer` is given to the app at its first start
/// (<https://developer.android.com/google/play/installreferrer>).
pub(super) fn play_store(package: &AndroidPackage, ticket: Option<&str>) -> String {
    let page = format!("https://play.google.com/store/apps/details?id={package}");
    match ticket {
        Some(ticket) => format!("{page}&referrer={}{ticket}", encoded(HAND_OVER_PREFIX)),
        None => page,
    }
}

/// As one value of a query, or of an `intent:` (RFC 3986, 2.1).
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 3 / 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            // Writing into a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operator::Operator;
    use onecall::link::{Hosts, Invitation, understand};

    const TICKET: &str = "Zm9vYmFyYmF6cXV4X-0123";

    fn app() -> AndroidApp {
        Operator::from_toml(include_str!("../../../operator.toml")).unwrap().android.unwrap()
    }

    #[test]
    fn an_intent_names_the_package_and_where_to_go_without_it() {
        assert_eq!(
            intent(&app(), TICKET, Some("https://help.example.com/j/app#x")),
            "intent:ticket/Zm9vYmFyYmF6cXV4X-0123#Intent;scheme=onecall;package=com.example.help;\
             S.browser_fallback_url=https%3A%2F%2Fhelp.example.com%2Fj%2Fapp%23x;end"
        );
        assert!(intent(&app(), TICKET, None).ends_with("package=com.example.help;end"));
    }

    #[test]
    fn what_the_store_gives_to_the_app_is_what_the_core_understands() {
        let page = play_store(&app().application_id, Some(TICKET));
        let referrer = page.split_once("&referrer=").unwrap().1;
        let given = referrer.replace("%3A", ":").replace("%2F", "/");
        assert!(
            matches!(understand(&given, &Hosts::default()), Ok(Invitation::Ticket(ticket)) if ticket.as_str() == TICKET)
        );
    }
}
