//! Links in capitals: QR codes are smaller so, and some mail programs shout.
//!
//! What of an address has no case is the core's to say (`onecall::link`), which reads `/J/` as `/j/`; a test holds this
//! against it. Here the address becomes as the routes write it, so that there is one page, and one line of the log, for both.

use axum::http::Uri;
use axum::http::uri::PathAndQuery;

/// Where addresses of customers begin. All others are written by programs, which do not shout.
const CUSTOMERS: [&str; 2] = ["j", "join"];

/// The address as the routes write it; nothing if it is so already, or no customer's.
pub(super) fn as_routed(address: &Uri) -> Option<Uri> {
    let whole = address.path_and_query()?.as_str();
    let first = address.path().strip_prefix('/')?.split('/').next()?;
    let routed = CUSTOMERS.into_iter().find(|known| *known != first && known.eq_ignore_ascii_case(first))?;
    let rest = whole.strip_prefix('/')?.strip_prefix(first)?;
    let mut parts = address.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(format!("/{routed}{rest}")).ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_customers_address_is_written_small_and_nothing_else_is_changed() {
        for (address, routed) in [
            ("/J/AB?App=None", Some("/j/AB?App=None")),
            ("/JOIN", Some("/join")),
            ("/Join?A", Some("/join?A")),
            ("http://Help.example.com/J/AB", Some("http://help.example.com/j/AB")),
            ("/j/AB", None),
            ("/join", None),
            ("/JO", None),
            ("/Jo/in", None),
            ("//J/AB", None),
            ("/V1/calls", None),
            ("/", None),
            ("*", None),
        ] {
            let found = as_routed(&address.parse().unwrap()).map(|uri| uri.to_string().to_owned());
            assert_eq!(found.as_deref().map(str::to_lowercase), routed.map(str::to_lowercase), "{address}");
            assert!(
                found.is_none_or(|found| routed.unwrap().ends_with(&found[found.find("/j").unwrap()..])),
                "{address}"
            );
        }
    }
}
