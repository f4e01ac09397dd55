//! The only place that asks the system for the time and for random bytes.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::journey::Now;

/// How coarsely a boot is known by the wall time at which it happened, in milliseconds. Two boots are
/// further apart, and clock corrections are mostly smaller; one that is not makes the same boot look like
/// another, and then a restored journey goes by wall time alone.
const BOOT_GRAIN_MS: u64 = 60_000;

/// The device's clocks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    boot_id: u64,
}

impl Clock {
    pub(super) fn new() -> Self {
        let derived = wall_ms().saturating_sub(since_boot_ms()) / BOOT_GRAIN_MS;
        Self { boot_id: kernel_boot_id().unwrap_or(derived) }
    }

    /// The time, with fresh random bytes.
    ///
    /// # Errors
    /// When the system's generator gives none.
    #[expect(clippy::disallowed_methods, reason = "the client is where randomness comes from")]
    pub(super) fn now(self) -> Result<Now, getrandom::Error> {
        let mut entropy = [0; 32];
        getrandom::fill(&mut entropy)?;
        Ok(Now { since_boot_ms: since_boot_ms(), boot_id: self.boot_id, wall_ms: wall_ms(), entropy })
    }

    /// How long until this moment on the boot clock; nothing when it is past.
    pub(super) fn until(self, since_boot: u64) -> Duration {
        Duration::from_millis(since_boot.saturating_sub(since_boot_ms()))
    }
}

#[expect(clippy::disallowed_methods, reason = "the client is where the time comes from")]
fn wall_ms() -> u64 {
    // A device whose clock stands before 1970 has no usable wall time at all.
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, millis)
}

fn millis(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}

/// Milliseconds since boot, sleep included.
///
/// `std::time::Instant` will not do: it stops while a phone sleeps (`CLOCK_MONOTONIC` on Linux and Android,
/// `CLOCK_UPTIME_RAW` on Apple's systems). What does not stop is called `CLOCK_BOOTTIME` there
/// (clock_gettime(2)) and, on Apple's systems, `CLOCK_MONOTONIC`: it "will continue to increment while the
/// system is asleep" (Darwin's clock_gettime(3)).
#[cfg(unix)]
fn since_boot_ms() -> u64 {
    use rustix::time::{ClockId, clock_gettime};

    #[cfg(any(target_os = "linux", target_os = "android"))]
    const CLOCK: ClockId = ClockId::Boottime;
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    const CLOCK: ClockId = ClockId::Monotonic;

    let time = clock_gettime(CLOCK);
    let whole = u64::try_from(time.tv_sec).unwrap_or(0).saturating_mul(1000);
    whole.saturating_add(u64::try_from(time.tv_nsec).unwrap_or(0) / 1_000_000)
}

/// Milliseconds since the first call. For development machines without the clocks above; no phone comes here.
#[cfg(not(unix))]
#[expect(clippy::disallowed_methods, reason = "the client is where the time comes from")]
fn since_boot_ms() -> u64 {
    use std::sync::OnceLock;
    use std::time::Instant;

    static START: OnceLock<Instant> = OnceLock::new();
    millis(START.get_or_init(Instant::now).elapsed())
}

/// The kernel's own name for this boot: random(4). Android hides the file from apps, Apple has none.
fn kernel_boot_id() -> Option<u64> {
    if !cfg!(any(target_os = "linux", target_os = "android")) {
        return None;
    }
    let text = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let digits: String = text.chars().filter(char::is_ascii_hexdigit).take(16).collect();
    u64::from_str_radix(&digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::Clock;

    #[test]
    fn the_boot_clock_goes_on_within_one_boot_and_no_two_steps_share_random_bytes() {
        let earlier = Clock::new().now().unwrap();
        let later = Clock::new().now().unwrap();
        assert!(later.since_boot_ms >= earlier.since_boot_ms);
        assert_eq!(later.boot_id, earlier.boot_id);
        assert_ne!(later.entropy, earlier.entropy);
    }

    #[test]
    fn a_moment_that_is_past_is_now() {
        assert!(Clock::new().until(0).is_zero());
    }
}
