//! A customer's phone: the real client, and a shell that prints its screens.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use onecall::capability::{ArLevel, Measurement};
use onecall::client::{Client, Config, Shell, ShellEffect};
use onecall::journey::{Screen, Source};
use onecall::protocol::App;
use onecall::route::{Device, Platform};

use super::stage::{Side, Stage};
use super::words::words;

/// How long a screen may take to come.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) struct Phone {
    name: &'static str,
    client: Client,
    shell: Arc<Printer>,
}

impl Phone {
    pub(super) fn start(name: &'static str, host: &str, stage: &Arc<Stage>) -> Result<Self> {
        Self::with_blob(name, host, stage, None)
    }

    fn with_blob(name: &'static str, host: &str, stage: &Arc<Stage>, blob: Option<String>) -> Result<Self> {
        let shell = Arc::new(Printer {
            name,
            stage: Arc::clone(stage),
            blob: Mutex::new(blob.clone()),
            last: Mutex::default(),
        });
        let config = Config {
            hosts: vec![host.to_owned()],
            device: Device { platform: Platform::Android, ..Device::default() },
            app: App::App,
            ..Config::default()
        };
        let client = Client::start(config, blob, Arc::clone(&shell) as Arc<dyn Shell>)?;
        Ok(Self { name, client, shell })
    }

    pub(super) fn tap(&self, link: &str) {
        self.shell.say("taps the link");
        self.client.text(link.to_owned(), Source::Link);
    }

    pub(super) fn measure(&self, measurement: Measurement) {
        self.client.measured(measurement);
    }

    pub(super) fn say_name(&self) {
        self.client.name(self.name.to_owned());
    }

    /// Types the name if it is asked; a phone that knows this link's name is not asked again.
    pub(super) async fn say_name_when_asked(&self) -> Result<()> {
        self.reach("ask-name").await?;
        self.say_name();
        Ok(())
    }

    pub(super) fn start_ar(&self) {
        self.shell.say("AR starts: annotations stand in the room");
        self.client.ar_started(ArLevel::Depth);
    }

    pub(super) async fn end_call(&self) -> Result<()> {
        self.shell.say("taps End call");
        self.client.leave();
        self.reach("ask").await?;
        self.client.confirm(true);
        Ok(())
    }

    pub(super) fn sleep(&self) {
        self.shell.say("falls asleep");
        self.client.sleep();
    }

    pub(super) fn wake(&self) {
        self.shell.say("wakes up");
        self.client.wake();
    }

    /// The system kills the app; what it kept is all that is left.
    pub(super) fn kill_and_restart(&mut self, host: &str, stage: &Arc<Stage>) -> Result<()> {
        self.shell.say("the system kills the app, and it is opened again");
        self.client.shutdown();
        let blob = self.shell.blob.lock().unwrap_or_else(PoisonError::into_inner).clone();
        *self = Self::with_blob(self.name, host, stage, blob)?;
        Ok(())
    }

    /// Waits for a screen of this kind.
    pub(super) async fn reach(&self, kind: &str) -> Result<()> {
        let mut screens = self.client.screens();
        let reached = tokio::time::timeout(PATIENCE, screens.wait_for(|screen| screen.kind() == kind)).await;
        reached
            .ok()
            .and_then(std::result::Result::ok)
            .map(|_| ())
            .with_context(|| format!("the phone of {} never showed {kind}", self.name))
    }
}

struct Printer {
    name: &'static str,
    stage: Arc<Stage>,
    blob: Mutex<Option<String>>,
    last: Mutex<String>,
}

impl Printer {
    fn say(&self, what: &str) {
        self.stage.line(Side::Phone, self.name, what);
    }
}

impl Shell for Printer {
    fn show(&self, screen: Screen) {
        let text = words(&screen);
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if *last != text {
            self.say(&format!("  shows: {text}"));
            *last = text;
        }
    }

    fn perform(&self, effect: ShellEffect) {
        if let ShellEffect::Save { blob } = effect {
            *self.blob.lock().unwrap_or_else(PoisonError::into_inner) = blob;
        }
    }
}
