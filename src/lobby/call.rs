//! The state of one call.

/// The state of one call.
#[derive(Clone, Debug)]
pub struct Call {}
