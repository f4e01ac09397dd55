//! What happens by itself: phones fall silent, leases end, links expire, calls are forgotten.

use std::time::Duration;

use crate::protocol::Timestamp;

use super::step::{Draft, over};
use super::{Call, Event, WhyOver};

/// Everything that is due. Too early, too late or twice is harmless.
pub(super) fn wake(draft: &mut Draft) {
    if let Some((_, ended)) = &draft.call.over {
        let due = ended.after(draft.call.settings.remember);
        if draft.at >= due && !draft.call.is_forgotten() {
            draft.emit(Event::Forgotten);
        }
        return;
    }
    if !draft.call.volatile.started && draft.at >= draft.call.starts_at {
        draft.emit(Event::Started);
    }
    judge_silence(draft);
}

/// Over, if the link's time is up and it is kept alive for nobody.
pub(super) fn expire(draft: &mut Draft) {
    let call = &draft.call;
    if !call.is_over() && call.guests.is_empty() && draft.at >= call.expires_at() {
        over(draft, WhyOver::Expired);
    }
}

fn judge_silence(draft: &mut Draft) {
    for guest in draft.call.guests.clone() {
        let heard = draft.call.heard(&guest);
        let knock = guest.knock;
        let lease_ended = draft.at >= heard.at.after(draft.call.settings.lease);
        if lease_ended && guest.asleep {
            draft.emit(Event::LeaseEnded { knock });
        } else if lease_ended {
            // Silent for so long and never shown asleep: the wake-up in between did not come, so nobody was
            // listening – the machine stood still, or its clock jumped. The lease begins now.
            draft.emit(Event::FellAsleep { knock, n: heard.beat, seen: draft.at });
        } else if !guest.asleep && draft.at >= heard.at.after(draft.call.silence()) {
            draft.emit(Event::FellAsleep { knock, n: heard.beat, seen: heard.at });
        }
    }
}

impl Call {
    /// When something is due by itself: the earliest of it. Nothing after that is forgotten by a
    /// wake-up that comes late.
    #[must_use]
    pub fn wake_at(&self) -> Option<Timestamp> {
        if let Some((_, ended)) = &self.over {
            return (!self.is_forgotten()).then(|| ended.after(self.settings.remember));
        }
        let phones = self.guests.iter().map(|guest| {
            let heard = self.heard(guest).at;
            let lease = heard.after(self.settings.lease);
            if guest.asleep { lease } else { lease.min(heard.after(self.silence())) }
        });
        let start = (!self.volatile.started).then_some(self.starts_at);
        let expiry = self.guests.is_empty().then(|| self.expires_at());
        phones.chain(start).chain(expiry).min()
    }

    /// A phone silent for so long sleeps: two and a half beats, so that a lost one is no sleep.
    fn silence(&self) -> Duration {
        self.settings.here_every.saturating_mul(5) / 2
    }
}
