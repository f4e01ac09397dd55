//! Where the customer is, whatever stands on the screen.

use serde::Serialize;

use super::{Screen, Waiting};
use crate::protocol::Phase;

/// Where the customer is, as far as it matters when they put the phone away or close the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum Whereabouts {
    /// Nowhere yet, or nowhere any more: nothing is lost.
    Nowhere,
    /// In the lobby of a call that starts so much later that nobody waits for it: they may close the app or the page
    /// and come back then, and the phone is not kept awake.
    FarTooEarly,
    /// On the way into a lobby, or in it: there is a place to keep.
    Lobby,
    /// Let in, and not there yet: worth a notice when nobody looks.
    LetIn,
    /// In the call or the meeting.
    Call,
}

/// Nobody looks at a phone for longer than this, and its battery is to last for the call: a quarter of an hour.
const FAR_TOO_EARLY_MS: u64 = 15 * 60 * 1_000;

impl Screen {
    /// Where the customer is who sees this.
    #[must_use]
    pub const fn whereabouts(&self) -> Whereabouts {
        match self {
            Self::Choose { whereabouts, .. } => *whereabouts,
            // Whoever is written to may be called in at any moment.
            Self::Waiting(Waiting { starts_in_ms: Some(ms), message: None, .. }) if *ms > FAR_TOO_EARLY_MS => {
                Whereabouts::FarTooEarly
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{OverReason, Question};

    #[test]
    fn whoever_is_told_something_that_this_app_does_not_know_keeps_their_place() {
        let told =
            |phase| Screen::Fallback { sentence: "New.".to_owned(), may_knock_again: false, phase }.whereabouts();
        assert_eq!(told(Phase::Lobby), Whereabouts::Lobby);
        assert_eq!(told(Phase::Call), Whereabouts::Call);
        assert_eq!(told(Phase::Over), Whereabouts::Nowhere);
    }

    #[test]
    fn whoever_comes_more_than_a_quarter_of_an_hour_too_early_comes_back_then() {
        let waiting = |starts_in_ms, message: Option<&str>| {
            let told = Waiting {
                reason: None,
                match_phrase: String::new(),
                message: message.map(str::to_owned),
                starts_in_ms,
                was_asleep: false,
                reconnecting: false,
                lease_ms: None,
                moving: false,
            };
            Screen::Waiting(told).whereabouts()
        };
        assert_eq!(waiting(Some(900_001), None), Whereabouts::FarTooEarly);
        assert_eq!(waiting(Some(900_001), Some("I can take you now.")), Whereabouts::Lobby);
        assert_eq!(waiting(Some(900_000), None), Whereabouts::Lobby);
        assert_eq!(waiting(None, None), Whereabouts::Lobby);
    }

    #[test]
    fn a_place_begins_with_the_knock_and_ends_with_the_call() {
        for (screen, whereabouts) in [
            (Screen::AskName { suggestion: String::new(), problem: None, not_taken: false }, Whereabouts::Nowhere),
            (Screen::Knocking { unreachable_retry_in_ms: Some(1) }, Whereabouts::Lobby),
            (Screen::Admitted { agent: String::new() }, Whereabouts::LetIn),
            (Screen::InMeeting, Whereabouts::Call),
            (Screen::Ask(Question::EndCall), Whereabouts::Call),
            (Screen::Over { reason: OverReason::YouLeft, may_knock_again: false }, Whereabouts::Nowhere),
        ] {
            assert_eq!(screen.whereabouts(), whereabouts, "{screen:?}");
        }
    }
}
