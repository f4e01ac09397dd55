//! Open event streams.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::{Client, SlowDown};

/// How long somebody waits before they ask for one more stream.
const RETRY: Duration = Duration::from_secs(5);

#[derive(Default)]
struct Open {
    all: u32,
    each: HashMap<Client, u32>,
}

/// Counts open streams. Cheap to clone.
#[derive(Clone)]
pub struct Streams {
    per_client: u32,
    most: u32,
    open: Arc<Mutex<Open>>,
}

/// One open stream; dropping it closes it.
pub struct StreamGuard {
    client: Client,
    open: Arc<Mutex<Open>>,
}

impl Streams {
    pub(super) fn new(per_client: u32, most: u32) -> Self {
        Self { per_client, most, open: Arc::default() }
    }

    /// One more stream of this client.
    ///
    /// # Errors
    /// [`SlowDown`] when it, or all together, have too many.
    pub fn open(&self, client: Client) -> Result<StreamGuard, SlowDown> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.each.get(&client).is_some_and(|count| *count >= self.per_client) {
            return Err(SlowDown::TooMany(RETRY));
        }
        if open.all >= self.most {
            return Err(SlowDown::Full(RETRY));
        }
        open.all += 1;
        *open.each.entry(client).or_default() += 1;
        Ok(StreamGuard { client, open: self.open.clone() })
    }

    /// How many are open.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).all
    }
}

impl Drop for StreamGuard {
    fn drop(&mut self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.all = open.all.saturating_sub(1);
        let left = open.each.get_mut(&self.client).map_or(0, |count| {
            *count = count.saturating_sub(1);
            *count
        });
        if left == 0 {
            open.each.remove(&self.client);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::IpAddr;

    #[test]
    fn a_closed_stream_makes_room_for_another() {
        let streams = Streams::new(1, 2);
        let client = |last: u8| Client::from(IpAddr::from([192, 0, 2, last]));
        let first = streams.open(client(1)).ok().unwrap();
        assert_eq!(streams.open(client(1)).err(), Some(SlowDown::TooMany(RETRY)), "one each");
        let _second = streams.open(client(2)).ok().unwrap();
        assert_eq!(streams.open(client(3)).err(), Some(SlowDown::Full(RETRY)), "two in all");
        drop(first);
        assert!(streams.open(client(3)).is_ok());
        assert_eq!(streams.count(), 1);
    }
}
