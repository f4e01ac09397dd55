//! Kinds of invitations.

use serde::{Deserialize, Serialize};

use crate::link::Invitation;

/// What an invitation is, without what it holds: all of it that a route depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Our own link.
    OneTime,
    /// A code that was read out.
    SpokenCode,
    /// A hand-over from the landing page.
    Ticket,
    /// A link to a meeting of Microsoft Teams.
    Teams,
}

impl From<&Invitation> for Kind {
    fn from(invitation: &Invitation) -> Self {
        match invitation {
            Invitation::OneTime { .. } => Self::OneTime,
            Invitation::SpokenCode(_) => Self::SpokenCode,
            Invitation::Ticket(_) => Self::Ticket,
            Invitation::Teams(_) => Self::Teams,
        }
    }
}
