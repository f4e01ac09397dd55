//! Who may join from what.

use serde::{Deserialize, Serialize};

use super::SetUp;

/// Who may join from what: an organisation's choice. What a setting leaves out is the default.
///
/// The app on a phone or tablet joins every call; the policy is about everything else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// What else joins a call that the agent set up on a computer.
    pub desktop_set_up: Doors,
    /// What else joins a call that the agent set up on a phone.
    pub mobile_set_up: Doors,
    /// Somebody with a Teams link may be led to our app's store page, where our app can join
    /// Teams meetings. Off by default: a meeting of Teams asks nobody for a second app.
    pub store_for_teams: bool,
}

/// What else than the app on a phone joins a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Doors {
    /// A browser on a phone or tablet.
    pub phone_browser: bool,
    /// A computer: its browser, or an app installed there.
    pub computer: bool,
}

impl Default for Doors {
    fn default() -> Self {
        Self { phone_browser: true, computer: true }
    }
}

impl Policy {
    /// As in Dynamics 365 Remote Assist (its documentation of 11/02/2022): a call set up on a
    /// computer takes customers by the mobile app only, one set up on a phone by the mobile app
    /// or the desktop client. A browser on a computer stands for that client: there is no other
    /// of ours, and it needs no installing.
    #[must_use]
    pub const fn remote_assist() -> Self {
        Self {
            desktop_set_up: Doors { phone_browser: false, computer: false },
            mobile_set_up: Doors { phone_browser: false, computer: true },
            store_for_teams: false,
        }
    }

    /// The ready-made policies, by the names that settings, command lines and tables give them.
    #[must_use]
    pub fn presets() -> [(&'static str, Self); 2] {
        [("default", Self::default()), ("remote-assist", Self::remote_assist())]
    }

    /// The ready-made policy of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::presets().into_iter().find_map(|(known, policy)| (known == name).then_some(policy))
    }

    /// What else than the app on a phone joins a call that was set up so.
    #[must_use]
    pub const fn doors(&self, set_up: SetUp) -> Doors {
        match set_up {
            SetUp::Desktop => self.desktop_set_up,
            SetUp::Mobile => self.mobile_set_up,
        }
    }
}
