//! What was found out about AR so far: measurements, and what became of sessions.

use serde::{Deserialize, Serialize};

use super::measurement::Judged;
use super::{ArLevel, ArSupport, DEFAULT_ASK_AGAIN_MS, Measurement};

/// How often in a row the system may leave open whether there is AR before we take it that it
/// will not say. With the growing intervals that is after 25.4 seconds.
pub const MAX_ASKS: u32 = 9;

/// The longest interval between two questions, in milliseconds.
pub const MAX_ASK_AGAIN_MS: u32 = 6_400;

/// What the shell reports of AR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum ArInput {
    /// It measured.
    Measured(Measurement),
    /// A session runs, and its first frame came with a camera position.
    SessionStarted {
        /// What the session itself says it can do.
        level: ArLevel,
    },
    /// A session was wanted and could not be started.
    SessionFailed {
        /// Why.
        failure: SessionFailure,
    },
    /// A running session broke down or was taken away; not one that the shell ended itself.
    SessionLost,
    /// The network is back, or the app is in front again: what could not be found out is worth
    /// asking anew.
    AskAnew,
}

/// Why a session could not be started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum SessionFailure {
    /// The device cannot, in spite of what was measured (`UnavailableDeviceNotCompatibleException`,
    /// `ARError.unsupportedConfiguration`).
    NotCapable,
    /// The AR service is missing, or the customer declined to install it.
    NeedsInstall,
    /// The AR service is too old.
    NeedsUpdate,
    /// The camera may not be used.
    CameraRefused,
    /// Anything else: the camera is in use, a sensor failed, tracking never began.
    Other,
}

/// What was found out about AR on this device since the app started.
///
/// What the system says is provisional: devices report AR that then does not work
/// (google-ar/arcore-android-sdk 485, 716). A session that runs proves AR, whatever was
/// measured; one that fails withdraws it, and no further measurement brings it back: only a
/// session does.
///
/// ```mermaid
/// stateDiagram-v2
///     [*] --> Untried
///     Untried --> Running: started
///     Untried --> Withdrawn: failed
///     Untried --> Incapable: not capable
///     Running --> Withdrawn: lost
///     Running --> Withdrawn: failed
///     Running --> Incapable: not capable
///     Running --> Untried: to be mended
///     Withdrawn --> Running: started
///     Withdrawn --> Incapable: not capable
///     Withdrawn --> Untried: to be mended
///     Incapable --> Running: started
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ArFindings {
    measured: Option<ArSupport>,
    /// Measurements in a row without an answer.
    unanswered: u32,
    session: Session,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Session {
    /// None was tried, or what kept it from starting can be mended and measured.
    #[default]
    Untried,
    Running(ArLevel),
    Withdrawn,
    Incapable,
}

impl ArFindings {
    /// What is found out when this is reported.
    #[must_use]
    pub fn after(self, input: ArInput) -> Self {
        match input {
            ArInput::Measured(measurement) => self.measured(&measurement),
            ArInput::SessionStarted { level } => Self { session: Session::Running(level), ..self },
            ArInput::SessionFailed { failure } => self.failed(failure),
            ArInput::SessionLost => match self.session {
                Session::Running(_) => Self { session: Session::Withdrawn, ..self },
                Session::Untried | Session::Withdrawn | Session::Incapable => self,
            },
            ArInput::AskAnew => self.asked_anew(),
        }
    }

    /// Whether the device can anchor drawings in space, as far as is found out. Nothing
    /// measured reads as unsupported.
    #[must_use]
    pub fn support(&self) -> ArSupport {
        let measured = self.measured.unwrap_or_default();
        match self.session {
            Session::Untried => measured,
            Session::Running(level) => ArSupport::Supported(level),
            Session::Incapable => ArSupport::Unsupported,
            Session::Withdrawn => match measured {
                // What can be mended, or is out of the question, says more than that it failed.
                ArSupport::NeedsInstall
                | ArSupport::NeedsUpdate
                | ArSupport::CameraRefused
                | ArSupport::Unsupported => measured,
                ArSupport::Supported(_) | ArSupport::Checking { .. } | ArSupport::Undetermined | ArSupport::Failed => {
                    ArSupport::Failed
                }
            },
        }
    }

    /// Whether a session runs: until then a support is what the system says, and no more.
    #[must_use]
    pub const fn is_proven(&self) -> bool {
        matches!(self.session, Session::Running(_))
    }

    fn measured(self, measurement: &Measurement) -> Self {
        match measurement.judge() {
            Judged::Known(support) => Self { measured: Some(support), unanswered: 0, ..self },
            Judged::AskAgain => {
                let unanswered = (self.unanswered + 1).min(MAX_ASKS);
                let support = if unanswered == MAX_ASKS {
                    ArSupport::Undetermined
                } else {
                    ArSupport::Checking { ask_again_after_ms: interval(unanswered) }
                };
                Self { measured: Some(support), unanswered, ..self }
            }
        }
    }

    fn asked_anew(self) -> Self {
        let measured = match self.measured {
            Some(ArSupport::Undetermined) => Some(ArSupport::Checking { ask_again_after_ms: DEFAULT_ASK_AGAIN_MS }),
            other => other,
        };
        Self { measured, unanswered: 0, ..self }
    }

    fn failed(self, failure: SessionFailure) -> Self {
        if self.session == Session::Incapable {
            return self;
        }
        let to_be_mended = |support| Self { measured: Some(support), unanswered: 0, session: Session::Untried };
        match failure {
            SessionFailure::NotCapable => Self { session: Session::Incapable, ..self },
            SessionFailure::NeedsInstall => to_be_mended(ArSupport::NeedsInstall),
            SessionFailure::NeedsUpdate => to_be_mended(ArSupport::NeedsUpdate),
            SessionFailure::CameraRefused => to_be_mended(ArSupport::CameraRefused),
            SessionFailure::Other => Self { session: Session::Withdrawn, ..self },
        }
    }
}

impl ArSupport {
    /// What a first measurement comes to, with nothing else found out.
    #[must_use]
    pub fn from_measurement(measurement: &Measurement) -> Self {
        ArFindings::default().after(ArInput::Measured(*measurement)).support()
    }
}

/// Twice as long each time: 200 ms after the first question, at most [`MAX_ASK_AGAIN_MS`].
fn interval(unanswered: u32) -> u32 {
    let doublings = unanswered.saturating_sub(1).min(16);
    (DEFAULT_ASK_AGAIN_MS << doublings).min(MAX_ASK_AGAIN_MS)
}
