//! What is known of the customer's device.

use serde::{Deserialize, Serialize};

/// The oldest Android the app runs on: 7.0 (API 24), the oldest that AR apps can require.
pub const MIN_ANDROID: OsVersion = OsVersion { major: 7, minor: 0 };

/// The oldest iOS the app runs on: 15.0, the oldest we build and test for. (ARKit alone would
/// need 11.)
pub const MIN_IOS: OsVersion = OsVersion { major: 15, minor: 0 };

/// A customer's device, as far as an app or a page can tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
pub struct Device {
    /// What it runs.
    pub platform: Platform,
    /// Its version, if known. An unknown one is taken for new enough: the store refuses what is
    /// too old, and the browser is offered beside it.
    #[serde(default)]
    #[cfg_attr(feature = "ffi", uniffi(default = None))]
    pub os_version: Option<OsVersion>,
    /// Whether the link was opened inside another app's own browser.
    #[serde(default)]
    #[cfg_attr(feature = "ffi", uniffi(default = false))]
    pub in_app_browser: bool,
}

/// What a device runs.
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum Platform {
    /// iPhone, or an iPad that does not pass for a Mac.
    Ios,
    /// Phones and tablets.
    Android,
    /// Computers.
    Windows,
    /// Computers.
    Macos,
    /// Computers.
    Linux,
    /// Microsoft's headset.
    #[serde(rename = "hololens")]
    HoloLens,
    /// Anything else, and what a newer peer knows and we do not.
    #[default]
    #[serde(other)]
    Other,
}

/// Version of an operating system; the parts after the second never matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
pub struct OsVersion {
    /// Before the first dot.
    pub major: u16,
    /// After it; 0 if there is none.
    #[serde(default)]
    pub minor: u16,
}

impl Device {
    /// Whether its operating system is known to be too old for the app.
    #[must_use]
    pub fn is_too_old(&self) -> bool {
        let oldest = match self.platform {
            Platform::Ios => MIN_IOS,
            Platform::Android => MIN_ANDROID,
            Platform::Windows | Platform::Macos | Platform::Linux | Platform::HoloLens | Platform::Other => {
                return false;
            }
        };
        self.os_version.is_some_and(|version| version < oldest)
    }
}
