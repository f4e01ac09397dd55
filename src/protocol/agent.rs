//! What the agent's console sends, and what it is shown.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{AgentId, CallId, CommandId, DeclineReason, DeviceInfo, EndReason, KnockId, Timestamp};
use crate::capability::{ArSupport, Features};

/// `POST /v1/calls`: create a one-time call. Everything is optional.
#[derive(Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct CreateCall {
    /// Makes a repeated request create one call only.
    pub command_id: Option<CommandId>,
    /// At most 200 characters.
    pub title: Option<String>,
    /// Milliseconds since the Unix epoch; now, if left out.
    pub starts_at: Option<Timestamp>,
    /// How long it should take; 30 if left out.
    pub minutes: Option<u32>,
    /// Where the agent will join from.
    pub set_up: SetUp,
    /// Language of the invitation (`en`, `de`, `fr`, `es`, `ja`); `en` if left out.
    pub language: Option<String>,
}

/// `PATCH /v1/calls/{id}` with `If-Match`: what is left out stays.
#[derive(Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct CallPatch {
    /// At most 200 characters.
    pub title: Option<String>,
    /// Milliseconds since the Unix epoch.
    pub starts_at: Option<Timestamp>,
    /// How long it should take.
    pub minutes: Option<u32>,
    /// Where the agent will join from.
    pub set_up: Option<SetUp>,
    /// Language of the invitation. Who waits already keeps the words they see.
    pub language: Option<String>,
}

/// Where the agent sets the call up and will join from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SetUp {
    /// A phone.
    Mobile,
    /// A computer; also what a newer peer says.
    #[default]
    #[serde(other)]
    Desktop,
}

/// `POST /v1/calls/{id}/commands`.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AgentCommand {
    /// Sending a command twice does it once.
    pub command_id: CommandId,
    /// What is done.
    #[serde(flatten)]
    pub act: AgentAct,
}

/// What an agent can do with a call.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum AgentAct {
    /// The agent has seen that this customer waits.
    Notice {
        /// Who.
        knock: KnockId,
    },
    /// Let this customer in.
    Admit {
        /// Who.
        knock: KnockId,
    },
    /// Ask this customer to wait.
    Hold {
        /// Who.
        knock: KnockId,
        /// At most 500 characters.
        #[serde(default)]
        message: Option<String>,
    },
    /// Take back a hold.
    Release {
        /// Who.
        knock: KnockId,
    },
    /// Write to one waiting customer, or to all.
    Message {
        /// Who; everybody waiting, if left out.
        #[serde(default)]
        knock: Option<KnockId>,
        /// At most 500 characters.
        text: String,
    },
    /// Do not let this customer in.
    Decline {
        /// Who.
        knock: KnockId,
        /// What they are told.
        #[serde(default)]
        reason: DeclineReason,
        /// Nor ever again on this link.
        #[serde(default)]
        block: bool,
    },
    /// From the call back into the lobby.
    SendBack {
        /// Who.
        knock: KnockId,
    },
    /// Out of the call for good; the call goes on with a new link.
    Remove {
        /// Who.
        knock: KnockId,
    },
    /// A new link; the old one is dead for everybody who has not knocked yet.
    ReplaceLink,
    /// Make a spoken code, good for 30 minutes.
    SpokenCode,
    /// Another agent takes over.
    HandOver {
        /// Who takes over.
        to: AgentId,
    },
    /// The call is over and its link dead.
    End,
}

/// What the agent's console shows of one call.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CallView {
    /// Which call.
    pub id: CallId,
    /// Grows with every durable change: the `ETag` of this call.
    pub version: u64,
    /// What the agent called it.
    pub title: String,
    /// Milliseconds since the Unix epoch.
    pub starts_at: Timestamp,
    /// Planned duration.
    pub minutes: u32,
    /// Where the agent joins from.
    pub set_up: SetUp,
    /// Language of the invitation.
    pub language: String,
    /// Whose call it is.
    pub agent: AgentName,
    /// How far it is.
    pub phase: CallPhase,
    /// Milliseconds since the Unix epoch; when the link dies if nobody is waiting then.
    pub link_expires_at: Timestamp,
    /// Waiting and in the call, oldest first.
    pub knocks: Vec<KnockView>,
    /// The join link; filled in by the service, absent when the call is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The message to send to the customer, worded for this set-up; filled in by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The subject of that message; filled in by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The link for a text message; filled in by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_message: Option<TextMessage>,
    /// Only in the answer to [`AgentAct::SpokenCode`]: the code in threes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoken_code: Option<String>,
    /// With a spoken code: milliseconds since the Unix epoch; nobody new gets in by it from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoken_code_expires_at: Option<Timestamp>,
}

/// The join link with a sentence around it, as a text message (SMS).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TextMessage {
    /// What is sent.
    pub text: String,
    /// As how many messages it travels, and is paid for.
    pub parts: u32,
}

/// How far a call is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "phase", rename_all = "kebab-case")]
pub enum CallPhase {
    /// Nobody is in the call.
    Open,
    /// Somebody was let in.
    Taken {
        /// Who.
        knock: KnockId,
        /// Who let them in, or who took over.
        agent: AgentName,
    },
    /// Over; the link is dead.
    Over {
        /// Why.
        reason: EndReason,
        /// Who ended it, if an agent did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<AgentName>,
    },
}

/// An agent, by name.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AgentName {
    /// Which agent.
    pub id: AgentId,
    /// What colleagues and customers see.
    pub name: String,
}

/// Somebody at the door, as the agent sees them.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct KnockView {
    /// Who.
    pub knock: KnockId,
    /// The name that was typed.
    pub name: String,
    /// How far they are.
    pub state: KnockState,
    /// The phone is awake.
    pub awake: bool,
    /// Milliseconds since the Unix epoch; when they came to the lobby.
    pub since: Timestamp,
    /// Two words; ask the customer which ones they see.
    pub match_phrase: String,
    /// What they are on.
    pub device: DeviceInfo,
    /// What was measured.
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub ar: ArSupport,
    /// What this pair will be able to do: the capability card.
    pub features: Features,
    /// What the agent last wrote to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The agent who last did something with them: noticed, held, wrote, admitted, sent back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attended_by: Option<AgentName>,
    /// Whose name this one could be taken for; filled in by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub looks_like: Option<LooksLike>,
}

/// Whose name a customer's could be taken for: warn the agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LooksLike {
    /// An agent: the call's, or one who is at their console.
    Agent,
    /// The organisation.
    Organisation,
    /// Another customer of the same call.
    Customer,
    /// From a newer service: somebody's.
    #[serde(other)]
    Unknown,
}

/// How far somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum KnockState {
    /// Waiting, not noticed yet.
    Waiting,
    /// Waiting, and an agent has seen it.
    Noticed,
    /// Asked to wait.
    Held,
    /// Let in; their phone has not entered yet.
    Admitted,
    /// In the call.
    InCall,
}

macro_rules! hidden {
    ($($name:ident: $($field:ident),*;)*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))$(.field(stringify!($field), &self.$field))*.finish_non_exhaustive()
            }
        }
    )*};
}
// Titles, names and messages stay out of every log.
hidden! {
    CreateCall: command_id, starts_at, minutes, set_up;
    CallPatch: starts_at, minutes, set_up;
    AgentCommand: command_id, act;
    CallView: id, version, phase, knocks;
    TextMessage: parts;
    AgentName: id;
    KnockView: knock, state, awake;
}

impl AgentAct {
    /// The name of the command, as it travels.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Notice { .. } => "notice",
            Self::Admit { .. } => "admit",
            Self::Hold { .. } => "hold",
            Self::Release { .. } => "release",
            Self::Message { .. } => "message",
            Self::Decline { .. } => "decline",
            Self::SendBack { .. } => "send-back",
            Self::Remove { .. } => "remove",
            Self::ReplaceLink => "replace-link",
            Self::SpokenCode => "spoken-code",
            Self::HandOver { .. } => "hand-over",
            Self::End => "end",
        }
    }
}

impl fmt::Debug for AgentAct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind())
    }
}

impl fmt::Debug for CallPhase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open => f.write_str("open"),
            Self::Taken { knock, agent } => write!(f, "taken({knock}, by {})", agent.id),
            Self::Over { reason, .. } => write!(f, "over({reason:?})"),
        }
    }
}
