//! The table.

use super::{Device, Installed, Platform, Policy, Route, RouteStep, Step, Why};
use crate::link::Invitation;

/// The route for this invitation on this device.
///
/// An installed app is opened and never led to its store; without one, joining in the browser
/// comes before installing anything. An app that is installed on a system we take for too old
/// runs all the same, so being installed counts more than the version.
pub fn route(invitation: &Invitation, device: &Device, installed: Installed, policy: &Policy) -> Route {
    let steps = match invitation {
        Invitation::Ticket(_) => vec![(Step::OpenApp, Why::HandedOver)],
        // Only Teams itself joins its meetings.
        Invitation::Teams(_) => vec![(Step::Tell, Why::OpenOnPhone)],
        // A code may be typed where a link may be opened: in the app or on the page.
        Invitation::OneTime { .. } | Invitation::SpokenCode(_) => steps(device, installed, policy),
    };
    Route { steps: steps.into_iter().map(|(step, why)| RouteStep { step, why }).collect() }
}

type Steps = Vec<(Step, Why)>;

fn steps(device: &Device, installed: Installed, policy: &Policy) -> Steps {
    match device.platform {
        Platform::Ios | Platform::Android => on_phone(device, installed, policy),
        Platform::HoloLens => vec![(Step::Tell, Why::HoloLensIsForAgents)],
        Platform::Windows | Platform::Macos | Platform::Linux | Platform::Other => {
            if policy.desktop_browser {
                in_browser_of(device, vec![(Step::JoinInBrowser, Why::Computer)])
            } else {
                vec![(Step::Tell, Why::OpenOnPhone)]
            }
        }
    }
}

#[rustfmt::skip]
fn on_phone(device: &Device, installed: Installed, policy: &Policy) -> Steps {
    use Installed::{No, Unknown, Yes};
    use Step::{GetApp, JoinInBrowser, LandingPage, OpenApp, Tell};

    let steps = match (installed, device.is_too_old(), policy.phone_browser) {
        // installed    too old  browser
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
            (OpenApp, Why::AppMayBeInstalled),
            (GetApp, Why::AppOnly),
        ],
    };
    in_browser_of(device, steps)
}

/// In-app browsers open no app by themselves and may give no camera, without a word: there the
/// page comes first, so that each step is a button, and the way out is told.
fn in_browser_of(device: &Device, mut steps: Steps) -> Steps {
    if !device.in_app_browser {
        return steps;
    }
    let needs_a_tap = steps.iter().any(|(step, _)| matches!(step, Step::OpenApp | Step::GetApp));
    let has_page = steps.iter().any(|(step, _)| *step == Step::LandingPage);
    if needs_a_tap && !has_page {
        steps.insert(0, (Step::LandingPage, Why::InAppBrowser));
    }
    if steps.iter().any(|(step, _)| *step == Step::JoinInBrowser) {
        steps.push((Step::Tell, Why::InAppBrowserMayRefuseCamera));
    }
    steps
}
