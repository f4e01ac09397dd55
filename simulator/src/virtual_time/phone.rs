//! A phone: its clocks, its power, the journey that it runs, and what the journey wants done.

use std::collections::{BTreeMap, BTreeSet};

use onecall::journey::{self, Input, Journey, Now, Screen, Setup, Waiting};
use onecall::link::{Host, Hosts};
use onecall::protocol::KnockId;

use super::world::{EPOCH, What, World};
use crate::dice::Dice;
use crate::script::{PhonePlan, Weather};

/// The one host there is.
pub(super) const HOST: &str = "help.example.com";
/// More steps than this within one millisecond are a journey that wakes itself without end.
const SPIN: u32 = 300;

pub(super) struct Phone {
    setup: Setup,
    /// Nothing: the app does not run.
    pub(super) journey: Option<Journey>,
    /// In secure storage.
    pub(super) blob: Option<String>,
    pub(super) power: Power,
    /// Counts processes; what belongs to an earlier one reaches nobody.
    pub(super) life: u64,
    /// When it booted, in virtual time, and how the boot is called.
    booted: (i64, u64),
    /// Its wall clock's error, in milliseconds.
    pub(super) clock_error: i64,
    pub(super) weather: Weather,
    wake_at: Option<u64>,
    timers: u64,
    /// What arrives while nobody runs; nothing: the connections do not survive that.
    held_up: Option<Vec<Input>>,
    /// The process dies within the next step that wants something done.
    pub(super) dying: bool,
    /// The next command is under way for so long.
    pub(super) next_command_takes: Option<u64>,
    /// Where its owner wants to go on.
    pub(super) moves_to: Option<usize>,
    /// The identity of the last knock.
    pub(super) knock: Option<KnockId>,
    pub(super) stream: Option<u64>,
    pub(super) streams: u64,
    pub(super) beats: BTreeMap<KnockId, u64>,
    pub(super) knocks: BTreeSet<KnockId>,
    pub(super) shown: Vec<(u64, Screen)>,
    spin: (u64, u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Power {
    Awake,
    /// Timers and network stand still.
    Still,
}

impl Phone {
    pub(super) fn new(plan: &PhonePlan, dice: &mut Dice) -> Self {
        let setup = Setup { hosts: Hosts::new(Host::parse(HOST)), device: plan.device, ..Setup::default() };
        Self {
            journey: Some(Journey::new(setup.clone())),
            setup,
            blob: None,
            power: Power::Awake,
            life: 0,
            booted: (-signed(dice.between(0, 1_000_000_000)), dice.bits()),
            clock_error: signed(dice.between(0, 600_000)) - 300_000,
            weather: plan.weather,
            wake_at: None,
            timers: 0,
            held_up: None,
            dying: false,
            next_command_takes: None,
            moves_to: None,
            knock: None,
            stream: None,
            streams: 0,
            beats: BTreeMap::new(),
            knocks: BTreeSet::new(),
            shown: Vec::new(),
            spin: (0, 0),
        }
    }

    /// Whether this was ever an identity of this phone.
    pub(super) fn knocked_as(&self, knock: &KnockId) -> bool {
        self.knocks.contains(knock)
    }

    /// When the journey wants to be woken, in milliseconds since boot.
    pub(super) fn wake_at(&self) -> Option<u64> {
        self.wake_at
    }

    fn now(&self, world_ms: u64, entropy: [u8; 32]) -> Now {
        Now {
            since_boot_ms: unsigned(signed(world_ms) - self.booted.0),
            boot_id: self.booted.1,
            wall_ms: unsigned(signed(EPOCH + world_ms) + self.clock_error),
            entropy,
        }
    }

    pub(super) fn screen(&self, world_ms: u64) -> Option<Screen> {
        Some(self.journey.as_ref()?.screen(&self.now(world_ms, [0; 32])))
    }
}

/// Running.
impl World {
    pub(super) fn tick(&mut self, phone: usize, life: u64, set: u64) {
        let Some(one) = self.phones.get(phone) else { return };
        if one.life == life && one.timers == set && one.power == Power::Awake {
            self.feed(phone, Input::Tick);
        }
    }

    pub(super) fn reach_phone(&mut self, phone: usize, life: u64, input: Input) {
        let Some(one) = self.phones.get_mut(phone) else { return };
        if one.life != life || one.journey.is_none() {
            return;
        }
        match (one.power, &mut one.held_up) {
            (Power::Awake, _) => self.feed(phone, input),
            (Power::Still, Some(held_up)) => held_up.push(input),
            (Power::Still, None) => {}
        }
    }

    /// One step of a phone's journey, and what it wants done.
    pub(super) fn feed(&mut self, phone: usize, input: Input) {
        let entropy = self.dice.bytes();
        let Some(one) = self.phones.get_mut(phone) else { return };
        let Some(journey) = &one.journey else { return };
        let now = one.now(self.now, entropy);
        self.trace.line(self.now, format_args!("phone {phone} < {}", input.kind()));
        let before = journey.screen(&now);
        let asked = input.clone();
        let step = journey::step(journey, &now, input);
        self.steps += 1;
        one.spin = if one.spin.0 == self.now { (self.now, one.spin.1 + 1) } else { (self.now, 0) };
        if one.spin.1 > SPIN {
            self.fail("a journey wakes itself without end");
            return;
        }
        self.take_step(phone, &now, step);
        self.check_journey(phone, &now, &before, &asked);
    }

    fn take_step(&mut self, phone: usize, now: &Now, step: journey::Step) {
        let Some(one) = self.phones.get_mut(phone) else { return };
        let screen = step.journey.screen(now);
        if one.shown.last().is_none_or(|(_, last)| !looks_like(last, &screen)) {
            self.trace.line(self.now, format_args!("phone {phone}   shows {screen:?}"));
            one.shown.push((self.now, screen));
        }
        one.journey = Some(step.journey);
        one.wake_at = step.wake_at;
        let mut effects = step.effects;
        let dies = one.dying && !effects.is_empty();
        if dies {
            let done = self.dice.below(effects.len() + 1);
            effects.truncate(done);
        }
        for effect in effects {
            self.carry_out(phone, effect);
        }
        if dies {
            self.kill(phone);
        } else {
            self.set_timer(phone);
        }
    }

    fn set_timer(&mut self, phone: usize) {
        let Some(one) = self.phones.get_mut(phone) else { return };
        one.timers += 1;
        let (life, set, power) = (one.life, one.timers, one.power);
        if let Some(at) = one.wake_at
            && power == Power::Awake
        {
            let at = unsigned(signed(at) + one.booted.0);
            self.at(at, What::Tick { phone, life, set });
        }
    }

    /// Timers and network stand still from now on.
    pub(super) fn stand_still(&mut self, phone: usize) {
        let survives = self.dice.percent(50);
        let Some(one) = self.phones.get_mut(phone) else { return };
        if one.power == Power::Awake {
            one.power = Power::Still;
            one.held_up = survives.then(Vec::new);
        }
    }

    /// And go on: what was held up arrives, or the connections turn out to be gone.
    pub(super) fn go_on(&mut self, phone: usize) {
        let Some(one) = self.phones.get_mut(phone) else { return };
        if std::mem::replace(&mut one.power, Power::Awake) == Power::Awake {
            return;
        }
        let (life, stream) = (one.life, one.stream);
        match (one.held_up.take(), stream) {
            (Some(held_up), _) => {
                for input in held_up {
                    self.after(1, What::ToPhone { phone, life, input });
                }
            }
            (None, Some(stream)) => self.after(1, What::ToPhone { phone, life, input: Input::Lost { stream } }),
            (None, None) => {}
        }
        self.set_timer(phone);
    }

    /// The process ends. The service may hear of it, or not.
    pub(super) fn kill(&mut self, phone: usize) {
        self.trace.line(self.now, format_args!("phone {phone}   process ends"));
        let heard = self.dice.percent(70);
        if heard {
            self.hang_up(phone);
        }
        let Some(one) = self.phones.get_mut(phone) else { return };
        one.journey = None;
        one.stream = None;
        one.dying = false;
        one.held_up = None;
        one.power = Power::Awake;
        one.life += 1;
    }

    /// The app is started, if it does not run.
    pub(super) fn start(&mut self, phone: usize) {
        let entropy = self.dice.bytes();
        let Some(one) = self.phones.get_mut(phone) else { return };
        if one.journey.is_some() {
            return;
        }
        one.streams = 0;
        let now = one.now(self.now, entropy);
        self.trace.line(self.now, format_args!("phone {phone}   app starts"));
        let step = match &one.blob {
            Some(blob) => Journey::restore(one.setup.clone(), blob, &now),
            None => journey::Step { journey: Journey::new(one.setup.clone()), effects: Vec::new(), wake_at: None },
        };
        self.steps += 1;
        self.take_step(phone, &now, step);
    }

    pub(super) fn reboot(&mut self, phone: usize) {
        self.kill(phone);
        let (since, boot_id) = (self.dice.between(0, 5_000), self.dice.bits());
        if let Some(one) = self.phones.get_mut(phone) {
            one.booted = (signed(self.now) - signed(since), boot_id);
        }
        self.start(phone);
    }
}

/// The same but for a countdown.
fn looks_like(one: &Screen, other: &Screen) -> bool {
    match (one, other) {
        (Screen::Waiting(one), Screen::Waiting(other)) => {
            let Waiting { reason, match_phrase, message, starts_in_ms: _, was_asleep, reconnecting, lease_ms, moving } =
                other;
            (&one.reason, &one.match_phrase, &one.message) == (reason, match_phrase, message)
                && (one.was_asleep, one.reconnecting, one.lease_ms, one.moving)
                    == (*was_asleep, *reconnecting, *lease_ms, *moving)
        }
        _ => one == other,
    }
}

pub(super) fn signed(ms: u64) -> i64 {
    i64::try_from(ms).unwrap_or(i64::MAX)
}

pub(super) fn unsigned(ms: i64) -> u64 {
    u64::try_from(ms).unwrap_or(0)
}
