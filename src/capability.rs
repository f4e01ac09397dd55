//! Placeholder until branch `link` lands.
use serde::{Deserialize, Serialize};
/// AR.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "ar", rename_all = "kebab-case")]
pub enum ArSupport {
    /// No.
    #[default]
    Unsupported,
    /// Install.
    NeedsInstall,
    /// Update.
    NeedsUpdate,
    /// Checking.
    Checking {
        /// ms
        ask_again_after_ms: u32,
    },
    /// Yes.
    Supported {
        /// level
        level: ArLevel,
    },
}
/// Level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ArLevel {
    /// Basic.
    Basic,
    /// Depth.
    Depth,
}
/// Agent's client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgentClient {
    /// Desktop.
    DesktopBrowser,
    /// Phone.
    PhoneBrowser,
    /// HoloLens.
    HoloLens,
}
/// Features.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Features {
    /// x
    pub annotate_in_space: bool,
}
impl Features {
    /// For a pair.
    #[must_use]
    pub fn for_pair(_signed_in: bool, ar: ArSupport, _agent: AgentClient) -> Self {
        Self { annotate_in_space: matches!(ar, ArSupport::Supported { .. }) }
    }
}
