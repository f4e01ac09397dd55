//! The state of one call. Only [`Call::apply_envelope`] and what it is made of change it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;

use crate::protocol::{AgentId, AgentName, CommandId, KnockId, SetUp, Timestamp};

use super::guest::{Guest, Past};
use super::{CodeHash, ENVELOPE_VERSION, Envelope, LinkHash, Settings, TicketHash, WhyOver};

/// So many commands are remembered, to do a repeated one only once.
pub(super) const REMEMBERED_COMMANDS: usize = 256;

/// So many identities without a place are remembered; the oldest go first. Those whom an agent
/// has put out for good are remembered beyond it: each of them cost an agent a click.
pub(super) const REMEMBERED_IDENTITIES: usize = 256;

/// The state of one call.
///
/// Changed by events alone, so that the journal's events give the same state again. `==` compares
/// everything, [`Call::durable_eq`] what the journal holds.
#[derive(Clone, PartialEq)]
pub struct Call {
    pub(super) agent: AgentName,
    pub(super) title: String,
    pub(super) starts_at: Timestamp,
    pub(super) minutes: u32,
    pub(super) set_up: SetUp,
    pub(super) language: String,
    pub(super) settings: Settings,
    /// Every link there was; the last one opens.
    pub(super) links: Vec<LinkHash>,
    pub(super) codes: Vec<Code>,
    pub(super) tickets: Vec<Ticket>,
    /// Who has a place, in the order they came: exactly these are in the agent's list.
    pub(super) guests: Vec<Guest>,
    /// Who had a place, in the order they lost it.
    pub(super) past: VecDeque<Past>,
    /// The agent who is in the call, or will be as soon as the admitted one enters.
    pub(super) with: Option<AgentName>,
    pub(super) over: Option<(WhyOver, Timestamp)>,
    pub(super) commands: VecDeque<CommandId>,
    /// Time of the last durable event.
    pub(super) last: Timestamp,
    pub(super) volatile: Volatile,
}

/// What is never written down.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Volatile {
    /// Time of the last event of any kind.
    pub(super) clock: Timestamp,
    pub(super) heard: BTreeMap<KnockId, Heard>,
    pub(super) agents: BTreeSet<AgentId>,
    pub(super) started: bool,
    pub(super) forgotten: bool,
}

/// The last sign of life of a phone, and the highest beat.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Heard {
    pub(super) at: Timestamp,
    pub(super) beat: u64,
}

/// A spoken code.
#[derive(Clone, PartialEq)]
pub(super) struct Code {
    pub(super) hash: CodeHash,
    /// It opens the lobby as long as this link does.
    pub(super) link: LinkHash,
    pub(super) until: Timestamp,
    pub(super) used_by: Option<KnockId>,
}

impl Code {
    pub(super) fn is_unused(&self, at: Timestamp) -> bool {
        self.used_by.is_none() && self.until > at
    }
}

/// A hand-over ticket.
#[derive(Clone, PartialEq)]
pub(super) struct Ticket {
    pub(super) hash: TicketHash,
    /// It opens the lobby as long as this link does.
    pub(super) link: LinkHash,
    pub(super) leads: Leads,
    pub(super) until: Timestamp,
    pub(super) used_by: Option<KnockId>,
}

/// What a ticket is good for.
#[derive(Clone, PartialEq)]
pub(super) enum Leads {
    /// Takes the place of this one along.
    ToPlaceOf(KnockId),
    /// Opens the lobby.
    ToLobby,
}

impl Ticket {
    pub(super) fn moves(&self, knock: &KnockId) -> bool {
        matches!(&self.leads, Leads::ToPlaceOf(place) if place == knock)
    }
}

/// Why envelopes do not make a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// The first event is not [`Event::Created`](super::Event::Created), or there is none.
    #[error("the journal of a call must begin with its creation")]
    NotCreated,
    /// Written by a newer version of this program.
    #[error("an event of format version {found}; this program reads version {ENVELOPE_VERSION}")]
    Version {
        /// The version found.
        found: u32,
    },
}

impl Call {
    /// The call that these envelopes tell of, oldest first. Call [`Call::resume`] on it before
    /// the first step: nobody was heard while nothing ran.
    ///
    /// # Errors
    /// [`ReplayError`] when there is no creation at the beginning, or an envelope is too new.
    pub fn replay<'a>(envelopes: impl IntoIterator<Item = &'a Envelope>) -> Result<Self, ReplayError> {
        let mut envelopes = envelopes.into_iter();
        let first = envelopes.next().ok_or(ReplayError::NotCreated)?;
        check_version(first)?;
        let mut call = Self::created(first)?;
        for envelope in envelopes {
            call.apply_envelope(envelope)?;
        }
        Ok(call)
    }

    fn created(envelope: &Envelope) -> Result<Self, ReplayError> {
        let (created, rest) = envelope.events.split_first().ok_or(ReplayError::NotCreated)?;
        let mut call = Self::from_created(envelope.at, created).ok_or(ReplayError::NotCreated)?;
        for event in rest {
            call.apply(envelope.at, event);
        }
        call.remember(envelope.command_id.as_ref());
        Ok(call)
    }

    /// Applies what was written down, here or by another node.
    ///
    /// # Errors
    /// [`ReplayError::Version`] when the envelope is too new; nothing has changed then.
    pub fn apply_envelope(&mut self, envelope: &Envelope) -> Result<(), ReplayError> {
        check_version(envelope)?;
        for event in &envelope.events {
            self.apply(envelope.at, event);
        }
        self.remember(envelope.command_id.as_ref());
        Ok(())
    }

    /// The call as it is taken up again after a restart: every phone counts as heard at `now`, so
    /// that nobody loses a place because the service was away; no agent is present until said.
    #[must_use]
    pub fn resume(mut self, now: Timestamp) -> Self {
        let now = now.max(self.last);
        let heard = self.guests.iter().map(|guest| (guest.knock.clone(), Heard { at: now, beat: guest.beat }));
        self.volatile = Volatile {
            clock: now,
            heard: heard.collect(),
            agents: BTreeSet::new(),
            started: now >= self.starts_at,
            forgotten: false,
        };
        self
    }

    /// Whether both are the same as far as the journal tells.
    #[must_use]
    pub fn durable_eq(&self, other: &Self) -> bool {
        self.clone().resume(Timestamp(0)) == other.clone().resume(Timestamp(0))
    }
}

fn check_version(envelope: &Envelope) -> Result<(), ReplayError> {
    if envelope.v > ENVELOPE_VERSION { Err(ReplayError::Version { found: envelope.v }) } else { Ok(()) }
}

impl fmt::Debug for Call {
    /// Numbers alone: a call holds names and messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("agent", &self.agent.id)
            .field("link_number", &self.link_number())
            .field("guests", &self.guests.len())
            .field("past", &self.past.len())
            .field("over", &self.over)
            .field("last", &self.last)
            .finish_non_exhaustive()
    }
}
