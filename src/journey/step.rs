//! One step: an input in, the next journey out.

use super::kept::{Kept, Place};
use super::state::{Link, Live, State};
use super::{Effect, Input, Journey, Now};
use crate::protocol::{CommandId, KnockId, Secret};

/// What an input led to.
#[derive(Clone, Debug)]
#[must_use]
pub struct Step {
    /// The journey as it is now.
    pub journey: Journey,
    /// What to do, in order.
    pub effects: Vec<Effect>,
    /// Send [`Input::Tick`] when this time since boot (milliseconds) is reached. [`None`]: nothing is due
    /// by itself. Always later than the step's own time.
    pub wake_at: Option<u64>,
}

/// Takes a journey one step further. Never fails and never panics: an input that makes no sense where
/// the journey is changes nothing.
pub fn step(journey: &Journey, now: &Now, input: Input) -> Step {
    let mut turn = Turn::new(journey.clone(), now);
    turn.notice_freeze();
    turn.take(input);
    turn.finish(&journey.kept)
}

/// A step while it is taken.
pub(super) struct Turn<'a> {
    pub(super) now: &'a Now,
    pub(super) j: Journey,
    pub(super) effects: Vec<Effect>,
}

impl<'a> Turn<'a> {
    pub(super) fn new(journey: Journey, now: &'a Now) -> Self {
        let mut turn = Self { now, j: journey, effects: Vec::new() };
        turn.mend_clock();
        turn
    }

    fn take(&mut self, input: Input) {
        if is_by_hand(&input) {
            self.wake();
        }
        match input {
            Input::Text { text, source } => self.text(&text, source),
            Input::Name(typed) => self.name(&typed),
            Input::Measured(measurement) => self.measured(measurement),
            Input::Camera(camera) => self.camera(camera),
            Input::AccessToken(token) => self.access_token(token),
            Input::GoOn => self.go_on(),
            Input::Choose(index) => self.choose(index),
            Input::ArStarted(level) => self.ar_started(level),
            Input::ArFailed(failure) => self.ar_failed(failure),
            Input::ArLost => self.ar_lost(),
            Input::Meeting { number, report } => self.reported(number, report),
            Input::Leave => self.leave(),
            Input::Move => self.ask_for_ticket(),
            Input::Open => self.open_elsewhere(),
            Input::Confirm(yes) => self.confirm(yes),
            Input::KnockAgain => self.knock_again(),
            Input::Dismiss => self.dismiss(),
            Input::Sleep => self.sleep(),
            Input::Wake => self.wake(),
            Input::NetworkBack => self.network_back(),
            // What is due is done after every input.
            Input::Tick => {}
            Input::Heard { stream, view } => self.heard(stream, view),
            Input::Alive { stream } => self.alive(stream),
            Input::Lost { stream } => self.lost(stream),
            Input::Refused { stream, problem } => self.refused(stream, &problem),
            Input::Answered { command_id, view } => self.answered(&command_id, view),
            Input::Failed { command_id, problem } => self.failed(&command_id, problem.as_ref()),
        }
    }

    /// Does what is due, and saves what changed before anything else happens.
    pub(super) fn finish(mut self, before: &Kept) -> Step {
        self.measure_due();
        self.stream_due();
        self.beat_due();
        self.errands_due();
        if self.j.kept != *before {
            self.effects.insert(0, Effect::Save(Some(self.j.blob())));
        }
        let wake_at = self.j.wake_at();
        Step { journey: self.j, effects: self.effects, wake_at }
    }

    /// Milliseconds since boot.
    pub(super) fn ms(&self) -> u64 {
        self.now.since_boot_ms
    }

    /// What is live, and its place.
    pub(super) fn live(&mut self) -> Option<(&mut Live, &mut Place)> {
        match (&mut self.j.state, self.j.kept.place_mut()) {
            (State::Live(live), Some(place)) => Some((live, place)),
            _ => None,
        }
    }

    /// A clock that starts again, after a reboot, or goes back keeps every delay as long as it was.
    fn mend_clock(&mut self) {
        let (boot, at) = std::mem::replace(&mut self.j.clock, (self.now.boot_id, self.now.since_boot_ms));
        if boot == self.now.boot_id && at <= self.now.since_boot_ms {
            return;
        }
        let now = self.now.since_boot_ms;
        self.j.each_time(|t| *t = if *t >= at { now.saturating_add(*t - at) } else { now.saturating_sub(at - *t) });
    }

    /// A fresh identity for a link: all the step's random bytes. Nothing else is made of the half that
    /// becomes the secret.
    pub(super) fn identity(&self) -> (KnockId, Secret) {
        let [id, secret] = self.halves();
        (KnockId::from_bits(id), Secret::from_bits(secret))
    }

    pub(super) fn command_id(&mut self) -> CommandId {
        let high = self.random();
        let low = self.random();
        CommandId::from_bits(u128::from(high) << 64 | u128::from(low))
    }

    /// 64 random bits out of the half that may be known.
    pub(super) fn random(&mut self) -> u64 {
        self.j.made = self.j.made.wrapping_add(1);
        let [seed, _] = self.halves();
        let (high, low) = ((seed >> 64) as u64, seed as u64);
        mix(high ^ mix(low ^ mix(self.j.made)))
    }

    fn halves(&self) -> [u128; 2] {
        let mut halves = [0_u128; 2];
        for (i, byte) in self.now.entropy.iter().enumerate() {
            halves[i / 16] = halves[i / 16] << 8 | u128::from(*byte);
        }
        halves
    }
}

/// What only a person in front of the screen can do.
fn is_by_hand(input: &Input) -> bool {
    matches!(
        input,
        Input::Text { .. }
            | Input::Name(_)
            | Input::Leave
            | Input::Move
            | Input::Open
            | Input::GoOn
            | Input::Choose(_)
            | Input::Confirm(_)
            | Input::KnockAgain
            | Input::Dismiss
    )
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): spreads few random bits, makes none.
fn mix(bits: u64) -> u64 {
    let z = bits.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Journey {
    /// The next time at which something is due.
    pub(super) fn wake_at(&self) -> Option<u64> {
        // A sleeping phone is woken by nothing but its owner.
        if self.asleep_since.is_some() {
            return None;
        }
        let owed = self.kept.owed.iter().map(|errand| errand.next_at);
        let live = self.live().into_iter().flat_map(|live| {
            let errands = live.enter.iter().chain(&live.moving).map(|errand| errand.next_at);
            [Some(live.stream_due_at()), live.beat_due_at(), live.woke_until].into_iter().flatten().chain(errands)
        });
        owed.chain(live).chain(self.measure_at).min()
    }

    /// Every time that is kept, in milliseconds since boot.
    fn each_time(&mut self, mut change: impl FnMut(&mut u64)) {
        self.asleep_since.iter_mut().for_each(&mut change);
        self.measure_at.iter_mut().for_each(&mut change);
        self.kept.owed.iter_mut().for_each(|errand| change(&mut errand.next_at));
        let Some(live) = self.live_mut() else { return };
        match &mut live.link {
            Link::Open { at, sign_at, .. } => {
                change(at);
                change(sign_at);
            }
            Link::Down { retry_at } => change(retry_at),
        }
        live.heard.iter_mut().for_each(|(_, at)| change(at));
        live.errands_mut().for_each(|errand| change(&mut errand.next_at));
        live.beat_at.iter_mut().for_each(&mut change);
        live.woke_until.iter_mut().for_each(&mut change);
    }
}
