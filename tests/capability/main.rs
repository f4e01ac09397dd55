//! Capability: what was measured, what is believed, what a pair can do.
