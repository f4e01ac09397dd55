//! A hub on a journal that fails on demand and a clock that a test sets.
#![allow(clippy::unwrap_used, reason = "a test may: helpers are not seen as tests")]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};
use std::time::Duration;

use jiff::tz::TimeZone;
use onecall::capability::ArSupport;
use onecall::link::Host;
use onecall::lobby::Settings;
use onecall::protocol::{
    AgentAct, AgentCommand, AgentId, AgentName, CallView, CommandId, CreateCall, CustomerAct, CustomerCommand,
    CustomerState, DeviceInfo, KnockId, KnockRequest, ProblemCode, Secret, Timestamp,
};
use onecall_service::clock::Clock;
use onecall_service::hub::{Hub, HubError};
use onecall_service::journal::{Answer, AppendError, Appended, Journal, JournalError, MemoryJournal, Recorded};
use onecall_service::keys::Keys;
use onecall_service::sharing::Sharing;

/// When every test begins.
const BEGAN: u64 = 1_795_509_000_000;

/// A clock that a test sets, and randomness that counts.
#[derive(Default)]
pub(crate) struct TestClock {
    now: AtomicU64,
    count: AtomicU64,
}

impl TestClock {
    pub(crate) fn pass(&self, span: Duration) {
        self.now.fetch_add(span.as_millis() as u64, Ordering::SeqCst);
    }

    pub(crate) fn set_back(&self, span: Duration) {
        self.now.fetch_sub(span.as_millis() as u64, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp(BEGAN + self.now.load(Ordering::SeqCst))
    }

    fn count_from(&self, at: Timestamp) {
        self.now.fetch_max(at.0.saturating_sub(BEGAN), Ordering::SeqCst);
    }

    fn random(&self) -> u128 {
        u128::from(self.count.fetch_add(1, Ordering::SeqCst)) * 0x9e37_79b9_7f4a_7c15
    }
}

/// A journal that fails on demand.
#[derive(Default)]
pub(crate) struct Faulty {
    inner: MemoryJournal,
    /// Of the next append.
    pub(crate) fault: AtomicU8,
    pub(crate) is_unreadable: AtomicBool,
    /// It has begun to forget something, and does not come to an end with it.
    pub(crate) never_forgets: AtomicBool,
}

pub(crate) const FULL: u8 = 1;
pub(crate) const LOST: u8 = 2;
pub(crate) const WRITTEN_BUT_UNCERTAIN: u8 = 3;
pub(crate) const SLOW: u8 = 4;

impl Journal for Faulty {
    fn append(&self, call: &str, expected: u64, bodies: Vec<String>) -> Answer<'_, Result<u64, AppendError>> {
        let call = call.to_owned();
        Box::pin(async move {
            let uncertain = || AppendError::Uncertain("a test says so".to_owned());
            match self.fault.swap(0, Ordering::SeqCst) {
                FULL => Err(AppendError::Full),
                LOST => Err(uncertain()),
                WRITTEN_BUT_UNCERTAIN => {
                    self.inner.append(&call, expected, bodies).await?;
                    Err(uncertain())
                }
                SLOW => {
                    tokio::time::sleep(Duration::from_secs(60)).await;
                    self.inner.append(&call, expected, bodies).await
                }
                _ => self.inner.append(&call, expected, bodies).await,
            }
        })
    }

    fn read(&self, call: &str) -> Answer<'_, Result<Vec<Recorded>, JournalError>> {
        if self.is_unreadable.load(Ordering::SeqCst) {
            return Box::pin(async { Err(JournalError::Unavailable("a test says so".to_owned())) });
        }
        self.inner.read(call)
    }

    fn calls(&self) -> Answer<'_, Result<Vec<String>, JournalError>> {
        self.inner.calls()
    }

    fn forget(&self, call: &str) -> Answer<'_, Result<(), JournalError>> {
        if self.never_forgets.load(Ordering::SeqCst) {
            return Box::pin(std::future::pending());
        }
        self.inner.forget(call)
    }

    fn follow(&self) -> tokio::sync::broadcast::Receiver<Appended> {
        self.inner.follow()
    }
}

pub(crate) struct House {
    pub(crate) hub: Arc<Hub>,
    pub(crate) journal: Arc<Faulty>,
    pub(crate) clock: Arc<TestClock>,
}

impl House {
    pub(crate) async fn new() -> Self {
        let (journal, clock) = (Arc::default(), Arc::default());
        Self { hub: open(&journal, &clock).await, journal, clock }
    }

    /// As after a crash: only the journal is left.
    pub(crate) async fn restart(&mut self) {
        self.hub = open(&self.journal, &self.clock).await;
    }

    pub(crate) async fn create(&self) -> CallView {
        self.hub.create(agent(1), CreateCall::default()).await.unwrap()
    }

    pub(crate) async fn knock(&self, call: &CallView, phone: u128) -> Result<onecall_service::hub::Listener, HubError> {
        self.hub.knock(knock(call.link.as_deref().unwrap(), phone)).await
    }

    pub(crate) async fn command(&self, by: u128, call: &CallView, act: AgentAct) -> Result<CallView, HubError> {
        let command_id = CommandId::from_bits(self.clock.random());
        self.hub.agent_command(agent(by), &call.id, AgentCommand { command_id, act }, None).await
    }

    pub(crate) async fn customer(&self, phone: u128, act: CustomerAct) -> Result<CustomerState, HubError> {
        let command_id = CommandId::from_bits(self.clock.random());
        let command = CustomerCommand { knock_id: knock_id(phone), secret: Secret::from_bits(phone), command_id, act };
        self.hub.customer_command(command).await.map(|view| view.state)
    }
}

async fn open(journal: &Arc<Faulty>, clock: &Arc<TestClock>) -> Arc<Hub> {
    let sharing = Sharing::new(Host::parse("call.example.com").unwrap(), TimeZone::UTC).of(Some("Contoso".to_owned()));
    let journal: Arc<dyn Journal> = Arc::clone(journal) as _;
    Hub::open(journal, Keys::from_bytes([3; 32]), Settings::default(), Arc::clone(clock) as _, sharing).await.unwrap()
}

pub(crate) fn agent(number: u128) -> AgentName {
    AgentName { id: AgentId::from_bits(number), name: format!("Agent {number}") }
}

pub(crate) fn knock_id(phone: u128) -> KnockId {
    KnockId::from_bits(phone)
}

pub(crate) fn knock(link: &str, phone: u128) -> KnockRequest {
    KnockRequest {
        invitation: link.rsplit('/').next().unwrap().to_owned(),
        knock_id: knock_id(phone),
        secret: Secret::from_bits(phone),
        name: format!("Customer {phone}"),
        visit: 1,
        device: DeviceInfo::default(),
        ar: ArSupport::Unsupported,
        protocol: 1,
    }
}

pub(crate) fn code(error: &HubError) -> ProblemCode {
    error.0.code().unwrap()
}
