//! What people and their devices do in one story, as plain data, so that every footing plays the same.

mod agent;
mod measured;
mod phone;
mod random;
mod weather;

use serde::{Deserialize, Serialize};

pub use agent::{AgentDoes, Pick};
pub(crate) use measured::measured;
pub use phone::{AccountPlan, LinkAge, PhoneDoes, PhonePlan, Way};
pub use random::random;
pub use weather::Weather;

/// One story.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Script {
    /// The calls that an agent creates in it; named by their place in this list.
    pub calls: Vec<CallPlan>,
    /// The phones of the customers; named by their place in this list.
    pub phones: Vec<PhonePlan>,
    /// How many agents there are; they are named 0, 1, ….
    pub agents: usize,
    /// What happens, in any order of time.
    pub acts: Vec<Timed>,
    /// When all faults stop, in milliseconds from the beginning: from then on every network is fine,
    /// the service runs, and whoever still lives is awake.
    pub ends_at_ms: u64,
}

/// A call to be created.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallPlan {
    /// Its start, in milliseconds after the beginning of the story.
    pub starts_at_ms: u64,
    /// How long a silent phone keeps its place, in seconds.
    pub lease_s: u64,
    /// Policy lets verified accounts of [`LISTED_ISSUER`] in while the call's agent is present.
    #[serde(default)]
    pub bypass: bool,
}

/// The issuer whose accounts policy lets in.
pub const LISTED_ISSUER: &str = "works";

impl Default for CallPlan {
    /// Starts at once, with the lease that the service has by default.
    fn default() -> Self {
        Self { starts_at_ms: 0, lease_s: 600, bypass: false }
    }
}

/// One thing that happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timed {
    /// When, in milliseconds from the beginning.
    pub at_ms: u64,
    /// What.
    pub act: Act,
}

/// Who does what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "kebab-case")]
pub enum Act {
    /// A customer, or their phone.
    Phone {
        /// Which, from 0.
        phone: usize,
        /// What.
        does: PhoneDoes,
    },
    /// An agent.
    Agent {
        /// Which, from 0.
        agent: usize,
        /// What.
        does: AgentDoes,
    },
    /// The service.
    Service {
        /// What.
        does: ServiceDoes,
    },
}

/// What becomes of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "kebab-case")]
pub enum ServiceDoes {
    /// The process dies, and is back after so long.
    Crash {
        /// How long it is away, in milliseconds.
        down_ms: u64,
    },
    /// It dies over the next command that it is asked to do.
    CrashOverNext {
        /// Its events are written down already; otherwise nothing of it is.
        written: bool,
        /// How long it is away, in milliseconds.
        down_ms: u64,
    },
    /// Its wall clock is corrected by so much.
    ClockJumps {
        /// In milliseconds; negative is back.
        by_ms: i64,
    },
}

impl Script {
    /// Nothing happens yet: one call, these phones, two agents.
    #[must_use]
    pub fn new(phones: Vec<PhonePlan>) -> Self {
        Self { calls: vec![CallPlan::default()], phones, agents: 2, acts: Vec::new(), ends_at_ms: 0 }
    }

    /// Adds what a phone or its owner does; the story ends no earlier.
    #[must_use]
    pub fn phone(self, at_ms: u64, phone: usize, does: PhoneDoes) -> Self {
        self.then(at_ms, Act::Phone { phone, does })
    }

    /// Adds what an agent does; the story ends no earlier.
    #[must_use]
    pub fn agent(self, at_ms: u64, agent: usize, does: AgentDoes) -> Self {
        self.then(at_ms, Act::Agent { agent, does })
    }

    /// Adds what becomes of the service; the story ends no earlier.
    #[must_use]
    pub fn service(self, at_ms: u64, does: ServiceDoes) -> Self {
        self.then(at_ms, Act::Service { does })
    }

    fn then(mut self, at_ms: u64, act: Act) -> Self {
        self.acts.push(Timed { at_ms, act });
        self.ends_at_ms = self.ends_at_ms.max(at_ms);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_plain_data_and_survives_json() {
        for seed in 0..50 {
            let script = random(seed);
            let json = serde_json::to_string(&script).unwrap();
            assert_eq!(serde_json::from_str::<Script>(&json).unwrap(), script);
        }
    }

    #[test]
    fn the_same_seed_writes_the_same_script() {
        assert_eq!(random(7), random(7));
        assert_ne!(random(7), random(8));
    }
}
