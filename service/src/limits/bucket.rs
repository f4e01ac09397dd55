//! Token buckets: a rate with a burst, for each key.
//!
//! Our own, because a failure must be countable after the fact (look first, take only when it went
//! wrong), and because tests and simulations bring their own clock.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use onecall::protocol::Timestamp;

/// So many in so much time, all at once if one likes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rate {
    /// How many; at least 1.
    pub(super) most: u32,
    /// In which time.
    pub(super) every: Duration,
}

/// What is owed: how long it takes until the bucket is full again, counted from `at`.
#[derive(Clone, Copy)]
struct Debt {
    span: Duration,
    at: Timestamp,
}

pub(super) struct Buckets<K> {
    rate: Rate,
    debts: Mutex<HashMap<K, Debt>>,
}

impl<K: Eq + Hash> Buckets<K> {
    pub(super) fn new(rate: Rate) -> Self {
        Self { rate, debts: Mutex::new(HashMap::new()) }
    }

    /// Whether one more could be taken, or else after how long.
    pub(super) fn look(&self, key: &K, now: Timestamp) -> Result<(), Duration> {
        let debts = self.debts.lock().unwrap_or_else(PoisonError::into_inner);
        self.next(debts.get(key), now).map(|_| ())
    }

    /// Takes one, or says after how long there is one.
    pub(super) fn take(&self, key: K, now: Timestamp) -> Result<(), Duration> {
        let mut debts = self.debts.lock().unwrap_or_else(PoisonError::into_inner);
        let next = self.next(debts.get(&key), now);
        match next {
            Ok(debt) => {
                debts.insert(key, debt);
                Ok(())
            }
            Err(wait) => {
                // A clock that was set back would otherwise refuse until it has caught up.
                if let Some(debt) = debts.get_mut(&key).filter(|debt| debt.at > now) {
                    debt.at = now;
                }
                Err(wait)
            }
        }
    }

    /// Forgets whoever owes nothing.
    pub(super) fn tidy(&self, now: Timestamp) {
        self.debts.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, debt| left(*debt, now) > Duration::ZERO);
    }

    fn next(&self, debt: Option<&Debt>, now: Timestamp) -> Result<Debt, Duration> {
        let owed = debt.map_or(Duration::ZERO, |debt| left(*debt, now));
        let span = owed + self.rate.every / self.rate.most;
        match span.checked_sub(self.rate.every) {
            Some(over) if over > Duration::ZERO => Err(over),
            _ => Ok(Debt { span, at: now }),
        }
    }
}

fn left(debt: Debt, now: Timestamp) -> Duration {
    debt.span.saturating_sub(now.since(debt.at))
}
