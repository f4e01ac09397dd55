//! A call with its journal, and short words for everything that can happen to it.

use std::time::Duration;

use onecall::capability::ArSupport;
use onecall::lobby::{
    Account, Call, CodeHash, Command, Create, Envelope, Event, Knock, LinkHash, Moment, Refusal, SecretHash, Settings,
    Step, TicketHash, Via, step,
};
use onecall::name::CustomerName;
use onecall::protocol::{
    AgentAct, AgentId, AgentName, CallId, CallView, CommandId, CustomerAct, CustomerState, CustomerView, DeclineReason,
    DeviceInfo, EndReason, KnockId, SetUp, Timestamp, WaitReason,
};

pub(crate) const SECOND: u64 = 1000;
pub(crate) const MINUTE: u64 = 60 * SECOND;
pub(crate) const HOUR: u64 = 60 * MINUTE;

/// 2026-11-01 00:00 UTC: when every call here is created and starts.
pub(crate) const START: u64 = 1_793_491_200_000;

pub(crate) struct Desk {
    pub(crate) call: Call,
    pub(crate) journal: Vec<Envelope>,
    pub(crate) now: u64,
    pub(crate) wake_at: Option<Timestamp>,
    entropy: u64,
}

impl Desk {
    /// A call of Ada's that has started, Ada's console open, nobody at the door.
    pub(crate) fn open() -> Self {
        let mut desk = Self::created(create());
        desk.present(&[ada()]);
        desk
    }

    pub(crate) fn created(create: Create) -> Self {
        let moment = Moment { now: Timestamp(START), entropy: 0, command_id: None };
        let made = step(None, &moment, Command::Create(create)).unwrap();
        let journal = made.envelope(&moment).into_iter().collect();
        Self { call: made.call, journal, now: START, wake_at: made.wake_at, entropy: 0 }
    }

    /// Does it, writes it down, and tells what happened.
    pub(crate) fn run(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        self.run_as(None, command)
    }

    pub(crate) fn run_as(&mut self, command_id: Option<CommandId>, command: Command) -> Result<Vec<Event>, Refusal> {
        self.entropy = self.entropy.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let moment = Moment { now: Timestamp(self.now), entropy: self.entropy >> 20, command_id };
        let Step { call, at, events, wake_at } = step(Some(&self.call), &moment, command)?;
        self.journal.extend(Event::envelope(at, moment.command_id.clone(), &events));
        (self.call, self.wake_at) = (call, wake_at);
        Ok(events)
    }

    pub(crate) fn kinds(&mut self, command: Command) -> Result<Vec<&'static str>, Refusal> {
        Ok(self.run(command)?.iter().map(Event::kind).collect())
    }

    pub(crate) fn ok(&mut self, command: Command) -> Vec<&'static str> {
        self.kinds(command).unwrap()
    }

    pub(crate) fn present(&mut self, agents: &[AgentName]) {
        let agents = agents.iter().map(|agent| agent.id.clone()).collect();
        self.ok(Command::AgentsPresent(agents));
    }

    pub(crate) fn later(&mut self, milliseconds: u64) -> &mut Self {
        self.now += milliseconds;
        self
    }

    /// Time passes, and every wake-up comes when it is due.
    pub(crate) fn pass(&mut self, milliseconds: u64) -> Vec<&'static str> {
        let end = self.now + milliseconds;
        let mut happened = Vec::new();
        while let Some(due) = self.wake_at.filter(|due| due.0 <= end) {
            self.now = self.now.max(due.0);
            happened.extend(self.ok(Command::Wake));
        }
        self.now = end;
        happened
    }

    pub(crate) fn view(&self, who: u64) -> Option<CustomerView> {
        self.call.customer_view(&id(who), Timestamp(self.now))
    }

    pub(crate) fn console(&self) -> CallView {
        self.call.agent_view(&CallId::from_bits(1), 1, Timestamp(self.now))
    }

    pub(crate) fn listed(&self) -> Vec<KnockId> {
        self.console().knocks.into_iter().map(|knock| knock.knock).collect()
    }

    /// What the service has after a restart.
    pub(crate) fn replayed(&self) -> Call {
        Call::replay(&self.journal).unwrap()
    }
}

pub(crate) fn create() -> Create {
    Create {
        agent: ada(),
        title: "Pump 3".to_owned(),
        starts_at: Timestamp(START),
        minutes: 30,
        set_up: SetUp::Desktop,
        language: "en".to_owned(),
        link: link(0),
        settings: Settings::default(),
    }
}

/// A call whose verified accounts of issuer `works` are let in by policy.
pub(crate) fn create_with_bypass() -> Create {
    let settings = Settings { bypass_issuers: ["works".to_owned()].into(), ..Settings::default() };
    Create { settings, ..create() }
}

pub(crate) fn ada() -> AgentName {
    AgentName { id: AgentId::from_bits(0xada), name: "Ada".to_owned() }
}

pub(crate) fn bob() -> AgentName {
    AgentName { id: AgentId::from_bits(0xb0b), name: "Bob".to_owned() }
}

pub(crate) fn id(who: u64) -> KnockId {
    KnockId::from_bits(u128::from(who))
}

pub(crate) fn secret(who: u64) -> SecretHash {
    SecretHash(format!("secret {who}"))
}

pub(crate) fn link(number: u64) -> LinkHash {
    LinkHash(format!("link {number}"))
}

pub(crate) fn code(number: u64) -> CodeHash {
    CodeHash(format!("code {number}"))
}

pub(crate) fn ticket(number: u64) -> TicketHash {
    TicketHash(format!("ticket {number}"))
}

pub(crate) fn account(subject: &str) -> Account {
    Account { issuer: "works".to_owned(), subject: subject.to_owned() }
}

pub(crate) fn knocking(who: u64) -> Knock {
    Knock {
        knock: id(who),
        secret: secret(who),
        visit: 1,
        via: Via::Link(link(0)),
        name: Some(CustomerName::parse("Kim").unwrap()),
        account: None,
        device: DeviceInfo::default(),
        ar: ArSupport::default(),
    }
}

pub(crate) fn knock(who: u64) -> Command {
    Command::Knock(knocking(who))
}

pub(crate) fn knock_with(who: u64, change: impl FnOnce(&mut Knock)) -> Command {
    let mut knock = knocking(who);
    change(&mut knock);
    Command::Knock(knock)
}

pub(crate) fn customer(who: u64, act: CustomerAct) -> Command {
    Command::Customer { knock: id(who), secret: secret(who), act, ticket: None }
}

pub(crate) fn moving(who: u64, number: u64) -> Command {
    Command::Customer { knock: id(who), secret: secret(who), act: CustomerAct::Move, ticket: Some(ticket(number)) }
}

pub(crate) fn agent(by: AgentName, act: AgentAct) -> Command {
    Command::Agent { by, act, next_link: None, code: None, successor: None }
}

pub(crate) fn admit(by: AgentName, who: u64) -> Command {
    agent(by, AgentAct::Admit { knock: id(who) })
}

pub(crate) fn decline(by: AgentName, who: u64, block: bool) -> Command {
    agent(by, AgentAct::Decline { knock: id(who), reason: DeclineReason::NotExpected, block })
}

pub(crate) fn message(text: &str) -> Command {
    agent(ada(), AgentAct::Message { knock: None, text: text.to_owned() })
}

pub(crate) fn remove(who: u64, next: u64) -> Command {
    let act = AgentAct::Remove { knock: id(who) };
    Command::Agent { by: ada(), act, next_link: Some(link(next)), code: None, successor: None }
}

pub(crate) fn replace_link(next: u64) -> Command {
    let act = AgentAct::ReplaceLink;
    Command::Agent { by: ada(), act, next_link: Some(link(next)), code: None, successor: None }
}

pub(crate) fn spoken_code(number: u64) -> Command {
    let act = AgentAct::SpokenCode;
    Command::Agent { by: ada(), act, next_link: None, code: Some(code(number)), successor: None }
}

pub(crate) fn hand_over(to: AgentName) -> Command {
    let act = AgentAct::HandOver { to: to.id.clone() };
    Command::Agent { by: ada(), act, next_link: None, code: None, successor: Some(to) }
}

pub(crate) fn lease() -> u64 {
    milliseconds(Settings::default().lease)
}

pub(crate) fn milliseconds(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap()
}

/// Why they still wait.
pub(crate) fn reason(desk: &Desk, who: u64) -> WaitReason {
    match desk.view(who).unwrap().state {
        CustomerState::Waiting { reason, .. } => reason,
        other => panic!("{other:?}"),
    }
}

/// Why it is over for them.
pub(crate) fn ended(desk: &Desk, who: u64) -> EndReason {
    match desk.view(who).unwrap().state {
        CustomerState::Ended { reason } => reason,
        other => panic!("{other:?}"),
    }
}
