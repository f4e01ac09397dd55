//! Capability: what is measured, what is found out, what a pair can do.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod cases;
mod features;
mod findings;
mod measurements;
mod printed;
#[path = "../route_printed/mod.rs"]
mod route_printed;
mod wire;
