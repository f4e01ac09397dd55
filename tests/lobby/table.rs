//! Every state of a knock × everything that can be asked: what happens, and where it leads.
//!
//! The answers are in `tests/golden/lobby-table.txt`, so that a changed rule shows as a changed
//! line. `UPDATE=1 cargo test --test lobby` writes it anew; read the difference before committing.

use std::fmt::Write as _;

use onecall::lobby::{Command, Refusal, SecretHash, Via};
use onecall::protocol::{AgentAct, CallPatch, CustomerAct, CustomerState, EndReason, KnockState};

use crate::desk::*;

/// Who the table is about, another customer, and the app that a ticket leads to.
pub(crate) const KIM: u64 = 1;
const LEE: u64 = 2;
const KIMS_APP: u64 = 3;

pub(crate) type Ask = (&'static str, fn() -> Vec<(u64, Command)>);
type Start = (&'static str, fn(&mut Desk));

/// The ways into every state, by name.
pub(crate) const STARTS: &[Start] = &[
    ("none", |_| {}),
    ("waiting", waits),
    ("waiting, asleep", |desk| {
        waits(desk);
        desk.ok(customer(KIM, CustomerAct::Asleep { n: 1 }));
    }),
    ("waiting, call taken", |desk| {
        waits(desk);
        desk.ok(knock(LEE));
        desk.ok(admit(ada(), LEE));
    }),
    ("noticed", |desk| {
        waits(desk);
        desk.ok(agent(ada(), AgentAct::Notice { knock: id(KIM) }));
    }),
    ("held", |desk| {
        waits(desk);
        desk.ok(agent(ada(), AgentAct::Hold { knock: id(KIM), message: None }));
    }),
    ("admitted", admitted),
    ("admitted, asleep", |desk| {
        admitted(desk);
        desk.ok(customer(KIM, CustomerAct::Asleep { n: 1 }));
    }),
    ("in-call", in_call),
    ("declined", |desk| {
        waits(desk);
        desk.ok(decline(ada(), KIM, false));
    }),
    ("blocked", |desk| {
        waits(desk);
        desk.ok(decline(ada(), KIM, true));
    }),
    ("left-lobby", |desk| {
        waits(desk);
        desk.ok(customer(KIM, CustomerAct::LeaveLobby { visit: None }));
    }),
    ("lease-ended", |desk| {
        waits(desk);
        desk.pass(lease());
    }),
    ("moved", |desk| {
        waits(desk);
        desk.ok(moving(KIM, 1));
        desk.ok(knock_with(KIMS_APP, |app| app.via = Via::Ticket(ticket(1))));
    }),
    ("removed", |desk| {
        in_call(desk);
        desk.ok(remove(KIM, 1));
    }),
    ("left-call", |desk| {
        in_call(desk);
        desk.ok(customer(KIM, CustomerAct::LeaveCall));
    }),
    ("call-over", |desk| {
        waits(desk);
        desk.ok(agent(ada(), AgentAct::End));
    }),
    ("link-expired", |desk| {
        waits(desk);
        desk.ok(customer(KIM, CustomerAct::LeaveLobby { visit: None }));
        desk.pass(25 * HOUR);
    }),
    ("none, call over", |desk| {
        desk.ok(agent(ada(), AgentAct::End));
    }),
];

fn waits(desk: &mut Desk) {
    desk.ok(knock(KIM));
}

fn admitted(desk: &mut Desk) {
    waits(desk);
    desk.ok(admit(ada(), KIM));
}

fn in_call(desk: &mut Desk) {
    admitted(desk);
    desk.ok(customer(KIM, CustomerAct::Enter));
}

fn now(command: Command) -> Vec<(u64, Command)> {
    vec![(0, command)]
}

/// Everything that can be asked: (milliseconds later, command), one or more. What the last one
/// answers is the answer.
pub(crate) const ASKS: &[Ask] = &[
    ("knock", || now(knock(KIM))),
    ("knock with another secret", || now(knock_with(KIM, |kim| kim.secret = SecretHash("stolen".to_owned())))),
    ("knock by a dead link", || now(knock_with(KIM, |kim| kim.via = Via::Link(link(99))))),
    ("next visit", || now(knock_with(KIM, |kim| kim.visit = 2))),
    ("next visit by a dead link", || now(knock_with(KIM, |kim| (kim.visit, kim.via) = (2, Via::Link(link(99)))))),
    ("here", || now(customer(KIM, CustomerAct::Here { n: 5 }))),
    ("here, late", || now(customer(KIM, CustomerAct::Here { n: 0 }))),
    ("asleep", || now(customer(KIM, CustomerAct::Asleep { n: 5 }))),
    ("asleep, late", || now(customer(KIM, CustomerAct::Asleep { n: 0 }))),
    ("enter", || now(customer(KIM, CustomerAct::Enter))),
    ("leave lobby", || now(customer(KIM, CustomerAct::LeaveLobby { visit: None }))),
    ("leave this visit", || now(customer(KIM, CustomerAct::LeaveLobby { visit: Some(1) }))),
    ("leave an earlier visit", || now(customer(KIM, CustomerAct::LeaveLobby { visit: Some(0) }))),
    ("leave the next visit", || now(customer(KIM, CustomerAct::LeaveLobby { visit: Some(2) }))),
    ("leave call", || now(customer(KIM, CustomerAct::LeaveCall))),
    ("ask for a ticket", || now(moving(KIM, 2))),
    ("move", || vec![(0, moving(KIM, 2)), (0, knock_with(KIMS_APP + 1, |app| app.via = Via::Ticket(ticket(2))))]),
    ("notice", || now(agent(ada(), AgentAct::Notice { knock: id(KIM) }))),
    ("admit", || now(admit(ada(), KIM))),
    ("admit by another agent", || now(admit(bob(), KIM))),
    ("hold", || now(agent(ada(), AgentAct::Hold { knock: id(KIM), message: Some("One minute.".to_owned()) }))),
    ("release", || now(agent(ada(), AgentAct::Release { knock: id(KIM) }))),
    ("message", || now(agent(ada(), AgentAct::Message { knock: Some(id(KIM)), text: "Soon.".to_owned() }))),
    ("message to all", || now(message("Soon."))),
    ("decline", || now(decline(ada(), KIM, false))),
    ("decline and block", || now(decline(ada(), KIM, true))),
    ("decline by another agent", || now(decline(bob(), KIM, false))),
    ("send back", || now(agent(ada(), AgentAct::SendBack { knock: id(KIM) }))),
    ("remove", || now(remove(KIM, 2))),
    ("replace link", || now(replace_link(2))),
    ("spoken code", || now(spoken_code(1))),
    ("hand over", || now(hand_over(bob()))),
    ("edit", || {
        let patch = CallPatch { minutes: Some(45), ..CallPatch::default() };
        now(Command::Edit { by: ada(), patch })
    }),
    ("end", || now(agent(ada(), AgentAct::End))),
    ("end by another agent", || now(agent(bob(), AgentAct::End))),
    ("create", || now(Command::Create(create()))),
    ("agents go", || now(Command::AgentsPresent([].into()))),
    ("wake at once", || now(Command::Wake)),
    ("silence", || vec![(25 * SECOND, Command::Wake)]),
    ("late wake-up", || vec![(lease(), Command::Wake)]),
    ("lease ends", || vec![(25 * SECOND, Command::Wake), (lease(), Command::Wake)]),
    ("link expires", || vec![(24 * HOUR, customer(KIM, CustomerAct::Here { n: 9 })), (0, Command::Wake)]),
];

/// Where the identity is, by what the two sides are shown.
pub(crate) fn place(desk: &Desk, who: u64) -> &'static str {
    let listed = desk.console().knocks.into_iter().find(|knock| knock.knock == id(who));
    if let Some(knock) = listed {
        return match knock.state {
            KnockState::Waiting => "waiting",
            KnockState::Noticed => "noticed",
            KnockState::Held => "held",
            KnockState::Admitted => "admitted",
            KnockState::InCall => "in-call",
        };
    }
    match desk.view(who).map(|view| view.state) {
        None => "none",
        Some(CustomerState::Declined { blocked: false, .. }) => "declined",
        Some(CustomerState::Declined { blocked: true, .. }) => "blocked",
        Some(CustomerState::Ended { reason }) => match reason {
            EndReason::CallOver => "call-over",
            EndReason::YouLeft => "left-call",
            EndReason::YouLeftTheLobby => "left-lobby",
            EndReason::Removed => "removed",
            EndReason::LeaseEnded => "lease-ended",
            EndReason::Moved => "moved",
            EndReason::LinkExpired => "link-expired",
            EndReason::Unknown => "unknown",
        },
        Some(other) => panic!("not listed, but shown {}", other.event()),
    }
}

/// What asking does, and where it leads.
pub(crate) fn ask(start: fn(&mut Desk), ask: fn() -> Vec<(u64, Command)>) -> (String, &'static str) {
    let mut desk = Desk::open();
    start(&mut desk);
    let mut happened = Vec::new();
    let mut refused = None;
    for (later, command) in ask() {
        match desk.later(later).kinds(command) {
            Ok(kinds) => {
                happened.extend(kinds);
                refused = None;
            }
            Err(refusal) => refused = Some(said(&refusal)),
        }
    }
    assert!(desk.replayed().durable_eq(&desk.call), "the journal tells another story");
    let outcome = match (refused, happened.is_empty()) {
        (Some(refused), _) => refused,
        (None, true) => "–".to_owned(),
        (None, false) => happened.join(" "),
    };
    (outcome, place(&desk, KIM))
}

fn said(refusal: &Refusal) -> String {
    match refusal {
        Refusal::AlreadyDecided { by } => format!("! already-decided by {}", by.name),
        other => format!("! {}", other.code().as_str()),
    }
}

#[test]
fn every_state_answers_everything_that_can_be_asked_as_the_table_says() {
    let mut table = String::new();
    for (state, start) in STARTS {
        writeln!(table, "# {state}").unwrap();
        for (name, commands) in ASKS {
            let (outcome, place) = ask(*start, *commands);
            writeln!(table, "{name:<27} {outcome:<34} {place}").unwrap();
        }
        table.push('\n');
    }
    compare("lobby-table.txt", &table);
}

#[test]
fn every_start_of_the_table_is_in_the_state_that_it_is_named_after() {
    for (state, start) in STARTS {
        let mut desk = Desk::open();
        start(&mut desk);
        assert_eq!(Some(place(&desk, KIM)), state.split(',').next());
    }
}

#[expect(clippy::disallowed_methods, reason = "a golden file is read, and written when asked to")]
fn compare(file: &str, found: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(file);
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(&path, found).unwrap();
    }
    let kept = String::from_utf8(std::fs::read(&path).unwrap_or_default()).unwrap();
    let mut section = "";
    let mut differences = Vec::new();
    for (number, line) in found.lines().enumerate() {
        if line.starts_with('#') {
            section = line;
        }
        let was = kept.lines().nth(number).unwrap_or("(nothing)");
        if was != line {
            differences.push(format!("{section}, line {}\n  was: {was}\n  now: {line}", number + 1));
        }
    }
    assert!(differences.is_empty() && kept.lines().count() == found.lines().count(), "{}", differences.join("\n"));
}
