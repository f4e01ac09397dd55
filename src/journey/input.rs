//! What can happen to a journey.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::{AccessToken, CameraAccess, MeetingReport};
use crate::capability::{ArLevel, Measurement, SessionFailure};
use crate::protocol::{CommandId, CustomerView, Problem};

/// When an input arrives, and the random bytes that the step may use.
///
/// Two clocks, because a monotonic clock ends at a reboot and a wall clock jumps: delays are measured
/// on the first, the second is only for what is kept across a restart.
#[derive(Clone, Copy, Deserialize)]
pub struct Now {
    /// Milliseconds since the device booted, *including* sleep.
    pub since_boot_ms: u64,
    /// Differs after every boot.
    pub boot_id: u64,
    /// Milliseconds since the Unix epoch, as far as the device knows.
    pub wall_ms: u64,
    /// Fresh for every step, from the system's generator.
    #[serde(deserialize_with = "thirty_two")]
    pub entropy: [u8; 32],
}

/// By a list, which takes less code than 32 elements one by one.
fn thirty_two<'de, D: Deserializer<'de>>(from: D) -> Result<[u8; 32], D::Error> {
    Vec::deserialize(from)?.try_into().map_err(|_| D::Error::custom("not 32 bytes"))
}

impl fmt::Debug for Now {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Now({} ms since boot)", self.since_boot_ms)
    }
}

/// Where a text came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The system opened the app with it: universal link, app link, scheme.
    Link,
    /// Pasted.
    Paste,
    /// Scanned from a QR code.
    QrCode,
    /// Typed.
    Keyboard,
    /// Handed over by the store after the install.
    Referrer,
}

/// What can happen to a journey. A stream is known by the number that its
/// [`OpenStream`](super::Effect::OpenStream) gave it: what an older stream still says is dropped.
///
/// Deserialises, for shells that tell it by JSON, but for what the service says: that is read by
/// [`answers`](crate::answers).
#[derive(Clone, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Input {
    /// A text that should hold an invitation.
    Text {
        /// As it came.
        text: String,
        /// Where from.
        source: Source,
    },
    /// The customer typed a name and went on.
    Name(String),
    /// The shell measured what the device can do: on its start, when the app comes to the front, when the camera's
    /// permission changes, and when [`Measure`](super::Effect::Measure) asks for it.
    Measured(Measurement),
    /// The shell knows whether the camera can be had: on its start, and after the system asked the customer.
    Camera(CameraAccess),
    /// The shell has an access token of the customer's account: on its start, when it is renewed, and in answer to
    /// [`FreshAccessToken`](super::Effect::FreshAccessToken). [`None`]: nobody is signed in, or not any more.
    AccessToken(#[serde(deserialize_with = "token_or_none")] Option<AccessToken>),
    /// The customer wants to knock without what the rehearsal asks for.
    GoOn,
    /// The customer chose this one of the invitations on the screen, from 0.
    Choose(u32),
    /// An AR session has really started: its first frame came with a camera position. With what it says it can do.
    ArStarted(ArLevel),
    /// An AR session was wanted and could not be started.
    ArFailed(SessionFailure),
    /// A running AR session broke down or was taken away; not one that the shell ended itself.
    ArLost,
    /// The shell's call client reports how a meeting stands.
    Meeting {
        /// Which, as [`JoinMeeting`](super::Effect::JoinMeeting) numbered it: what an older one still reports
        /// is dropped.
        number: u64,
        /// How it stands.
        report: MeetingReport,
    },
    /// The customer wants to leave the lobby or end the call.
    Leave,
    /// The customer wants to go on in our app, or in another browser, with the place that they have here.
    /// What opens it there comes as [`HandOver`](super::Effect::HandOver).
    Move,
    /// The customer wants to go where the screen leads: to the meeting in Microsoft Teams, to the app's page in
    /// its store. Comes back as [`Open`](super::Effect::Open).
    Open,
    /// The answer to the question on the screen.
    Confirm(bool),
    /// The customer wants to knock again, where the screen offers it.
    KnockAgain,
    /// The customer is done with what the screen says.
    Dismiss,
    /// The app goes to the background, or the phone sleeps.
    Sleep,
    /// The app is in front again.
    Wake,
    /// The system says that the network is back, or is another one.
    NetworkBack,
    /// The wake-up that the last step asked for, or a spurious one.
    Tick,
    /// A stream brought the customer's whole state.
    #[serde(skip_deserializing)]
    Heard {
        /// Which stream.
        stream: u64,
        /// The state.
        view: CustomerView,
    },
    /// A stream brought a comment: it lives.
    #[serde(skip_deserializing)]
    Alive {
        /// Which stream.
        stream: u64,
    },
    /// A stream could not be opened, or broke.
    #[serde(skip_deserializing)]
    Lost {
        /// Which stream.
        stream: u64,
    },
    /// The service answered a knock with a problem.
    #[serde(skip_deserializing)]
    Refused {
        /// Which stream.
        stream: u64,
        /// What it said.
        problem: Problem,
    },
    /// A command was answered with the customer's whole state.
    #[serde(skip_deserializing)]
    Answered {
        /// Which command.
        command_id: CommandId,
        /// The state.
        view: CustomerView,
    },
    /// A command was not answered, or with a problem.
    #[serde(skip_deserializing)]
    Failed {
        /// Which command.
        command_id: CommandId,
        /// What the service said, if it said anything.
        problem: Option<Problem>,
    },
}

/// What is no token is as good as none, as everywhere.
fn token_or_none<'de, D: Deserializer<'de>>(from: D) -> Result<Option<AccessToken>, D::Error> {
    Ok(Option::<String>::deserialize(from)?.as_deref().and_then(AccessToken::parse))
}

impl Input {
    /// The kind alone, for logs and diagrams.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::Name(_) => "name",
            Self::Measured(_) => "measured",
            Self::Camera(_) => "camera",
            Self::AccessToken(Some(_)) => "access-token",
            Self::AccessToken(None) => "no-access-token",
            Self::GoOn => "go-on",
            Self::Choose(_) => "choose",
            Self::ArStarted(_) => "ar-started",
            Self::ArFailed(_) => "ar-failed",
            Self::ArLost => "ar-lost",
            Self::Meeting { .. } => "meeting",
            Self::Leave => "leave",
            Self::Move => "move",
            Self::Open => "open",
            Self::Confirm(true) => "yes",
            Self::Confirm(false) => "no",
            Self::KnockAgain => "knock-again",
            Self::Dismiss => "dismiss",
            Self::Sleep => "sleep",
            Self::Wake => "wake",
            Self::NetworkBack => "network-back",
            Self::Tick => "tick",
            Self::Heard { .. } => "heard",
            Self::Alive { .. } => "alive",
            Self::Lost { .. } => "lost",
            Self::Refused { .. } => "refused",
            Self::Answered { .. } => "answered",
            Self::Failed { .. } => "failed",
        }
    }
}

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind())
    }
}
