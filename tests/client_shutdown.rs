//! A client that is shut down leaves nothing behind, wherever its journey was. One test in a process of its
//! own, because it counts the threads of the process.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may, and helpers are not seen as tests")]

#[path = "client/fake.rs"]
#[expect(dead_code, reason = "shared with the other tests of the client")]
mod fake;
#[path = "client/phone.rs"]
#[expect(dead_code, reason = "shared with the other tests of the client")]
mod phone;

use std::sync::{Arc, Mutex, Weak};

use onecall::client::{Client, Config, LogLine, Shell, ShellEffect};
use onecall::journey::{Screen, Source};
use onecall::protocol::{CustomerState, EndReason, Phase};

use fake::{Fake, view};
use phone::{Phone, config, heard, within};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shutdown_in_every_phase_leaves_no_task_and_no_thread_and_lets_go_of_the_shell() {
    for phase in PHASES {
        for end in [shut_down as fn(Client), drop] {
            let mut fake = Fake::start().await;
            let phone = Phone::start(&fake);
            let knock = bring(&phone, &mut fake, phase).await;
            let Phone { client, shell } = phone;
            let shell: Weak<_> = Arc::downgrade(&{ shell });
            let screens = client.screens();

            end(client);

            assert!(shell.upgrade().is_none(), "{phase}: the shell is held");
            assert!(screens.has_changed().is_err(), "{phase}: somebody could still show a screen");
            no_thread_is_left().await;
            if let Some(knock) = knock {
                within(knock.closed()).await;
            }
        }
    }
    shutting_down_from_within_the_shell_is_the_end_of_its_calls().await;
    shutting_down_from_several_threads_at_once_ends_for_all_of_them().await;
}

const PHASES: [&str; 7] = ["start", "name", "knocking", "lobby", "between tries", "asleep", "over"];

async fn bring(phone: &Phone, fake: &mut Fake, phase: &str) -> Option<fake::Knock> {
    match phase {
        "start" => {
            phone.shows("start").await;
            None
        }
        "name" => {
            phone.client.text(fake.link(1), Source::Link);
            phone.shows("ask-name").await;
            None
        }
        "knocking" => {
            phone.open(fake, 1).await;
            Some(heard(fake).await)
        }
        "between tries" => {
            let knock = phone.waits(fake).await;
            knock.raw("event: restarting\ndata: {\"retry_after_ms\":300000}\n\n");
            phone.sees("reconnecting", |screen| matches!(screen, Screen::Waiting(w) if w.reconnecting)).await;
            Some(knock)
        }
        "over" => {
            let knock = phone.waits(fake).await;
            knock.event(&view(Phase::Over, CustomerState::Ended { reason: EndReason::CallOver }));
            phone.shows("over").await;
            Some(knock)
        }
        "asleep" => {
            let knock = phone.waits(fake).await;
            phone.client.sleep();
            Some(knock)
        }
        _ => Some(phone.waits(fake).await),
    }
}

fn shut_down(client: Client) {
    client.shutdown();
    client.text("after the end".to_owned(), Source::Keyboard);
    client.shutdown();
    drop(client);
}

/// The system takes a moment to bury a thread that has been waited for.
async fn no_thread_is_left() {
    within(async {
        while threads() > 0 {
            tokio::task::yield_now().await;
        }
    })
    .await;
}

#[cfg(target_os = "linux")]
fn threads() -> usize {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap();
    let names = tasks.filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("comm")).ok());
    names.filter(|name| name.trim_end() == "onecall").count()
}

#[cfg(not(target_os = "linux"))]
fn threads() -> usize {
    0
}

/// Ends the client in the midst of the step after which a name is asked, and writes down what it is called for.
struct Impatient {
    ends_at: &'static str,
    client: Mutex<Option<Arc<Client>>>,
    called: Mutex<Vec<&'static str>>,
}

impl Impatient {
    fn called(&self, what: &'static str) {
        self.called.lock().unwrap().push(what);
        if what == self.ends_at {
            // The last one: dropping it is a second shutdown, from the same place.
            let client = self.client.lock().unwrap().take().unwrap();
            client.shutdown();
        }
    }
}

impl Shell for Impatient {
    fn show(&self, screen: Screen) {
        self.called(screen.kind());
    }

    fn perform(&self, _: ShellEffect) {
        self.called("effect");
    }

    fn log(&self, line: LogLine) {
        self.called(line.what);
    }
}

async fn shutting_down_from_within_the_shell_is_the_end_of_its_calls() {
    // In the order of the calls.
    for ends_at in ["input", "effect", "ask-name"] {
        let fake = Fake::start().await;
        let shell = Arc::new(Impatient { ends_at, client: Mutex::default(), called: Mutex::default() });
        let config = Config { verbose: ends_at == "input", ..config(fake.host()) };
        let client = Client::start(config, None, Arc::clone(&shell) as Arc<dyn Shell>).unwrap();
        let client = Arc::new(client);
        *shell.client.lock().unwrap() = Some(Arc::clone(&client));
        let mut screens = client.screens();
        client.text(fake.link(1), Source::Link);
        client.dismiss();
        drop(client);
        within(async { while screens.changed().await.is_ok() {} }).await;
        no_thread_is_left().await;
        assert_eq!(Arc::strong_count(&shell), 1);
        assert_eq!(shell.called.lock().unwrap().last(), Some(&ends_at));
    }
}

async fn shutting_down_from_several_threads_at_once_ends_for_all_of_them() {
    let mut fake = Fake::start().await;
    let phone = Phone::start(&fake);
    let knock = phone.waits(&mut fake).await;
    let Phone { client, shell } = phone;
    let shell: Weak<_> = Arc::downgrade(&{ shell });
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                client.shutdown();
                assert!(shell.upgrade().is_none(), "returned before the end");
            });
        }
    });
    no_thread_is_left().await;
    within(knock.closed()).await;
}
