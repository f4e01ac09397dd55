//! What each side is shown.

use std::time::Duration;

use crate::capability::{AgentClient, Features};
use crate::protocol::{
    CallId, CallPhase, CallView, CustomerState, CustomerView, EndReason, KnockId, KnockState, KnockView, Phase, SetUp,
    Timestamp, WaitReason,
};

use super::guest::{Gone, Guest, OpenedWith, Past, Standing};
use super::{Call, WhyOver};

impl Call {
    /// The whole state of one customer; nothing if the identity is not known (any more). Show it
    /// to nobody but the owner of the knock's secret.
    #[must_use]
    pub fn customer_view(&self, knock: &KnockId, now: Timestamp) -> Option<CustomerView> {
        let now = now.max(self.clock());
        if let Some(guest) = self.guest(knock) {
            let state = self.guest_state(guest, now);
            return Some(self.customer(guest.visit, state, false));
        }
        let past = self.past(knock)?;
        Some(self.customer(past.visit, self.past_state(past), self.may_return(past, now)))
    }

    /// What the agent's console shows. Whatever is made of the link or a code, and
    /// `looks_like`, is the service's to fill in: the lobby has hashes alone.
    #[must_use]
    pub fn agent_view(&self, id: &CallId, version: u64, _now: Timestamp) -> CallView {
        CallView {
            id: id.clone(),
            version,
            title: self.title.clone(),
            starts_at: self.starts_at,
            minutes: self.minutes,
            set_up: self.set_up,
            language: self.language.clone(),
            agent: self.agent.clone(),
            phase: self.phase(),
            link_expires_at: self.expires_at(),
            knocks: self.guests.iter().map(|guest| self.knock_view(guest)).collect(),
            link: None,
            message: None,
            subject: None,
            text_message: None,
            spoken_code: None,
            spoken_code_expires_at: None,
        }
    }

    fn customer(&self, visit: u32, state: CustomerState, may_return: bool) -> CustomerView {
        CustomerView {
            phase: match state {
                CustomerState::Waiting { .. } | CustomerState::Held { .. } => Phase::Lobby,
                CustomerState::Admitted { .. } | CustomerState::InCall { .. } => Phase::Call,
                _ => Phase::Over,
            },
            fallback: fallback(&state).to_owned(),
            visit,
            here_every_ms: millis(self.settings.here_every),
            lease_ms: millis(self.settings.lease),
            may_return,
            ticket: None,
            state,
        }
    }

    fn guest_state(&self, guest: &Guest, now: Timestamp) -> CustomerState {
        let match_phrase = guest.phrase.clone();
        let message = guest.message.clone();
        let agent = || self.with.as_ref().unwrap_or(&self.agent);
        match guest.standing {
            Standing::Waiting | Standing::Noticed => CustomerState::Waiting {
                reason: self.wait_reason(guest, now),
                match_phrase,
                message,
                starts_in_ms: (self.starts_at > now).then(|| millis(self.starts_at.since(now))),
            },
            Standing::Held => CustomerState::Held { match_phrase, message },
            Standing::Admitted => {
                CustomerState::Admitted { agent: agent().name.clone(), features: self.features(guest) }
            }
            Standing::InCall => CustomerState::InCall {
                agent: agent().name.clone(),
                agent_present: self.volatile.agents.contains(&agent().id),
                features: self.features(guest),
            },
        }
    }

    /// The nearest reason first: what must happen before anything else can.
    fn wait_reason(&self, guest: &Guest, now: Timestamp) -> WaitReason {
        if self.taken_by().is_some() {
            WaitReason::CallTaken
        } else if guest.standing == Standing::Noticed {
            WaitReason::Noticed
        } else if self.starts_at > now {
            WaitReason::TooEarly
        } else if self.volatile.agents.is_empty() {
            WaitReason::AgentAbsent
        } else {
            WaitReason::NotYetNoticed
        }
    }

    fn past_state(&self, past: &Past) -> CustomerState {
        let reason = match &past.how {
            Gone::Declined { reason, block, .. } => {
                return CustomerState::Declined { reason: *reason, blocked: *block };
            }
            Gone::Removed => EndReason::Removed,
            Gone::LeftCall => EndReason::YouLeft,
            Gone::Moved => EndReason::Moved,
            // Once the call is over there is nothing to come back to: that is the news, not how
            // they lost their place.
            Gone::LeftLobby | Gone::LeaseEnded | Gone::CallOver if self.is_over() => self.end_reason(),
            Gone::LeftLobby => EndReason::YouLeftTheLobby,
            Gone::LeaseEnded => EndReason::LeaseEnded,
            Gone::CallOver => EndReason::CallOver,
        };
        CustomerState::Ended { reason }
    }

    fn end_reason(&self) -> EndReason {
        match self.over {
            Some((WhyOver::Expired, _)) => EndReason::LinkExpired,
            _ => EndReason::CallOver,
        }
    }

    /// Whether what they came with opens once more.
    fn may_return(&self, past: &Past, now: Timestamp) -> bool {
        let alive = !self.is_over() && now < self.expires_at();
        alive
            && past.how.may_return()
            && match &past.opened_with {
                OpenedWith::Link(link) => self.link() == Some(link),
                OpenedWith::Code(code) => self.code_opens(code, &past.knock, now),
                OpenedWith::Ticket(ticket) => self.ticket_opens(ticket, &past.knock, now),
            }
    }

    fn phase(&self) -> CallPhase {
        match (&self.over, self.taken_by()) {
            (Some((WhyOver::Ended { by }, _)), _) => {
                CallPhase::Over { reason: EndReason::CallOver, by: Some(by.clone()) }
            }
            (Some((WhyOver::CustomerLeft, _)), _) => CallPhase::Over { reason: EndReason::YouLeft, by: None },
            (Some((WhyOver::Expired, _)), _) => CallPhase::Over { reason: EndReason::LinkExpired, by: None },
            (None, Some(guest)) => {
                let agent = self.with.as_ref().unwrap_or(&self.agent).clone();
                CallPhase::Taken { knock: guest.knock.clone(), agent }
            }
            (None, None) => CallPhase::Open,
        }
    }

    fn knock_view(&self, guest: &Guest) -> KnockView {
        KnockView {
            knock: guest.knock.clone(),
            name: guest.name.as_str().to_owned(),
            state: match guest.standing {
                Standing::Waiting => KnockState::Waiting,
                Standing::Noticed => KnockState::Noticed,
                Standing::Held => KnockState::Held,
                Standing::Admitted => KnockState::Admitted,
                Standing::InCall => KnockState::InCall,
            },
            awake: !guest.asleep,
            since: guest.since,
            match_phrase: guest.phrase.clone(),
            device: guest.device,
            ar: guest.ar,
            features: self.features(guest),
            message: guest.message.clone(),
            attended_by: guest.attended_by.clone(),
            looks_like: None,
        }
    }

    fn features(&self, guest: &Guest) -> Features {
        let client = match self.set_up {
            SetUp::Mobile => AgentClient::PhoneBrowser,
            SetUp::Desktop => AgentClient::DesktopBrowser,
        };
        Features::for_pair(guest.account.is_some(), guest.ar, client)
    }
}

/// Whole milliseconds.
fn millis(span: Duration) -> u64 {
    Timestamp(0).after(span).0
}

/// For an app that does not know the state. English alone: an app that knows it says it in its own
/// language.
fn fallback(state: &CustomerState) -> &'static str {
    match state {
        CustomerState::Waiting { reason: WaitReason::TooEarly, .. } => {
            "You are early. Please wait, you are in the lobby."
        }
        CustomerState::Waiting { reason: WaitReason::AgentAbsent, .. } => {
            "You are in the lobby. Nobody is there yet to let you in."
        }
        CustomerState::Waiting { reason: WaitReason::CallTaken, .. } => {
            "Somebody else is in this call. Please wait, you are in the lobby."
        }
        CustomerState::Waiting { reason: WaitReason::Noticed, .. } => "You have been seen and will be let in soon.",
        CustomerState::Waiting { .. } => "You are in the lobby and will be let in soon.",
        CustomerState::Held { .. } => "You have been asked to wait a little longer.",
        CustomerState::Admitted { .. } => "You are being let in.",
        CustomerState::InCall { .. } => "You are in the call.",
        CustomerState::Declined { blocked: true, .. } => {
            "You were not let in. This link does not work for you any more."
        }
        CustomerState::Declined { .. } => "You were not let in.",
        CustomerState::Ended { reason } => match reason {
            EndReason::YouLeft => "You have left the call. It is over.",
            EndReason::YouLeftTheLobby => "You have left the lobby.",
            EndReason::Removed => "You were taken out of the call.",
            EndReason::LeaseEnded => "You were away for too long, so your place was freed.",
            EndReason::Moved => "You go on in another app or browser.",
            EndReason::LinkExpired => "This link has expired. Ask for a new one.",
            EndReason::CallOver | EndReason::Unknown => "This call has ended.",
        },
        CustomerState::UpdateRequired => "Please update the app.",
        CustomerState::Unknown => "Please wait.",
    }
}
