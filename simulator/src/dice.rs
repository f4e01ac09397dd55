//! Seeded chance: the only randomness of a simulation.

use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};

/// Seeded chance.
#[derive(Debug)]
pub(crate) struct Dice(StdRng);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// From `from` to `to`, both included.
    pub(crate) fn between(&mut self, from: u64, to: u64) -> u64 {
        self.0.random_range(from..=to.max(from))
    }

    /// True in so many out of a hundred.
    pub(crate) fn percent(&mut self, percent: u8) -> bool {
        // Certainty costs no throw, so that a fine network leaves the rest of the story alone.
        percent >= 100 || (percent > 0 && self.between(0, 99) < u64::from(percent))
    }

    /// Below `end`, which is at least 1.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0.random_range(0..end.max(1))
    }

    pub(crate) fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    pub(crate) fn wide_bits(&mut self) -> u128 {
        u128::from(self.bits()) << 64 | u128::from(self.bits())
    }

    pub(crate) fn bytes(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.0.fill_bytes(&mut bytes);
        bytes
    }
}
