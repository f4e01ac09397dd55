//! The end of a story: all faults stop, and every phone must come to show what the service knows.

use std::collections::BTreeSet;

use onecall::journey::{Input, OverReason, Screen};
use onecall::lobby::{Admitter, Event};
use onecall::protocol::{CustomerState, CustomerView, KnockId, Phase};

use super::phone::Power;
use super::trace::{Failure, Report};
use super::world::World;
use crate::script::Weather;

/// So long after the last fault every screen tells the truth: a stream that fell silent is given up
/// after 25 s, the longest pause between tries is 30 s, and a command without an answer is sent again
/// after 45 s.
const TRUTH_AFTER: u64 = 120_000;
/// Beyond the lease, so long until nobody is listed who is not there.
const BEYOND_LEASE: u64 = 60_000;

impl World {
    /// Plays the story to its end, lets all faults stop, and looks whether everybody finds out.
    ///
    /// # Errors
    /// The first rule that did not hold.
    pub fn finish(mut self) -> Result<Report, Box<Failure>> {
        self.finish_in_place()
    }

    pub(super) fn finish_in_place(&mut self) -> Result<Report, Box<Failure>> {
        self.run_until(self.script.ends_at_ms);
        if self.failure().is_none() {
            self.settle();
        }
        match self.failure() {
            Some(failure) => Err(Box::new(failure.clone())),
            None => Ok(self.report()),
        }
    }

    fn settle(&mut self) {
        self.stop_all_faults();
        self.run_until(self.now + TRUTH_AFTER);
        self.check_screens();
        if self.failure().is_none() && self.ghosts() > 0 {
            let lease_s = self.script.calls.iter().map(|plan| plan.lease_s).max().unwrap_or_default();
            self.run_until(self.now + self.behind() + lease_s * 1_000 + BEYOND_LEASE);
            self.check_screens();
            if self.ghosts() > 0 {
                self.fail("rule 1: the agent's list shows somebody who is long gone");
            }
        }
    }

    fn stop_all_faults(&mut self) {
        self.log(format_args!("all faults stop"));
        self.never_dies_again();
        self.restart();
        for phone in 0..self.phones.len() {
            let started = self.dice.percent(70);
            let Some(one) = self.phones.get_mut(phone) else { continue };
            one.weather = Weather::FINE;
            one.dying = false;
            one.next_command_takes = None;
            let asleep = one.power == Power::Still;
            if one.journey.is_none() && started {
                self.start(phone);
            }
            if asleep {
                self.go_on(phone);
            }
            self.feed(phone, Input::Wake);
            if matches!(self.screen(phone), Some(Screen::Ask(_) | Screen::Choose { .. })) {
                self.feed(phone, Input::Confirm(false));
            }
        }
    }

    fn check_screens(&mut self) {
        for phone in 0..self.phones.len() {
            let Some(screen) = self.screen(phone) else { continue };
            let place = self.place(phone);
            if !tells_the_truth(&screen, place.as_ref()) {
                let state = place.map(|view| view.state);
                self.fail(&format!("rule 9: phone {phone} shows {screen:?}, and the service knows {state:?}"));
            }
            if let Screen::Over { reason, .. } = screen
                && !self.was_so(phone, reason)
            {
                self.fail(&format!("phone {phone} shows {screen:?}, and that never happened"));
            }
        }
    }

    /// Whether what a phone says of its ending happened to it, at one of its places. A forgotten call
    /// tells nothing any more.
    fn was_so(&self, phone: usize, reason: OverReason) -> bool {
        let Some(one) = self.phones.get(phone) else { return false };
        let mine = |knock: &KnockId| one.knocked_as(knock);
        let was = |event: &Event| led_to(event, reason, mine);
        needs_no_event(reason)
            || self.service.forgotten > 0
            || self.service.rooms().any(|(_, room)| room.log.iter().flat_map(|envelope| &envelope.events).any(was))
    }

    /// How many are listed whose phone does not show it.
    fn ghosts(&self) -> usize {
        let there: BTreeSet<&KnockId> = self
            .phones
            .iter()
            .filter(|one| one.screen(self.now).is_some_and(|screen| holds_a_place(&screen)))
            .filter_map(|one| one.knock.as_ref())
            .collect();
        let now = self.wall();
        self.service
            .rooms()
            .flat_map(|(_, room)| room.call.agent_view(&room.id, room.version(), now).knocks)
            .filter(|listed| !there.contains(&listed.knock))
            .count()
    }

    fn report(&self) -> Report {
        let events: BTreeSet<&'static str> = self
            .service
            .rooms()
            .flat_map(|(_, room)| room.log.iter().flat_map(|envelope| envelope.events.iter().map(kind)))
            .collect();
        let screens =
            (0..self.phones.len()).map(|phone| self.screen(phone).map_or("off", |screen| screen.kind())).collect();
        Report { steps: self.steps, trace_hash: self.trace.hash(), screens, events: events.into_iter().collect() }
    }
}

/// The kind of an event; the two sorts of admission are told apart.
fn kind(event: &Event) -> &'static str {
    match event {
        Event::Admitted { by: Admitter::Policy { .. }, .. } => "admitted-by-policy",
        other => other.kind(),
    }
}

/// Endings that are the phone's own doing, or an answer that nobody wrote down.
pub(crate) fn needs_no_event(reason: OverReason) -> bool {
    matches!(reason, OverReason::YouLeft | OverReason::YouLeftTheLobby | OverReason::LinkDead | OverReason::LobbyFull)
}

/// Whether this event is the ending of which a phone speaks; `mine` knows the phone's identities.
pub(crate) fn led_to(event: &Event, reason: OverReason, mine: impl Fn(&KnockId) -> bool) -> bool {
    match (reason, event) {
        (OverReason::Declined(_), Event::Declined { knock, .. })
        | (OverReason::Removed, Event::Removed { knock, .. })
        | (OverReason::SleptTooLong, Event::LeaseEnded { knock })
        | (OverReason::Moved, Event::Moved { from: knock, .. }) => mine(knock),
        (OverReason::CallOver, Event::Over(_)) => true,
        _ => false,
    }
}

pub(crate) fn holds_a_place(screen: &Screen) -> bool {
    matches!(
        screen,
        Screen::Waiting(_) | Screen::Admitted { .. } | Screen::InCall { .. } | Screen::Knocking { .. } | Screen::Ask(_)
    )
}

/// Whether a screen says what the service knows, when everything has had its time.
pub(crate) fn tells_the_truth(screen: &Screen, place: Option<&CustomerView>) -> bool {
    let state = place.map(|view| &view.state);
    match screen {
        Screen::Start
        | Screen::LinkProblem { .. }
        | Screen::Choose { .. }
        | Screen::AskName { .. }
        | Screen::Rehearse { .. }
        | Screen::TeamsClient { .. } => true,
        Screen::Waiting(waiting) => match state {
            Some(CustomerState::Waiting { reason, match_phrase, message, .. }) => {
                waiting.reason == Some(*reason)
                    && waiting.match_phrase == *match_phrase
                    && waiting.message == *message
                    && !waiting.reconnecting
            }
            Some(CustomerState::Held { match_phrase, message }) => {
                waiting.reason.is_none()
                    && waiting.match_phrase == *match_phrase
                    && waiting.message == *message
                    && !waiting.reconnecting
            }
            _ => false,
        },
        Screen::InCall { reconnecting, agent_present, .. } => {
            matches!(state, Some(CustomerState::InCall { agent_present: present, .. }) if present == agent_present)
                && !reconnecting
        }
        Screen::Over { reason, .. } => {
            *reason != OverReason::Unknown && place.is_none_or(|view| view.phase == Phase::Over)
        }
        // A question stands as long as nobody answers it, and while there is a call to ask about.
        Screen::Ask(_) => place.is_some_and(|view| view.phase == Phase::Call),
        // Nobody stays there for long when nothing is in the way.
        Screen::Knocking { .. }
        | Screen::Admitted { .. }
        | Screen::Fallback { .. }
        | Screen::InMeeting
        | Screen::UpdateRequired { .. } => false,
    }
}
