//! The address of a step.

use super::{Kind, Platform, Step, Stores};
use crate::link::{Host, Invitation};

/// What an operator has, to make addresses of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The host whose page takes a spoken code: the first of the configured ones.
    pub home: Option<Host>,
    /// The app in the stores.
    pub stores: Stores,
}

/// The address that taking this step opens; `None` when there is nothing to open, or when the
/// places do not say where.
///
/// The address of our own link holds its secret: it is for the customer's own screen, never for
/// a log. The app is opened by the link itself, which is its universal link on iOS and its app
/// link on Android; that does not work *from* the page of the same host, so the landing page
/// makes its buttons otherwise: by a second associated host on iOS, by an `intent:` that names
/// the package on Android, either with a ticket in place of the token.
#[must_use]
pub fn url_of(step: Step, invitation: &Invitation, platform: Platform, places: &Places) -> Option<String> {
    match (step, Kind::from(invitation)) {
        (Step::GetApp, _) => places.stores.page(platform),
        (Step::LandingPage | Step::OpenApp | Step::JoinInBrowser, Kind::OneTime) | (Step::TeamsClient, Kind::Teams) => {
            invitation.url()
        }
        // The page, or the app, asks for the code: no address holds it.
        (Step::LandingPage | Step::OpenApp | Step::JoinInBrowser, Kind::SpokenCode) => {
            places.home.as_ref().map(|home| format!("{}/j", home.origin()))
        }
        // A ticket is in the app already; a Teams link is on a host that opens no app of ours,
        // so the app that holds it goes on by itself.
        (Step::LandingPage | Step::OpenApp | Step::JoinInBrowser, Kind::Ticket | Kind::Teams)
        | (Step::TeamsClient, Kind::OneTime | Kind::SpokenCode | Kind::Ticket)
        | (Step::Tell, _) => None,
    }
}
