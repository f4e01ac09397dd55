//! Everything around an invitation that its route depends on.

use serde::{Deserialize, Serialize};

use super::{Device, SetUp};

/// Where the invitation is, and what is known there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Situation {
    /// What the customer holds.
    pub device: Device,
    /// Whether our app is on it.
    pub installed: Installed,
    /// How the call was set up. Who cannot know it – an app reads the link before it has asked
    /// the service – takes the default, a computer, which is the stricter under every preset.
    pub set_up: SetUp,
    /// Whether the app's shell brings a client for Microsoft Teams meetings; a property of how
    /// the app was built.
    pub call_client: bool,
}

impl Situation {
    /// This device, and nothing else known.
    #[must_use]
    pub fn on(device: Device) -> Self {
        Self { device, installed: Installed::Unknown, set_up: SetUp::Desktop, call_client: false }
    }
}

/// Whether the app is on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Installed {
    /// It is: the app itself asks, or was asked.
    Yes,
    /// It is not.
    No,
    /// Pages cannot tell, and no timer can: an app that opens slowly looks like none.
    #[default]
    #[serde(other)]
    Unknown,
}
