//! What the customer's phone sends, and what it is told.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{CommandId, KnockId, Secret};
use crate::capability::{ArSupport, Features};
use crate::route::Platform;

/// `POST /v1/knock`: take a place in the lobby, or take the same place again.
///
/// The answer is the customer's event stream. Sent again with the same `knock_id`, `secret` and
/// `visit` it resumes; a retry whose answer was lost is the same knock.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct KnockRequest {
    /// A token, a spoken code or a hand-over ticket, as text.
    pub invitation: String,
    /// Made by the phone, one for each link, and kept.
    pub knock_id: KnockId,
    /// Proves that the knock is one's own.
    pub secret: Secret,
    /// What the customer typed. May be left out with a ticket that takes a place along: its name goes with
    /// it.
    #[serde(default)]
    pub name: String,
    /// Counts how often this identity came to the lobby, from 1. Somebody who left and comes back
    /// sends one more than they were told; so a late copy of an old request brings nobody back.
    #[serde(default = "first_visit")]
    pub visit: u32,
    /// What the customer is on.
    #[serde(default)]
    pub device: DeviceInfo,
    /// What was measured so far.
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    #[serde(default)]
    pub ar: ArSupport,
    /// The protocol that the phone speaks.
    #[serde(default = "first_protocol")]
    pub protocol: u32,
}

fn first_visit() -> u32 {
    1
}

fn first_protocol() -> u32 {
    1
}

impl fmt::Debug for KnockRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KnockRequest")
            .field("knock_id", &self.knock_id)
            .field("visit", &self.visit)
            .field("device", &self.device)
            .field("ar", &self.ar)
            .field("protocol", &self.protocol)
            .finish_non_exhaustive()
    }
}

/// What the customer is on, for the agent to see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct DeviceInfo {
    /// Phone or desktop system.
    #[serde(default)]
    pub platform: Platform,
    /// Our app, or a browser.
    #[serde(default)]
    pub app: App,
}

/// Our app, or a browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum App {
    /// Our app.
    App,
    /// A browser.
    Browser,
    /// Not said, or said by a newer peer.
    #[default]
    #[serde(other)]
    Unknown,
}

/// `POST /v1/knock/commands`: something the customer, or their phone, does.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CustomerCommand {
    /// Whose.
    pub knock_id: KnockId,
    /// Proves that the knock is one's own.
    pub secret: Secret,
    /// Sending a command twice does it once.
    pub command_id: CommandId,
    /// What is done.
    #[serde(flatten)]
    pub act: CustomerAct,
}

/// What a customer, or their phone, can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum CustomerAct {
    /// The phone is awake and shows the call. Sent every `here_every_ms`, with `n` increasing.
    Here {
        /// Greater than that of any earlier `here` or `asleep`.
        n: u64,
    },
    /// The phone is about to sleep. A late one (`n` already overtaken) changes nothing.
    Asleep {
        /// Greater than that of any earlier `here` or `asleep`.
        n: u64,
    },
    /// The customer, admitted, is now in the call.
    Enter,
    /// The customer leaves the lobby; they may come back.
    LeaveLobby {
        /// Which visit they leave. Overtaken by the knock of a later one, it changes nothing; arriving
        /// before the knock of its own visit, it keeps that one out. Absent, from an older app: the visit
        /// that is there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        visit: Option<u32>,
    },
    /// The customer hangs up: for this link there is no way back.
    LeaveCall,
    /// The customer wants to go on in another app or browser. The answer holds a ticket.
    Move,
}

/// The customer's whole state: every event of their stream, and the answer to every command.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CustomerView {
    /// Coarse enough for the oldest app.
    pub phase: Phase,
    /// A sentence to show when `state` says nothing to this app.
    pub fallback: String,
    /// Which visit this speaks of.
    pub visit: u32,
    /// How often to send `here`, in milliseconds.
    pub here_every_ms: u64,
    /// How long a silent phone keeps its place, in milliseconds.
    pub lease_ms: u64,
    /// A new visit may be made with the same link.
    pub may_return: bool,
    /// One-use ticket that takes this place along to another app or browser; only in the answer to
    /// [`CustomerAct::Move`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<String>,
    /// Everything to show.
    #[serde(flatten)]
    pub state: CustomerState,
}

impl fmt::Debug for CustomerView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CustomerView({:?}, visit {}, {})", self.phase, self.visit, self.state.event())
    }
}

/// The phase that every app knows, however old.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Waiting to be let in.
    Lobby,
    /// Let in.
    Call,
    /// Nothing more will come on this stream.
    Over,
}

/// Everything to show the customer.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum CustomerState {
    /// In the lobby.
    Waiting {
        /// Why nothing has happened yet.
        reason: WaitReason,
        /// Two words; the agent asks which ones the customer sees.
        match_phrase: String,
        /// What the agent wrote to those who wait.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<String>,
        /// Time until the call starts, in milliseconds, if that is still to come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        starts_in_ms: Option<u64>,
    },
    /// In the lobby, and the agent has asked to wait.
    Held {
        /// Two words; the agent asks which ones the customer sees.
        match_phrase: String,
        /// What the agent wrote.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<String>,
    },
    /// Let in: the phone answers with [`CustomerAct::Enter`].
    Admitted {
        /// The agent's name.
        agent: String,
        /// What this pair can do.
        features: Features,
    },
    /// In the call.
    InCall {
        /// The agent's name.
        agent: String,
        /// The agent's console is open and connected.
        agent_present: bool,
        /// What this pair can do.
        features: Features,
    },
    /// Not let in.
    Declined {
        /// Why.
        reason: DeclineReason,
        /// Knocking again is of no use.
        blocked: bool,
    },
    /// Over for this knock.
    Ended {
        /// Why.
        reason: EndReason,
    },
    /// This app is too old for the service.
    UpdateRequired,
    /// From a newer service: show [`CustomerView::fallback`].
    #[serde(other)]
    Unknown,
}

impl CustomerState {
    /// The name of the event that carries this state.
    #[must_use]
    pub fn event(&self) -> &'static str {
        match self {
            Self::Waiting { .. } => "waiting",
            Self::Held { .. } => "held",
            Self::Admitted { .. } => "admitted",
            Self::InCall { .. } => "in-call",
            Self::Declined { .. } => "declined",
            Self::Ended { .. } => "ended",
            Self::UpdateRequired => "update-required",
            Self::Unknown => "unknown",
        }
    }
}

impl fmt::Debug for CustomerState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Waiting { reason, .. } => write!(f, "waiting({reason:?})"),
            Self::Declined { reason, blocked } => write!(f, "declined({reason:?}, blocked: {blocked})"),
            Self::Ended { reason } => write!(f, "ended({reason:?})"),
            other => f.write_str(other.event()),
        }
    }
}

/// Why nothing has happened yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WaitReason {
    /// The call has not started.
    TooEarly,
    /// No agent has their console open.
    AgentAbsent,
    /// An agent is there and has not looked yet.
    NotYetNoticed,
    /// An agent has seen that somebody waits.
    Noticed,
    /// Somebody else is in the call.
    CallTaken,
    /// From a newer service.
    #[serde(other)]
    Unknown,
}

/// Why the agent did not let somebody in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DeclineReason {
    /// The agent expects somebody else.
    NotExpected,
    /// The agent has no time now.
    NotNow,
    /// The customer reached the wrong desk.
    WrongLink,
    /// Not said, or said by a newer peer.
    #[default]
    #[serde(other)]
    Unsaid,
}

/// Why it is over for this knock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EndReason {
    /// The agent ended the call, or deleted it.
    CallOver,
    /// The customer hung up.
    YouLeft,
    /// The customer left the lobby.
    YouLeftTheLobby,
    /// The agent removed this customer from the call.
    Removed,
    /// The phone was silent for longer than the lease.
    LeaseEnded,
    /// The place moved to another app or browser.
    Moved,
    /// The link's time is up.
    LinkExpired,
    /// From a newer service.
    #[serde(other)]
    Unknown,
}
