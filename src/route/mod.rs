//! Routes: from an invitation and what is known of the device to ordered steps, each with its
//! reason.
//!
//! The landing page and the app show the same route: the first step is the one to take, the
//! others are what else the person may do. Every route there is, printed: `docs/routes.md`.
//!
//! ```
//! use onecall::route::{Device, Installed, Kind, Policy, Situation, Step, route_for};
//!
//! let device = Device::from_user_agent("Mozilla/5.0 (Linux; Android 15; K) Chrome/138.0 Mobile Safari/537.36");
//! let situation = Situation { installed: Installed::No, ..Situation::on(device) };
//! let route = route_for(Kind::OneTime, &situation, &Policy::default());
//! assert_eq!(route.steps[0].step, Step::JoinInBrowser);
//! ```

mod device;
mod explained;
mod in_app;
mod kind;
mod policy;
mod situation;
mod stores;
mod table;
mod url;
mod user_agent;

use serde::{Deserialize, Serialize};

pub use crate::protocol::SetUp;
pub use device::{Device, MIN_ANDROID, MIN_IOS, OsVersion, Platform};
pub use explained::{Explained, ExplainedStep};
pub use kind::Kind;
pub use policy::{Doors, Policy};
pub use situation::{Installed, Situation};
pub use stores::{AndroidPackage, NoPackage, Stores};
pub use table::{route, route_for};
pub use url::{Places, url_of};

/// What to do, in order, and why. Never empty.
#[must_use]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Route {
    /// The steps; the first is the one to take, the rest are alternatives in order of merit.
    pub steps: Vec<RouteStep>,
}

/// One step of a route. [`url_of`] makes its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RouteStep {
    /// What to do.
    pub step: Step,
    /// Why.
    pub why: Why,
}

/// What to do with an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Show the landing page: what follows needs a tap there.
    LandingPage,
    /// Hand the invitation to the installed app.
    OpenApp,
    /// Join from the browser the link was opened in.
    JoinInBrowser,
    /// Open the meeting with Microsoft's own client, which also runs in a browser.
    TeamsClient,
    /// Get the app from its store, and come back to this call by itself.
    GetApp,
    /// Nothing to start: tell the person what the reason says.
    Tell,
}

/// Why a step is on the route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
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
    /// A computer: nothing needs to be installed there.
    Computer,
    /// This call takes customers by the app on a phone or tablet only: open the link there.
    OpenOnPhone,
    /// The in-app browser may give no camera: open the link in the device's own browser.
    InAppBrowserMayRefuseCamera,
    /// The in-app browser may not let the other steps happen: if one does nothing, open the
    /// link in the device's own browser.
    InAppBrowserMayBlock,
    /// A HoloLens is for licensed agents: open the link on a phone or computer.
    #[serde(rename = "hololens-is-for-agents")]
    HoloLensIsForAgents,
    /// A Microsoft Teams meeting, and the app on this device can join it.
    AppJoinsTeams,
    /// A Microsoft Teams meeting: its own client joins it.
    TeamsMeeting,
}
