//! Time and randomness, behind a door so that tests and the simulator can bring their own.

mod reckoning;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use onecall::protocol::Timestamp;

use reckoning::Reckoning;

/// Where the service takes time and randomness from.
pub trait Clock: Send + Sync + 'static {
    /// Wall time.
    fn now(&self) -> Timestamp;
    /// 128 bits that nobody can guess.
    fn random(&self) -> u128;
    /// Something happened at `at`, before this process began: time goes on from there. A clock that
    /// stands where it is put need not care.
    fn count_from(&self, at: Timestamp) {
        let _ = at;
    }
}

/// The machine's clock as it is set, and its random source.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        timestamp(wall())
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

/// The machine's clock, which goes on when it is set back.
///
/// The service never goes behind a call's last event, so on a clock that was set back every lease and
/// every timer of a call would stand still until it has caught up: somebody who left would be shown
/// as waiting all that time.
#[derive(Debug)]
pub struct SteadyClock {
    began: Instant,
    reckoning: Mutex<Reckoning>,
}

impl SteadyClock {
    /// Counts from what the machine's clock shows now.
    #[must_use]
    pub fn new() -> Self {
        Self { began: Instant::now(), reckoning: Mutex::new(Reckoning::new(wall())) }
    }

    fn reckoning(&self) -> MutexGuard<'_, Reckoning> {
        self.reckoning.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for SteadyClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SteadyClock {
    fn now(&self) -> Timestamp {
        let mut reckoning = self.reckoning();
        // Read while it is held: of two at once, the later one is not told the earlier time.
        timestamp(reckoning.at(wall(), self.began.elapsed()))
    }

    fn random(&self) -> u128 {
        SystemClock.random()
    }

    fn count_from(&self, at: Timestamp) {
        self.reckoning().count_from(Duration::from_millis(at.0), wall());
    }
}

/// Since 1970. A clock set before that is broken; the lobby never goes behind a call's last event
/// anyway.
fn wall() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

fn timestamp(since_1970: Duration) -> Timestamp {
    Timestamp(u64::try_from(since_1970.as_millis()).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_service_s_clock_goes_on_from_what_was_written_down_and_never_goes_back() {
        let clock = SteadyClock::new();
        let written_at = clock.now().after(Duration::from_secs(10 * 60));
        clock.count_from(written_at);
        let mut before = written_at;
        for _ in 0..10_000 {
            let now = clock.now();
            assert!(now >= before);
            before = now;
        }
    }
}
