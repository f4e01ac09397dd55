//! A phone with the real client on it, and a shell that remembers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    unreachable_pub,
    reason = "a test may, and helpers are not seen as tests"
)]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use onecall::client::{Client, Config, Shell, ShellEffect};
use onecall::journey::{Screen, Source};
use onecall::protocol::App;
use onecall::route::{Device, Platform};
use tokio::time::timeout;

use crate::fake::{Fake, Knock};

/// Long enough for any machine; what takes longer never comes.
const PATIENCE: Duration = Duration::from_secs(60);

/// Remembers everything that it was told.
#[derive(Default)]
pub struct Recorder {
    pub screens: Mutex<Vec<Screen>>,
    pub blob: Mutex<Option<String>>,
    /// Numbers, URLs and names.
    pub joined: Mutex<Vec<(u64, String, String)>>,
    pub left: Mutex<Vec<u64>>,
    /// How often it was to measure again.
    pub measured_again: Mutex<u32>,
    /// How often a fresh access token was wanted.
    pub asked_for_token: Mutex<u32>,
}

impl Shell for Recorder {
    fn show(&self, screen: Screen) {
        self.screens.lock().unwrap().push(screen);
    }

    fn perform(&self, effect: ShellEffect) {
        match effect {
            ShellEffect::Save { blob } => *self.blob.lock().unwrap() = blob,
            ShellEffect::Measure => *self.measured_again.lock().unwrap() += 1,
            ShellEffect::JoinMeeting { number, url, name } => self.joined.lock().unwrap().push((number, url, name)),
            ShellEffect::LeaveMeeting { number } => self.left.lock().unwrap().push(number),
            ShellEffect::FreshAccessToken => *self.asked_for_token.lock().unwrap() += 1,
            ShellEffect::Open { .. } | ShellEffect::HandOver { .. } => {}
        }
    }
}

pub struct Phone {
    pub client: Client,
    pub shell: Arc<Recorder>,
}

pub fn config(host: String) -> Config {
    Config {
        hosts: vec![host],
        device: Device { platform: Platform::Android, ..Device::default() },
        app: App::App,
        suggested_name: Some("Maria".to_owned()),
        ..Config::default()
    }
}

impl Phone {
    pub fn start(fake: &Fake) -> Self {
        Self::start_with(fake, None)
    }

    pub fn start_with(fake: &Fake, blob: Option<String>) -> Self {
        Self::start_at(fake.host(), blob)
    }

    pub fn start_at(host: String, blob: Option<String>) -> Self {
        Self::start_as(config(host), blob)
    }

    pub fn start_as(config: Config, blob: Option<String>) -> Self {
        let shell = Arc::new(Recorder::default());
        let client = Client::start(config, blob, Arc::clone(&shell) as Arc<dyn Shell>).unwrap();
        Self { client, shell }
    }

    /// Opens a link of the service and gives the name: the knock is on its way.
    pub async fn open(&self, fake: &Fake, number: u128) {
        self.client.text(fake.link(number), Source::Link);
        self.shows("ask-name").await;
        self.client.name("Maria".to_owned());
    }

    /// Opens a link and brings the phone into the lobby; the open stream is returned.
    pub async fn waits(&self, fake: &mut Fake) -> Knock {
        self.open(fake, 1).await;
        let knock = heard(fake).await.hear(&crate::fake::waiting());
        self.shows("waiting").await;
        knock
    }

    /// Waits until a screen of this kind is shown.
    pub async fn shows(&self, kind: &str) -> Screen {
        self.sees(kind, |screen| screen.kind() == kind).await
    }

    /// Waits until a screen like this is shown.
    pub async fn sees(&self, what: &str, wanted: impl Fn(&Screen) -> bool) -> Screen {
        let mut screens = self.client.screens();
        match timeout(PATIENCE, screens.wait_for(|screen| wanted(screen))).await {
            Ok(Ok(screen)) => screen.clone(),
            Ok(Err(_)) => panic!("the client ended before it showed: {what}"),
            Err(_) => panic!("not shown: {what}, but {:?}", self.client.screen()),
        }
    }

    pub fn blob(&self) -> Option<String> {
        self.shell.blob.lock().unwrap().clone()
    }
}

/// The next knock that reaches the service.
pub async fn heard(fake: &mut Fake) -> Knock {
    within(fake.knock()).await
}

/// What has to happen, on however slow a machine.
pub async fn within<T>(future: impl Future<Output = T>) -> T {
    timeout(PATIENCE, future).await.expect("it happens at all")
}
