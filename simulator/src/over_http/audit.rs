//! What was written down, read when the service has stopped: the book is kept over it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::{Context, Result};
use onecall::journey::Screen;
use onecall::lobby::{Call, Envelope, Event};
use onecall::protocol::{AgentAct, CallId, CustomerAct};
use onecall_service::journal::{Journal, Options, SqliteJournal};

use super::console::Order;
use super::world::{FASTER, Scene, lease};
use crate::virtual_time::book::{Asked, Book, Where};
use crate::virtual_time::policy::Policy;
use crate::virtual_time::settle::{led_to, needs_no_event};

/// The calls' database in the service's data folder.
const DATABASE: &str = "calls.db";
/// After so much silence a phone is shown asleep, in milliseconds of the script.
const SILENCE_MS: u64 = 25_000;

/// One call, as it was written down.
type Logged = (CallId, Vec<Envelope>);

/// Checks what is written down, and what the phones showed in the end; answers with the kinds of events.
pub(super) async fn audit(scene: &Scene, data: PathBuf, screens: &[Option<Screen>]) -> Vec<&'static str> {
    let calls = match read(data).await {
        Ok(calls) => calls,
        Err(error) => {
            scene.log.fail(&format!("rule 7: {error:#}"));
            return Vec::new();
        }
    };
    for (id, log) in &calls {
        if let Some(what) = broken(scene, id, log) {
            scene.log.fail(what);
        }
    }
    for (number, screen) in screens.iter().enumerate() {
        if !was_so(scene, &calls, number, screen.as_ref()) {
            scene.log.fail(&format!("phone {number} shows {screen:?}, and that never happened"));
        }
        if !was_let_in(scene, &calls, number) {
            scene.log.fail("rule 2: a phone has shown a call that it was not let into");
        }
    }
    let kinds: BTreeSet<_> = events(&calls).map(Event::kind).collect();
    kinds.into_iter().collect()
}

async fn read(data: PathBuf) -> Result<Vec<Logged>> {
    let options = Options::new(data.join(DATABASE));
    let journal = tokio::task::spawn_blocking(move || SqliteJournal::open(&options)).await??;
    let mut calls = Vec::new();
    for id in journal.calls().await? {
        let mut log = Vec::new();
        for recorded in journal.read(&id).await? {
            log.push(serde_json::from_str(&recorded.body).context("an event does not read")?);
        }
        calls.push((CallId::parse(&id)?, log));
    }
    // Closing it blocks.
    tokio::task::spawn_blocking(move || drop(journal)).await?;
    Ok(calls)
}

fn broken(scene: &Scene, id: &CallId, log: &[Envelope]) -> Option<&'static str> {
    if Call::replay(log).is_err() {
        return Some("rule 7: what was written down is no call");
    }
    let sent = scene.sent.all();
    let lease_ms = u64::try_from(lease(&scene.script).as_millis()).unwrap_or(u64::MAX);
    let mut book = Book::with(lease_ms, SILENCE_MS / u64::from(FASTER), Policy::people_only());
    for envelope in log {
        let order = envelope.command_id.as_ref().and_then(|command| sent.get(command));
        for event in &envelope.events {
            if let Err(what) = book.enter(event, envelope.at, &asked(envelope, order, event)) {
                return Some(what);
            }
            if book.here.values().filter(|stand| stand.at != Where::Lobby).count() > 1 {
                return Some("rule 3: two customers in one call");
            }
        }
    }
    let lost = |order: &Order| order.call == *id && order.acknowledged && !is_written(&order.act, log);
    sent.values().any(lost).then_some("rule 7: what an agent was told is done is not written down")
}

/// What a step was asked, as far as is known from outside: agents are ours, and only customers' commands and
/// agents' have an id.
fn asked(envelope: &Envelope, order: Option<&Order>, event: &Event) -> Asked {
    match (order, &envelope.command_id, event) {
        (Some(order), ..) => Asked::Agent(order.by.clone(), order.act.clone()),
        (None, Some(_), Event::Entered { knock }) => Asked::Customer(knock.clone(), CustomerAct::Enter),
        (None, Some(_), Event::FellAsleep { knock, .. }) => {
            Asked::Customer(knock.clone(), CustomerAct::Asleep { n: 0 })
        }
        _ => Asked::Other,
    }
}

/// Whether the log holds what this order wanted, where one can tell.
fn is_written(act: &AgentAct, log: &[Envelope]) -> bool {
    log.iter().flat_map(|envelope| &envelope.events).any(|event| match (act, event) {
        // Whoever takes along a place is let in with it.
        (AgentAct::Admit { knock: wanted }, Event::Admitted { knock, .. } | Event::Moved { to: knock, .. })
        | (AgentAct::Decline { knock: wanted, .. }, Event::Declined { knock, .. })
        | (AgentAct::Remove { knock: wanted }, Event::Removed { knock, .. })
        | (AgentAct::SendBack { knock: wanted }, Event::SentBack { knock, .. }) => wanted == knock,
        (AgentAct::End, Event::Over(_)) => true,
        (
            AgentAct::Admit { .. }
            | AgentAct::Decline { .. }
            | AgentAct::Remove { .. }
            | AgentAct::SendBack { .. }
            | AgentAct::End,
            _,
        ) => false,
        _ => true,
    })
}

fn was_so(scene: &Scene, calls: &[Logged], number: usize, screen: Option<&Screen>) -> bool {
    let (Some(Screen::Over { reason, .. }), Some(phone)) = (screen, scene.phones.get(number)) else { return true };
    needs_no_event(*reason) || events(calls).any(|event| led_to(event, *reason, |knock| phone.memory.was(knock)))
}

fn was_let_in(scene: &Scene, calls: &[Logged], number: usize) -> bool {
    let Some(phone) = scene.phones.get(number) else { return true };
    let mut shown = phone.memory.in_call_as();
    for event in events(calls) {
        if let Event::Entered { knock } | Event::Moved { to: knock, .. } = event {
            shown.remove(knock);
        }
    }
    shown.is_empty()
}

fn events(calls: &[Logged]) -> impl Iterator<Item = &Event> {
    calls.iter().flat_map(|(_, log)| log).flat_map(|envelope| &envelope.events)
}
