//! AR: what the device can do, as far as is found out, and whether it runs.

use super::Effect;
use super::state::ArSession;
use super::step::Turn;
use crate::capability::{ArInput, ArLevel, ArSupport, Measurement, SessionFailure};

impl Turn<'_> {
    /// The shell measured; while the system cannot say, it is asked to measure again.
    pub(super) fn measured(&mut self, measurement: Measurement) {
        self.j.ar = self.j.ar.after(ArInput::Measured(measurement));
        self.j.measure_at = match self.j.ar.support() {
            ArSupport::Checking { ask_again_after_ms } => Some(self.ms().saturating_add(ask_again_after_ms.into())),
            _ => None,
        };
        self.tell_ar();
    }

    pub(super) fn ar_started(&mut self, level: ArLevel) {
        self.j.ar = self.j.ar.after(ArInput::SessionStarted { level });
        self.ar_session(ArSession::Running);
    }

    pub(super) fn ar_failed(&mut self, failure: SessionFailure) {
        self.j.ar = self.j.ar.after(ArInput::SessionFailed { failure });
        self.ar_session(ArSession::Lost);
    }

    pub(super) fn ar_lost(&mut self) {
        self.j.ar = self.j.ar.after(ArInput::SessionLost);
        self.ar_session(ArSession::Lost);
    }

    /// The network is back, or the app in front again: what could not be found out is worth asking at once.
    pub(super) fn ask_ar_anew(&mut self) {
        self.j.ar = self.j.ar.after(ArInput::AskAnew);
        if matches!(self.j.ar.support(), ArSupport::Checking { .. }) {
            self.j.measure_at = Some(self.ms());
        }
    }

    /// Has the shell measure, when that is due: once, until it did.
    pub(super) fn measure_due(&mut self) {
        let (now, asleep) = (self.ms(), self.j.asleep_since.is_some());
        if !asleep && self.j.measure_at.take_if(|at| *at <= now).is_some() {
            self.effects.push(Effect::Measure);
        }
    }

    /// What was found out changed since the last knock: the agent's capability card is corrected by
    /// another one. Only in the lobby; in the call the card has done its work.
    pub(super) fn tell_ar(&mut self) {
        let in_lobby = !self.j.in_call() && self.j.asleep_since.is_none();
        let ar = self.j.ar.support();
        let changed = |told: ArSupport| told != ar && !(is_checking(told) && is_checking(ar));
        if in_lobby && self.j.live().is_some_and(|live| live.is_connected() && changed(live.told_ar)) {
            self.open_stream();
        }
    }

    fn ar_session(&mut self, session: ArSession) {
        if self.j.in_call()
            && let Some(live) = self.j.live_mut()
            // What never started was not lost: there are stills from the beginning.
            && (session == ArSession::Running || live.ar == ArSession::Running)
        {
            live.ar = session;
        }
        self.tell_ar();
    }
}

/// However long until the system is asked again: that grows with every answer, and is no news.
fn is_checking(ar: ArSupport) -> bool {
    matches!(ar, ArSupport::Checking { .. })
}
