//! Capability: what the customer's device can do, and what this pair of devices will be able to
//! do together, each with its reason.
//!
//! The shell measures, the core decides. All of it is provisional until an AR session has
//! really started: devices report AR that then does not work.

mod ar;
mod features;
#[cfg(test)]
mod tests;

pub use ar::{ArLevel, ArSupport, DEFAULT_ASK_AGAIN_MS};
pub use features::{AgentClient, Feature, Features, Reason};
