//! The lobby service.

pub mod journal;
