//! Commands that are sent until they are answered: entering the call, and leaving it.

use super::Effect;
use super::connection::pause;
use super::kept::{Errand, Place};
use super::state::State;
use super::step::Turn;
use crate::link::{Host, Ticket};
use crate::protocol::{
    CommandId, CustomerAct, CustomerCommand, CustomerState, CustomerView, KnockId, Problem, ProblemCode, Secret,
};

/// A command that came back neither answered nor failed is sent again after this: longer than any
/// driver waits.
const NO_ANSWER_MS: u64 = 45_000;
/// A debt is given up after so many tries, about half an hour: by then the lease has ended it.
const MAX_TRIES: u32 = 60;
/// A farewell that the service cannot place is tried again so often, over half a minute: longer than the
/// knock that it has overtaken is under way.
const OVERTAKEN_TRIES: u32 = 6;
/// A ticket that does not come is asked for so often; by then its owner has gone there on foot.
const MOVE_TRIES: u32 = 6;
/// So many debts are kept; each is a place that was left while the service could not be reached.
const MAX_OWED: usize = 8;

/// Whose command it is.
pub(super) struct Owner {
    pub(super) host: Host,
    pub(super) knock_id: KnockId,
    pub(super) secret: Secret,
    pub(super) visit: Option<u32>,
}

impl Owner {
    pub(super) fn of(place: &Place) -> Self {
        let (knock_id, secret) = (place.knock_id.clone(), place.secret.clone());
        Self { host: place.found.host.clone(), knock_id, secret, visit: Some(place.visit) }
    }
}

impl Turn<'_> {
    /// Sends a command now, and again until it is answered – also after a restart.
    pub(super) fn owe(&mut self, owner: Owner, act: CustomerAct) {
        let errand = self.errand(owner, act);
        self.j.kept.owed.push(errand);
        let surplus = self.j.kept.owed.len().saturating_sub(MAX_OWED);
        self.j.kept.owed.drain(..surplus);
    }

    /// Sends a farewell later, and no second time to a service that does not know whose it is.
    pub(super) fn owe_once(&mut self, owner: Owner, act: CustomerAct, in_ms: u64) {
        self.owe(owner, act);
        let due = self.ms().saturating_add(in_ms);
        if let Some(errand) = self.j.kept.owed.last_mut() {
            (errand.tries, errand.next_at) = (OVERTAKEN_TRIES - 1, due);
        }
    }

    fn errand(&mut self, owner: Owner, act: CustomerAct) -> Errand {
        let command_id = self.command_id();
        let (since_ms, next_at) = (self.now.wall_ms, self.ms());
        let Owner { host, knock_id, secret, visit } = owner;
        Errand { host, knock_id, secret, command_id, act, visit, since_ms, tries: 0, next_at }
    }

    /// Whoever has this place has not left it: a farewell to this very visit was said before the lobby, which
    /// could not take the next one, kept this one.
    pub(super) fn take_back_farewell(&mut self) {
        let Some((_, place)) = self.live() else { return };
        let (knock_id, visit) = (place.knock_id.clone(), place.visit);
        self.j.kept.owed.retain(|errand| {
            let farewell = matches!(errand.act, CustomerAct::LeaveLobby { visit: Some(left) } if left >= visit);
            errand.knock_id != knock_id || !farewell
        });
    }

    /// Answers an admission, once for each; a sleeping phone answers when it wakes.
    pub(super) fn enter(&mut self) {
        if self.j.asleep_since.is_some() {
            return;
        }
        let Some((live, place)) = self.live() else { return };
        if !live.is_admitted() || live.enter.is_some() {
            return;
        }
        let owner = Owner::of(place);
        let errand = self.errand(owner, CustomerAct::Enter);
        if let Some(live) = self.j.live_mut() {
            live.enter = Some(errand);
        }
    }

    /// Asks for a ticket that takes this place along; one at a time, however often the button is pressed.
    pub(super) fn ask_for_ticket(&mut self) {
        let Some((live, place)) = self.live() else { return };
        if live.heard.is_none() || live.moving.is_some() || live.question.is_some() {
            return;
        }
        let owner = Owner::of(place);
        let errand = self.errand(owner, CustomerAct::Move);
        if let Some(live) = self.j.live_mut() {
            live.moving = Some(errand);
        }
    }

    fn hand_over(&mut self, ticket: Option<&str>) {
        if let Some(ticket) = ticket.and_then(|text| Ticket::parse(text).ok()) {
            self.effects.push(Effect::HandOver { text: ticket.hand_over() });
        }
    }

    /// Sends what is due. Nothing is tried again while the phone sleeps.
    pub(super) fn errands_due(&mut self) {
        if self.j.asleep_since.is_some() {
            return;
        }
        let now = self.ms();
        self.j.kept.owed.retain(|errand| errand.next_at > now || errand.tries < MAX_TRIES);
        let live = match &mut self.j.state {
            State::Live(live) => Some(live),
            _ => None,
        };
        let errands = live.into_iter().flat_map(|live| live.errands_mut());
        for errand in self.j.kept.owed.iter_mut().chain(errands).filter(|errand| errand.next_at <= now) {
            errand.tries = errand.tries.saturating_add(1);
            errand.next_at = now.saturating_add(NO_ANSWER_MS);
            let command = CustomerCommand {
                knock_id: errand.knock_id.clone(),
                secret: errand.secret.clone(),
                command_id: errand.command_id.clone(),
                act: errand.act,
            };
            self.effects.push(Effect::Send { host: errand.host.clone(), command });
        }
    }

    pub(super) fn answered(&mut self, command_id: &CommandId, view: CustomerView) {
        self.j.kept.owed.retain(|errand| errand.command_id != *command_id);
        let now = self.ms();
        let chance = self.random();
        let fresh_id = self.command_id();
        if self
            .j
            .live_mut()
            .is_some_and(|live| live.moving.take_if(|errand| errand.command_id == *command_id).is_some())
        {
            self.hand_over(view.ticket.as_deref());
            return;
        }
        let Some((live, place)) = self.live() else { return };
        let Some(enter) = live.enter.as_mut().filter(|errand| errand.command_id == *command_id) else { return };
        // The only answer that is believed: it belongs to this admission, and whatever the stream said
        // after that would have withdrawn the errand.
        if matches!(view.state, CustomerState::InCall { .. }) && view.visit == place.visit {
            live.enter = None;
            live.heard = Some((view, now));
        } else {
            enter.next_at = now.saturating_add(pause(enter.tries, chance));
            // Entered before, sent back, and let in again while nothing was heard: to the service this
            // command is done, and only another one enters once more.
            if matches!(view.state, CustomerState::Admitted { .. }) {
                enter.command_id = fresh_id;
            }
        }
    }

    pub(super) fn failed(&mut self, command_id: &CommandId, problem: Option<&Problem>) {
        let now = self.ms();
        let chance = self.random();
        let refused = problem.is_some_and(is_final);
        let wish = problem.and_then(|problem| problem.retry_after_ms).unwrap_or(0).min(300_000);
        let again = |errand: &mut Errand| {
            errand.next_at = now.saturating_add(pause(errand.tries, chance).max(wish));
        };
        if let Some(at) = self.j.kept.owed.iter().position(|errand| errand.command_id == *command_id) {
            let code = problem.and_then(Problem::code);
            // Left while the knock was under way: arriving later, it would leave a place that nobody holds.
            let patient = |debt: &Errand| debt.leaves_lobby() && debt.tries < OVERTAKEN_TRIES;
            let overtook = code == Some(ProblemCode::NoSuchKnock) && self.j.kept.owed.get(at).is_some_and(patient);
            if !refused || overtook {
                self.j.kept.owed.get_mut(at).map(again);
                return;
            }
            let debt = self.j.kept.owed.remove(at);
            if code == Some(ProblemCode::NotNow) {
                let is_back =
                    self.j.live().is_some() && self.j.kept.place().is_some_and(|place| place.knock_id == debt.knock_id);
                let act = match debt.act {
                    // Not left at all, and back already: then this is no farewell any more.
                    CustomerAct::LeaveLobby { .. } if is_back => return,
                    // Let in at the very moment of leaving: nobody may stand admitted who has gone.
                    CustomerAct::LeaveLobby { .. } => CustomerAct::LeaveCall,
                    // Sent back at the very moment of leaving: nobody may be listed who has gone.
                    CustomerAct::LeaveCall => CustomerAct::LeaveLobby { visit: debt.visit },
                    _ => return,
                };
                let Errand { host, knock_id, secret, visit, .. } = debt;
                self.owe(Owner { host, knock_id, secret, visit }, act);
                if let Some(other) = self.j.kept.owed.last_mut() {
                    // At once at first; a service that wants neither is not asked without end.
                    other.tries = debt.tries;
                    other.next_at = now.saturating_add(pause(debt.tries.saturating_sub(1), chance));
                }
            }
            return;
        }
        let Some(live) = self.j.live_mut() else { return };
        if let Some(moving) = live.moving.as_mut().filter(|errand| errand.command_id == *command_id) {
            if refused || moving.tries >= MOVE_TRIES {
                live.moving = None;
            } else {
                again(moving);
            }
        } else if live.enter.as_ref().is_some_and(|errand| errand.command_id == *command_id) {
            if refused {
                live.enter = None;
                self.open_stream();
            } else {
                live.enter.as_mut().map(again);
            }
        } else if live.beat.as_ref() == Some(command_id) && refused {
            live.beat = None;
            // The service does not know us where we think we are: ask.
            if live.is_connected() && self.j.asleep_since.is_none() {
                self.open_stream();
            }
        }
    }
}

/// Whether trying again is of no use.
fn is_final(problem: &Problem) -> bool {
    (400..500).contains(&problem.status) && !matches!(problem.status, 408 | 425 | 429)
}
