//! How much one client, and all of them together, may ask for.
//!
//! A client is an address: the peer's, or what a trusted proxy says it speaks for. An IPv6 client
//! is its /64, because whoever has one has all of it (RFC 6177).

mod bucket;
mod client;
mod streams;

use std::sync::Arc;
use std::time::Duration;

use onecall::protocol::KnockId;

use crate::clock::Clock;
use bucket::{Buckets, Rate};

pub use client::{Client, client_of};
pub use streams::{StreamGuard, Streams};

/// The figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Knocks of one client a minute, all of them at once if it likes.
    pub knocks_per_minute: u32,
    /// Knocks of all clients a second.
    pub knocks_per_second: u32,
    /// Dead links, wrong codes, failed sign-ins of one client a minute.
    pub failures_per_minute: u32,
    /// Wrong spoken codes of all clients a minute: nine digits must not be guessed by many at once.
    pub failed_codes_per_minute: u32,
    /// Commands of one customer a minute: ten times as many as a phone sends of itself. No option sets it.
    pub commands_per_minute: u32,
    /// Open streams of one client.
    pub streams_per_client: u32,
    /// Open streams of all clients.
    pub streams: u32,
    /// A connection ends when its peer takes nothing off us for so long. No option sets it.
    pub unread: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            knocks_per_minute: 60,
            knocks_per_second: 1_000,
            failures_per_minute: 10,
            failed_codes_per_minute: 100,
            commands_per_minute: 120,
            streams_per_client: 64,
            streams: 20_000,
            unread: Duration::from_secs(30),
        }
    }
}

/// Too much was asked: try again after this long.
///
/// For whoever asks it is one and the same problem, to be waited out. For the operator it is not: a
/// client that asks too much is no failure of the service, one that is full is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlowDown {
    /// This client has asked too often, or codes are being guessed.
    TooMany(Duration),
    /// The service as a whole has no room.
    Full(Duration),
}

/// Counts what is asked.
pub struct Gate {
    clock: Arc<dyn Clock>,
    knocks: Buckets<Client>,
    all_knocks: Buckets<()>,
    failures: Buckets<Client>,
    failed_codes: Buckets<()>,
    commands: Buckets<KnockId>,
    /// Counts open streams.
    pub streams: Streams,
}

impl Gate {
    /// Nobody has asked for anything yet.
    #[must_use]
    pub fn new(limits: &Limits, clock: Arc<dyn Clock>) -> Self {
        const SECOND: Duration = Duration::from_secs(1);
        const MINUTE: Duration = Duration::from_secs(60);
        Self {
            clock,
            knocks: Buckets::new(Rate { most: limits.knocks_per_minute, every: MINUTE }),
            all_knocks: Buckets::new(Rate { most: limits.knocks_per_second, every: SECOND }),
            failures: Buckets::new(Rate { most: limits.failures_per_minute, every: MINUTE }),
            failed_codes: Buckets::new(Rate { most: limits.failed_codes_per_minute, every: MINUTE }),
            commands: Buckets::new(Rate { most: limits.commands_per_minute, every: MINUTE }),
            streams: Streams::new(limits.streams_per_client, limits.streams),
        }
    }

    /// One more knock.
    ///
    /// # Errors
    /// [`SlowDown`] when this client, or all together, have knocked too often.
    pub fn knock(&self, client: Client) -> Result<(), SlowDown> {
        let now = self.clock.now();
        self.failures.look(&client, now).map_err(SlowDown::TooMany)?;
        self.knocks.take(client, now).map_err(SlowDown::TooMany)?;
        self.all_knocks.take((), now).map_err(SlowDown::Full)
    }

    /// Whether this client may try something that it could guess at. A client that failed too often
    /// is refused before anything is looked up, so that it learns nothing more.
    ///
    /// # Errors
    /// [`SlowDown`] when it has failed too often.
    pub fn may_try(&self, client: Client) -> Result<(), SlowDown> {
        self.failures.look(&client, self.clock.now()).map_err(SlowDown::TooMany)
    }

    /// Whether anybody may try a spoken code.
    ///
    /// # Errors
    /// [`SlowDown`] when too many wrong ones were tried, by whomever.
    pub fn may_try_code(&self) -> Result<(), SlowDown> {
        self.failed_codes.look(&(), self.clock.now()).map_err(SlowDown::TooMany)
    }

    /// It failed.
    pub fn failed(&self, client: Client, code: bool) {
        let now = self.clock.now();
        // An empty bucket stays empty; the next look refuses.
        let _ = self.failures.take(client, now);
        if code {
            let _ = self.failed_codes.take((), now);
        }
    }

    /// Whether this customer may do one more thing: much of it is written down, and nobody is to fill the disk.
    ///
    /// # Errors
    /// [`SlowDown`] when they have done too much.
    pub fn may_command(&self, knock: &KnockId) -> Result<(), SlowDown> {
        self.commands.look(knock, self.clock.now()).map_err(SlowDown::TooMany)
    }

    /// They are who they say, and did it: a stranger's ids are not counted, nor kept.
    pub fn commanded(&self, knock: KnockId) {
        let _ = self.commands.take(knock, self.clock.now());
    }

    /// Forgets clients that have been quiet long enough to count as new.
    pub fn tidy(&self) {
        let now = self.clock.now();
        self.knocks.tidy(now);
        self.failures.tidy(now);
        self.commands.tidy(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use onecall::protocol::Timestamp;
    use std::net::IpAddr;
    use std::sync::atomic::{AtomicU64, Ordering};

    struct Hand(AtomicU64);
    impl Clock for Hand {
        fn now(&self) -> Timestamp {
            Timestamp(self.0.load(Ordering::Relaxed))
        }
        fn random(&self) -> u128 {
            0
        }
    }

    fn client(text: &str) -> Client {
        Client::from(text.parse::<IpAddr>().unwrap())
    }

    fn gate(limits: &Limits) -> (Gate, Arc<Hand>) {
        let hand = Arc::new(Hand(AtomicU64::new(1_000_000)));
        (Gate::new(limits, hand.clone()), hand)
    }

    #[test]
    fn a_client_that_failed_too_often_is_refused_and_later_is_not() {
        let (gate, hand) = gate(&Limits { failures_per_minute: 2, ..Limits::default() });
        let (one, two) = (client("192.0.2.1"), client("192.0.2.2"));
        for _ in 0..2 {
            assert_eq!(gate.may_try(one), Ok(()));
            gate.failed(one, false);
        }
        assert_eq!(gate.may_try(one), Err(SlowDown::TooMany(Duration::from_secs(30))));
        assert_eq!(gate.knock(one), Err(SlowDown::TooMany(Duration::from_secs(30))));
        assert_eq!(gate.may_try(two), Ok(()), "nobody pays for another's failures");
        hand.0.fetch_add(30_000, Ordering::Relaxed);
        assert_eq!(gate.may_try(one), Ok(()));
    }

    #[test]
    fn when_all_together_knock_too_often_it_is_the_service_that_is_full() {
        let (gate, hand) = gate(&Limits { knocks_per_second: 1, ..Limits::default() });
        assert_eq!(gate.knock(client("192.0.2.1")), Ok(()));
        assert_eq!(gate.knock(client("192.0.2.2")), Err(SlowDown::Full(Duration::from_secs(1))));
        hand.0.fetch_add(1_000, Ordering::Relaxed);
        assert_eq!(gate.knock(client("192.0.2.2")), Ok(()));
    }

    #[test]
    fn wrong_codes_of_many_clients_count_together() {
        let (gate, _) = gate(&Limits { failed_codes_per_minute: 3, ..Limits::default() });
        for last in 1..=3 {
            assert_eq!(gate.may_try_code(), Ok(()));
            gate.failed(client(&format!("192.0.2.{last}")), true);
        }
        assert!(gate.may_try_code().is_err());
    }

    #[test]
    fn a_clock_that_was_set_back_locks_nobody_out() {
        let (gate, hand) = gate(&Limits { knocks_per_minute: 1, ..Limits::default() });
        let one = client("192.0.2.1");
        assert_eq!(gate.knock(one), Ok(()));
        hand.0.store(0, Ordering::Relaxed);
        assert!(gate.knock(one).is_err());
        hand.0.store(60_000, Ordering::Relaxed);
        assert_eq!(gate.knock(one), Ok(()));
    }

    #[test]
    fn an_ipv6_client_is_its_64() {
        assert!(client("2001:db8::1") == client("2001:db8::ffff:1"));
        assert!(client("2001:db8::1") != client("2001:db8:0:1::1"));
        assert!(client("::ffff:192.0.2.1") == client("192.0.2.1"));
    }
}
