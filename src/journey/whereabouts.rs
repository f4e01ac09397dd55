//! Where the customer is, whatever stands on the screen.

use serde::Serialize;

use super::Screen;
use crate::protocol::Phase;

/// Where the customer is, as far as it matters when they put the phone away or close the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum Whereabouts {
    /// Nowhere yet, or nowhere any more: nothing is lost.
    Nowhere,
    /// On the way into a lobby, or in it: there is a place to keep.
    Lobby,
    /// Let in, and not there yet: worth a notice when nobody looks.
    LetIn,
    /// In the call or the meeting.
    Call,
}

impl Screen {
    /// Where the customer is who sees this.
    #[must_use]
    pub const fn whereabouts(&self) -> Whereabouts {
        match self {
            Self::Choose { whereabouts, .. } => *whereabouts,
            Self::Knocking { .. } | Self::Waiting(_) | Self::Fallback { phase: Phase::Lobby, .. } => Whereabouts::Lobby,
            Self::Admitted { .. } => Whereabouts::LetIn,
            // Only whoever is in a call is asked something.
            Self::InCall { .. } | Self::InMeeting | Self::Ask(_) | Self::Fallback { phase: Phase::Call, .. } => {
                Whereabouts::Call
            }
            Self::Start
            | Self::LinkProblem { .. }
            | Self::AskName { .. }
            | Self::Rehearse { .. }
            | Self::TeamsClient { .. }
            | Self::Over { .. }
            | Self::Fallback { phase: Phase::Over, .. }
            | Self::UpdateRequired { .. } => Whereabouts::Nowhere,
        }
    }
}
