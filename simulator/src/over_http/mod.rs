//! Calls over real HTTP: the real service on a runtime of its own, the core's real client on every phone,
//! real sockets between them.
//!
//! A [`World`] plays one [`Script`](crate::script::Script), the same that virtual time plays, in
//! compressed time: [`FASTER`] times as fast, with the service's beats and leases shortened alike. It stays
//! real time: a story does not take the same course twice, so a rule that breaks here is a finding, and
//! one that holds is the stronger the more often it is played. The same seed gives the same people the
//! same intentions and the network the same dice.
//!
//! What is simulated, and how:
//!
//! - **the network**: each phone reaches the service through a relay of its own, which understands whole
//!   requests: it delays them, loses them (over TCP: the connection ends), sends them twice, loses
//!   their answers; streams break or fall silent;
//! - **phones** sleep, stand still, lose their process – also in the middle of a step – and are started
//!   again from what they had saved. Their clocks are the machine's: they cannot be set;
//! - **the service** dies with everything that is under way and comes back on the same data; its wall
//!   clock is corrected by seconds. (That SIGKILL is no different is proven in the service's own tests.)
//! - **agents** use the API as any console does, and send again what is not answered.
//!
//! While the story goes on, every agent's list is looked at: never two in a call, never one match
//! phrase twice. In the end all faults stop; then every phone must come to show what the service says, and
//! the lists nobody who is not there. At last the service stops, and the book is kept over what it has
//! written down ([`World::finish`]).
//!
//! Timers of the client that are meant for people – pauses between tries, how long silence is borne – stay
//! as they are. So that a story need not wait for them, the phones are told that the network is back once
//! the faults have stopped.

mod audit;
mod console;
mod desk;
mod house;
mod inspector;
mod log;
mod network;
mod person;
mod phone;
mod relay;
mod settle;
mod wire;
mod world;

pub use log::{Failure, Report};
pub use world::{FASTER, Pace, World};

use crate::script::random;

/// Plays the random story that belongs to `seed`.
///
/// # Errors
/// [`Failure`]: a rule that did not hold, or what the machine refused.
pub async fn play(seed: u64) -> Result<Report, Box<Failure>> {
    match World::begin(&random(seed), seed, Pace::Hurried).await {
        Ok(world) => world.finish().await,
        Err(error) => Err(Box::new(Failure { seed, what: format!("{error:#}"), lines: Vec::new() })),
    }
}
