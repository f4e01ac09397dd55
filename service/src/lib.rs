//! The lobby service: creates one-time calls and links, holds lobbies, serves the pages.

pub mod agents;
pub mod clock;
pub mod config;
pub mod keys;
pub mod limits;
