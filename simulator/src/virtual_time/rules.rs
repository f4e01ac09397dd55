//! The rules, checked after every step: what happened against the book, what both sides are shown
//! against each other, and every journey for a way out.

use std::collections::BTreeSet;

use onecall::journey::{self, Input, Journey, Now, OverReason, Screen};
use onecall::lobby::{Event, Moment, Refusal, Step};
use onecall::protocol::{CustomerState, KnockId, KnockState, Phase, Timestamp};

use super::book::{Asked, REMEMBERED, SILENCE_MS, Where};
use super::world::World;

/// After a step of the lobby.
impl World {
    pub(super) fn check_events(&mut self, call: usize, asked: &Asked, moment: &Moment, step: &Step) {
        let Some(room) = self.service.room_mut(call) else { return };
        let book = &mut room.book;
        let mut broken = None;
        if let Some(id) = &moment.command_id {
            if book.done.contains(id) && !step.events.is_empty() {
                broken = Some("rule 4: a command that was done did something again");
            }
            if step.events.iter().any(Event::is_durable) {
                book.done.push_back(id.clone());
                if book.done.len() > REMEMBERED {
                    book.done.pop_front();
                }
            }
        }
        for event in &step.events {
            if let Err(what) = book.enter(event, step.at, asked) {
                broken = broken.or(Some(what));
            }
        }
        if book.here.values().filter(|stand| stand.at != Where::Lobby).count() > 1 {
            broken = broken.or(Some("rule 3: two customers in one call"));
        }
        if let Some(what) = broken {
            self.fail(what);
        }
    }

    /// Whoever comes second hears of somebody else, never of themselves.
    pub(super) fn check_refusal(&mut self, asked: &Asked, refusal: &Refusal) {
        if let (Asked::Agent(agent, _), Refusal::AlreadyDecided { by }) = (asked, refusal)
            && *agent == by.id
        {
            self.fail("rule 4: an agent was told that they themselves were first");
        }
    }

    /// What both sides are shown is what the book says.
    pub(super) fn check_call(&mut self, call: usize, at: Timestamp) {
        if let Some(what) = self.difference(call, at) {
            self.fail(what);
        }
        let mut knocks = BTreeSet::new();
        if !self.service.streams.values().all(|stream| knocks.insert(stream.knock.clone())) {
            self.fail("a knock has two open streams");
        }
    }

    fn difference(&self, call: usize, at: Timestamp) -> Option<&'static str> {
        let room = self.service.room(call)?;
        if room.call.is_forgotten() {
            return None;
        }
        let view = room.call.agent_view(&room.id, room.version(), at);
        let mut phrases = BTreeSet::new();
        for listed in &view.knocks {
            let Some(stand) = room.book.here.get(&listed.knock) else {
                return Some("rule 1: the agent's list shows somebody who is not there");
            };
            let state = room.call.customer_view(&listed.knock, at).map(|view| view.state);
            let fits = matches!(
                (listed.state, stand.at, state),
                (KnockState::Waiting | KnockState::Noticed, Where::Lobby, Some(CustomerState::Waiting { .. }))
                    | (KnockState::Held, Where::Lobby, Some(CustomerState::Held { .. }))
                    | (KnockState::Admitted, Where::LetIn, Some(CustomerState::Admitted { .. }))
                    | (KnockState::InCall, Where::InCall, Some(CustomerState::InCall { .. }))
            );
            if !fits {
                return Some("rule 1: the customer is told something else than the agent sees");
            }
            if !phrases.insert(&listed.match_phrase) {
                return Some("two who wait have one match phrase");
            }
            // A wake-up that is due will say so; after a jump of the clock it may not have come yet.
            let is_judged = room.call.wake_at().is_none_or(|due| due > at);
            if listed.awake && is_judged && at.0.saturating_sub(stand.heard.0) > SILENCE_MS {
                return Some("rule 8: a silent phone is shown awake");
            }
        }
        if view.knocks.len() != room.book.here.len() {
            return Some("rule 1: somebody is there whom the agent's list does not show");
        }
        let gone = room.book.known.iter().filter(|knock| !room.book.here.contains_key(*knock));
        for knock in gone {
            if let Some(view) = room.call.customer_view(knock, at)
                && view.phase != Phase::Over
            {
                return Some("rule 1: one who is gone is told that they are there");
            }
        }
        None
    }

    /// Whether this knock was let into a call, as far as the log tells.
    pub(super) fn has_entered(&self, knock: &KnockId) -> bool {
        self.service.rooms().any(|(_, room)| {
            room.log.iter().flat_map(|envelope| &envelope.events).any(|event| match event {
                Event::Entered { knock: whom } => whom == knock,
                Event::Moved { to, .. } => to == knock,
                _ => false,
            })
        })
    }
}

/// After a step of a journey.
impl World {
    pub(super) fn check_journey(&mut self, phone: usize, now: &Now, before: &Screen, asked: &Input) {
        let Some(one) = self.phones.get(phone) else { return };
        let Some(journey) = &one.journey else { return };
        let after = journey.screen(now);
        let (knock, wake_at) = (one.knock.clone(), one.wake_at());
        if matches!(after, Screen::InCall { .. })
            && !matches!(before, Screen::InCall { .. })
            && !knock.is_some_and(|knock| self.has_entered(&knock))
        {
            self.fail("rule 2: a phone shows a call that it was not let into");
        }
        let in_call =
            |screen: &Screen| matches!(screen, Screen::InCall { .. } | Screen::Admitted { .. } | Screen::Ask(_));
        if matches!(asked, Input::Text { .. }) && in_call(before) && !in_call(&after) {
            self.fail("rule 10: a running call was replaced without a question");
        }
        if wake_at.is_some_and(|at| at <= now.since_boot_ms) {
            self.fail("a journey wants to be woken in the past");
        }
        if matches!(after, Screen::Waiting(_) | Screen::Knocking { .. }) && self.dice.percent(6) {
            self.check_way_out(phone, now);
        }
    }

    /// Rule 9: whoever waits can leave, and rule 10: a new invitation leads on.
    fn check_way_out(&mut self, phone: usize, now: &Now) {
        let Some(journey) = self.phones.get(phone).and_then(|one| one.journey.as_ref()) else { return };
        let left = leads_to(journey, now, Input::Leave);
        if !matches!(left, Screen::Over { reason: OverReason::YouLeftTheLobby, may_knock_again: true }) {
            // Who was in the call is asked first, even while the connection is made again.
            if !matches!(left, Screen::Ask(_)) {
                self.fail("rule 9: whoever waits cannot leave");
            }
        }
    }
}

fn leads_to(journey: &Journey, now: &Now, input: Input) -> Screen {
    journey::step(journey, now, input).journey.screen(now)
}
