//! The stream: opened, lost, opened again.

use super::Effect;
use super::sign_in::SignIn;
use super::state::{ArSession, Link, Live};
use super::step::Turn;
use crate::protocol::{CustomerView, KnockRequest, PROTOCOL};

/// A stream that held so long had a connection: its loss is fresh, and the next try costs nothing. One
/// that breaks sooner is tried again with care, or a service that accepts and drops is asked without end.
const HELD_MS: u64 = 2_000;
/// A silent stream is not given up before this, whatever interval the service announces.
const LEAST_SILENCE_MS: u64 = 20_000;
/// The interval of beats until the service announces one.
const HERE_EVERY_MS: u64 = 10_000;
/// What the service may announce. A zero would beat without pause.
const HERE_EVERY_BOUNDS_MS: (u64, u64) = (200, 600_000);
/// First pause between tries; doubled every time, up to [`LAST_PAUSE_MS`], and half as much again at most
/// added by chance.
const FIRST_PAUSE_MS: u64 = 500;
/// Longest pause between tries before chance: with it 30 s.
const LAST_PAUSE_MS: u64 = 20_000;
/// Longest pause that the service may ask for.
const LONGEST_WISH_MS: u64 = 300_000;
/// After so much silence of the *system* the stream is tested when the network changes.
const FRESH_MS: u64 = 1_000;

/// A place that is about to be taken.
pub(super) fn fresh(leave_on_its_way: bool) -> Live {
    Live {
        link: Link::Down { retry_at: 0 },
        failures: 0,
        told_ar: crate::capability::ArSupport::default(),
        heard: None,
        question: None,
        enter: None,
        moving: None,
        beat: None,
        beat_at: None,
        woke_until: None,
        slept_before: false,
        ar: ArSession::Never,
        renewed: false,
        sign_in: SignIn::Fine,
        leave_on_its_way,
        opened_again: false,
    }
}

impl Live {
    /// Number of the stream that is open, or being opened.
    pub(super) fn stream(&self) -> Option<u64> {
        if let Link::Open { stream, .. } = self.link { Some(stream) } else { None }
    }

    /// The stream is open and has brought a state.
    pub(super) fn is_connected(&self) -> bool {
        matches!(self.link, Link::Open { heard: true, .. })
    }

    /// The customer is told that the connection is being made again.
    pub(super) fn is_reconnecting(&self) -> bool {
        match self.link {
            Link::Open { heard, after_loss, .. } => after_loss && !heard,
            Link::Down { .. } => true,
        }
    }

    pub(super) fn here_every(&self) -> u64 {
        self.heard.as_ref().map_or(HERE_EVERY_MS, |(view, _)| here_every(view))
    }

    /// When the stream counts as lost, or is tried again.
    pub(super) fn stream_due_at(&self) -> u64 {
        match self.link {
            Link::Open { sign_at, .. } => {
                sign_at.saturating_add((self.here_every().saturating_mul(5) / 2).max(LEAST_SILENCE_MS))
            }
            Link::Down { retry_at } => retry_at,
        }
    }

    pub(super) fn beat_due_at(&self) -> Option<u64> {
        self.beat_at.filter(|_| self.is_connected())
    }
}

fn here_every(view: &CustomerView) -> u64 {
    let (least, most) = HERE_EVERY_BOUNDS_MS;
    view.here_every_ms.clamp(least, most)
}

impl Turn<'_> {
    /// Knocks, and listens; whatever stream there was is replaced. Not while the shell is asked for a token.
    pub(super) fn open_stream(&mut self) {
        if self.waits_for_token() {
            return;
        }
        let token = self.show_token();
        let (now, ar, device) = (self.ms(), self.j.ar.support(), self.j.setup.device);
        let number = self.j.streams.saturating_add(1);
        let Some((live, place)) = self.live() else { return };
        let after_loss = live.heard.is_some() && (live.is_reconnecting() || live.failures > 0);
        live.link = Link::Open { stream: number, at: now, sign_at: now, heard: false, after_loss };
        live.told_ar = ar;
        let request = KnockRequest {
            invitation: place.found.invitation.clone(),
            knock_id: place.knock_id.clone(),
            secret: place.secret.clone(),
            name: place.name.clone(),
            visit: place.visit,
            device,
            ar,
            protocol: PROTOCOL,
        };
        let host = place.found.host.clone();
        self.j.streams = number;
        self.effects.push(Effect::OpenStream { stream: number, host, request, token });
    }

    /// Whether this is the stream that is open.
    pub(super) fn is_current(&self, stream: u64) -> bool {
        self.j.live().is_some_and(|live| live.stream() == Some(stream))
    }

    /// A sign of life of the open stream.
    pub(super) fn alive(&mut self, stream: u64) {
        let now = self.ms();
        if let Some(Live { link: Link::Open { stream: open, sign_at, .. }, .. }) = self.j.live_mut()
            && *open == stream
        {
            *sign_at = now;
        }
    }

    /// The open stream brought a state: the beats go on from here.
    pub(super) fn connected(&mut self, view: &CustomerView) {
        let now = self.ms();
        let next = now.saturating_add(here_every(view));
        let Some(live) = self.j.live_mut() else { return };
        let Link::Open { sign_at, heard, .. } = &mut live.link else { return };
        *sign_at = now;
        // The knock that opened a stream is a beat in itself.
        let first = !std::mem::replace(heard, true);
        live.sign_in = SignIn::Fine;
        live.opened_again = false;
        live.beat_at = Some(if first { next } else { live.beat_at.map_or(next, |at| at.min(next)) });
    }

    pub(super) fn lost(&mut self, stream: u64) {
        if self.is_current(stream) {
            self.stream_gone(None);
        }
    }

    /// The stream is gone: again at once if it had held, otherwise after a pause, and not before the
    /// service wants it.
    pub(super) fn stream_gone(&mut self, wish_ms: Option<u64>) {
        let (now, asleep) = (self.ms(), self.j.asleep_since.is_some());
        let chance = self.random();
        let Some(live) = self.j.live_mut() else { return };
        let held = match live.link {
            Link::Open { at, heard, .. } => heard && now.saturating_sub(at) >= HELD_MS,
            Link::Down { .. } => false,
        };
        live.failures = if held { 0 } else { live.failures.saturating_add(1) };
        let wait = wish_ms.map_or(0, |wish| wish.min(LONGEST_WISH_MS)).max(pause(live.failures, chance));
        live.link = Link::Down { retry_at: now.saturating_add(wait) };
        if wait == 0 && !asleep {
            self.open_stream();
        }
    }

    /// Gives up a silent stream, or tries again.
    pub(super) fn stream_due(&mut self) {
        let (now, asleep) = (self.ms(), self.j.asleep_since.is_some());
        let Some(live) = self.j.live_mut() else { return };
        if asleep || now < live.stream_due_at() {
            return;
        }
        match live.link {
            Link::Down { .. } => {
                // Had the shell been asked for a token, it has had its time.
                if live.sign_in == SignIn::Asked {
                    live.sign_in = SignIn::Answered;
                }
                self.open_stream();
            }
            Link::Open { .. } => {
                self.stream_gone(None);
                if self.j.live().is_some_and(|live| live.stream().is_none()) {
                    self.effects.push(Effect::CloseStream);
                }
            }
        }
    }

    /// Another network: what was open most likely is not, and nobody would say so for a while.
    pub(super) fn network_back(&mut self) {
        let now = self.ms();
        self.ask_ar_anew();
        if self.j.asleep_since.is_some() {
            return;
        }
        self.j.kept.owed.iter_mut().for_each(|errand| errand.next_at = errand.next_at.min(now));
        let Some(live) = self.j.live_mut() else { return };
        for errand in live.errands_mut() {
            errand.next_at = errand.next_at.min(now);
        }
        let stale = match live.link {
            Link::Open { sign_at, .. } => now.saturating_sub(sign_at) >= FRESH_MS,
            Link::Down { .. } => true,
        };
        if stale {
            self.open_stream();
        }
    }
}

/// The pause before a try after so many failures.
pub(super) fn pause(failures: u32, chance: u64) -> u64 {
    let Some(doublings) = failures.checked_sub(1) else { return 0 };
    let base = FIRST_PAUSE_MS.saturating_mul(1 << doublings.min(16)).min(LAST_PAUSE_MS);
    base + chance % (base / 2 + 1)
}
