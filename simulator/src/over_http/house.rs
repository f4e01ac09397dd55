//! The service's process: the real service on a runtime of its own, so that it can die at any instant and
//! come back on the same data.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};
use onecall::lobby::Settings;
use onecall::protocol::Timestamp;
use onecall_service::agents::Role;
use onecall_service::clock::{Clock, SystemClock};
use onecall_service::config::{Config, PublicUrl};
use onecall_service::limits::Limits;
use onecall_service::{Running, serve_with};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;

use super::network::Door;
use super::world::PATIENCE;

/// Links name this host; each phone finds it at the port of its own network.
const PUBLIC_URL: &str = "http://localhost";

pub(super) struct House {
    config: Config,
    clock: Arc<WallClock>,
    process: Option<(Runtime, Running)>,
    door: watch::Sender<Option<std::net::SocketAddr>>,
    folder: PathBuf,
}

impl House {
    /// Starts the service with its data below `folder`.
    pub(super) async fn open(folder: &Path, settings: Settings) -> Result<Self> {
        let mut config = Config::on_free_ports(folder.join("data"));
        config.public_url = Some(PublicUrl::parse(PUBLIC_URL)?);
        config.metrics_listen = None;
        config.settings = settings;
        // Every phone of a story comes from the same address.
        config.limits = unlimited();
        let (clock, folder) = (Arc::new(WallClock::default()), config.data.clone());
        let mut house = Self { config, clock, process: None, door: watch::Sender::new(None), folder };
        house.start().await?;
        Ok(house)
    }

    /// Where the service is from now on.
    pub(super) fn door(&self) -> Door {
        self.door.subscribe()
    }

    pub(super) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Corrects the service's wall clock.
    pub(super) fn clock_jumps(&self, by_ms: i64) {
        self.clock.error_ms.fetch_add(by_ms, Ordering::Relaxed);
    }

    pub(super) fn invite(&self, name: &str) -> Result<String> {
        let (_, running) = self.process.as_ref().context("the service does not run")?;
        Ok(running.invite(name, Role::Admin)?)
    }

    pub(super) fn is_up(&self) -> bool {
        self.process.is_some()
    }

    /// Starts it, if it does not run. The dead process may still be letting go of the data folder.
    pub(super) async fn start(&mut self) -> Result<()> {
        if self.process.is_some() {
            return Ok(());
        }
        let patience = tokio::time::Instant::now() + PATIENCE;
        loop {
            let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
            let (config, clock) = (self.config.clone(), Arc::clone(&self.clock));
            match runtime.spawn(serve_with(config, clock)).await? {
                Ok(running) => {
                    self.door.send_replace(Some(running.addr));
                    self.process = Some((runtime, running));
                    return Ok(());
                }
                Err(error) => {
                    runtime.shutdown_background();
                    if tokio::time::Instant::now() > patience {
                        return Err(error).context("the service did not come back");
                    }
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            }
        }
    }

    /// The process dies in the middle of whatever it does: every task is dropped where it stands, every
    /// connection ends. What it was writing down is written or not.
    pub(super) fn crash(&mut self) {
        self.door.send_replace(None);
        if let Some((runtime, running)) = self.process.take() {
            runtime.shutdown_background();
            // Letting go of the journal blocks.
            std::thread::spawn(move || drop(running));
        }
    }

    /// Stops it in good order, and says where its data is.
    pub(super) async fn stop(&mut self) -> PathBuf {
        self.door.send_replace(None);
        if let Some((runtime, running)) = self.process.take() {
            running.stop();
            running.wait().await;
            runtime.shutdown_background();
        }
        self.folder.clone()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.crash();
    }
}

fn unlimited() -> Limits {
    const MANY: u32 = 1_000_000;
    Limits {
        knocks_per_minute: MANY,
        knocks_per_second: MANY,
        failures_per_minute: MANY,
        failed_codes_per_minute: MANY,
        commands_per_minute: MANY,
        streams_per_client: MANY,
        streams: MANY,
        ..Limits::default()
    }
}

/// The machine's clock, and by how much the service's is off.
#[derive(Default)]
struct WallClock {
    error_ms: AtomicI64,
}

impl Clock for WallClock {
    fn now(&self) -> Timestamp {
        Timestamp(SystemClock.now().0.saturating_add_signed(self.error_ms.load(Ordering::Relaxed)))
    }

    fn random(&self) -> u128 {
        SystemClock.random()
    }
}
