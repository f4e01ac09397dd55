//! The table.

use super::{Device, Doors, Installed, Kind, Platform, Policy, Route, RouteStep, Situation, Step, Why};
use crate::link::Invitation;

/// The route for this invitation, here, where this policy holds.
pub fn route(invitation: &Invitation, situation: &Situation, policy: &Policy) -> Route {
    route_for(invitation.into(), situation, policy)
}

/// The route for any invitation of this kind.
///
/// An installed app is opened and never led to its store; without one, joining in the browser
/// comes before installing anything. An app that is installed on a system we take for too old
/// runs all the same, so being installed counts more than the version.
pub fn route_for(kind: Kind, situation: &Situation, policy: &Policy) -> Route {
    let Situation { device, installed, set_up, call_client } = *situation;
    let doors = policy.doors(set_up);

    let steps = match (kind, Hardware::of(&device)) {
        (Kind::Ticket, _) => vec![(Step::OpenApp, Why::HandedOver)],
        (_, Hardware::HoloLens) => vec![(Step::Tell, Why::HoloLensIsForAgents)],
        (Kind::Teams, hardware) => {
            let may_get = policy.store_for_teams && hardware == Hardware::Phone;
            with_way_out(&device, to_teams(installed, call_client, may_get))
        }
        // A code may be typed where a link may be opened: in the app or on the page.
        (Kind::OneTime | Kind::SpokenCode, Hardware::Phone | Hardware::OldPhone) => {
            by_taps(&device, on_phone(installed, device.is_too_old(), doors))
        }
        (Kind::OneTime | Kind::SpokenCode, Hardware::Computer) => by_taps(&device, on_computer(installed, doors)),
    };
    Route { steps: steps.into_iter().map(|(step, why)| RouteStep { step, why }).collect() }
}

type Steps = Vec<(Step, Why)>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Hardware {
    Phone,
    /// Its system is too old for the app.
    OldPhone,
    Computer,
    HoloLens,
}

impl Hardware {
    fn of(device: &Device) -> Self {
        match device.platform {
            Platform::Ios | Platform::Android if device.is_too_old() => Self::OldPhone,
            Platform::Ios | Platform::Android => Self::Phone,
            // What we do not know has a browser, and an app of ours in no store.
            Platform::Windows | Platform::Macos | Platform::Linux | Platform::Other => Self::Computer,
            Platform::HoloLens => Self::HoloLens,
        }
    }
}

#[rustfmt::skip]
fn on_phone(installed: Installed, too_old: bool, doors: Doors) -> Steps {
    use Installed::{No, Unknown, Yes};
    use Step::{GetApp, JoinInBrowser, LandingPage, OpenApp, Tell};

    match (installed, too_old, doors.phone_browser) {
        // installed    too old  browser
        (Yes,           true,    true)  => vec![(OpenApp, Why::AppInstalled), (JoinInBrowser, Why::OsTooOld)],
        (Yes,           _,       _)     => vec![(OpenApp, Why::AppInstalled)],
        (No | Unknown,  true,    true)  => vec![(JoinInBrowser, Why::OsTooOld)],
        (No | Unknown,  true,    false) => vec![(Tell, Why::OsTooOldForAppOnly)],
        (No,            false,   true)  => vec![(JoinInBrowser, Why::NothingToInstall), (GetApp, Why::AppAddsAr)],
        (No,            false,   false) => vec![(GetApp, Why::AppOnly)],
        (Unknown,       false,   true)  => vec![
            (LandingPage, Why::AppMayBeInstalled),
            (OpenApp, Why::AppMayBeInstalled),
            (JoinInBrowser, Why::NothingToInstall),
            (GetApp, Why::AppAddsAr),
        ],
        (Unknown,       false,   false) => vec![
            (LandingPage, Why::AppMayBeInstalled),
            (OpenApp, Why::AppOnly),
            (GetApp, Why::AppOnly),
        ],
    }
}

/// A computer's store is never offered: only an app that asks for itself is known to be there
/// (a phone's app on a Mac or a Chromebook).
#[rustfmt::skip]
fn on_computer(installed: Installed, doors: Doors) -> Steps {
    use Installed::{No, Unknown, Yes};
    use Step::{JoinInBrowser, OpenApp, Tell};

    match (installed, doors.computer) {
        // installed   computer
        (_,            false) => vec![(Tell, Why::OpenOnPhone)],
        (Yes,          true)  => vec![(OpenApp, Why::AppInstalled), (JoinInBrowser, Why::Computer)],
        (No | Unknown, true)  => vec![(JoinInBrowser, Why::Computer)],
    }
}

/// Who may join a meeting of Teams is for its organiser to say: the policy is about our calls.
#[rustfmt::skip]
fn to_teams(installed: Installed, call_client: bool, may_get: bool) -> Steps {
    use Installed::{No, Unknown, Yes};
    use Step::{GetApp, OpenApp, TeamsClient};

    match (installed, call_client, may_get) {
        // installed    client  store
        (Yes,           true,   _)     => vec![(OpenApp, Why::AppJoinsTeams), (TeamsClient, Why::TeamsMeeting)],
        (No | Unknown,  true,   true)  => vec![(TeamsClient, Why::TeamsMeeting), (GetApp, Why::AppAddsAr)],
        (_,             _,      _)     => vec![(TeamsClient, Why::TeamsMeeting)],
    }
}

/// In-app browsers open no app by themselves and may give no camera, without a word: there the
/// page comes first, so that each step is a button, and the way out is told.
fn by_taps(device: &Device, mut steps: Steps) -> Steps {
    let needs_a_tap = steps.iter().any(|(step, _)| matches!(step, Step::OpenApp | Step::GetApp));
    if device.in_app_browser && needs_a_tap && !has(&steps, Step::LandingPage) {
        steps.insert(0, (Step::LandingPage, Why::InAppBrowser));
    }
    with_way_out(device, steps)
}

/// In an in-app browser, how to get out of it if the other steps fail there.
fn with_way_out(device: &Device, mut steps: Steps) -> Steps {
    if device.in_app_browser && !has(&steps, Step::Tell) {
        let camera_is_needed = has(&steps, Step::JoinInBrowser);
        let why = if camera_is_needed { Why::InAppBrowserMayRefuseCamera } else { Why::InAppBrowserMayBlock };
        steps.push((Step::Tell, why));
    }
    steps
}

fn has(steps: &Steps, wanted: Step) -> bool {
    steps.iter().any(|(step, _)| *step == wanted)
}
