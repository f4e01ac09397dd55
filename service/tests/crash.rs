//! Rule 7: what was acknowledged survives SIGKILL at any instant, and what was not acknowledged
//! happened wholly or not at all.
//!
//! 100 kills; for more: `ONECALL_KILLS=3000 cargo test -p onecall-service --test crash`. The page cache
//! survives SIGKILL: that nothing waits in it is what `journal_power_cut` proves.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use http_support::{TOKEN, client};
use onecall::protocol::{CallPhase, CallView, CommandId, KnockId, KnockState, Secret};
use reqwest::Client;
use serde_json::{Value, json};

/// Clients that play calls at the same time.
const CLIENTS: u64 = 6;
/// A kill comes after so many answers at most: twice what each client's first call takes.
const MOST_ANSWERS: u64 = 2 * 5 * CLIENTS;

/// How far a call is; each step is one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Created,
    Knocked,
    Admitted,
    Entered,
    Over,
}

/// One call, as its clients know it.
#[derive(Clone, Debug)]
struct Played {
    number: u128,
    id: String,
    invitation: String,
    phrase: Option<String>,
    /// The last step that was answered.
    acknowledged: Stage,
    /// The last step that was sent.
    attempted: Stage,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rule_7_what_was_acknowledged_survives_a_kill_at_any_instant() {
    let kills: u64 = std::env::var("ONECALL_KILLS").map_or(100, |number| number.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let http = client();
    let origin = format!("http://127.0.0.1:{port}");
    let mut all: Vec<Played> = Vec::new();
    let mut to_their_end = 0;

    for kill in 0..kills {
        let mut service = start(folder.path(), port, &http, &origin).await;
        verify(&http, &origin, &all, kill).await;
        // Of earlier rounds only some are looked at again, so that a thousand kills stay affordable.
        all.drain(..all.len().saturating_sub(100));

        let round = Arc::new(Round::default());
        let players: Vec<_> = (0..CLIENTS)
            .map(|player| tokio::spawn(play(http.clone(), origin.clone(), kill * CLIENTS + player, Arc::clone(&round))))
            .collect();
        // Counted in answers, so that a slow machine sees the same stages as a fast one; then a little
        // later, so that it is not always right after an answer.
        while round.answers.load(Ordering::Relaxed) < scramble(kill) % MOST_ANSWERS {
            assert!(!players.iter().all(tokio::task::JoinHandle::is_finished), "the service died by itself");
            tokio::time::sleep(Duration::from_micros(200)).await;
        }
        tokio::time::sleep(Duration::from_micros(scramble(!kill) % 3_000)).await;
        service.kill();
        for player in players {
            // A player stops by itself at the first request that is not answered.
            player.await.unwrap();
        }
        let mut played = std::mem::take(&mut *round.played.lock().unwrap());
        to_their_end += played.iter().filter(|call| call.acknowledged == Stage::Over).count();
        all.append(&mut played);
    }
    let _service = start(folder.path(), port, &http, &origin).await;
    verify(&http, &origin, &all, kills).await;
    assert!(to_their_end > 0, "no call was played to its end");
}

/// What the clients did between two kills.
#[derive(Default)]
struct Round {
    played: Mutex<Vec<Played>>,
    answers: AtomicU64,
}

/// A running service; killed with the test that started it, however that ends.
struct Service(Child);

impl Service {
    /// SIGKILL: it cannot prepare for it.
    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn start(folder: &Path, port: u16, http: &Client, origin: &str) -> Service {
    let service = Service(
        Command::new(env!("CARGO_BIN_EXE_onecall"))
            .args(["serve", "--metrics-listen", "off", "--log-level", "warn", "--listen", &format!("127.0.0.1:{port}")])
            .args(["--limit-knocks-per-minute", "1000000", "--limit-knocks-per-second", "100000"])
            .arg("--data")
            .arg(folder.join("data"))
            .env("ONECALL_AGENT_TOKEN", TOKEN)
            .stdout(Stdio::null())
            .spawn()
            .unwrap(),
    );
    for _ in 0..3_000 {
        if http.get(format!("{origin}/readyz")).send().await.is_ok_and(|answer| answer.status().is_success()) {
            return service;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("the service did not come back");
}

/// Plays calls one after another until a request is not answered.
async fn play(http: Client, origin: String, player: u64, round: Arc<Round>) {
    for nth in 0.. {
        let number = u128::from(scramble(player)) << 64 | u128::from(scramble(player ^ (nth << 40) ^ 0xc0de));
        let Some(mut call) = create(&http, &origin, number).await else { return };
        round.answers.fetch_add(1, Ordering::Relaxed);
        for stage in [Stage::Knocked, Stage::Admitted, Stage::Entered, Stage::Over] {
            call.attempted = stage;
            let Some(answer) = take_step(&http, &origin, &call, stage).await else {
                round.played.lock().unwrap().push(call);
                return;
            };
            round.answers.fetch_add(1, Ordering::Relaxed);
            if let Some(phrase) = answer["match_phrase"].as_str() {
                call.phrase = Some(phrase.to_owned());
            }
            call.acknowledged = stage;
        }
        round.played.lock().unwrap().push(call);
    }
}

async fn create(http: &Client, origin: &str, number: u128) -> Option<Played> {
    let call = post(http, &format!("{origin}/v1/calls"), json!({ "title": format!("{number:x}") })).await?;
    Some(Played {
        number,
        id: call["id"].as_str().unwrap().to_owned(),
        invitation: call["link"].as_str().unwrap().rsplit('/').next().unwrap().to_owned(),
        phrase: None,
        acknowledged: Stage::Created,
        attempted: Stage::Created,
    })
}

async fn take_step(http: &Client, origin: &str, call: &Played, stage: Stage) -> Option<Value> {
    let command_id = CommandId::from_bits(call.number ^ stage as u128);
    match stage {
        Stage::Created => None,
        Stage::Knocked => knock(http, origin, call).await,
        Stage::Admitted => {
            let body = json!({ "command_id": command_id, "type": "admit", "knock": KnockId::from_bits(call.number) });
            post(http, &format!("{origin}/v1/calls/{}/commands", call.id), body).await
        }
        Stage::Entered | Stage::Over => {
            let kind = if stage == Stage::Entered { "enter" } else { "leave-call" };
            let body = json!({ "command_id": command_id, "type": kind, "knock_id": KnockId::from_bits(call.number),
                "secret": Secret::from_bits(call.number) });
            post(http, &format!("{origin}/v1/knock/commands"), body).await
        }
    }
}

async fn knock(http: &Client, origin: &str, call: &Played) -> Option<Value> {
    let body = json!({ "invitation": call.invitation, "knock_id": KnockId::from_bits(call.number),
        "secret": Secret::from_bits(call.number), "name": "Grace" });
    post(http, &format!("{origin}/v1/knock"), body).await
}

/// The answer; nothing when the service died meanwhile.
async fn post(http: &Client, url: &str, body: Value) -> Option<Value> {
    let request = http.post(url).bearer_auth(TOKEN).header("Accept", "application/json").json(&body);
    let answer = request.send().await.ok()?;
    let status = answer.status();
    let body: Value = answer.json().await.ok()?;
    assert!(status.is_success(), "{status}: {}", body["type"]);
    Some(body)
}

/// Every call is at least where it was acknowledged to be, at most where it was asked to go, and whole.
async fn verify(http: &Client, origin: &str, played: &[Played], kill: u64) {
    for call in played {
        let url = format!("{origin}/v1/calls/{}", call.id);
        let answer = http.get(url).bearer_auth(TOKEN).send().await.unwrap();
        assert!(answer.status().is_success(), "kill {kill}: an acknowledged call is gone");
        let view: CallView = answer.json().await.unwrap();
        assert_eq!(view.title, format!("{:x}", call.number), "kill {kill}");
        let found = stage(&view);
        assert!(
            (call.acknowledged..=call.attempted).contains(&found),
            "kill {kill}: acknowledged {:?}, attempted {:?}, found {found:?}",
            call.acknowledged,
            call.attempted
        );
        if let (Some(phrase), Some(knock)) = (&call.phrase, view.knocks.first()) {
            assert_eq!(*phrase, knock.match_phrase, "kill {kill}: the two words have changed");
        }
        if found >= Stage::Knocked {
            // The phone's own retry: the same knock, never a second one.
            knock(http, origin, call).await.unwrap();
            let again: CallView = http
                .get(format!("{origin}/v1/calls/{}", call.id))
                .bearer_auth(TOKEN)
                .send()
                .await
                .unwrap()
                .json()
                .await
                .unwrap();
            assert_eq!(stage(&again), found, "kill {kill}: a repeated knock changed something");
            assert!(again.knocks.len() <= 1, "kill {kill}");
        }
    }
}

fn stage(view: &CallView) -> Stage {
    match (&view.phase, view.knocks.first().map(|knock| knock.state)) {
        (CallPhase::Over { .. }, _) => Stage::Over,
        (_, Some(KnockState::InCall)) => Stage::Entered,
        (_, Some(KnockState::Admitted)) => Stage::Admitted,
        (_, Some(_)) => Stage::Knocked,
        (_, None) => Stage::Created,
    }
}

/// A fixed permutation of 64 bits (splitmix64's finaliser): seeds spread over every delay.
fn scramble(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
