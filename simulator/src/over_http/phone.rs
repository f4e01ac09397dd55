//! A phone: the core's real client behind a network of its own, and the shell that keeps its blob.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use onecall::client::{Client, Config, Shell, ShellEffect};
use onecall::journey::Screen;
use onecall::protocol::{KnockId, Secret};
use onecall::route::Device;
use serde::Deserialize;

use super::log::Log;
use super::network::{Door, Network};
use crate::dice::Dice;
use crate::script::PhonePlan;

pub(super) struct Phone {
    number: usize,
    pub(super) plan: PhonePlan,
    pub(super) network: Network,
    pub(super) memory: Arc<Memory>,
    /// Nothing: the app does not run.
    client: Mutex<Option<Client>>,
    still: AtomicBool,
}

/// What a phone knocked with.
#[derive(Clone, Deserialize)]
pub(super) struct Place {
    pub(super) knock_id: KnockId,
    pub(super) secret: Secret,
}

/// Secure storage, and the app's memory of what was seen.
pub(super) struct Memory {
    number: usize,
    network: Arc<super::network::Line>,
    log: Arc<Log>,
    /// The process dies over what it saves next.
    dying: AtomicBool,
    dead: AtomicBool,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    blob: Option<String>,
    place: Option<Place>,
    /// Every identity it ever had.
    identities: BTreeSet<KnockId>,
    /// As whom it has shown a call.
    in_call_as: BTreeSet<KnockId>,
    last: Option<&'static str>,
    shown: Vec<&'static str>,
}

impl Phone {
    pub(super) async fn new(number: usize, plan: &PhonePlan, door: Door, dice: Dice, log: &Arc<Log>) -> Result<Self> {
        let network = Network::new(door, plan.weather, dice).await?;
        let memory = Arc::new(Memory {
            number,
            network: Arc::clone(&network.line),
            log: Arc::clone(log),
            dying: AtomicBool::new(false),
            dead: AtomicBool::new(true),
            seen: Mutex::default(),
        });
        let (plan, client, still) = (plan.clone(), Mutex::default(), AtomicBool::new(false));
        let phone = Self { number, plan, network, memory, client, still };
        phone.start()?;
        Ok(phone)
    }

    /// The app is started, if it does not run.
    pub(super) fn start(&self) -> Result<()> {
        if self.runs() {
            return Ok(());
        }
        self.kill();
        self.memory.dead.store(false, Ordering::Relaxed);
        self.network.line.revive();
        self.memory.log.line(format_args!("phone {}   app starts", self.number));
        let config = Config {
            hosts: vec![self.network.addr.to_string()],
            device: Device { platform: self.plan.device.platform, ..Device::default() },
            app: self.plan.device.app,
            ..Config::default()
        };
        let blob = self.memory.seen().blob.clone();
        *self.client() = Some(Client::start(config, blob, Arc::clone(&self.memory) as Arc<dyn Shell>)?);
        Ok(())
    }

    pub(super) fn runs(&self) -> bool {
        !self.memory.dead.load(Ordering::Relaxed) && self.client().is_some()
    }

    /// The process ends. What it has sent is under way; nothing more comes.
    pub(super) fn kill(&self) {
        self.memory.die();
        self.still.store(false, Ordering::Relaxed);
        self.network.line.go_on();
        // Waits for the client's thread, which does not wait for us.
        drop(self.client().take());
        self.memory.dying.store(false, Ordering::Relaxed);
    }

    /// It ends while it carries out what its next step wants.
    pub(super) fn kill_amid_step(&self) {
        self.memory.dying.store(self.runs(), Ordering::Relaxed);
    }

    /// Nothing of the kind happens any more.
    pub(super) fn stays_alive(&self) {
        self.memory.dying.store(false, Ordering::Relaxed);
    }

    /// Something that needs the app in front; a sleeping phone is woken for it.
    pub(super) fn tap(&self, what: impl FnOnce(&Client)) {
        if self.is_still() {
            self.go_on();
            self.tell(Client::wake);
        }
        self.tell(what);
    }

    pub(super) fn tell(&self, what: impl FnOnce(&Client)) {
        if self.runs()
            && let Some(client) = &*self.client()
        {
            what(client);
        }
    }

    /// The app is told that the phone sleeps. Half of the phones cut their network as soon as the app has
    /// said so.
    pub(super) fn sleep(&self) {
        if self.is_still() {
            return;
        }
        self.still.store(true, Ordering::Relaxed);
        if self.network.line.percent(50) {
            self.network.line.stand_still_after_next();
        }
        self.tell(Client::sleep);
    }

    /// Nothing reaches the app, and nothing comes from it. That its timers run is all that a process cannot
    /// hide from itself.
    pub(super) fn freeze(&self) {
        if !self.still.swap(true, Ordering::Relaxed) {
            self.network.line.stand_still();
        }
    }

    pub(super) fn go_on(&self) {
        self.still.store(false, Ordering::Relaxed);
        self.network.line.go_on();
    }

    pub(super) fn is_still(&self) -> bool {
        self.still.load(Ordering::Relaxed)
    }

    /// What it shows; nothing when it runs no app.
    pub(super) fn screen(&self) -> Option<Screen> {
        if self.runs() { self.client().as_ref().map(Client::screen) } else { None }
    }

    fn client(&self) -> MutexGuard<'_, Option<Client>> {
        self.client.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory {
    pub(super) fn place(&self) -> Option<Place> {
        self.seen().place.clone()
    }

    pub(super) fn was(&self, knock: &KnockId) -> bool {
        self.seen().identities.contains(knock)
    }

    pub(super) fn in_call_as(&self) -> BTreeSet<KnockId> {
        self.seen().in_call_as.clone()
    }

    /// The kinds of every screen so far.
    pub(super) fn shown(&self) -> Vec<&'static str> {
        self.seen().shown.clone()
    }

    fn die(&self) {
        self.network.die();
        if !self.dead.swap(true, Ordering::Relaxed) {
            self.log.line(format_args!("phone {}   process ends", self.number));
        }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shell for Memory {
    fn show(&self, screen: Screen) {
        let mut seen = self.seen();
        if self.dead.load(Ordering::Relaxed) {
            return;
        }
        if matches!(screen, Screen::InCall { .. })
            && let Some(place) = seen.place.clone()
        {
            seen.in_call_as.insert(place.knock_id);
        }
        if seen.last.replace(screen.kind()) != Some(screen.kind()) {
            self.log.line(format_args!("phone {}   shows {screen:?}", self.number));
            seen.shown.push(screen.kind());
        }
    }

    fn perform(&self, effect: ShellEffect) {
        let ShellEffect::Save { blob } = effect else { return };
        let mut seen = self.seen();
        if self.dead.load(Ordering::Relaxed) {
            return;
        }
        if self.dying.swap(false, Ordering::Relaxed) {
            let written = self.network.percent(50);
            self.die();
            if !written {
                return;
            }
        }
        seen.place = blob.as_deref().and_then(place_in);
        if let Some(place) = seen.place.clone() {
            seen.identities.insert(place.knock_id);
        }
        seen.blob = blob;
    }
}

/// The place that a blob tells of. Nobody but the client reads a blob; a simulation, which must know whose
/// knock is whose, is its keeper and looks.
fn place_in(blob: &str) -> Option<Place> {
    let kept: serde_json::Value = serde_json::from_str(blob).ok()?;
    Place::deserialize(kept.get("shown")?.get("place")?).ok()
}
