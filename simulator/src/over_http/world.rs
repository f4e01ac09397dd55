//! The world: who is in it, and the clock by which the script is played.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use onecall::journey::Screen;
use onecall::lobby::Settings;
use onecall::protocol::{CallView, Problem, Timestamp};
use tempfile::TempDir;
use tokio::sync::Mutex;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

use super::console::{Calls, Sent};
use super::desk::{Desk, Wire};
use super::house::House;
use super::inspector;
use super::log::Log;
use super::phone::Phone;
use crate::dice::Dice;
use crate::script::{Act, Script, ServiceDoes};

/// So many times faster than its script a story is played. Bounded by the client, which sends no beat more
/// often than five times a second: a fiftieth of the ten seconds that are usual.
pub const FASTER: u32 = 50;

/// So long is waited for what must come.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);
/// How often is looked whether it has come.
pub(super) const LOOK: Duration = Duration::from_millis(10);

/// A span of the script as it is played.
pub(super) fn real(script_ms: u64) -> Duration {
    Duration::from_millis(script_ms) / FASTER
}

/// Whether people wait for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Everybody waits until what they are about to do makes sense: for the question before the answer, for the
    /// list to show whom they mean. So a story goes its way on a slow machine too.
    Patient,
    /// Everybody acts when the script says so.
    Hurried,
}

/// One story while it is played.
pub struct World {
    pub(super) scene: Arc<Scene>,
    seed: u64,
    pace: Pace,
    /// Acts not played yet, the next one first.
    acts: std::vec::IntoIter<(u64, Act)>,
    /// The moment at which the script began, as if nobody had ever waited.
    begun: Instant,
    /// What goes on beside the script; it comes to an end.
    pub(super) errands: JoinSet<()>,
    /// What goes on as long as the story.
    watching: JoinSet<()>,
    folder: TempDir,
}

/// Everybody and everything, for whoever does something beside the script.
pub(super) struct Scene {
    pub(super) script: Script,
    pub(super) log: Arc<Log>,
    pub(super) house: Mutex<House>,
    pub(super) wire: Wire,
    pub(super) phones: Vec<Phone>,
    pub(super) desks: Vec<Desk>,
    pub(super) calls: Calls,
    pub(super) sent: Sent,
    /// When the story began, by the service's clock.
    pub(super) epoch: Timestamp,
    /// The service dies over the next command: whether it is done first, and for how long.
    pub(super) dies_over_next: std::sync::Mutex<Option<(bool, u64)>>,
}

impl World {
    /// The beginning of `script`: the service runs, the agents have signed in, every phone runs the app.
    ///
    /// # Errors
    /// What the machine refuses: sockets, threads, a temporary folder.
    pub async fn begin(script: &Script, seed: u64, pace: Pace) -> Result<Self> {
        // The only TLS provider there is; a simulation itself speaks plain HTTP on loopback.
        rustls::crypto::ring::default_provider().install_default().ok();
        let folder = tempfile::tempdir()?;
        let house = House::open(folder.path(), settings(script)).await?;
        let log = Arc::new(Log::new());
        let wire = Wire::new(house.door())?;
        let mut desks = Vec::new();
        // One more, who only looks.
        for agent in 0..=script.agents {
            desks.push(Desk::sign_in(wire.clone(), &house.invite(&format!("Agent {agent}"))?).await?);
        }
        let mut dice = Dice::new(seed);
        let mut phones = Vec::new();
        for (number, plan) in script.phones.iter().enumerate() {
            phones.push(Phone::new(number, plan, house.door(), Dice::new(dice.bits()), &log).await?);
        }
        let mut acts: Vec<_> = script.acts.iter().map(|timed| (timed.at_ms, timed.act.clone())).collect();
        acts.sort_by_key(|(at, _)| *at);
        let scene = Arc::new(Scene {
            epoch: house.now(),
            calls: Calls::new(script.calls.len()),
            script: script.clone(),
            log,
            house: Mutex::new(house),
            wire,
            phones,
            desks,
            sent: Sent::default(),
            dies_over_next: std::sync::Mutex::default(),
        });
        let mut watching = JoinSet::new();
        watching.spawn(inspector::watch(Arc::clone(&scene)));
        let (acts, errands) = (acts.into_iter(), JoinSet::new());
        Ok(Self { scene, seed, pace, acts, begun: Instant::now(), errands, watching, folder })
    }

    /// Plays everything up to and including this moment of the script.
    pub async fn run_until(&mut self, script_ms: u64) -> &mut Self {
        while let Some((at, act)) = self.acts.as_slice().first().cloned()
            && at <= script_ms
        {
            self.acts.next();
            tokio::time::sleep_until(self.begun + real(at)).await;
            if self.pace == Pace::Patient {
                self.wait_for(&act).await;
                self.begun = self.begun.max(Instant::now() - real(at));
            }
            self.act(&act).await;
        }
        tokio::time::sleep_until(self.begun + real(script_ms)).await;
        self
    }

    async fn act(&mut self, act: &Act) {
        match act {
            Act::Phone { phone, does } => self.person_does(*phone, does),
            Act::Agent { agent, does } => self.agent_does(*agent, does),
            Act::Service { does } => self.service_does(*does).await,
        }
    }

    async fn service_does(&mut self, does: ServiceDoes) {
        self.scene.log.line(format_args!("service * {does:?}"));
        match does {
            ServiceDoes::Crash { down_ms } => {
                let scene = Arc::clone(&self.scene);
                scene.crash().await;
                self.errands.spawn(async move { scene.come_back(down_ms).await });
            }
            ServiceDoes::CrashOverNext { written, down_ms } => {
                self.scene.set_dies_over_next(Some((written, down_ms)));
            }
            ServiceDoes::ClockJumps { by_ms } => {
                self.scene.house.lock().await.clock_jumps(by_ms / i64::from(FASTER));
            }
        }
    }

    /// Waits until this screen is shown, or the patience ends: then the last screen is the answer.
    pub async fn reach(&self, phone: usize, kind: &str) -> Option<Screen> {
        let patience = Patience::new();
        loop {
            let screen = self.screen(phone);
            if screen.as_ref().is_some_and(|screen| screen.kind() == kind) || !patience.lasts().await {
                return screen;
            }
        }
    }

    /// Waits until the agents' list of a call is like this; answers with the last one that was looked at.
    pub async fn list(&self, call: usize, like: impl Fn(&CallView) -> bool) -> Option<CallView> {
        let patience = Patience::new();
        loop {
            let view = self.scene.look_at(call).await;
            if view.as_ref().is_some_and(&like) || !patience.lasts().await {
                return view;
            }
        }
    }

    /// What a phone shows; nothing when it runs no app.
    #[must_use]
    pub fn screen(&self, phone: usize) -> Option<Screen> {
        self.scene.phones.get(phone)?.screen()
    }

    /// The kind of every screen that a phone has shown so far.
    #[must_use]
    pub fn shown(&self, phone: usize) -> Vec<&'static str> {
        self.scene.phones.get(phone).map(|phone| phone.memory.shown()).unwrap_or_default()
    }

    /// Waits until an agent was refused something; answers with who, and what they were told.
    pub async fn refused(&self) -> Vec<(usize, Problem)> {
        let patience = Patience::new();
        loop {
            let refusals = self.scene.sent.refusals();
            if !refusals.is_empty() || !patience.lasts().await {
                return refusals;
            }
        }
    }

    pub(super) fn seed(&self) -> u64 {
        self.seed
    }

    /// Ends what goes on beside the story, and gives away what is left of it.
    pub(super) async fn end(mut self) -> (Arc<Scene>, TempDir) {
        self.watching.shutdown().await;
        self.errands.shutdown().await;
        (self.scene, self.folder)
    }
}

impl Scene {
    pub(super) async fn crash(&self) {
        self.log.line(format_args!("service   dies"));
        self.house.lock().await.crash();
    }

    pub(super) async fn come_back(&self, down_ms: u64) {
        sleep(real(down_ms)).await;
        let mut house = self.house.lock().await;
        if house.is_up() {
            return;
        }
        match house.start().await {
            Ok(()) => self.log.line(format_args!("service   is back")),
            Err(error) => self.log.fail(&format!("rule 7: {error:#}")),
        }
    }

    pub(super) fn set_dies_over_next(&self, death: Option<(bool, u64)>) -> Option<(bool, u64)> {
        let mut next = self.dies_over_next.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        std::mem::replace(&mut *next, death)
    }
}

/// The patience of whoever looks again and again whether something has come.
pub(super) struct Patience(Instant);

impl Patience {
    pub(super) fn new() -> Self {
        Self(Instant::now() + PATIENCE)
    }

    /// A moment later; whether there is patience left.
    pub(super) async fn lasts(&self) -> bool {
        sleep(LOOK).await;
        Instant::now() < self.0
    }
}

/// The service has one lease for all its calls: the shortest of the script.
pub(super) fn lease(script: &Script) -> Duration {
    real(script.calls.iter().map(|plan| plan.lease_s * 1_000).min().unwrap_or(600_000))
}

fn settings(script: &Script) -> Settings {
    let usual = Settings::default();
    Settings { lease: lease(script), here_every: usual.here_every / FASTER, ..usual }
}
