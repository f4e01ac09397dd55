//! What a person can mend in a name.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why what was typed is no name, one variant for each thing a person can mend.
///
/// `Display` is one English sentence for the person; [`code`](Self::code) is stable and picks
/// the translated one. At most one character of what was typed is in it, and none in `Debug`.
#[derive(Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(tag = "code", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NameError {
    /// Nothing but white space.
    #[error("Please type your name, so that the agent knows who is waiting.")]
    Empty,
    /// Too many grapheme clusters, or too many bytes in them.
    #[error("This name is too long: please shorten it to at most {limit} characters, that is by {}.", graphemes.saturating_sub(*limit))]
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
    /// A character that can be seen and that no name may hold (RFC 8266).
    #[error("The character “{character}” cannot be part of a name here: please leave it out, or write it another way.")]
    NotAllowed {
        /// The character as a person sees it: one grapheme cluster of at most 64 bytes.
        character: String,
    },
}

impl NameError {
    /// The stable, kebab-case name of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "name-empty",
            Self::TooLong { .. } => "name-too-long",
            Self::Invisible { .. } => "name-invisible",
            Self::NotAllowed { .. } => "name-not-allowed",
        }
    }
}

impl fmt::Debug for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Empty"),
            Self::TooLong { graphemes, limit } => {
                f.debug_struct("TooLong").field("graphemes", graphemes).field("limit", limit).finish()
            }
            Self::Invisible { position } => f.debug_struct("Invisible").field("position", position).finish(),
            Self::NotAllowed { .. } => f.write_str("NotAllowed(…)"),
        }
    }
}
