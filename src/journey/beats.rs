//! Sleeping and waking, and the beats that say which of the two.

use super::Effect;
use super::state::Journey;
use super::step::Turn;
use crate::protocol::{CustomerAct, CustomerCommand};

/// A shorter sleep is none that the customer would notice.
const NOTABLE_SLEEP_MS: u64 = 5_000;
/// So many numbers of beats are reserved by one save.
const BEATS_AHEAD: u64 = 1_000;
/// Largest beat that a clock may lead to (2^52): far in the future, exact in any JSON reader, and with
/// room above it.
const MAX_BEAT_FROM_CLOCK: u64 = 1 << 52;

impl Turn<'_> {
    pub(super) fn sleep(&mut self) {
        if self.j.asleep_since.is_some() {
            return;
        }
        self.j.asleep_since = Some(self.ms());
        if self.j.live().is_some() {
            self.j.kept.asleep_since_ms = Some(self.now.wall_ms);
            let n = self.next_beat();
            self.send_beat(CustomerAct::Asleep { n });
        }
    }

    pub(super) fn wake(&mut self) {
        let now = self.ms();
        let Some(since) = self.j.asleep_since.take() else { return };
        self.j.kept.asleep_since_ms = None;
        self.ask_ar_anew();
        let Some(live) = self.j.live_mut() else { return };
        if now.saturating_sub(since) >= NOTABLE_SLEEP_MS {
            live.woke_until = Some(now.saturating_add(live.here_every().saturating_mul(2)));
        }
        let known = live.heard.is_some();
        let down = live.stream().is_none();
        if known {
            self.here();
        }
        self.back_from_browser();
        if down {
            self.open_stream();
        }
        self.tell_ar();
        self.enter();
    }

    /// The system ended the sleeping app, and it is started again: the sleep is told of all the same, once there
    /// is a lobby to tell it in.
    pub(super) fn wake_in_another_process(&mut self) {
        let Some(since) = self.j.kept.asleep_since_ms.take() else { return };
        let slept = self.now.wall_ms.saturating_sub(since) >= NOTABLE_SLEEP_MS;
        if let Some(live) = self.j.live_mut() {
            live.slept_before = slept;
        }
    }

    pub(super) fn tell_of_sleep(&mut self) {
        let now = self.ms();
        if let Some(live) = self.j.live_mut()
            && std::mem::take(&mut live.slept_before)
        {
            live.woke_until = Some(now.saturating_add(live.here_every().saturating_mul(2)));
        }
    }

    /// Says that the phone is awake, when that is due.
    pub(super) fn beat_due(&mut self) {
        let (now, asleep) = (self.ms(), self.j.asleep_since.is_some());
        let Some(live) = self.j.live_mut() else { return };
        if asleep {
            return;
        }
        if live.woke_until.is_some_and(|until| until <= now) {
            live.woke_until = None;
        }
        if live.beat_due_at().is_some_and(|at| at <= now) {
            self.here();
        }
    }

    /// Frozen without a word: nobody said sleep, but whole beats are missing.
    pub(super) fn notice_freeze(&mut self) {
        let (now, asleep) = (self.ms(), self.j.asleep_since.is_some());
        let Some(live) = self.j.live_mut() else { return };
        let Some(at) = live.beat_due_at().filter(|_| !asleep) else { return };
        let notable = live.here_every().saturating_mul(2).max(NOTABLE_SLEEP_MS);
        if now.saturating_sub(at) >= notable {
            live.woke_until = Some(now.saturating_add(live.here_every().saturating_mul(2)));
        }
    }

    fn here(&mut self) {
        let n = self.next_beat();
        self.send_beat(CustomerAct::Here { n });
        let now = self.ms();
        if let Some(live) = self.j.live_mut() {
            live.beat_at = Some(now.saturating_add(live.here_every()));
        }
    }

    /// Greater than any before, also across restarts and clocks that jump: above what was reserved, and
    /// above the clock, in case an old blob came back from a backup.
    fn next_beat(&mut self) -> u64 {
        let Journey { beat, kept, .. } = &mut self.j;
        let last = if *beat == 0 { kept.beats.max(self.now.wall_ms.min(MAX_BEAT_FROM_CLOCK)) } else { *beat };
        *beat = last.saturating_add(1);
        if *beat > kept.beats {
            kept.beats = beat.saturating_add(BEATS_AHEAD);
        }
        *beat
    }

    /// Beats are sent once: the next one says more.
    fn send_beat(&mut self, act: CustomerAct) {
        let command_id = self.command_id();
        let Some((live, place)) = self.live() else { return };
        live.beat = Some(command_id.clone());
        let host = place.found.host.clone();
        let command =
            CustomerCommand { knock_id: place.knock_id.clone(), secret: place.secret.clone(), command_id, act };
        self.effects.push(Effect::Send { host, command });
    }
}
