//! Placeholder until branch `link` lands.
use serde::{Deserialize, Serialize};
/// Platform.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Platform {
    /// iOS
    Ios,
    /// Android
    Android,
    /// Other
    #[default]
    #[serde(other)]
    Other,
}
