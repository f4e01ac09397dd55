//! The service: the lobby of each call, and the log that survives it.

use std::collections::BTreeMap;

use onecall::link::{Host, Invitation, SpokenCode, Token};
use onecall::lobby::{self, Call, Command, Create, Envelope, LinkHash, Moment, Refusal, Settings};
use onecall::protocol::{CallId, CommandId, CustomerView, KnockId, SetUp, Timestamp};

use super::agent::name_of;
use super::book::{Asked, Book};
use super::phone::{HOST, signed, unsigned};
use super::policy::Policy;
use super::streams::Stream;
use super::world::{EPOCH, What, World};
use crate::script::LISTED_ISSUER;

pub(super) struct Service {
    pub(super) up: bool,
    /// By how much its wall clock is off, in milliseconds.
    pub(super) clock_error: i64,
    /// The most that it was ever off.
    pub(super) most_clock_error: i64,
    pub(super) rooms: Vec<Option<Room>>,
    pub(super) streams: BTreeMap<u64, Stream>,
    /// Calls forgotten so far.
    pub(super) forgotten: u64,
    /// Streams opened so far.
    pub(super) opened: u64,
    /// Dies over the next command: whether it is written down first, and for how long.
    pub(super) dies_over_next: Option<(bool, u64)>,
    pub(super) refusals: Vec<(u64, usize, Refusal)>,
}

/// One call.
pub(super) struct Room {
    pub(super) id: CallId,
    /// In memory: lost in a crash.
    pub(super) call: Call,
    /// On disk: survives.
    pub(super) log: Vec<Envelope>,
    /// What the log alone leads to.
    replayed: Call,
    timers: u64,
    /// The last spoken code.
    pub(super) code: Option<SpokenCode>,
    pub(super) codes_made: u32,
    pub(super) book: Book,
}

/// Why a command was not done.
pub(super) enum Undone {
    Refused(Refusal),
    /// The process died over it.
    Crashed,
}

impl Room {
    pub(super) fn version(&self) -> u64 {
        self.log.len() as u64
    }
}

impl Service {
    pub(super) fn new(calls: usize) -> Self {
        Self {
            up: true,
            clock_error: 0,
            most_clock_error: 0,
            rooms: (0..calls).map(|_| None).collect(),
            streams: BTreeMap::new(),
            forgotten: 0,
            opened: 0,
            dies_over_next: None,
            refusals: Vec::new(),
        }
    }

    pub(super) fn room(&self, call: usize) -> Option<&Room> {
        self.rooms.get(call).and_then(Option::as_ref)
    }

    pub(super) fn room_mut(&mut self, call: usize) -> Option<&mut Room> {
        self.rooms.get_mut(call).and_then(Option::as_mut)
    }

    pub(super) fn rooms(&self) -> impl Iterator<Item = (usize, &Room)> {
        self.rooms.iter().enumerate().filter_map(|(call, room)| Some((call, room.as_ref()?)))
    }
}

/// The secret of a call's link, which nobody guesses.
pub(super) fn token(call: usize, number: u32) -> Token {
    let seed = (call as u128 + 1) << 32 | u128::from(number);
    Token::from_bits(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835))
}

pub(super) fn link_hash(call: usize, number: u32) -> LinkHash {
    LinkHash(token(call, number).to_string())
}

pub(super) fn link_text(token: Token) -> String {
    Host::parse(HOST).ok().and_then(|host| Invitation::OneTime { host, token }.url()).unwrap_or_default()
}

/// Deciding.
impl World {
    /// The service's wall clock.
    pub(super) fn wall(&self) -> Timestamp {
        Timestamp(unsigned(signed(EPOCH + self.now) + self.service.clock_error))
    }

    /// How long nothing becomes due in a call whose last event has the latest time that the clock ever
    /// showed, in milliseconds: no call goes behind its last event.
    pub(super) fn behind(&self) -> u64 {
        unsigned(self.service.most_clock_error - self.service.clock_error)
    }

    pub(super) fn view_of(&self, call: usize, knock: &KnockId) -> Option<CustomerView> {
        self.service.room(call)?.call.customer_view(knock, self.wall())
    }

    pub(super) fn create(&mut self, call: usize, agent: usize) {
        let Some(plan) = self.script.calls.get(call).copied() else { return };
        if self.service.room(call).is_some() || !self.service.up {
            return;
        }
        let moment = self.moment(None);
        let create = Create {
            agent: name_of(agent),
            title: "Pump 7".to_owned(),
            // In so long, by the clock of whoever creates it; the service counts on from its own.
            starts_at: Timestamp(self.wall().0 + plan.starts_at_ms.saturating_sub(self.now)),
            minutes: 30,
            set_up: SetUp::Desktop,
            language: "en".to_owned(),
            link: link_hash(call, 0),
            settings: Settings {
                lease: std::time::Duration::from_secs(plan.lease_s),
                bypass_issuers: plan.bypass.then(|| LISTED_ISSUER.to_owned()).into_iter().collect(),
                ..Settings::default()
            },
        };
        let step = match lobby::step(None, &moment, Command::Create(create)) {
            Ok(step) => step,
            Err(refusal) => {
                self.fail(&format!("a call could not be created: {refusal}"));
                return;
            }
        };
        let log: Vec<Envelope> = step.envelope(&moment).into_iter().collect();
        let Ok(replayed) = Call::replay(&log) else {
            self.fail("a new call's log does not read");
            return;
        };
        self.log(format_args!("service   call {call} created"));
        let id = CallId::from_bits(call as u128 + 1);
        let policy = Policy::new(plan.bypass.then_some(LISTED_ISSUER), name_of(agent).id);
        let book = Book::new(plan.lease_s * 1_000, policy);
        let room = Room { id, call: step.call, log, replayed, timers: 0, code: None, codes_made: 0, book };
        if let Some(place) = self.service.rooms.get_mut(call) {
            *place = Some(room);
        }
        self.set_call_timer(call, step.wake_at);
        self.tell_presence();
    }

    fn moment(&mut self, command_id: Option<CommandId>) -> Moment {
        Moment { now: self.wall(), entropy: self.dice.bits(), command_id }
    }

    /// Decides one command, writes down what came of it, checks the rules, tells the customers.
    pub(super) fn decide(
        &mut self,
        call: usize,
        command_id: Option<CommandId>,
        command: Command,
    ) -> Result<(), Undone> {
        let moment = self.moment(command_id);
        let again = self.dice.percent(3).then(|| command.clone());
        let asked = Asked::of(&command);
        let Some(room) = self.service.room_mut(call) else { return Err(Undone::Crashed) };
        let result = lobby::step(Some(&room.call), &moment, command);
        self.steps += 1;
        if let Some(command) = again
            && !same(&result, &lobby::step(Some(&room.call), &moment, command))
        {
            self.fail("rule 12: the same command at the same moment led elsewhere");
        }
        let step = match result {
            Ok(step) => step,
            Err(refusal) => {
                self.log(format_args!("service   call {call}: {asked:?} refused: {:?}", refusal.code()));
                self.check_refusal(&asked, &refusal);
                return Err(Undone::Refused(refusal));
            }
        };
        self.log(format_args!("service   call {call}: {asked:?} -> {:?}", step.events));
        let death = if step.events.is_empty() { None } else { self.service.dies_over_next.take() };
        if let Some((false, down_ms)) = death {
            self.crash(down_ms);
            return Err(Undone::Crashed);
        }
        let envelope = step.envelope(&moment);
        let (written, wake_at) = (envelope.is_some(), step.wake_at);
        self.check_events(call, &asked, &moment, &step);
        let Some(room) = self.service.room_mut(call) else { return Err(Undone::Crashed) };
        let replays = envelope.as_ref().is_none_or(|envelope| room.replayed.apply_envelope(envelope).is_ok());
        room.log.extend(envelope);
        room.call = step.call;
        if !replays || (written && !room.replayed.durable_eq(&room.call)) {
            self.fail("rule 7: the log does not lead to the live state");
        }
        if let Some((_, down_ms)) = death {
            self.crash(down_ms);
            return Err(Undone::Crashed);
        }
        self.set_call_timer(call, wake_at);
        if step.events.iter().any(|event| !matches!(event, lobby::Event::Beat { .. })) {
            self.check_call(call, step.at);
            self.tell_customers(call);
        }
        if self.service.room(call).is_some_and(|room| room.call.is_forgotten())
            && let Some(place) = self.service.rooms.get_mut(call)
        {
            *place = None;
            self.service.forgotten += 1;
        }
        Ok(())
    }

    pub(super) fn set_call_timer(&mut self, call: usize, wake_at: Option<Timestamp>) {
        let Some(room) = self.service.room_mut(call) else { return };
        room.timers += 1;
        let set = room.timers;
        if let Some(Timestamp(at)) = wake_at {
            let at = unsigned(signed(at) - signed(EPOCH) - self.service.clock_error);
            self.at(at, What::Wake { call, set });
        }
    }

    pub(super) fn call_wakes(&mut self, call: usize, set: u64) {
        if self.service.up && self.service.room(call).is_some_and(|room| room.timers == set) {
            // A wake-up cannot be refused; one over which the process dies is made up for by the restart.
            if let Err(Undone::Refused(_)) = self.decide(call, None, Command::Wake) {
                self.fail("a wake-up was refused");
            }
        }
    }
}

fn same(one: &Result<lobby::Step, Refusal>, other: &Result<lobby::Step, Refusal>) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => one.call == other.call && one.events == other.events && one.wake_at == other.wake_at,
        (Err(one), Err(other)) => one == other,
        _ => false,
    }
}
