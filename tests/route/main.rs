//! Routes: every combination there is.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod cases;
mod printed;
#[path = "../route_printed/mod.rs"]
mod route_printed;
mod rows;
mod rules;
mod urls;
mod user_agents;
mod wire;
