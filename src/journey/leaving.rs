//! Leaving, and coming back.

use super::errands::Owner;
use super::kept::{Errand, Shown, Standing};
use super::state::{Asked, State};
use super::step::Turn;
use super::{Effect, OverReason};
use crate::protocol::CustomerAct;

/// What is left.
#[derive(Clone, Copy)]
pub(super) enum Leave {
    /// The lobby: no offence, one may come back.
    Lobby,
    /// The call: for this link there is no way back.
    Call,
}

impl Turn<'_> {
    pub(super) fn leave(&mut self) {
        match &self.j.state {
            State::Naming { .. } | State::Rehearsing { .. } | State::Choosing(_) | State::Elsewhere(_) => self.close(),
            State::Live(_) | State::Meeting(_) if self.j.in_call() => self.ask(Asked::End),
            State::Live(_) | State::Meeting(_) => self.walk_out(Leave::Lobby),
            _ => {}
        }
    }

    pub(super) fn ask(&mut self, what: Asked) {
        if let Some(question) = self.j.question_mut() {
            *question = Some(what);
        }
    }

    pub(super) fn confirm(&mut self, yes: bool) {
        let Some(question) = self.j.question_mut().and_then(Option::take) else { return };
        match question {
            _ if !yes => {}
            Asked::End => self.walk_out(Leave::Call),
            Asked::LeaveFor(door) => {
                self.walk_out(Leave::Call);
                self.open(door);
            }
            // No question of yes or no.
            Asked::Which(choices) => self.ask_which(choices),
        }
    }

    /// Leaves at once, whether or not the service can be reached; the command follows until it is
    /// answered. Nobody is held in a call by a dead network.
    pub(super) fn walk_out(&mut self, leave: Leave) {
        self.leave_meeting(leave);
        self.close_stream();
        let Some((_, place)) = self.live() else { return };
        let visit = Some(place.visit);
        let (act, reason, may_return) = match leave {
            Leave::Lobby => (CustomerAct::LeaveLobby { visit }, OverReason::YouLeftTheLobby, true),
            Leave::Call => (CustomerAct::LeaveCall, OverReason::YouLeft, false),
        };
        place.end(reason, may_return);
        place.spent = true;
        let owner = Owner::of(place);
        self.owe(owner, act);
        self.j.state = State::Over;
    }

    /// Over, by word of the service.
    pub(super) fn over(&mut self, reason: OverReason, may_return: bool, sentence: Option<String>) {
        self.close_stream();
        let asked = self.j.live_mut().and_then(|live| live.question.take());
        if let Some(place) = self.j.kept.place_mut() {
            place.end(reason, may_return);
            if let Some(ending) = &mut place.ending {
                ending.sentence = sentence;
            }
        }
        self.j.state = State::Over;
        self.answer_itself(asked);
    }

    /// The call that was in the way of a new invitation is over by itself: nothing is left to ask.
    pub(super) fn answer_itself(&mut self, asked: Option<Asked>) {
        match asked {
            Some(Asked::LeaveFor(door)) => self.open(door),
            Some(Asked::Which(choices)) => self.ask_which(choices),
            Some(Asked::End) | None => {}
        }
    }

    /// Sent back to the lobby while a question about the call was open: there is no call to ask about.
    pub(super) fn nothing_to_end(&mut self) {
        let Some(question) = self.j.question_mut() else { return };
        match question.take() {
            Some(Asked::LeaveFor(door)) => {
                self.walk_out(Leave::Lobby);
                self.open(door);
            }
            // Still to be chosen, wherever they are.
            Some(which @ Asked::Which(_)) => *question = Some(which),
            Some(Asked::End) | None => {}
        }
    }

    pub(super) fn knock_again(&mut self) {
        let State::Over = self.j.state else { return };
        if self.j.kept.meeting.is_some() && self.j.kept.ending().is_some_and(|ending| ending.may_return) {
            self.join();
            return;
        }
        let Some(place) = self.j.kept.place_mut() else { return };
        if !place.may_return() {
            return;
        }
        if std::mem::take(&mut place.spent) {
            place.visit = place.visit.saturating_add(1);
        }
        self.knock();
    }

    pub(super) fn dismiss(&mut self) {
        match self.j.state {
            State::Live(_) | State::Meeting(_) => self.choose_none(),
            State::Start => {}
            _ => self.close(),
        }
    }

    fn close(&mut self) {
        self.j.kept.retire();
        self.j.kept.shown = Shown::Nothing;
        self.j.state = State::Start;
    }

    /// Takes the place that is shown, or takes it again.
    pub(super) fn knock(&mut self) {
        let Some(place) = self.j.kept.place_mut() else { return };
        if place.standing == Standing::Over {
            place.standing = Standing::Lobby;
        }
        let knock_id = place.knock_id.clone();
        let leaves = |errand: &Errand| errand.knock_id == knock_id && errand.leaves_lobby();
        let leave_on_its_way = self.j.kept.owed.iter().any(leaves);
        // A farewell to an earlier visit is still to be said: should the lobby not take this one, that one
        // is over all the same. One that names no visit would leave this one.
        self.j.kept.owed.retain(|errand| !leaves(errand) || errand.visit.is_some());
        self.j.state = State::Live(Box::new(super::connection::fresh(leave_on_its_way)));
        self.open_stream();
    }

    pub(super) fn close_stream(&mut self) {
        if self.j.live().is_some_and(|live| live.stream().is_some()) {
            self.effects.push(Effect::CloseStream);
        }
    }
}
