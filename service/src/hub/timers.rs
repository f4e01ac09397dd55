//! When which call wants to be woken.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use onecall::protocol::{CallId, Timestamp};
use tokio::sync::Notify;

use crate::clock::Clock;

/// The wall clock may be set while we wait; nothing is later than this because of it.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// One wake-up a call, the earliest first.
#[derive(Default)]
pub(super) struct Timers {
    due: Mutex<Due>,
    earlier: Notify,
}

#[derive(Default)]
struct Due {
    by_time: BTreeSet<(Timestamp, CallId)>,
    by_call: HashMap<CallId, Timestamp>,
}

impl Timers {
    /// Sets the wake-up of a call, in place of the one it had.
    pub(super) fn set(&self, id: &CallId, at: Option<Timestamp>) {
        let mut due = self.due.lock().unwrap_or_else(PoisonError::into_inner);
        if due.by_call.get(id).copied() == at {
            return;
        }
        if let Some(old) = due.by_call.remove(id) {
            due.by_time.remove(&(old, id.clone()));
        }
        if let Some(at) = at {
            due.by_call.insert(id.clone(), at);
            due.by_time.insert((at, id.clone()));
        }
        drop(due);
        self.earlier.notify_one();
    }

    /// Takes every call whose time has come.
    pub(super) fn take_due(&self, now: Timestamp) -> Vec<CallId> {
        let mut due = self.due.lock().unwrap_or_else(PoisonError::into_inner);
        let mut ready = Vec::new();
        while due.by_time.first().is_some_and(|(at, _)| *at <= now) {
            if let Some((_, id)) = due.by_time.pop_first() {
                due.by_call.remove(&id);
                ready.push(id);
            }
        }
        ready
    }

    /// Returns when something is due, or may be.
    pub(super) async fn wait(&self, clock: &dyn Clock) {
        loop {
            let first = {
                let due = self.due.lock().unwrap_or_else(PoisonError::into_inner);
                due.by_time.first().map(|(at, _)| *at)
            };
            let now = clock.now();
            let span = match first {
                Some(at) if at <= now => return,
                Some(at) => at.since(now).min(LONGEST_WAIT),
                None => LONGEST_WAIT,
            };
            tokio::select! {
                () = tokio::time::sleep(span) => {}
                () = self.earlier.notified() => {}
            }
        }
    }
}
