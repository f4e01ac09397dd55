//! The screen, as a function of the state.

use super::kept::Ending;
use super::meeting::{Meet, Stage};
use super::state::{ArSession, Asked, Link, Live, State};
use super::{CallMode, Journey, Now, OverReason, Question, Screen, Waiting, Whereabouts};
use crate::link::{Invitation, InvitationChoice};
use crate::protocol::{CustomerState, CustomerView, Phase, WaitReason};

impl Journey {
    /// What the customer sees now. It changes with steps; between them only the milliseconds in it do, and what follows
    /// from them.
    #[must_use]
    pub fn screen(&self, now: &Now) -> Screen {
        match &self.state {
            State::Start => Screen::Start,
            State::LinkProblem(error) => Screen::LinkProblem { error: error.clone() },
            State::Choosing(choices) => which(choices, Whereabouts::Nowhere),
            State::Rehearsing { .. } => Screen::Rehearse { camera: self.camera },
            State::Naming { suggestion, problem, not_taken } => {
                Screen::AskName { suggestion: suggestion.clone(), problem: problem.to_owned(), not_taken: *not_taken }
            }
            State::Live(live) => live.screen(now.since_boot_ms),
            State::Elsewhere(link) => Screen::TeamsClient { url: link.url() },
            State::Meeting(meet) => meet.screen(),
            State::Over => over(self.kept.ending()),
            State::UpdateRequired => Screen::UpdateRequired { store: self.store_page() },
        }
    }
}

fn over(ending: Option<&Ending>) -> Screen {
    match ending {
        Some(Ending { sentence: Some(sentence), may_return, .. }) => {
            Screen::Fallback { sentence: sentence.clone(), may_knock_again: *may_return, phase: Phase::Over }
        }
        Some(ending) => Screen::Over { reason: ending.reason, may_knock_again: ending.may_return },
        None => Screen::Over { reason: OverReason::Unknown, may_knock_again: true },
    }
}

fn which(choices: &[Invitation], whereabouts: Whereabouts) -> Screen {
    Screen::Choose { choices: InvitationChoice::between(choices), whereabouts }
}

/// What is asked, if anything is, before the screen that would be shown without it.
fn before(behind: Screen, question: Option<&Asked>, end: Question) -> Screen {
    match question {
        None => behind,
        Some(Asked::End) => Screen::Ask(end),
        Some(Asked::LeaveFor(_)) => Screen::Ask(Question::LeaveForNewInvitation),
        Some(Asked::Which(choices)) => which(choices, behind.whereabouts()),
    }
}

impl Meet {
    fn screen(&self) -> Screen {
        before(self.behind(), self.question.as_ref(), Question::LeaveMeeting)
    }

    fn behind(&self) -> Screen {
        match self.stage {
            Stage::Joining => Screen::Knocking { unreachable_retry_in_ms: None },
            Stage::Lobby => Screen::Waiting(Waiting {
                // Teams says no more than that one waits.
                reason: Some(WaitReason::Unknown),
                match_phrase: String::new(),
                message: None,
                starts_in_ms: None,
                was_asleep: false,
                reconnecting: false,
                lease_ms: None,
                moving: false,
            }),
            Stage::Call => Screen::InMeeting,
        }
    }
}

impl Live {
    fn screen(&self, now: u64) -> Screen {
        before(self.behind(now), self.question.as_ref(), Question::EndCall)
    }

    fn behind(&self, now: u64) -> Screen {
        let Some((view, heard_at)) = &self.heard else {
            return Screen::Knocking { unreachable_retry_in_ms: self.unreachable_for(now) };
        };
        match &view.state {
            CustomerState::Waiting { reason, match_phrase, message, starts_in_ms } => {
                let passed = now.saturating_sub(*heard_at);
                let starts_in_ms = starts_in_ms.and_then(|ms| ms.checked_sub(passed)).filter(|ms| *ms > 0);
                Screen::Waiting(Waiting {
                    reason: Some(*reason),
                    starts_in_ms,
                    ..self.waiting(view, match_phrase, message.as_ref())
                })
            }
            CustomerState::Held { match_phrase, message } => {
                Screen::Waiting(self.waiting(view, match_phrase, message.as_ref()))
            }
            CustomerState::Admitted { agent, .. } => Screen::Admitted { agent: agent.clone() },
            CustomerState::InCall { agent, agent_present, features } => Screen::InCall {
                agent: agent.clone(),
                agent_present: *agent_present,
                mode: self.mode(),
                features: features.to_owned(),
                reconnecting: self.is_reconnecting(),
            },
            _ => Screen::Fallback { sentence: view.fallback.clone(), may_knock_again: false, phase: view.phase },
        }
    }

    /// As one waits who was asked to.
    fn waiting(&self, view: &CustomerView, match_phrase: &str, message: Option<&String>) -> Waiting {
        Waiting {
            reason: None,
            match_phrase: match_phrase.to_owned(),
            message: message.cloned(),
            starts_in_ms: None,
            was_asleep: self.woke_until.is_some(),
            reconnecting: self.is_reconnecting(),
            lease_ms: Some(view.lease_ms),
            moving: self.moving.is_some(),
        }
    }

    /// Nothing for the first try: most of them succeed, and nobody is to be frightened.
    fn unreachable_for(&self, now: u64) -> Option<u64> {
        match self.link {
            _ if self.failures == 0 => None,
            Link::Open { .. } => Some(0),
            Link::Down { retry_at } => Some(retry_at.saturating_sub(now)),
        }
    }

    fn mode(&self) -> CallMode {
        match self.ar {
            ArSession::Never => CallMode::Stills,
            ArSession::Running => CallMode::Ar,
            ArSession::Lost => CallMode::ArLost,
        }
    }
}
