//! The lobby: every rule of one call, held by tables, properties and sentences.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod bounds;
mod desk;
mod diagram;
mod golden;
mod properties;
mod rules;
mod rules_of_time;
mod table;
mod tickets;
mod troubles;
mod witness;
