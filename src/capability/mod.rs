//! Capability: what the customer's device can do, and what this pair of devices will be able to
//! do together, each with its reason.
//!
//! The shell measures ([`Measurement`]), the core decides ([`ArFindings`]). All of it is
//! provisional until an AR session has really started: devices report AR that then does not
//! work. What a pair can do is one table, [`Features::for_pair`], printed in
//! `docs/features.md`.

mod ar;
mod features;
mod findings;
mod measurement;

pub use ar::{ArLevel, ArSupport, DEFAULT_ASK_AGAIN_MS};
pub use features::{AgentClient, Feature, Features, Reason};
pub use findings::{ArFindings, ArInput, MAX_ASK_AGAIN_MS, MAX_ASKS, SessionFailure};
pub use measurement::{ArCoreAnswer, ArSystem, CameraPermission, MIN_ARCORE_API_LEVEL, Measurement};
