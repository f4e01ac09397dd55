//! Calls in virtual time: the two pure machines of the core, facing each other over a simulated
//! network.
//!
//! A [`World`] holds one service with its log, the phones and the agents of one
//! [`Script`](crate::script::Script), and a queue of what happens when. It is single-threaded and takes all
//! chance from one seed: the same script and seed give the same trace, down to its hash. Time costs
//! nothing.
//!
//! What is simulated, and how it goes wrong:
//!
//! - **the service** dies at any instant, over a command before or after its events are written down,
//!   and comes back from its log; its wall clock is set back;
//! - **phones** sleep, freeze without a word, lose their process (also half-way through what a step wanted),
//!   reboot, have their wall clock jump;
//! - **the network** delays, loses, doubles and reorders requests and their answers; streams keep
//!   their order but break, end, or fall silent;
//! - **people** tap twice, leave, come back, open old links, hand their place to another phone; two
//!   agents decide the same thing at once.
//!
//! After every step the rules are checked ([`World::run_until`]), by bookkeeping of their own and not by
//! asking the machines whether they are right. In the end all faults stop, and every phone must come
//! to show what the service knows ([`World::finish`]).

mod agent;
pub(crate) mod book;
mod crash;
mod effects;
mod hub;
mod network;
pub(crate) mod person;
mod phone;
pub(crate) mod policy;
mod rules;
mod service;
pub(crate) mod settle;
mod streams;
mod trace;
mod world;

pub use trace::{Failure, Report};
pub use world::World;

use crate::script::random;

/// Plays the story that belongs to `seed` to its end.
///
/// # Errors
/// The [`Failure`] of a rule that did not hold.
pub fn play(seed: u64) -> Result<Report, Box<Failure>> {
    World::new(&random(seed), seed).finish()
}

/// The same, and every line of its trace.
pub fn play_traced(seed: u64) -> (Result<Report, Box<Failure>>, Vec<String>) {
    let mut world = World::new(&random(seed), seed);
    world.keep_all_lines();
    let result = world.finish_in_place();
    (result, world.into_lines())
}
