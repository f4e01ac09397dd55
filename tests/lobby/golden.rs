//! Old journals stay readable: `tests/golden/events-v1.jsonl` is only ever added to.

use std::collections::BTreeSet;

use onecall::capability::ArSupport;
use onecall::lobby::{Call, Command, ENVELOPE_VERSION, Envelope, Event, ReplayError, Via};
use onecall::protocol::{AgentAct, CallPatch, CommandId, CustomerAct, DeviceInfo, SetUp, Timestamp};

use crate::desk::*;

const KEPT: &str = include_str!("../golden/events-v1.jsonl");

fn kept() -> Vec<Envelope> {
    KEPT.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

/// A journal in which everything happens that is written down.
fn everything() -> Vec<Envelope> {
    let mut desk = Desk::created(create_with_bypass());
    let edit = CallPatch { title: Some("Pump 4".to_owned()), ..CallPatch::default() };
    let member = knock_with(6, |lee| (lee.account, lee.via) = (Some(account("lee")), Via::Link(link(2))));
    desk.present(&[ada()]);
    for (number, command) in (1_u64..).zip([
        Command::Edit { by: ada(), patch: edit },
        replace_link(1),
        spoken_code(1),
        knock_with(1, |kim| kim.via = Via::Code(code(1))),
        knock_with(1, |kim| (kim.via, kim.ar) = (Via::Code(code(1)), ArSupport::NeedsUpdate)),
        customer(1, CustomerAct::Asleep { n: 1 }),
        customer(1, CustomerAct::Here { n: 2 }),
        moving(1, 1),
        knock_with(2, |app| {
            app.via = Via::Ticket(ticket(1));
            app.ar = ArSupport::Checking { ask_again_after_ms: 200 };
            app.device = DeviceInfo::default();
        }),
        agent(bob(), AgentAct::Notice { knock: id(2) }),
        agent(ada(), AgentAct::Hold { knock: id(2), message: Some("A minute.".to_owned()) }),
        agent(ada(), AgentAct::Release { knock: id(2) }),
        message("Here I am."),
        admit(ada(), 2),
        customer(2, CustomerAct::Enter),
        agent(ada(), AgentAct::SendBack { knock: id(2) }),
        knock_with(3, |lee| lee.via = Via::Link(link(1))),
        customer(3, CustomerAct::LeaveLobby { visit: None }),
        decline(ada(), 2, true),
        knock_with(4, |lee| lee.via = Via::Link(link(1))),
        admit(bob(), 4),
        remove(4, 2),
        knock_with(5, |lee| lee.via = Via::Link(link(2))),
        hand_over(ada()),
        hand_over(bob()),
        Command::Ticket { via: Via::Link(link(2)), ticket: ticket(2) },
        spoken_code(2),
        Command::Ticket { via: Via::Code(code(2)), ticket: ticket(3) },
        knock_with(7, |max| max.via = Via::Ticket(ticket(3))),
        customer(7, CustomerAct::LeaveLobby { visit: None }),
    ]) {
        desk.later(SECOND).run_as(Some(CommandId::from_bits(number.into())), command).unwrap();
    }
    desk.pass(lease());
    desk.present(&[bob()]);
    desk.ok(member);
    desk.ok(customer(6, CustomerAct::LeaveCall));
    desk.journal
}

fn kinds(journal: &[Envelope]) -> BTreeSet<&'static str> {
    journal.iter().flat_map(|envelope| &envelope.events).map(Event::kind).collect()
}

#[test]
fn every_event_that_was_ever_written_is_still_read_and_written_the_same() {
    for (line, envelope) in KEPT.lines().zip(kept()) {
        let kept: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(serde_json::to_value(&envelope).unwrap(), kept);
        assert_eq!(envelope.v, 1);
    }
}

#[test]
fn the_golden_file_holds_every_event_that_can_be_written() {
    let story = everything();
    let written: Vec<_> = story.iter().map(|envelope| serde_json::to_string(envelope).unwrap()).collect();
    let missing: Vec<_> = kinds(&story).difference(&kinds(&kept())).copied().collect();
    assert!(missing.is_empty(), "tests/golden/events-v1.jsonl lacks {missing:?}; it may get:\n{}", written.join("\n"));
    // Nothing that is written down is left out of the story above.
    assert_eq!(kinds(&story).len(), 25);
}

#[test]
fn leaving_a_visit_whose_knock_was_slower_is_written_with_that_visit_and_every_other_as_ever() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(customer(1, CustomerAct::LeaveLobby { visit: Some(1) }));
    desk.ok(customer(1, CustomerAct::LeaveLobby { visit: Some(2) }));
    let written: Vec<_> = desk.journal.iter().rev().take(2).map(|line| serde_json::to_value(&line.events[0])).collect();
    let knock = id(1);
    let later = serde_json::json!({"type": "left-lobby", "knock": knock, "visit": 2});
    let as_ever = serde_json::json!({"type": "left-lobby", "knock": knock});
    assert_eq!([written[0].as_ref().unwrap(), written[1].as_ref().unwrap()], [&later, &as_ever]);
    assert_eq!(desk.replayed().customer_view(&id(1), Timestamp(desk.now)).unwrap().visit, 2);
}

#[test]
fn a_knock_by_a_ticket_is_written_with_it_and_every_other_as_ever() {
    let mut desk = Desk::open();
    desk.ok(Command::Ticket { via: Via::Link(link(0)), ticket: ticket(1) });
    desk.ok(knock_with(1, |kim| kim.via = Via::Ticket(ticket(1))));
    let by_ticket = serde_json::to_value(&desk.journal.last().unwrap().events[0]).unwrap();
    assert_eq!((&by_ticket["type"], &by_ticket["ticket"]), (&"knocked".into(), &"ticket 1".into()));
    desk.ok(knock(2));
    let by_link = serde_json::to_value(&desk.journal.last().unwrap().events[0]).unwrap();
    assert!(by_link.get("ticket").is_none());
}

#[test]
fn an_old_journal_still_makes_the_same_call() {
    let call = Call::replay(&kept()).unwrap();
    assert!(call.is_over());
    assert_eq!((call.title(), call.link_number(), call.agent() == &bob()), ("Pump 4", 2, true));
    assert_eq!((call.set_up(), call.language()), (SetUp::Mobile, "de"));
    assert_eq!(call.knock_ids().count(), 6);
}

#[test]
fn a_journal_that_is_too_new_or_has_no_beginning_makes_no_call() {
    let mut journal = everything();
    assert_eq!(Call::replay(&[]).err(), Some(ReplayError::NotCreated));
    assert_eq!(Call::replay(&journal[1..]).err(), Some(ReplayError::NotCreated));
    let newer = ENVELOPE_VERSION + 1;
    journal.push(Envelope { v: newer, at: Timestamp(START), command_id: None, events: vec![] });
    assert_eq!(Call::replay(&journal).err(), Some(ReplayError::Version { found: newer }));
}
