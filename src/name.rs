//! Placeholder until branch `link` lands.
use serde::{Deserialize, Serialize};
use std::fmt;
/// Name.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CustomerName(String);
impl CustomerName {
    /// Parse.
    /// # Errors
    /// bad.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        if text.trim().is_empty() { Err(NameError::Empty) } else { Ok(Self(text.trim().to_owned())) }
    }
    /// Text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl fmt::Debug for CustomerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CustomerName(…)")
    }
}
/// Bad name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NameError {
    /// Empty
    #[error("type your name")]
    Empty,
}
