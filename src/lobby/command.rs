//! What can be asked of a call, and what it answers.

use std::collections::BTreeSet;
use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Call, CodeHash, Envelope, Event, LinkHash, SecretHash, TicketHash, Value};
use crate::capability::ArSupport;
use crate::name::CustomerName;
use crate::protocol::{
    AgentAct, AgentId, AgentName, CallPatch, CommandId, CustomerAct, DeviceInfo, KnockId, ProblemCode, SetUp, Timestamp,
};

/// When a step happens, and what it may not make up itself.
#[derive(Clone, Debug)]
pub struct Moment {
    /// Wall time of the service. A time behind the call's last event counts as that event's.
    pub now: Timestamp,
    /// Fresh random bits: the match phrase is chosen with them.
    pub entropy: u64,
    /// Makes a repeated command do nothing and succeed.
    pub command_id: Option<CommandId>,
}

/// What can be asked of a call.
///
/// Whoever calls has checked who is asking: an agent by their sign-in, a customer only by the shape of
/// what they sent – whether a secret fits its knock is decided here.
#[derive(Clone, Debug)]
pub enum Command {
    /// Create the call; only on no call at all.
    Create(Create),
    /// Change title, start or duration.
    Edit {
        /// Who asks.
        by: AgentName,
        /// What changes.
        patch: CallPatch,
    },
    /// Take a place in the lobby, or resume it.
    Knock(Knock),
    /// Make a ticket that opens the lobby as `via` does: the landing page's, to be carried into the app. Takes no
    /// place and is shown to nobody.
    Ticket {
        /// What it is made of: a link, or a spoken code, which it uses up.
        via: Via,
        /// Hash of the fresh ticket.
        ticket: TicketHash,
    },
    /// Something a customer does.
    Customer {
        /// Whose knock.
        knock: KnockId,
        /// Hash of the secret that was sent.
        secret: SecretHash,
        /// What is done.
        act: CustomerAct,
        /// Hash of a fresh ticket, used by [`CustomerAct::Move`] alone.
        ticket: Option<TicketHash>,
    },
    /// Something an agent does.
    Agent {
        /// Who.
        by: AgentName,
        /// What is done.
        act: AgentAct,
        /// Hash of the call's next link, for acts that replace the link
        /// ([`AgentAct::ReplaceLink`], [`AgentAct::Remove`]).
        next_link: Option<LinkHash>,
        /// Hash of a fresh spoken code, for [`AgentAct::SpokenCode`].
        code: Option<CodeHash>,
        /// Name of the agent who takes over, for [`AgentAct::HandOver`]; looked up by the caller.
        successor: Option<AgentName>,
    },
    /// These agents have their console open now; nobody else has.
    AgentsPresent(BTreeSet<AgentId>),
    /// Time has passed.
    Wake,
}

/// A new call.
#[derive(Clone)]
pub struct Create {
    /// Whose call it is.
    pub agent: AgentName,
    /// What the agent called it.
    pub title: String,
    /// When it starts.
    pub starts_at: Timestamp,
    /// How long it should take.
    pub minutes: u32,
    /// Where the agent joins from.
    pub set_up: SetUp,
    /// Language of the invitation.
    pub language: String,
    /// Hash of link number 0.
    pub link: LinkHash,
    /// The settings it keeps, whatever the operator changes later.
    pub settings: Settings,
}

impl fmt::Debug for Create {
    /// Without the title.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Create")
            .field("agent", &self.agent)
            .field("starts_at", &self.starts_at)
            .field("minutes", &self.minutes)
            .finish_non_exhaustive()
    }
}

/// A knock, fresh or repeated.
#[derive(Clone, Debug)]
pub struct Knock {
    /// Which identity.
    pub knock: KnockId,
    /// Hash of the secret that was sent.
    pub secret: SecretHash,
    /// How often this identity came, from 1.
    pub visit: u32,
    /// What it was opened with.
    pub via: Via,
    /// What the customer typed; nothing when they said nothing, as with a ticket, which takes the name along.
    pub name: Option<CustomerName>,
    /// A verified account, if the customer is signed in.
    pub account: Option<Account>,
    /// What they are on.
    pub device: DeviceInfo,
    /// What was measured.
    pub ar: ArSupport,
}

/// What a knock was opened with. The caller finds the call by it; whether it still opens anything is
/// decided here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Via {
    /// A join link.
    Link(LinkHash),
    /// A spoken code: buys one knock.
    Code(CodeHash),
    /// A hand-over ticket: one use.
    Ticket(TicketHash),
}

/// A verified account of an issuer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Account {
    /// Who vouches.
    pub issuer: String,
    /// Opaque there.
    pub subject: String,
}

impl fmt::Debug for Account {
    /// The issuer alone: the subject is a person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// What the operator has set, as it was when the call was created.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// A link lives until the call's start plus this.
    pub link_life: Duration,
    /// A silent phone keeps its place for this long.
    pub lease: Duration,
    /// How often a waking phone says `here`.
    pub here_every: Duration,
    /// At most so many wait.
    pub max_waiting: usize,
    /// A call is forgotten so long after its end.
    pub remember: Duration,
    /// A spoken code is good for this long.
    pub code_life: Duration,
    /// A ticket is good for this long.
    pub ticket_life: Duration,
    /// Accounts of these issuers are let in by policy while the call's agent is present.
    pub bypass_issuers: BTreeSet<String>,
}

impl Default for Settings {
    fn default() -> Self {
        const MINUTE: u64 = 60;
        Self {
            link_life: Duration::from_secs(24 * 60 * MINUTE),
            lease: Duration::from_secs(10 * MINUTE),
            here_every: Duration::from_secs(10),
            max_waiting: 8,
            remember: Duration::from_secs(24 * 60 * MINUTE),
            code_life: Duration::from_secs(30 * MINUTE),
            ticket_life: Duration::from_secs(15 * MINUTE),
            bypass_issuers: BTreeSet::new(),
        }
    }
}

/// What a command did.
#[derive(Clone, Debug)]
#[must_use]
pub struct Step {
    /// The call as it is now.
    pub call: Call,
    /// When it happened: [`Moment::now`], or the call's last event if that was later. The journal
    /// writes this down, not the moment.
    pub at: Timestamp,
    /// What happened, in order; nothing when the command was a repetition.
    pub events: Vec<Event>,
    /// Send [`Command::Wake`] then. [`None`]: nothing is due by itself.
    pub wake_at: Option<Timestamp>,
}

impl Step {
    /// What the journal writes down of this step; nothing if nothing durable happened.
    #[must_use]
    pub fn envelope(&self, moment: &Moment) -> Option<Envelope> {
        Event::envelope(self.at, moment.command_id.clone(), &self.events)
    }
}

/// Why a command changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The link, code or ticket opens nothing (any more).
    #[error("the link is dead")]
    LinkDead,
    /// The knock exists with another secret.
    #[error("the secret is not this knock's")]
    NotYours,
    /// There is no such knock.
    #[error("there is no such knock")]
    NoSuchKnock,
    /// As many wait as may.
    #[error("the lobby is full")]
    LobbyFull,
    /// The call is over.
    #[error("the call is over")]
    CallOver,
    /// Somebody else is in the call.
    #[error("the call is taken")]
    CallTaken,
    /// Another agent was first, and decided otherwise or the same.
    #[error("agent {by:?} was first")]
    AlreadyDecided {
        /// Who.
        by: AgentName,
    },
    /// Not possible from the state that the call or the knock is in.
    #[error("not possible in this state")]
    NotNow,
    /// A new place needs a name.
    #[error("a name is missing")]
    NameMissing,
    /// A text or number is out of its bounds.
    #[error("{0}")]
    BadValue(Value),
    /// The agent who should take over does not exist.
    #[error("there is no such agent")]
    NoSuchAgent,
}

impl Refusal {
    /// The same on the wire.
    #[must_use]
    pub fn code(&self) -> ProblemCode {
        match self {
            Self::LinkDead => ProblemCode::LinkDead,
            Self::NotYours => ProblemCode::NotYours,
            Self::NoSuchKnock => ProblemCode::NoSuchKnock,
            Self::LobbyFull => ProblemCode::LobbyFull,
            Self::CallOver => ProblemCode::CallOver,
            Self::CallTaken => ProblemCode::CallTaken,
            Self::AlreadyDecided { .. } => ProblemCode::AlreadyDecided,
            Self::NotNow => ProblemCode::NotNow,
            Self::NameMissing => ProblemCode::NameUnusable,
            Self::BadValue(_) => ProblemCode::BadValue,
            Self::NoSuchAgent => ProblemCode::NoSuchAgent,
        }
    }
}
