//! What a step wants done.

use std::fmt;

use super::AccessToken;
use crate::link::{Host, TeamsLink};
use crate::protocol::{CustomerCommand, KnockRequest};

/// What a step wants done, in order. An effect is one-shot: it is not asked for again unless a later
/// step says so.
#[derive(Clone)]
pub enum Effect {
    /// Keep this blob in secure storage instead of the last one. [`None`]: keep nothing.
    Save(Option<String>),
    /// Open a connection to the service now, so that the knock finds it warm.
    Warm {
        /// Where.
        host: Host,
    },
    /// Knock, and listen to the answer; any other stream is closed first. What it brings comes back
    /// as `Heard`, `Alive`, `Lost` or `Refused` with this number.
    OpenStream {
        /// Number of the stream, greater than any before.
        stream: u64,
        /// Where.
        host: Host,
        /// What to send.
        request: KnockRequest,
        /// What shows that the customer is signed in. For this request alone.
        token: Option<AccessToken>,
    },
    /// Open our app with this text: it takes the place along, once and within minutes. In answer to
    /// [`Input::Move`](super::Input::Move); never to be kept or logged.
    HandOver {
        /// What [`Input::Text`](super::Input::Text) takes over there.
        text: String,
    },
    /// Open this address outside the app. In answer to [`Input::Open`](super::Input::Open).
    Open {
        /// Where to. A meeting's lets whoever has it in: never to be logged.
        url: String,
    },
    /// Have the shell's call client join this meeting; any other one is left first. What becomes of it comes
    /// back as [`Input::Meeting`](super::Input::Meeting) with this number. Only where the shell brings one:
    /// [`Setup::call_client`](super::Setup::call_client).
    JoinMeeting {
        /// Number of the meeting, greater than any before in this process.
        number: u64,
        /// What to join.
        link: TeamsLink,
        /// Under which name.
        name: String,
    },
    /// Have the call client leave this meeting, if it is in it or on the way. Nothing needs to be reported.
    LeaveMeeting {
        /// Which.
        number: u64,
    },
    /// Measure what the device can do once more, and feed it as [`Input::Measured`](super::Input::Measured).
    Measure,
    /// Find a fresh access token, or that there is none, and feed it as
    /// [`Input::AccessToken`](super::Input::AccessToken): the service did not take the last one.
    FreshAccessToken,
    /// Close the stream, if one is open.
    CloseStream,
    /// Send a command; comes back as `Answered` or `Failed`.
    Send {
        /// Where.
        host: Host,
        /// What to send.
        command: CustomerCommand,
    },
}

impl fmt::Debug for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Save(blob) => write!(f, "Save({})", if blob.is_some() { "blob" } else { "nothing" }),
            Self::Warm { .. } => f.write_str("Warm"),
            Self::OpenStream { stream, request, token, .. } => {
                let token = if token.is_some() { ", with a token" } else { "" };
                write!(f, "OpenStream({stream}, visit {}{token})", request.visit)
            }
            Self::HandOver { .. } => f.write_str("HandOver"),
            Self::Open { .. } => f.write_str("Open"),
            Self::JoinMeeting { number, .. } => write!(f, "JoinMeeting({number})"),
            Self::LeaveMeeting { number } => write!(f, "LeaveMeeting({number})"),
            Self::Measure => f.write_str("Measure"),
            Self::FreshAccessToken => f.write_str("FreshAccessToken"),
            Self::CloseStream => f.write_str("CloseStream"),
            Self::Send { command, .. } => write!(f, "Send({:?})", command.act),
        }
    }
}
