//! Backups of a service that runs, and what happens when one is served.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

#[path = "http_support/binary.rs"]
mod binary;
mod http_support;
mod support;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use binary::{Process, run};
use http_support::TOKEN;
use onecall::capability::ArSupport;
use onecall::link::Host;
use onecall::protocol::{
    AgentAct, AgentCommand, AgentId, AgentName, CallView, CommandId, CreateCall, DeviceInfo, KnockId, KnockRequest,
    Secret, Timestamp,
};
use onecall_service::clock::Clock;
use onecall_service::config::Config;
use onecall_service::hub::Hub;
use onecall_service::journal::{BackupError, Journal, Options, SqliteJournal, back_up};
use onecall_service::keys::Keys;
use onecall_service::serve_with;
use onecall_service::sharing::Sharing;
use support::{bodies, files, place};
use tokio::task::JoinSet;

/// Whatever the customer is called is found in the files by this.
const NAME: &str = "Wilhelmina Unforgettable";

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A clock that stands still until it is set.
#[derive(Default)]
struct TestClock(AtomicU64);

impl TestClock {
    fn pass(&self, span: Duration) {
        self.0.fetch_add(u64::try_from(span.as_millis()).unwrap(), Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp(1_795_509_000_000 + self.0.load(Ordering::SeqCst))
    }

    fn random(&self) -> u128 {
        // As good as any here, and never the same twice: time itself stands still.
        static COUNT: AtomicU64 = AtomicU64::new(1);
        u128::from(COUNT.fetch_add(1, Ordering::SeqCst)) * 0x9e37_79b9_7f4a_7c15
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_holds_what_was_acknowledged_before_it_and_its_chains_hold() {
    let (folder, options) = place();
    let journal = Arc::new(SqliteJournal::open(&options).unwrap());
    let mut before = [0; 8];
    for round in 0..5 {
        let mut clients = JoinSet::new();
        for (call, from) in before.into_iter().enumerate() {
            let journal = Arc::clone(&journal);
            clients.spawn(async move {
                for version in from..from + 20 {
                    journal.append(&format!("call {call}"), version, vec![format!("{version}")]).await.unwrap();
                }
            });
        }
        let copy = folder.path().join(format!("copy-{round}.db"));
        let (from, to) = (options.path.clone(), copy.clone());
        tokio::task::spawn_blocking(move || back_up(&from, &to)).await.unwrap().unwrap();
        clients.join_all().await;
        let restored = SqliteJournal::open(&Options::new(copy)).unwrap();
        for (call, acknowledged) in before.iter_mut().enumerate() {
            let found = bodies(&restored, &format!("call {call}")).await;
            let expected: Vec<_> = (0..found.len()).map(|version| version.to_string()).collect();
            assert_eq!(found, expected);
            assert!(found.len() as u64 >= *acknowledged, "{call}: {} of {acknowledged}", found.len());
            *acknowledged += 20;
        }
    }
}

#[tokio::test]
async fn while_somebody_reads_appends_go_on_and_a_forget_is_repeated_later() {
    let (_folder, options) = place();
    let journal = SqliteJournal::open(&options).unwrap();
    journal.append("a", 0, vec![NAME.to_owned()]).await.unwrap();
    let reader = rusqlite::Connection::open(&options.path).unwrap();
    reader.execute_batch("BEGIN; SELECT * FROM calls").unwrap();
    journal.append("b", 0, vec!["1".to_owned()]).await.unwrap();
    // What the reader sees is still in the log.
    journal.forget("a").await.unwrap_err();
    assert!(bodies(&journal, "a").await.is_empty());
    assert_eq!(journal.append("b", 1, vec!["2".to_owned()]).await, Ok(2));
    reader.execute_batch("COMMIT").unwrap();
    journal.forget("a").await.unwrap();
    assert!(!hold(&files(&options), NAME));
    assert_eq!(bodies(&journal, "b").await, ["1", "2"]);
}

#[test]
fn a_backup_overwrites_nothing() {
    let (folder, options) = place();
    drop(SqliteJournal::open(&options).unwrap());
    let copy = folder.path().join("copy.db");
    fs::write(&copy, "mine").unwrap();
    assert!(matches!(back_up(&options.path, &copy), Err(BackupError::Unwritable(_))));
    assert_eq!(fs::read_to_string(&copy).unwrap(), "mine");
}

/// Rule 13.
#[tokio::test]
async fn a_backup_forgets_what_is_over_before_it_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let clock = Arc::new(TestClock::default());
    let hub = open(&data, &clock).await;
    a_call_that_is_over(&hub).await;

    let restored = folder.path().join("restored");
    fs::create_dir(&restored).unwrap();
    back_up(&data.join("calls.db"), &restored.join("calls.db")).unwrap();
    fs::copy(data.join("key"), restored.join("key")).unwrap();
    let backup = Options::new(restored.join("calls.db"));
    assert!(hold(&files(&backup), NAME), "the search is blind");

    clock.pass(DAY * 2);
    let service = serve_with(Config::on_free_ports(restored.clone()), clock).await.unwrap();
    assert!(!hold(&files(&backup), NAME));
    service.stop();
    service.wait().await;
    assert!(!hold(&files(&backup), NAME));
}

/// Rule 13.
#[tokio::test]
async fn a_call_that_cannot_be_forgotten_during_a_backup_is_forgotten_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let options = Options::new(data.join("calls.db"));
    let clock = Arc::new(TestClock::default());
    let hub = open(&data, &clock).await;
    a_call_that_is_over(&hub).await;
    let reader = rusqlite::Connection::open(&options.path).unwrap();
    reader.execute_batch("BEGIN; SELECT * FROM calls").unwrap();
    clock.pass(DAY * 2);
    hub.wake_due().await;
    assert!(hold(&files(&options), NAME), "the reader was in nobody's way");
    reader.execute_batch("COMMIT").unwrap();
    clock.pass(Duration::from_secs(60));
    hub.wake_due().await;
    assert!(!hold(&files(&options), NAME));
    assert!(hub.calls().await.is_empty());
}

async fn open(data: &Path, clock: &Arc<TestClock>) -> Arc<Hub> {
    let journal: Arc<dyn Journal> = Arc::new(SqliteJournal::open(&Options::new(data.join("calls.db"))).unwrap());
    let keys = Keys::load_or_create(data).unwrap();
    let config = Config::on_free_ports(data.to_owned());
    let sharing = Sharing::new(Host::parse("call.example.com").unwrap(), config.time_zone);
    Hub::open(journal, keys, config.settings, Arc::clone(clock) as _, sharing).await.unwrap()
}

/// A customer knocked and the agent ended the call.
async fn a_call_that_is_over(hub: &Arc<Hub>) {
    let agent = AgentName { id: AgentId::from_bits(1), name: "Agent".to_owned() };
    let call = hub.create(agent.clone(), CreateCall::default()).await.unwrap();
    hub.knock(knock(&call)).await.unwrap();
    let end = AgentCommand { command_id: CommandId::from_bits(1), act: AgentAct::End };
    hub.agent_command(agent, &call.id, end, None).await.unwrap();
}

#[tokio::test]
async fn the_binary_backs_up_a_service_that_runs_and_the_backup_can_be_served() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let environment = [("ONECALL_AGENT_TOKEN", TOKEN)];
    let service = Process::start(Path::new(&path("data")), &[], &environment).await;
    let client = http_support::client();
    let created = client.post(service.url("/v1/calls")).bearer_auth(TOKEN).json(&serde_json::json!({}));
    let call: CallView = created.send().await.unwrap().json().await.unwrap();

    let backup = run(&["backup", "--data", &path("data"), &path("backup")], &[]);
    assert!(backup.ok, "{}", backup.err);
    assert!(backup.out.contains("The key is not in it"), "{}", backup.out);
    let again = run(&["backup", "--data", &path("data"), &path("backup")], &[]);
    assert!(!again.ok && again.err.contains("name a new folder"), "{}", again.err);
    let nothing = run(&["backup", "--data", &path("nothing"), &path("another")], &[]);
    assert!(!nothing.ok && nothing.err.contains("no data of a service"), "{}", nothing.err);
    assert!(service.terminate().0);

    fs::copy(path("data/key"), path("backup/key")).unwrap();
    let restored = Process::start(Path::new(&path("backup")), &[], &environment).await;
    let token = call.link.unwrap();
    let asked = client.get(restored.url(&format!("/v1/calls/{}", call.id))).bearer_auth(TOKEN);
    let found: CallView = asked.send().await.unwrap().json().await.unwrap();
    assert_eq!(found.id, call.id);
    let same = |link: &str| link.rsplit('/').next().unwrap().to_owned();
    assert_eq!(same(&found.link.unwrap()), same(&token));
    assert!(restored.terminate().0);
}

fn knock(call: &CallView) -> KnockRequest {
    KnockRequest {
        invitation: call.link.as_deref().unwrap().rsplit('/').next().unwrap().to_owned(),
        knock_id: KnockId::from_bits(1),
        secret: Secret::from_bits(1),
        name: NAME.to_owned(),
        visit: 1,
        device: DeviceInfo::default(),
        ar: ArSupport::Unsupported,
        protocol: 1,
    }
}

fn hold(files: &[(String, Vec<u8>)], text: &str) -> bool {
    files.iter().any(|(_, bytes)| bytes.windows(text.len()).any(|some| some == text.as_bytes()))
}
