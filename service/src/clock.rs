//! Time and randomness, behind a door so that tests and the simulator can bring their own.

use std::time::{SystemTime, UNIX_EPOCH};

use onecall::protocol::Timestamp;

/// Where the service takes time and randomness from.
pub trait Clock: Send + Sync + 'static {
    /// Wall time.
    fn now(&self) -> Timestamp;
    /// 128 bits that nobody can guess.
    fn random(&self) -> u128;
}

/// The machine's own clock and random source.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        // A clock set before 1970 is broken; the lobby never goes behind a call's last event anyway.
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Timestamp(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
    }

    fn random(&self) -> u128 {
        let mut bytes = [0_u8; 16];
        if getrandom::fill(&mut bytes).is_err() {
            // Going on would hand out links that can be guessed. The system's random source does not
            // fail once it has started; if it does, no answer is better than a weak one.
            std::process::abort();
        }
        u128::from_le_bytes(bytes)
    }
}
