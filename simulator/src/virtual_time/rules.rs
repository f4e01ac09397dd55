//! The rules, checked after every step by bookkeeping of their own: the book knows events only, and
//! what was asked for when they happened.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;

use onecall::journey::{self, Input, Journey, Now, OverReason, Screen};
use onecall::lobby::{Admitter, Command, Event, Moment, Refusal, Step};
use onecall::protocol::{AgentAct, AgentId, CommandId, CustomerAct, CustomerState, KnockId, KnockState, Timestamp};

use super::world::World;

/// So many commands are known to be done; the lobby remembers 256.
const REMEMBERED: usize = 200;
/// A phone is shown asleep after two and a half of its beats, of ten seconds by default.
const SILENCE_MS: u64 = 25_000;

/// Who stands where, as far as the events tell.
#[derive(Default)]
pub(super) struct Book {
    lease_ms: u64,
    here: BTreeMap<KnockId, Stand>,
    /// Whoever was blocked, removed, or left the call.
    never_again: BTreeSet<KnockId>,
    known: BTreeSet<KnockId>,
    over: bool,
    done: VecDeque<CommandId>,
}

#[derive(Clone, Copy)]
struct Stand {
    at: Where,
    heard: Timestamp,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Where {
    Lobby,
    LetIn,
    InCall,
}

/// What a step was asked.
pub(super) enum Asked {
    Knock(KnockId),
    Customer(KnockId, CustomerAct),
    Agent(AgentId, AgentAct),
    Presence,
    Wake,
    Other,
}

impl Asked {
    pub(super) fn of(command: &Command) -> Self {
        match command {
            Command::Knock(knock) => Self::Knock(knock.knock.clone()),
            Command::Customer { knock, act, .. } => Self::Customer(knock.clone(), *act),
            Command::Agent { by, act, .. } => Self::Agent(by.id.clone(), act.clone()),
            Command::AgentsPresent(_) => Self::Presence,
            Command::Wake => Self::Wake,
            Command::Create(_) | Command::Edit { .. } => Self::Other,
        }
    }
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Knock(knock) => write!(f, "knock of {knock}"),
            Self::Customer(knock, act) => write!(f, "{act:?} of {knock}"),
            Self::Agent(by, act) => write!(f, "{} by {by}", act.kind()),
            Self::Presence => f.write_str("presence"),
            Self::Wake => f.write_str("wake-up"),
            Self::Other => f.write_str("other"),
        }
    }
}

impl Book {
    pub(super) fn new(lease_ms: u64) -> Self {
        Self { lease_ms, ..Self::default() }
    }

    /// After a restart every phone gets a fresh grace. What was heard at a time that was not written down
    /// is forgotten, also if a clock set back puts that time into the future.
    pub(super) fn everybody_heard(&mut self, now: Timestamp) {
        for stand in self.here.values_mut() {
            stand.heard = now;
        }
    }

    fn come(&mut self, knock: &KnockId, stand: Stand) -> Result<(), &'static str> {
        if self.never_again.contains(knock) {
            return Err("rule 5: one who was blocked, removed or has left the call came back");
        }
        self.known.insert(knock.clone());
        match self.here.insert(knock.clone(), stand) {
            None => Ok(()),
            Some(_) => Err("somebody who is there came again"),
        }
    }

    fn go(&mut self, knock: &KnockId) -> Result<Stand, &'static str> {
        self.here.remove(knock).ok_or("somebody left who was not there")
    }

    fn from(&mut self, knock: &KnockId, from: &[Where], to: Where) -> Result<(), &'static str> {
        match self.here.get_mut(knock) {
            Some(stand) if from.contains(&stand.at) => {
                stand.at = to;
                Ok(())
            }
            _ => Err("rule 2: in the call without an unused admission, or admitted or sent back from elsewhere"),
        }
    }

    fn hear(&mut self, knock: &KnockId, at: Timestamp) {
        if let Some(stand) = self.here.get_mut(knock) {
            stand.heard = stand.heard.max(at);
        }
    }

    fn enter(&mut self, event: &Event, at: Timestamp, asked: &Asked) -> Result<(), &'static str> {
        if self.over && !matches!(event, Event::Forgotten | Event::Declined { block: true, .. }) {
            return Err("something happened to a call that is over");
        }
        match event {
            Event::Knocked { knock, .. } => self.come(knock, Stand { at: Where::Lobby, heard: at }),
            Event::Moved { from, to, .. } => {
                let stand = self.go(from)?;
                self.come(to, Stand { heard: at, ..stand })
            }
            Event::Admitted { knock, by } => {
                let asked_for = match (asked, by) {
                    (Asked::Agent(agent, AgentAct::Admit { knock: whom }), Admitter::Agent(by)) => {
                        whom == knock && *agent == by.id
                    }
                    _ => false,
                };
                if !asked_for {
                    return Err(
                        "rules 2 and 6: admitted by something else than an agent's click on exactly that knock",
                    );
                }
                if self.never_again.contains(knock) {
                    return Err("rule 5: a barred identity was admitted");
                }
                self.from(knock, &[Where::Lobby], Where::LetIn)
            }
            Event::Entered { knock } => {
                if !matches!(asked, Asked::Customer(whom, CustomerAct::Enter) if whom == knock) {
                    return Err("rule 2: in the call without having entered");
                }
                self.hear(knock, at);
                self.from(knock, &[Where::LetIn], Where::InCall)
            }
            Event::SentBack { knock, .. } => self.from(knock, &[Where::LetIn, Where::InCall], Where::Lobby),
            Event::LeaseEnded { knock } => {
                let stand = self.go(knock)?;
                if at.0 - stand.heard.0 < self.lease_ms {
                    return Err("rule 8: a place was lost before its lease ended");
                }
                Ok(())
            }
            Event::LeftLobby { knock } => self.go(knock).map(drop),
            Event::Declined { knock, block, .. } => {
                if *block {
                    self.never_again.insert(knock.clone());
                }
                // Declined before, and now blocked too: not there any more.
                if self.here.contains_key(knock) || !*block { self.go(knock).map(drop) } else { Ok(()) }
            }
            Event::Removed { knock, .. } | Event::LeftCall { knock } => {
                self.never_again.insert(knock.clone());
                self.go(knock).map(drop)
            }
            Event::Over(_) => {
                self.over = true;
                self.here.clear();
                Ok(())
            }
            Event::Beat { knock, .. } | Event::WokeUp { knock, .. } => {
                self.hear(knock, at);
                Ok(())
            }
            Event::FellAsleep { knock, .. } => {
                if matches!(asked, Asked::Customer(..)) {
                    self.hear(knock, at);
                } else if self.here.get(knock).is_some_and(|stand| at.0 - stand.heard.0 < SILENCE_MS) {
                    return Err("a phone was shown asleep that was heard");
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

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
    pub(super) fn check_refusal(&mut self, _call: usize, asked: &Asked, refusal: &Refusal) {
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
            let fits = match (listed.state, stand.at, state) {
                (KnockState::Waiting | KnockState::Noticed, Where::Lobby, Some(CustomerState::Waiting { .. }))
                | (KnockState::Held, Where::Lobby, Some(CustomerState::Held { .. }))
                | (KnockState::Admitted, Where::LetIn, Some(CustomerState::Admitted { .. }))
                | (KnockState::InCall, Where::InCall, Some(CustomerState::InCall { .. })) => true,
                (listed, stand, _) => {
                    debug_assert!(listed != KnockState::InCall || stand != Where::Lobby);
                    false
                }
            };
            if !fits {
                return Some("rule 1: the customer is told something else than the agent sees");
            }
            if !phrases.insert(&listed.match_phrase) {
                return Some("two who wait have one match phrase");
            }
            if listed.awake && at.0.saturating_sub(stand.heard.0) > SILENCE_MS {
                return Some("rule 8: a silent phone is shown awake");
            }
        }
        if view.knocks.len() != room.book.here.len() {
            return Some("rule 1: somebody is there whom the agent's list does not show");
        }
        let gone = room.book.known.iter().filter(|knock| !room.book.here.contains_key(*knock));
        for knock in gone {
            if let Some(view) = room.call.customer_view(knock, at)
                && view.phase != onecall::protocol::Phase::Over
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
        let (knock, wake_at) = (one.knock.as_ref().map(|place| place.id.clone()), one.wake_at());
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
