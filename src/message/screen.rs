//! What the customer's screen says.

use super::{Message, count, said};
use crate::journey::{CallMode, CameraAccess, OverReason, Question, Screen};
use crate::protocol::DeclineReason;

said! { SCREENS: pub Screen {
    Self::Start => "screen-start";
    Self::Choose { choices, .. } => "screen-choose", count: Number(count(choices.len()));
    Self::AskName { problem: None, not_taken: false, .. } => "screen-ask-name";
    Self::AskName { problem: None, not_taken: true, .. } => "screen-name-not-taken";
    Self::Rehearse { camera: CameraAccess::Unknown | CameraAccess::NotAsked | CameraAccess::Granted } =>
        "screen-rehearse-ask";
    Self::Rehearse { camera: CameraAccess::Denied } => "screen-rehearse-denied";
    Self::Rehearse { camera: CameraAccess::Missing } => "screen-rehearse-missing";
    Self::Knocking { unreachable_retry_in_ms: None } => "screen-knocking";
    Self::Knocking { unreachable_retry_in_ms: Some(_) } => "screen-unreachable";
    Self::Admitted { agent } => "screen-admitted", agent: Text(agent.clone());
    Self::InCall { agent, .. } => "screen-in-call", agent: Text(agent.clone());
    Self::TeamsClient { .. } => "screen-teams-client";
    Self::InMeeting => "screen-in-meeting";
    Self::Fallback { sentence, .. } => "screen-fallback", sentence: Text(sentence.clone());
    Self::UpdateRequired { .. } => "screen-update-required";
} or {
    Self::LinkProblem { error } => error.message();
    Self::AskName { problem: Some(problem), .. } => problem.message();
    Self::Waiting(waiting) => waiting.message();
    Self::Ask(question) => question.message();
    Self::Over { reason, .. } => reason.message();
}}

impl Screen {
    /// Everything the screen says, in the order of its lines: what went wrong before all else, for the last lines may be
    /// out of sight; then [`Screen::message`]; then the rest.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        let mut lines: Vec<_> = self.trouble().into_iter().chain([self.message()]).collect();
        match self {
            Self::Waiting(waiting) => lines.extend(waiting.details()),
            Self::InCall { mode, .. } => lines.push(mode.message()),
            // Of a full lobby it is said when.
            Self::Over { may_knock_again: true, reason } if *reason != OverReason::LobbyFull => {
                lines.push(Detail::MayKnockAgain.message());
            }
            Self::Fallback { may_knock_again: true, .. } => lines.push(Detail::MayKnockAgain.message()),
            Self::Start
            | Self::LinkProblem { .. }
            | Self::Choose { .. }
            | Self::AskName { .. }
            | Self::Rehearse { .. }
            | Self::Knocking { .. }
            | Self::Admitted { .. }
            | Self::TeamsClient { .. }
            | Self::InMeeting
            | Self::Ask(_)
            | Self::Over { .. }
            | Self::Fallback { may_knock_again: false, .. }
            | Self::UpdateRequired { .. } => {}
        }
        lines
    }

    /// What goes wrong right now.
    fn trouble(&self) -> Option<Message> {
        match self {
            Self::Waiting(waiting) => waiting.trouble(),
            Self::InCall { reconnecting: true, .. } => Some(Detail::Reconnecting.message()),
            Self::InCall { agent, agent_present: false, .. } => Some(Detail::AgentAway(agent).message()),
            _ => None,
        }
    }
}

/// A line below the first.
enum Detail<'a> {
    AgentAway(&'a str),
    Reconnecting,
    MayKnockAgain,
}

said! { DETAILS: pub(self) Detail<'_> {
    Self::AgentAway(agent) => "screen-agent-away", agent: Text((*agent).to_owned());
    Self::Reconnecting => "screen-reconnecting";
    Self::MayKnockAgain => "screen-may-knock-again";
}}

said! { CALL_MODES: pub CallMode {
    Self::Ar => "call-mode-ar";
    Self::Stills => "call-mode-stills";
    Self::ArLost => "call-mode-ar-lost";
}}

said! { QUESTIONS: pub Question {
    Self::EndCall => "question-end-call";
    Self::LeaveMeeting => "question-leave-meeting";
    Self::LeaveForNewInvitation => "question-leave-for-new-invitation";
}}

said! { ENDINGS: pub OverReason {
    Self::CallOver => "over-call-over";
    Self::YouLeft => "over-you-left";
    Self::YouLeftTheLobby => "over-you-left-the-lobby";
    Self::Removed => "over-removed";
    Self::SleptTooLong => "over-slept-too-long";
    Self::Moved => "over-moved";
    Self::Declined(DeclineReason::NotExpected) => "over-declined-not-expected";
    Self::Declined(DeclineReason::NotNow) => "over-declined-not-now";
    Self::Declined(DeclineReason::WrongLink) => "over-declined-wrong-link";
    Self::Declined(DeclineReason::Unsaid) => "over-declined-unsaid";
    Self::LinkDead => "over-link-dead";
    Self::LobbyFull => "over-lobby-full";
    Self::NobodyCame => "over-nobody-came";
    Self::MeetingFailed => "over-meeting-failed";
    Self::Unknown => "over-unknown";
}}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Waiting;

    #[test]
    fn a_full_lobby_says_once_when_to_knock_again() {
        let said = |reason| Screen::Over { reason, may_knock_again: true }.messages();
        let ids = |lines: Vec<Message>| lines.iter().map(|line| line.id).collect::<Vec<_>>();
        assert_eq!(ids(said(OverReason::LobbyFull)), ["over-lobby-full"]);
        assert_eq!(ids(said(OverReason::NobodyCame)), ["over-nobody-came", "screen-may-knock-again"]);
    }

    #[test]
    fn what_goes_wrong_is_said_before_all_else() {
        let waiting = Screen::Waiting(Waiting {
            reason: None,
            match_phrase: "calm otter".to_owned(),
            message: None,
            starts_in_ms: None,
            was_asleep: true,
            reconnecting: true,
            lease_ms: None,
            moving: false,
        });
        let said: Vec<_> = waiting.messages().iter().map(|message| message.id).collect();
        assert_eq!(said, ["waiting-reconnecting", "waiting-held", "waiting-match-phrase", "waiting-was-asleep"]);
    }
}
