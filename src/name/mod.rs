//! Names: what a customer typed, as the agent will see it.

mod invisible;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use unicode_segmentation::UnicodeSegmentation as _;

/// The most grapheme clusters – what a person counts as characters – of a name.
pub const MAX_GRAPHEMES: usize = 64;

/// The most bytes of a name in UTF-8. Only piled-up accents reach it with so few characters.
pub const MAX_BYTES: usize = 1024;

/// A customer's name as the agent sees it: 1 to 64 grapheme clusters in at most 1024 bytes,
/// without white space at its ends or twice in a row, and without characters that cannot be
/// seen or that change the direction of what stands around them.
///
/// Crosses the wire as its text and is checked again when read. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CustomerName(String);

impl CustomerName {
    /// Makes a name of what was typed: white space is cut at the ends, and each stretch of it
    /// inside becomes one space.
    ///
    /// # Errors
    /// One variant of [`NameError`] for each thing a person can mend.
    pub fn parse(typed: &str) -> Result<Self, NameError> {
        if let Some(position) = invisible::first(typed) {
            return Err(NameError::Invisible { position });
        }
        let name = folded(typed);
        if name.is_empty() {
            return Err(NameError::Empty);
        }
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

fn folded(typed: &str) -> String {
    let mut name = String::with_capacity(typed.len());
    for word in typed.split_whitespace() {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    name
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

/// Why what was typed is no name, one variant for each thing a person can mend.
///
/// `Display` is one English sentence for the person; [`code`](Self::code) is stable and picks
/// the translated one. Neither repeats what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(tag = "code", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NameError {
    /// Nothing but white space.
    #[error("Please type your name, so that the agent knows who is waiting.")]
    Empty,
    /// Too many grapheme clusters, or too many bytes in them.
    #[error("This name is too long: please shorten it to at most {limit} characters.")]
    TooLong {
        /// How many grapheme clusters it has.
        graphemes: usize,
        /// How many of them would do: 64, or fewer when their accents fill 1024 bytes before.
        limit: usize,
    },
    /// A character that cannot be seen, or that changes the direction of what is around it.
    #[error("There is an invisible character in this name, in place {}: please type the name anew.", position + 1)]
    Invisible {
        /// Which character (Unicode scalar value) of what was typed it is, counted from 0.
        position: usize,
    },
}

impl NameError {
    /// The stable, kebab-case name of this error.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "name-empty",
            Self::TooLong { .. } => "name-too-long",
            Self::Invisible { .. } => "name-invisible",
        }
    }
}
