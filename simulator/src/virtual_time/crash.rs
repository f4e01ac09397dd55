//! The service dies, and comes back from its log.

use onecall::lobby::{Call, Envelope};

use super::world::{What, World};
use crate::script::ServiceDoes;

/// When an agent's console is connected again after the service was away, in milliseconds.
const CONSOLE_RETURNS: (u64, u64) = (200, 3_000);

/// Dying, and coming back.
impl World {
    pub(super) fn service_does(&mut self, does: ServiceDoes) {
        self.log(format_args!("service * {does:?}"));
        match does {
            ServiceDoes::Crash { down_ms } => self.crash(down_ms),
            ServiceDoes::CrashOverNext { written, down_ms } => self.service.dies_over_next = Some((written, down_ms)),
            ServiceDoes::ClockJumps { by_ms } => {
                self.service.clock_error = self.service.clock_error.saturating_add(by_ms);
                self.service.most_clock_error = self.service.most_clock_error.max(self.service.clock_error);
                self.reset_call_timers();
            }
        }
    }

    pub(super) fn crash(&mut self, down_ms: u64) {
        if !self.service.up {
            return;
        }
        self.log(format_args!("service   dies for {down_ms} ms"));
        self.service.up = false;
        self.end_all_streams();
        self.after(down_ms, What::Up);
    }

    pub(super) fn never_dies_again(&mut self) {
        self.service.dies_over_next = None;
    }

    pub(super) fn restart(&mut self) {
        if std::mem::replace(&mut self.service.up, true) {
            return;
        }
        self.log(format_args!("service   is back"));
        let now = self.wall();
        let mut broken = false;
        for room in self.service.rooms.iter_mut().flatten() {
            // Through the text that would be on the disk.
            let read: Option<Vec<Envelope>> = serde_json::to_string(&room.log)
                .ok()
                .and_then(|text| serde_json::from_str(&text).ok())
                .filter(|read| *read == room.log);
            match read.map(|log| Call::replay(&log)) {
                Some(Ok(call)) if call.durable_eq(&room.call) => room.call = call.resume(now),
                _ => broken = true,
            }
            room.book.restart(now.max(room.log.last().map_or(now, |last| last.at)));
        }
        if broken {
            self.fail("rule 7: what was acknowledged is not there after a crash");
        }
        self.reset_call_timers();
        let delay = self.dice.between(CONSOLE_RETURNS.0, CONSOLE_RETURNS.1);
        self.after(delay, What::Presence);
    }

    fn reset_call_timers(&mut self) {
        let due: Vec<_> = self.service.rooms().map(|(call, room)| (call, room.call.wake_at())).collect();
        for (call, wake_at) in due {
            self.set_call_timer(call, wake_at);
        }
    }
}
