//! Simulated calls.
