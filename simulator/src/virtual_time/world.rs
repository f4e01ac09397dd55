//! The world: who is in it, and the queue of what happens when.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use onecall::journey::{Input, Screen, Source};
use onecall::lobby::{Envelope, Refusal};
use onecall::protocol::{AgentAct, CallView, CommandId, CustomerCommand, CustomerView, KnockRequest};

use super::agent::Agent;
use super::phone::Phone;
use super::service::Service;
use super::trace::{Failure, Trace};
use crate::dice::Dice;
use crate::script::{Act, Script};

/// The moment at which every story begins, in milliseconds since the Unix epoch.
pub(super) const EPOCH: u64 = 1_800_000_000_000;

/// One story while it is played.
pub struct World {
    pub(super) script: Script,
    pub(super) seed: u64,
    pub(super) dice: Dice,
    /// Milliseconds from the beginning.
    pub(super) now: u64,
    queue: BinaryHeap<Reverse<Due>>,
    queued: u64,
    pub(super) service: Service,
    pub(super) phones: Vec<Phone>,
    pub(super) agents: Vec<Agent>,
    pub(super) trace: Trace,
    pub(super) steps: u64,
    failure: Option<Box<Failure>>,
}

/// Something that will happen.
pub(super) enum What {
    /// This act of the script.
    Act(usize),
    /// A phone's timer.
    Tick { phone: usize, life: u64, set: u64 },
    /// A phone hears something.
    ToPhone { phone: usize, life: u64, input: Input },
    /// A knock reaches the service.
    Knock { phone: usize, life: u64, stream: u64, request: KnockRequest, copy: bool },
    /// A customer's command reaches the service.
    Command { phone: usize, life: u64, command: CustomerCommand, copy: bool },
    /// A page opens the app of another phone.
    HandOver { to: usize, text: String },
    /// The service hears that a phone has closed a stream.
    Hangup { phone: usize, life: u64, stream: u64 },
    /// A comment is due on a stream.
    Comment { stream: u64 },
    /// An agent's command reaches the service.
    AgentCommand { agent: usize, call: usize, command_id: CommandId, act: AgentAct, again: u8 },
    /// A call's timer.
    Wake { call: usize, set: u64 },
    /// The service is back.
    Up,
    /// The consoles that are open are connected again.
    Presence,
}

struct Due {
    at: u64,
    nth: u64,
    what: What,
}

impl World {
    /// The beginning of `script`, with chance out of `seed`.
    #[must_use]
    pub fn new(script: &Script, seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let phones = script.phones.iter().map(|plan| Phone::new(plan, &mut dice)).collect();
        let mut world = Self {
            seed,
            now: 0,
            queue: BinaryHeap::new(),
            queued: 0,
            service: Service::new(script.calls.len()),
            phones,
            agents: (0..script.agents).map(Agent::new).collect(),
            trace: Trace::new(),
            steps: 0,
            failure: None,
            script: script.clone(),
            dice,
        };
        for (nth, timed) in script.acts.iter().enumerate() {
            world.at(timed.at_ms, What::Act(nth));
        }
        world
    }

    /// Plays everything up to and including this moment. Stops where a rule is broken;
    /// [`finish`](Self::finish) says so.
    pub fn run_until(&mut self, ms: u64) -> &mut Self {
        while self.failure.is_none()
            && let Some(Reverse(due)) = self.queue.peek()
            && due.at <= ms
            && let Some(Reverse(Due { at, what, .. })) = self.queue.pop()
        {
            self.now = self.now.max(at);
            self.happen(what);
        }
        self.now = self.now.max(ms);
        self
    }

    /// Does something that the script does not hold, now.
    pub fn act(&mut self, act: &Act) -> &mut Self {
        match act {
            Act::Phone { phone, does } => self.person_does(*phone, does),
            Act::Agent { agent, does } => self.agent_does(*agent, does),
            Act::Service { does } => self.service_does(*does),
        }
        self
    }

    fn happen(&mut self, what: What) {
        match what {
            What::Act(nth) => {
                if let Some(act) = self.script.acts.get(nth).map(|timed| timed.act.clone()) {
                    self.act(&act);
                }
            }
            What::Tick { phone, life, set } => self.tick(phone, life, set),
            What::ToPhone { phone, life, input } => self.reach_phone(phone, life, input),
            What::Knock { phone, life, stream, request, copy } => {
                self.knock_arrives(phone, life, stream, request, copy);
            }
            What::Command { phone, life, command, copy } => self.command_arrives(phone, life, command, copy),
            What::HandOver { to, text } => self.open_text(to, text, Source::Link),
            What::Hangup { phone, life, stream } => self.hangup_arrives(phone, life, stream),
            What::Comment { stream } => self.comment_is_due(stream),
            What::AgentCommand { agent, call, command_id, act, again } => {
                self.agent_command_arrives(agent, call, command_id, act, again);
            }
            What::Wake { call, set } => self.call_wakes(call, set),
            What::Up => self.restart(),
            What::Presence => self.tell_presence(),
        }
    }

    pub(super) fn at(&mut self, at: u64, what: What) {
        self.queued += 1;
        self.queue.push(Reverse(Due { at: at.max(self.now), nth: self.queued, what }));
    }

    pub(super) fn after(&mut self, ms: u64, what: What) {
        self.at(self.now.saturating_add(ms), what);
    }

    /// Writes a line of the trace.
    pub(super) fn log(&mut self, what: std::fmt::Arguments<'_>) {
        self.trace.line(self.now, what);
    }

    /// A rule is broken; the first one counts.
    pub(super) fn fail(&mut self, what: &str) {
        self.log(format_args!("BROKEN {what}"));
        if self.failure.is_none() {
            let lines = self.trace.lines().cloned().collect();
            self.failure = Some(Box::new(Failure { seed: self.seed, at_ms: self.now, what: what.to_owned(), lines }));
        }
    }

    pub(super) fn failure(&self) -> Option<&Failure> {
        self.failure.as_deref()
    }

    /// Keeps every line of the trace from now on, not only the last ones.
    pub fn keep_all_lines(&mut self) {
        self.trace.keep_all();
    }

    /// The lines of the trace that were kept.
    #[must_use]
    pub fn into_lines(self) -> Vec<String> {
        self.trace.lines().cloned().collect()
    }
}

/// Looking at the world from outside.
impl World {
    /// What a phone shows; nothing when it runs no app.
    #[must_use]
    pub fn screen(&self, phone: usize) -> Option<Screen> {
        self.phones.get(phone).and_then(|phone| phone.screen(self.now))
    }

    /// Every screen that a phone has shown so far, and since when.
    #[must_use]
    pub fn shown(&self, phone: usize) -> &[(u64, Screen)] {
        self.phones.get(phone).map_or(&[], |phone| &phone.shown)
    }

    /// What the agents see of a call; nothing before it is created, nor once it is forgotten.
    #[must_use]
    pub fn console(&self, call: usize) -> Option<CallView> {
        let now = self.wall();
        self.service.room(call).map(|room| room.call.agent_view(&room.id, room.version(), now))
    }

    /// What the service knows of the place that a phone has asked for last.
    #[must_use]
    pub fn place(&self, phone: usize) -> Option<CustomerView> {
        let knock = self.phones.get(phone)?.knock.as_ref()?;
        let now = self.wall();
        self.service.rooms().find_map(|(_, room)| room.call.customer_view(knock, now))
    }

    /// What is written down of a call.
    #[must_use]
    pub fn log_of(&self, call: usize) -> &[Envelope] {
        self.service.room(call).map_or(&[], |room| &room.log)
    }

    /// What agents were refused: when, who, and why.
    #[must_use]
    pub fn refusals(&self) -> &[(u64, usize, Refusal)] {
        &self.service.refusals
    }

    /// How many streams of a phone's place the service holds open.
    #[must_use]
    pub fn open_streams(&self, phone: usize) -> usize {
        let Some(knock) = self.phones.get(phone).and_then(|phone| phone.knock.as_ref()) else { return 0 };
        self.service.streams.values().filter(|stream| stream.knock == *knock).count()
    }
}

impl Ord for Due {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.at, self.nth).cmp(&(other.at, other.nth))
    }
}

impl PartialOrd for Due {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Due {
    fn eq(&self, other: &Self) -> bool {
        self.nth == other.nth
    }
}

impl Eq for Due {}
