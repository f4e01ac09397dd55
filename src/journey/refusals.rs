//! The service answered a knock with a problem.

use super::OverReason;
use super::errands::Owner;
use super::kept::{Shown, Standing};
use super::state::State;
use super::step::Turn;
use crate::link::{LinkError, SpokenCode};
use crate::protocol::{CustomerAct, Problem, ProblemCode};

/// A copy of a request is under way for no longer.
const COPY_UNDER_WAY_MS: u64 = 10_000;

impl Turn<'_> {
    pub(super) fn refused(&mut self, stream: u64, problem: &Problem) {
        if !self.is_current(stream) {
            return;
        }
        match problem.code() {
            Some(ProblemCode::LinkDead) => self.link_dead(),
            Some(ProblemCode::LinkMistyped) => self.unusable(LinkError::Mistyped),
            Some(ProblemCode::NameUnusable) => self.name_refused(),
            Some(ProblemCode::NotYours) => self.not_ours(),
            Some(ProblemCode::LobbyFull) => self.lobby_full(),
            Some(ProblemCode::SignInNeeded) => self.sign_in_needed(),
            Some(ProblemCode::CallOver) => self.turned_away(OverReason::CallOver, false),
            // A newer service may have more problems; their status tells enough.
            _ if is_passing(problem.status) => self.stream_gone(Some(problem.retry_after_ms.unwrap_or(0))),
            _ => self.turned_away(OverReason::Unknown, true),
        }
    }

    /// All dead links are answered alike; what this device knows of its own call is said all the same.
    fn link_dead(&mut self) {
        let Some((_, place)) = self.live() else { return };
        let known = place.ending.as_ref().map(|ending| ending.reason);
        let reason = match (place.standing, known) {
            (Standing::Call, _) => OverReason::CallOver,
            (
                _,
                Some(
                    reason @ (OverReason::YouLeft
                    | OverReason::CallOver
                    | OverReason::Removed
                    | OverReason::Moved
                    | OverReason::Declined(_)),
                ),
            ) => reason,
            _ if SpokenCode::parse(&place.found.invitation).is_ok() => return self.unusable(LinkError::UnknownCode),
            _ => OverReason::LinkDead,
        };
        self.turned_away(reason, false);
    }

    /// A copy of the knock may still be under way, and find a place that is free by then: nobody is to be
    /// listed who was told that there is none.
    fn lobby_full(&mut self) {
        if let Some((_, place)) = self.live() {
            place.spent = true;
            let (visit, owner) = (place.visit, Owner::of(place));
            self.owe_once(owner, CustomerAct::LeaveLobby { visit: Some(visit) }, COPY_UNDER_WAY_MS);
        }
        self.turned_away(OverReason::LobbyFull, true);
    }

    /// The visit was not taken: whoever knocks again asks for the same one.
    pub(super) fn turned_away(&mut self, reason: OverReason, may_return: bool) {
        self.hung_up();
        self.over(reason, may_return, None);
    }

    /// A damaged link, or a wrong digit, leaves nothing to remember.
    fn unusable(&mut self, error: LinkError) {
        self.j.kept.shown = Shown::Nothing;
        self.j.state = State::LinkProblem(error);
    }

    /// The name passed our own check, and the service's is newer.
    fn name_refused(&mut self) {
        let Some((_, place)) = self.live() else { return };
        let (found, name) = (place.found.clone(), place.name.clone());
        self.j.kept.retire();
        self.ask_name(found);
        // No name at all: a ticket that takes no place along. Then it is a first question.
        if let State::Naming { suggestion, not_taken, .. } = &mut self.j.state
            && !name.is_empty()
        {
            (*suggestion, *not_taken) = (name, true);
        }
    }

    /// Another device has this `knock_id`, or the service lost our secret: come as somebody new, once.
    fn not_ours(&mut self) {
        let Some((live, place)) = self.live() else { return };
        if live.renewed {
            self.turned_away(OverReason::Unknown, true);
            return;
        }
        let (found, name) = (place.found.clone(), place.name.clone());
        let fresh = self.fresh_place(found, name);
        self.j.kept.shown = Shown::Place(Box::new(fresh));
        self.hung_up();
        self.knock();
        if let Some(live) = self.j.live_mut() {
            live.renewed = true;
        }
    }

    /// The stream ended with the answer: there is none to close.
    fn hung_up(&mut self) {
        let now = self.ms();
        if let Some(live) = self.j.live_mut() {
            live.link = super::state::Link::Down { retry_at: now };
        }
    }
}

/// Whether the service will think differently in a while.
fn is_passing(status: u16) -> bool {
    !(400..500).contains(&status) || matches!(status, 408 | 425 | 429)
}
