//! New invitations, and the name that goes with them.

use super::door::Door;
use super::kept::{Found, Place, Shown, Standing};
use super::leaving::Leave;
use super::state::{Asked, Link, State};
use super::step::Turn;
use super::{Effect, OverReason, Source};
use crate::link::LinkError;
use crate::name::CustomerName;

impl Turn<'_> {
    pub(super) fn text(&mut self, text: &str, source: Source) {
        match Door::read(text, &self.j.setup.hosts) {
            Ok(door) => self.invited(door),
            Err(LinkError::Several { choices }) => self.ask_which(choices),
            // A store keeps a text for everybody who installs the app, and nobody was shown it.
            Err(_) if source == Source::Referrer => {}
            Err(error) => self.unreadable(error),
        }
    }

    /// Whoever pastes the wrong thing does not lose their place, nor the name they are typing.
    fn unreadable(&mut self, error: LinkError) {
        let is_open = matches!(
            self.j.state,
            State::Live(_)
                | State::Meeting(_)
                | State::Elsewhere(_)
                | State::Naming { .. }
                | State::Rehearsing { .. }
                | State::Choosing(_)
        );
        if !is_open {
            self.j.kept.retire();
            self.j.state = State::LinkProblem(error);
        }
    }

    /// Rule: a new invitation replaces whatever is shown, except a running call, where it asks. The
    /// predecessor showed its old "Call ended" page instead.
    pub(super) fn invited(&mut self, door: Door) {
        let same = self.j.kept.shows(&door);
        if let (true, Door::Teams(link), Some(meeting)) = (same, &door, &mut self.j.kept.meeting) {
            // Perhaps the first one came without its passcode.
            meeting.link.learn_from(link.clone());
        }
        match (&self.j.state, same) {
            (State::Naming { .. } | State::Rehearsing { .. } | State::Meeting(_), true) => {}
            (State::Live(_), true) => self.opened_again(),
            (State::Over, true) => self.same_after_the_end(),
            (State::UpdateRequired, true) => self.knock(),
            (State::Live(_) | State::Meeting(_), false) if self.j.in_call() => self.ask(Asked::LeaveFor(door)),
            (State::Live(_) | State::Meeting(_), false) => {
                self.walk_out(Leave::Lobby);
                self.open(door);
            }
            _ => self.open(door),
        }
    }

    fn opened_again(&mut self) {
        let now = self.ms();
        let Some(live) = self.j.live_mut() else { return };
        // A stream that has been silent for too long is gone, and was not looked at before: the phone slept.
        live.opened_again = !live.is_connected() || now >= live.stream_due_at();
        if matches!(live.link, Link::Down { .. }) {
            self.open_stream();
        }
    }

    fn same_after_the_end(&mut self) {
        if self.j.kept.meeting.is_some() {
            // Whether there is anything to come back to is for Teams to say.
            self.join();
            return;
        }
        let Some(place) = self.j.kept.place() else { return };
        let uncertain = place.ending.as_ref().is_none_or(|ending| ending.reason == OverReason::Unknown);
        if place.may_return() {
            self.knock_again();
        } else if uncertain {
            // The service knows; knocking with the same visit brings nobody back.
            self.knock();
        }
    }

    /// Shows this invitation: its place, if this device had one, or the question for the name.
    pub(super) fn open(&mut self, door: Door) {
        self.j.kept.retire();
        self.j.state = State::Start;
        let found = match door {
            Door::Ours(found) => found,
            Door::Teams(link) => return self.open_meeting(link),
        };
        let place = match self.j.kept.recall(&found) {
            Some(place) => place,
            // Who they are was asked where they come from.
            None if found.is_ticket => self.fresh_place(found, String::new()),
            None => {
                self.ask_name(found);
                return;
            }
        };
        let over = place.standing == Standing::Over;
        self.j.kept.shown = Shown::Place(Box::new(place));
        if over {
            self.j.state = State::Over;
            self.same_after_the_end();
        } else {
            self.knock();
        }
    }

    /// Asks the name; meanwhile the connection is made.
    pub(super) fn ask_name(&mut self, found: Found) {
        self.effects.push(Effect::Warm { host: found.host.clone() });
        self.j.kept.shown = Shown::Naming(found);
        self.j.state = self.naming();
    }

    pub(super) fn naming(&self) -> State {
        let known = self.j.kept.name.clone().or_else(|| {
            // Nobody is to mend a name that they did not type.
            let suggested = CustomerName::parse(self.j.setup.suggested_name.as_deref()?).ok()?;
            Some(suggested.as_str().to_owned())
        });
        State::Naming { suggestion: known.unwrap_or_default(), problem: None, not_taken: false }
    }

    pub(super) fn name(&mut self, typed: &str) {
        if !matches!(self.j.state, State::Naming { .. }) {
            return;
        }
        let name = match CustomerName::parse(typed) {
            Ok(name) => name.as_str().to_owned(),
            Err(problem) => {
                let suggestion = typed.to_owned();
                self.j.state = State::Naming { suggestion, problem: Some(problem), not_taken: false };
                return;
            }
        };
        self.j.kept.name = Some(name.clone());
        self.rehearse(name);
    }

    /// Knocks, or joins, under this name.
    pub(super) fn take_place(&mut self, name: String) {
        if let Some(meeting) = &mut self.j.kept.meeting {
            meeting.name = Some(name);
            self.join();
            return;
        }
        let Shown::Naming(found) = std::mem::take(&mut self.j.kept.shown) else { return };
        let place = match self.j.kept.recall(&found) {
            // The service did not like the name; the identity is as good as before.
            Some(place) => Place { name, ..place },
            None => self.fresh_place(found, name),
        };
        self.j.kept.shown = Shown::Place(Box::new(place));
        self.knock();
    }

    pub(super) fn fresh_place(&self, found: Found, name: String) -> Place {
        let (knock_id, secret) = self.identity();
        Place { found, knock_id, secret, name, visit: 1, spent: false, standing: Standing::Lobby, ending: None }
    }
}
