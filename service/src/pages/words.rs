//! The sentences for a route.

use onecall::route::{Step, Why};

/// What to do; [`None`] when there is nothing to do and the reason says it all.
pub(super) fn step(step: Step) -> Option<&'static str> {
    match step {
        Step::OpenApp => Some("Open the app and paste the link."),
        Step::JoinInBrowser => Some("Join in this browser."),
        Step::GetApp => Some("Get the app, then come back to this page."),
        Step::TeamsClient => Some("Open the meeting in Microsoft Teams."),
        // The customer is on the page already.
        Step::LandingPage | Step::Tell => None,
    }
}

/// Why it is a good idea.
pub(super) fn why(why: Why) -> &'static str {
    match why {
        Why::HandedOver => "The app is open already: go on there.",
        Why::AppInstalled => "It is on this device.",
        Why::AppMayBeInstalled => "If you have the app, that is the best way.",
        Why::InAppBrowser => "You are looking at this inside another app, which cannot open ours by itself.",
        Why::NothingToInstall => "There is nothing to install.",
        Why::AppAddsAr => "With it, what is drawn stays where it belongs in your room.",
        Why::AppOnly => "This call needs it.",
        Why::OsTooOld => "Your phone's system is too old for the app; the browser is enough.",
        Why::OsTooOldForAppOnly => {
            "This call needs the app, and your phone's system is too old for it: open the link on another phone."
        }
        Why::Computer => "On a computer nothing needs to be installed.",
        Why::OpenOnPhone => "This call needs the app: open the link on a phone or tablet.",
        Why::InAppBrowserMayRefuseCamera => {
            "You are looking at this inside another app, which may not let us use the camera: open the link in your \
             device's own browser."
        }
        Why::InAppBrowserMayBlock => {
            "You are looking at this inside another app: if nothing happens, open the link in your device's own browser."
        }
        Why::HoloLensIsForAgents => "A HoloLens is for agents: open the link on a phone or a computer.",
        Why::AppJoinsTeams => "The app on this device can join it.",
        Why::TeamsMeeting => "It is a Microsoft Teams meeting.",
    }
}
