//! The types on the wire between the service, its agents and its customers.
//!
//! Rules that hold for all of them:
//!
//! - unknown fields are ignored, and what an older peer leaves out has a default;
//! - durations travel as *remaining* milliseconds, never as a time of day: the two clocks differ;
//! - every event to the customer is their **whole** state ([`CustomerView`]), so a lost one costs
//!   nothing and there is nothing to replay;
//! - whatever identifies or names a person has a `Debug` that hides it.

mod agent;
mod customer;
mod ids;
mod problem;
mod time;

pub use agent::{
    AgentAct, AgentCommand, AgentName, CallPatch, CallPhase, CallView, CreateCall, KnockState, KnockView, LooksLike,
    SetUp, TextMessage,
};
pub use customer::{
    App, CustomerAct, CustomerCommand, CustomerState, CustomerView, DeclineReason, DeviceInfo, EndReason, KnockRequest,
    Phase, WaitReason,
};
pub use ids::{AgentId, CallId, CommandId, IdError, KnockId, Secret};
pub use problem::{Problem, ProblemCode};
pub use time::Timestamp;

/// The version of this protocol. A peer that speaks only an older, no longer supported one is told
/// [`CustomerState::UpdateRequired`].
pub const PROTOCOL: u32 = 1;
