//! What time it is, by a clock on the wall that may be set and a stopwatch that cannot.
//!
//! Where the wall is ahead it is right: it was set forward, or the machine slept, which the stopwatch
//! need not notice. Where it is behind, it was set back, and time goes on by the stopwatch – a little
//! slower, until the wall has caught up, so that the hour an agent agreed on comes when their own
//! clock says so.

use std::time::Duration;

/// A wall that is further behind was plainly wrong before. To go on from there would spoil what is
/// agreed by the clock, for all calls and for hours; as it is, only a call that was used meanwhile
/// stands still.
const MOST_AHEAD: Duration = Duration::from_secs(60 * 60);

/// While ahead of the wall, one part in so many is left out: a minute is made good in ten, and no
/// lease is longer by more than a ninth.
const LEAVE_OUT: u32 = 10;

#[derive(Clone, Copy, Debug)]
pub(super) struct Reckoning {
    /// The time, since 1970.
    now: Duration,
    /// What the stopwatch showed then.
    stopwatch: Duration,
}

impl Reckoning {
    pub(super) fn new(wall: Duration) -> Self {
        Self { now: wall, stopwatch: Duration::ZERO }
    }

    /// The time, when wall and stopwatch show this.
    pub(super) fn at(&mut self, wall: Duration, stopwatch: Duration) -> Duration {
        let passed = stopwatch.saturating_sub(self.stopwatch);
        let on = self.now.saturating_add(passed);
        self.now = match on.saturating_sub(wall) {
            Duration::ZERO => wall,
            ahead if ahead > MOST_AHEAD => wall,
            ahead => on.saturating_sub(ahead.min(passed / LEAVE_OUT)),
        };
        self.stopwatch = self.stopwatch.max(stopwatch);
        self.now
    }

    /// Goes on from `then`, if that is ahead and can be believed.
    pub(super) fn count_from(&mut self, then: Duration, wall: Duration) {
        if then.saturating_sub(wall) <= MOST_AHEAD {
            self.now = self.now.max(then);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: u64 = 1_795_509_000;

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn started() -> Reckoning {
        Reckoning::new(seconds(START))
    }

    #[test]
    fn a_clock_that_is_left_alone_is_believed() {
        let mut reckoning = started();
        for passed in 0..100 {
            assert_eq!(reckoning.at(seconds(START + passed), seconds(passed)), seconds(START + passed));
        }
    }

    #[test]
    fn a_clock_that_is_set_back_goes_on_and_is_met_again() {
        let mut reckoning = started();
        // Ten minutes back: a lease of ten minutes is over after eleven and not after twenty.
        let set_back = START - 600;
        assert_eq!(reckoning.at(seconds(set_back + 100), seconds(100)), seconds(START + 90));
        assert!(reckoning.at(seconds(set_back + 667), seconds(667)) > seconds(START + 600));
        let mut before = Duration::ZERO;
        for passed in 668..6_000 {
            let now = reckoning.at(seconds(set_back + passed), seconds(passed));
            assert!(now > before && now > seconds(set_back + passed));
            before = now;
        }
        assert_eq!(reckoning.at(seconds(set_back + 6_001), seconds(6_001)), seconds(set_back + 6_001));
    }

    #[test]
    fn a_clock_that_is_set_forward_is_followed_and_so_is_one_that_slept() {
        let mut reckoning = started();
        assert_eq!(reckoning.at(seconds(START + 5_000), seconds(10)), seconds(START + 5_000));
        assert_eq!(reckoning.at(seconds(START + 5_001), seconds(11)), seconds(START + 5_001));
    }

    #[test]
    fn a_clock_that_was_plainly_wrong_is_let_go() {
        let mut reckoning = started();
        assert_eq!(reckoning.at(seconds(START - 3_601), seconds(0)), seconds(START - 3_601));
        assert_eq!(reckoning.at(seconds(START - 3_600), seconds(1)), seconds(START - 3_600));
    }

    #[test]
    fn time_goes_on_from_what_was_written_down_unless_that_was_plainly_wrong() {
        let mut reckoning = started();
        for (then, now) in [(START + 900, START + 900), (START + 300, START + 900), (START + 3_601, START + 900)] {
            reckoning.count_from(seconds(then), seconds(START));
            assert_eq!(reckoning.at(seconds(START), seconds(0)), seconds(now));
        }
    }
}
