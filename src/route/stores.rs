//! Where the app is got.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Platform;

/// The operator's app in the stores. Without an entry there is no store page, and no button for
/// it should be drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Stores {
    /// Apple's number of the app: the digits behind `id` in the address of its page.
    pub ios: Option<u64>,
    /// The app's package, which is its id in Google's store.
    pub android: Option<AndroidPackage>,
}

impl Stores {
    /// The store page for this platform. It names the app and nothing of the call: what brings
    /// the customer back to it (on Android the install referrer, with a ticket) is added by the
    /// landing page, which can ask for a ticket.
    #[must_use]
    pub fn page(&self, platform: Platform) -> Option<String> {
        match platform {
            Platform::Ios => self.ios.map(|id| format!("https://apps.apple.com/app/id{id}")),
            Platform::Android => {
                let package = self.android.as_ref()?.as_str();
                Some(format!("https://play.google.com/store/apps/details?id={package}"))
            }
            Platform::Windows | Platform::Macos | Platform::Linux | Platform::HoloLens | Platform::Other => None,
        }
    }
}

/// The name of an Android package, such as `com.example.help`: at least two parts, each a letter
/// and then letters, digits and `_`
/// (<https://developer.android.com/build/configure-app-module#set-application-id>). So it stands
/// in an address or an `intent:` as it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AndroidPackage(String);

/// A text that is no name of an Android package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an Android package: write it as in com.example.help, in letters, digits, `_` and dots")]
pub struct NoPackage;

impl AndroidPackage {
    /// Reads a package's name.
    ///
    /// # Errors
    /// [`NoPackage`] if it is none.
    pub fn parse(text: &str) -> Result<Self, NoPackage> {
        let is_part = |part: &str| {
            part.starts_with(|first: char| first.is_ascii_alphabetic())
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        };
        if text.contains('.') && text.split('.').all(is_part) { Ok(Self(text.to_owned())) } else { Err(NoPackage) }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for AndroidPackage {
    type Error = NoPackage;

    fn try_from(text: String) -> Result<Self, NoPackage> {
        Self::parse(&text)
    }
}

impl From<AndroidPackage> for String {
    fn from(package: AndroidPackage) -> Self {
        package.0
    }
}

impl fmt::Display for AndroidPackage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
