//! What a typed name comes to, for whoever checks it while it is typed.

use std::fmt;

use serde::Serialize;

use super::{CustomerName, NameError};
use crate::message::Message;

/// What a typed name comes to.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum CheckedName {
    /// A name.
    Good {
        /// As the agent will see it.
        name: String,
    },
    /// None.
    Problem {
        /// What is wrong.
        error: NameError,
        /// The same, to be said: what to type instead.
        says: Message,
    },
}

impl CheckedName {
    /// What this comes to.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        match CustomerName::parse(typed) {
            Ok(name) => Self::Good { name: name.as_str().to_owned() },
            Err(error) => Self::Problem { says: error.message(), error },
        }
    }
}

impl fmt::Debug for CheckedName {
    /// Without the name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Good { .. } => f.write_str("Good"),
            Self::Problem { says, .. } => write!(f, "Problem({})", says.id),
        }
    }
}
