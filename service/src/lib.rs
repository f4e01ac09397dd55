//! The lobby service.

pub mod clock;
pub mod keys;
pub mod sharing;
