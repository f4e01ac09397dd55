//! A journal that keeps nothing: for tests and simulations.

use std::{
    collections::HashMap,
    future::ready,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::broadcast;

use super::{Answer, AppendError, Appended, FOLLOWER_BACKLOG, Journal, JournalError, Recorded};

/// Holds every call in memory, with the same contract as the durable ones but for durability.
pub struct MemoryJournal {
    calls: Mutex<HashMap<String, Vec<Recorded>>>,
    followers: broadcast::Sender<Appended>,
}

impl MemoryJournal {
    /// An empty journal.
    #[must_use]
    pub fn new() -> Self {
        Self { calls: Mutex::default(), followers: broadcast::Sender::new(FOLLOWER_BACKLOG) }
    }

    fn append_now(&self, call: &str, expected_version: u64, bodies: Vec<String>) -> Result<u64, AppendError> {
        let mut calls = self.lock();
        let mut version = calls.get(call).map_or(0, |log| log.len() as u64);
        if version != expected_version {
            return Err(AppendError::Conflict { actual_version: version });
        }
        if bodies.is_empty() {
            return Ok(version);
        }
        let log = calls.entry(call.to_owned()).or_default();
        for body in bodies {
            version += 1;
            log.push(Recorded { version, body });
        }
        // Announced under the lock, so that followers hear of a call's versions in order.
        let _nobody_follows = self.followers.send(Appended { call: call.to_owned(), version });
        Ok(version)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Vec<Recorded>>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for MemoryJournal {
    fn default() -> Self {
        Self::new()
    }
}

impl Journal for MemoryJournal {
    fn append(&self, call: &str, expected_version: u64, bodies: Vec<String>) -> Answer<'_, Result<u64, AppendError>> {
        Box::pin(ready(self.append_now(call, expected_version, bodies)))
    }

    fn read(&self, call: &str) -> Answer<'_, Result<Vec<Recorded>, JournalError>> {
        Box::pin(ready(Ok(self.lock().get(call).cloned().unwrap_or_default())))
    }

    fn calls(&self) -> Answer<'_, Result<Vec<String>, JournalError>> {
        Box::pin(ready(Ok(self.lock().keys().cloned().collect())))
    }

    fn forget(&self, call: &str) -> Answer<'_, Result<(), JournalError>> {
        self.lock().remove(call);
        Box::pin(ready(Ok(())))
    }

    fn follow(&self) -> broadcast::Receiver<Appended> {
        self.followers.subscribe()
    }
}
