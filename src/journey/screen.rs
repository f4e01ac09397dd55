//! Everything a shell draws.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};

use super::{CameraAccess, Whereabouts};
use crate::capability::Features;
use crate::link::{InvitationChoice, LinkError};
use crate::name::NameError;
use crate::protocol::{DeclineReason, EndReason, Phase, WaitReason};

/// What the customer sees now. Complete: a shell needs nothing else, and keeps nothing.
///
/// Serialises, for shells that are told by JSON, as an object with its `kind`; an invitation in it as its text.
#[derive(Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Screen {
    /// Nothing is open: paste a link, scan a code, type a spoken code.
    Start,
    /// The text held no usable invitation; says what to do.
    LinkProblem {
        /// What is wrong.
        #[serde(serialize_with = "LinkError::as_told")]
        error: LinkError,
    },
    /// The text holds several different invitations: which one is it? Answered by
    /// [`Input::Choose`](super::Input::Choose), or dismissed.
    Choose {
        /// In the order of the text, at most [`MAX_CHOICES`](crate::link::MAX_CHOICES).
        choices: Vec<InvitationChoice>,
        /// Where the customer is meanwhile: whoever has a place keeps it until they choose.
        whereabouts: Whereabouts,
    },
    /// The customer's name is asked.
    AskName {
        /// What to fill in already.
        suggestion: String,
        /// What is wrong with what was typed.
        problem: Option<NameError>,
        /// Nothing that this app knows of is wrong with it, and the service did not take it: ask for another
        /// one.
        not_taken: bool,
    },
    /// What the call will need is tried before the knock. It goes on by itself when the camera is allowed, and by
    /// [`Input::GoOn`](super::Input::GoOn) in any case.
    Rehearse {
        /// `NotAsked`: offer to ask the system for it. `Denied`, `Missing`: say so now, and what to do.
        camera: CameraAccess,
    },
    /// The knock is on its way.
    Knocking {
        /// The service could not be reached so far; the next try is after this many milliseconds.
        unreachable_retry_in_ms: Option<u64>,
    },
    /// In the lobby.
    Waiting(Waiting),
    /// Let in; entering.
    Admitted {
        /// The agent's name.
        agent: String,
    },
    /// In the call.
    InCall {
        /// The agent's name.
        agent: String,
        /// The agent's console is connected.
        agent_present: bool,
        /// With AR, without, or AR lost.
        mode: CallMode,
        /// What this pair can do.
        features: Features,
        /// The connection to the service is being made again.
        reconnecting: bool,
    },
    /// This meeting is held in Microsoft Teams, and this app does not join it: open it there, by
    /// [`Input::Open`](super::Input::Open).
    TeamsClient {
        /// The meeting, for the Teams client or a browser. It lets whoever has it in: not to be logged.
        url: String,
    },
    /// In a meeting of Microsoft Teams, which the shell's call client shows.
    InMeeting,
    /// A question that stands before everything else; answered by
    /// [`Input::Confirm`](super::Input::Confirm).
    #[serde(serialize_with = "asked")]
    Ask(Question),
    /// Over, and why.
    Over {
        /// Why.
        reason: OverReason,
        /// Offer to knock again with the same link.
        may_knock_again: bool,
    },
    /// The service says something that this app does not know: show its sentence.
    Fallback {
        /// In the words of the service.
        sentence: String,
        /// Offer to knock again with the same link.
        may_knock_again: bool,
        /// Where the customer stands all the same: in the lobby or in the call, which they may leave, or nowhere
        /// any more.
        phase: Phase,
    },
    /// This app is too old for the service.
    UpdateRequired {
        /// Where it is updated, if the app is in a store: [`Input::Open`](super::Input::Open) leads there.
        store: Option<String>,
    },
}

/// The lobby, as the customer sees it.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
pub struct Waiting {
    /// Why nothing has happened yet; [`None`] when the agent asked to wait.
    pub reason: Option<WaitReason>,
    /// The two words to read out when the agent asks.
    pub match_phrase: String,
    /// What the agent wrote.
    pub message: Option<String>,
    /// When the call starts, in milliseconds from now, if that is still to come.
    pub starts_in_ms: Option<u64>,
    /// The phone slept, and the place was kept.
    pub was_asleep: bool,
    /// The connection is being made again; the place is kept.
    pub reconnecting: bool,
    /// How long the place is kept for a phone that falls asleep now, in milliseconds. An app that is suspended in
    /// the background warns its customer before. [`None`] where nobody says so.
    #[cfg_attr(feature = "ffi", uniffi(default = None))]
    pub lease_ms: Option<u64>,
    /// A ticket for going on elsewhere is on its way ([`Input::Move`](super::Input::Move)): a moment, and perhaps in
    /// vain.
    #[cfg_attr(feature = "ffi", uniffi(default = false))]
    pub moving: bool,
}

/// How the call is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum CallMode {
    /// Annotations stand in the room: an AR session has really started.
    Ar,
    /// Annotations on stills.
    Stills,
    /// AR was there and is lost; stills until it is back.
    ArLost,
}

/// A question to the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// End the call? There is no way back.
    EndCall,
    /// Leave the meeting? The link leads back, if they are let in again.
    LeaveMeeting,
    /// Leave the running call for the new invitation?
    LeaveForNewInvitation,
}

/// A question has no fields, and JSON wants one beside the kind.
fn asked<S: Serializer>(question: &Question, to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Fields<'a> {
        question: &'a Question,
    }
    Fields { question }.serialize(to)
}

/// Why it is over.
///
/// Serialised in the blob ([`Journey::restore`](super::Journey::restore)): renaming a variant breaks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum OverReason {
    /// The agent ended the call.
    CallOver,
    /// The customer hung up.
    YouLeft,
    /// The customer left the lobby.
    YouLeftTheLobby,
    /// The agent removed the customer.
    Removed,
    /// The phone slept for longer than its place was kept.
    SleptTooLong,
    /// The place moved to another app or browser.
    Moved,
    /// The agent did not let the customer in.
    Declined(DeclineReason),
    /// Unknown, used, expired or revoked: ask for a new link.
    LinkDead,
    /// Too many are waiting.
    LobbyFull,
    /// Nobody let the customer in for as long as the meeting's lobby lets anybody wait.
    NobodyCame,
    /// The meeting could not be joined, or its connection is gone.
    MeetingFailed,
    /// From a newer service: over, for a reason that this app does not know.
    Unknown,
}

impl From<EndReason> for OverReason {
    fn from(reason: EndReason) -> Self {
        match reason {
            EndReason::CallOver => Self::CallOver,
            EndReason::YouLeft => Self::YouLeft,
            EndReason::YouLeftTheLobby => Self::YouLeftTheLobby,
            EndReason::Removed => Self::Removed,
            EndReason::LeaseEnded => Self::SleptTooLong,
            EndReason::Moved => Self::Moved,
            EndReason::LinkExpired => Self::LinkDead,
            EndReason::Unknown => Self::Unknown,
        }
    }
}

impl Screen {
    /// The kind alone, for logs and diagrams.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::LinkProblem { .. } => "link-problem",
            Self::Choose { .. } => "choose",
            Self::AskName { .. } => "ask-name",
            Self::Rehearse { .. } => "rehearse",
            Self::Knocking { .. } => "knocking",
            Self::Waiting(_) => "waiting",
            Self::Admitted { .. } => "admitted",
            Self::InCall { .. } => "in-call",
            Self::TeamsClient { .. } => "teams-client",
            Self::InMeeting => "in-meeting",
            Self::Ask(_) => "ask",
            Self::Over { .. } => "over",
            Self::Fallback { .. } => "fallback",
            Self::UpdateRequired { .. } => "update-required",
        }
    }
}

impl fmt::Debug for Screen {
    /// No names, messages or match phrases.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Waiting(w) => {
                write!(f, "waiting({:?}, asleep before: {}, reconnecting: {})", w.reason, w.was_asleep, w.reconnecting)
            }
            Self::InCall { mode, .. } => write!(f, "in-call({mode:?})"),
            Self::Rehearse { camera } => write!(f, "rehearse({camera:?})"),
            Self::Ask(question) => write!(f, "ask({question:?})"),
            Self::Fallback { phase, .. } => write!(f, "fallback({phase:?})"),
            Self::Over { reason, may_knock_again } => write!(f, "over({reason:?}, again: {may_knock_again})"),
            other => f.write_str(other.kind()),
        }
    }
}
