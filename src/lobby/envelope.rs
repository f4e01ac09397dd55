//! What the journal writes down.

use serde::{Deserialize, Serialize};

use super::Event;
use crate::protocol::{CommandId, Timestamp};

/// Version of the envelopes written and read here.
pub const ENVELOPE_VERSION: u32 = 1;

/// What is written down at once: the events of one step, when they happened and what asked for them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Envelope {
    /// Version of this format: 1.
    pub v: u32,
    /// When.
    pub at: Timestamp,
    /// The command, so that its repetition is known after a restart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command_id: Option<CommandId>,
    /// What happened, in order.
    pub events: Vec<Event>,
}

impl Event {
    /// Puts durable events into the envelope that is written down; nothing if there is nothing to write.
    #[must_use]
    pub fn envelope(at: Timestamp, command_id: Option<CommandId>, events: &[Self]) -> Option<Envelope> {
        let events: Vec<_> = events.iter().filter(|event| event.is_durable()).cloned().collect();
        if events.is_empty() { None } else { Some(Envelope { v: ENVELOPE_VERSION, at, command_id, events }) }
    }
}
