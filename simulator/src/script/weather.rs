//! How a phone's network is.

use serde::{Deserialize, Serialize};

/// How a phone's network is. Requests are independent of each other: a delay that differs reorders
/// them. A stream keeps its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weather {
    /// Shortest delay one way, in milliseconds.
    pub delay_from_ms: u64,
    /// Longest.
    pub delay_to_ms: u64,
    /// Out of a hundred requests, so many do not arrive; of the answers, as many.
    pub lost: u8,
    /// Out of a hundred requests, so many arrive twice.
    pub doubled: u8,
    /// Out of a hundred things said on a stream, so many are the last before it breaks.
    pub breaks: u8,
    /// Out of a hundred things said on a stream, so many are the last before it falls silent.
    pub stalls: u8,
}

impl Weather {
    /// As at a desk.
    pub const FINE: Self = Self { delay_from_ms: 5, delay_to_ms: 40, lost: 0, doubled: 0, breaks: 0, stalls: 0 };
    /// As on the road.
    pub const MOBILE: Self = Self { delay_from_ms: 30, delay_to_ms: 900, lost: 3, doubled: 2, breaks: 2, stalls: 1 };
    /// As in a cellar.
    pub const BAD: Self = Self { delay_from_ms: 100, delay_to_ms: 6_000, lost: 25, doubled: 8, breaks: 12, stalls: 6 };
    /// None.
    pub const GONE: Self = Self { delay_from_ms: 100, delay_to_ms: 500, lost: 100, doubled: 0, breaks: 0, stalls: 100 };
}
