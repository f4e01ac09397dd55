//! A bug in a handler: one request fails, nobody learns what it stumbled over, the service goes on.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;

use std::io::Write;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use http_support::{Events, id, problem, start_on};
use onecall::protocol::Timestamp;
use onecall_service::clock::{Clock, SystemClock};
use onecall_service::logging::{Format, Logging};
use reqwest::Method;
use serde_json::{Value, json};
use tracing::level_filters::LevelFilter;

/// What a careless `panic!` would print.
const STUMBLED_OVER: &str = "no slot for hunter2";

/// The log of this process.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// What was logged since the last time.
    fn take(&self) -> Vec<Value> {
        let text = String::from_utf8(std::mem::take(&mut *self.0.lock().unwrap())).unwrap();
        assert!(!text.contains("hunter2"), "{text}");
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// Tells the time, but for the one time that it was set for.
#[derive(Default)]
struct Trap(AtomicU32);

impl Trap {
    /// Panics the `nth` time from now that somebody asks.
    fn set(&self, nth: u32) {
        self.0.store(nth, Ordering::SeqCst);
    }
}

impl Clock for Trap {
    fn now(&self) -> Timestamp {
        let left = self.0.load(Ordering::SeqCst);
        self.set(left.saturating_sub(1));
        assert!(left != 1, "{STUMBLED_OVER}");
        SystemClock.now()
    }
    fn random(&self) -> u128 {
        SystemClock.random()
    }
}

#[tokio::test]
async fn a_panic_in_a_handler_is_a_500_without_its_text_and_the_service_goes_on() {
    let log = Log::default();
    let writer = log.clone();
    let logging = Logging { format: Format::Json, level: LevelFilter::TRACE };
    logging.start_writing_to(move || writer.clone(), false);
    let trap = Arc::new(Trap::default());
    let service = start_on(trap.clone(), |_| {}).await;
    let call = service.create().await;
    let mut waiting = Events::of(service.knock(&call.token, "Grace").await);
    waiting.until("waiting").await;
    log.take();

    let path = format!("/v1/calls/{}", call.id);
    let commands = format!("{path}/commands");
    let end = json!({"command_id": id("end"), "type": "end"});
    let heidi = http_support::knock(&call.token, "Heidi");
    for (nth, method, path, body) in [
        // Before anything is done; while the call is held; in the middle of a command.
        (1, Method::POST, "/v1/knock", heidi),
        (2, Method::GET, &path, json!({})),
        (2, Method::POST, &commands, end),
    ] {
        let request = service.as_agent(method, path).json(&body);
        trap.set(nth);
        let answer = request.send().await.unwrap();
        let request = answer.headers()["x-request-id"].to_str().unwrap().to_owned();
        let (status, code, detail) = problem(answer).await;
        assert_eq!((status, code.as_str()), (500, "internal"), "{path}");
        assert!(detail.contains("request id") && !detail.contains("hunter2"), "{detail}");

        let lines = log.take();
        let bug = lines.iter().find(|line| line["message"] == "a bug: the code panicked").unwrap();
        assert!(bug["place"].as_str().unwrap().contains("http_panic.rs:"), "{bug}");
        let answered = lines.iter().find(|line| line["message"] == "answered").unwrap();
        assert_eq!(answered["span"]["request"], *request);
        let told = (&answered["level"], &answered["status"], &answered["problem"]);
        assert_eq!(told, (&json!("ERROR"), &json!(500), &json!("internal")));
        // A command's, too, which goes on in a task of its own when nobody waits for its answer.
        assert_eq!(bug["span"]["request"], *request, "{path}");
    }

    // Everybody else has noticed nothing, and the call still works.
    let admit = json!({"command_id": id("admit"), "type": "admit", "knock": id("Grace")});
    assert_eq!(service.command(&call, admit).await.status(), 200);
    waiting.until("admitted").await;
    assert_eq!(service.ask(Method::GET, "/readyz").send().await.unwrap().status(), 200);
}
