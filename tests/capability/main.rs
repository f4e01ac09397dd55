//! Capability: what is measured, what is found out, what a pair can do.

mod cases;
mod features;
mod findings;
mod measurements;
mod printed;
#[path = "../route_printed/mod.rs"]
mod route_printed;
mod wire;
