//! Names: what a customer typed, as the agent will see it.
//!
//! In three steps: what nobody sees is taken out or refused, the rest is a nickname by RFC 8266
//! ([`nickname`]), and that is not too long (docs/adr/0005-names.md).

mod checked;
mod error;
mod freeform;
pub mod nickname;
mod tables;
mod typed;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation as _;

pub use checked::CheckedName;
pub use error::NameError;
use nickname::Refusal;

/// The most grapheme clusters – what a person counts as characters – of a name.
pub const MAX_GRAPHEMES: usize = 64;

/// The most bytes of a name in UTF-8. Only piled-up accents reach it with so few characters.
pub const MAX_BYTES: usize = 1024;

/// A customer's name as the agent sees it: a nickname by RFC 8266 – so in NFKC, without spaces at
/// its ends or twice in a row – of 1 to 64 grapheme clusters in at most 1024 bytes, and without
/// characters that cannot be seen or that change the direction of what stands around them.
///
/// Crosses the wire as its text and is checked again when read. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CustomerName(String);

impl CustomerName {
    /// Makes a name of what was typed.
    ///
    /// # Errors
    /// One variant of [`NameError`] for each thing a person can mend.
    pub fn parse(typed: &str) -> Result<Self, NameError> {
        let seen = typed::seen(typed).map_err(|position| NameError::Invisible { position })?;
        let name = nickname::enforce(&seen).map_err(|refusal| match refusal {
            Refusal::Empty => NameError::Empty,
            Refusal::NotAllowed { character } => NameError::NotAllowed { character },
        })?;
        let graphemes = name.graphemes(true).count();
        let limit = fitting_graphemes(&name);
        if graphemes > limit {
            return Err(NameError::TooLong { graphemes, limit });
        }
        Ok(Self(name))
    }

    /// The name as it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How many of the name's first grapheme clusters keep both limits.
fn fitting_graphemes(name: &str) -> usize {
    name.grapheme_indices(true)
        .take(MAX_GRAPHEMES)
        .take_while(|(start, grapheme)| start + grapheme.len() <= MAX_BYTES)
        .count()
}

impl fmt::Display for CustomerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for CustomerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CustomerName(…)")
    }
}

impl FromStr for CustomerName {
    type Err = NameError;

    fn from_str(typed: &str) -> Result<Self, NameError> {
        Self::parse(typed)
    }
}

impl TryFrom<String> for CustomerName {
    type Error = NameError;

    fn try_from(typed: String) -> Result<Self, NameError> {
        Self::parse(&typed)
    }
}

impl From<CustomerName> for String {
    fn from(name: CustomerName) -> Self {
        name.0
    }
}
