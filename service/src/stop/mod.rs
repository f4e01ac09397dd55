//! Stopping without losing anybody: everybody who waits is told, then connections drain.

use tokio::sync::watch;

/// Knows whether the service is stopping. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Stop(watch::Sender<bool>);

impl Default for Stop {
    fn default() -> Self {
        Self(watch::Sender::new(false))
    }
}

impl Stop {
    /// Begins to stop; nothing more happens the second time.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }

    /// Whether it has begun.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        *self.0.borrow()
    }

    /// Returns when it begins.
    pub async fn stopped(&self) {
        // Cannot fail: `self` holds the sender.
        let _ = self.0.subscribe().wait_for(|stopping| *stopping).await;
    }
}

/// When somebody should come back, in milliseconds: half a second to five, spread by `random` so
/// that not all of them come at once.
#[must_use]
pub fn come_back_after_ms(random: u128) -> u64 {
    const SOONEST: u64 = 500;
    const LATEST: u64 = 5_000;
    SOONEST + (random as u64) % (LATEST - SOONEST + 1)
}

/// Waits until the operating system asks the process to stop: SIGTERM, or ^C.
///
/// # Errors
/// When the signals cannot be listened to.
pub async fn asked_to_stop() -> std::io::Result<()> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        _ = terminate.recv() => Ok(()),
        interrupted = tokio::signal::ctrl_c() => interrupted,
    }
}
