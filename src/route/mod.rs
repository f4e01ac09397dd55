//! Routes: from an invitation and what is known of the device to ordered steps, each with its
//! reason.
//!
//! The landing page and the app show the same route: the first step is the one to take, the
//! others are what else the person may do.

mod device;
mod table;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use device::{Device, Installed, MIN_ANDROID, MIN_IOS, OsVersion, Platform};
pub use table::route;

/// What to do, in order, and why. Never empty.
#[must_use]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Route {
    /// The steps; the first is the one to take, the rest are alternatives in order of merit.
    pub steps: Vec<RouteStep>,
}

/// One step of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RouteStep {
    /// What to do.
    pub step: Step,
    /// Why.
    pub why: Why,
}

/// What to do with an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Show the landing page: what follows needs a tap there.
    LandingPage,
    /// Hand the invitation to the installed app.
    OpenApp,
    /// Join from the browser the link was opened in.
    JoinInBrowser,
    /// Get the app from its store, and come back to this call by itself.
    GetApp,
    /// Nothing to start: tell the person what the reason says.
    Tell,
}

/// Why a step is on the route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The landing page handed the invitation to the app: it is open.
    HandedOver,
    /// The app is on this device.
    AppInstalled,
    /// Whether the app is there cannot be told from a page; opening it needs a tap, and where
    /// there is no app the page stays.
    AppMayBeInstalled,
    /// A mail, chat or social app's own browser: it follows no app link by itself.
    InAppBrowser,
    /// No app is needed.
    NothingToInstall,
    /// The app draws in the room, the browser on stills only.
    AppAddsAr,
    /// This call takes customers on a phone by the app only.
    AppOnly,
    /// The operating system is too old for the app.
    OsTooOld,
    /// The operating system is too old for the app, and this call takes nothing but the app:
    /// join from another phone.
    OsTooOldForAppOnly,
    /// A computer: there is no app for it and none is needed.
    Computer,
    /// This call takes customers by the app only: open the link on a phone.
    OpenOnPhone,
    /// The in-app browser may give no camera: open the link in the phone's own browser.
    InAppBrowserMayRefuseCamera,
    /// A HoloLens is for licensed agents: open the link on a phone or computer.
    #[serde(rename = "hololens-is-for-agents")]
    HoloLensIsForAgents,
}

/// Who may join from what.
///
/// The default lets every browser join every call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// Customers may join from a browser on a phone.
    pub phone_browser: bool,
    /// Customers may join from a browser on a computer.
    pub desktop_browser: bool,
}

impl Default for Policy {
    fn default() -> Self {
        Self { phone_browser: true, desktop_browser: true }
    }
}
