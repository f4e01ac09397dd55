//! The lobby service: creates one-time calls and links, holds their lobbies, serves the pages.
//!
//! It drives [`onecall::lobby`]: [`journal`] keeps what happened, `hub` holds live calls and fans
//! them out, [`sharing`] writes what the agent sends.

pub mod agents;
pub mod clock;
pub mod config;
pub mod journal;
pub mod keys;
pub mod limits;
pub mod sharing;
