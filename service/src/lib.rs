//! The lobby service: creates one-time calls and links, and holds their lobbies.
//!
//! It drives [`onecall::lobby`]: [`journal`] keeps what happened, [`hub`] holds live calls and fans
//! them out, [`sharing`] writes what the agent sends.

pub mod clock;
pub mod hub;
pub mod journal;
pub mod keys;
pub mod sharing;
