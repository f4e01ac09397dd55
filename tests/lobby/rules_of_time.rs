//! The rules about arriving, sleeping, waiting and being forgotten, by their numbers in docs/ARCHITECTURE.md.

use std::time::Duration;

use onecall::lobby::{Event, Refusal, Settings};
use onecall::protocol::{AgentAct, CustomerAct, CustomerState, EndReason, KnockState, Timestamp, WaitReason};

use crate::desk::*;

#[test]
fn rule_6_the_agents_arrival_admits_nobody() {
    let mut desk = Desk::created(create_with_bypass());
    desk.ok(knock(1));
    desk.ok(knock_with(2, |kim| kim.account = Some(account("kim"))));
    for agents in [vec![ada()], vec![], vec![ada(), bob()]] {
        desk.present(&agents);
        desk.ok(knock_with(2, |kim| kim.account = Some(account("kim"))));
        desk.ok(onecall::lobby::Command::Wake);
        let states: Vec<_> = desk.console().knocks.iter().map(|knock| knock.state).collect();
        assert_eq!(states, [KnockState::Waiting; 2]);
    }
}

#[test]
fn rule_8_a_sleeping_phone_keeps_its_place_and_the_agent_sees_that_it_sleeps() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(customer(1, CustomerAct::Asleep { n: 1 }));
    assert!(!desk.console().knocks[0].awake);
    assert_eq!(desk.pass(lease() - 1), [""; 0]);
    let phrase = desk.console().knocks[0].match_phrase.clone();
    assert_eq!(desk.ok(knock(1)), ["woke-up", "beat"]);
    assert!(desk.console().knocks[0].awake);
    assert_eq!(desk.console().knocks[0].match_phrase, phrase);
}

#[test]
fn rule_8_a_phone_frozen_without_a_word_is_shown_asleep() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.later(10 * SECOND).ok(customer(1, CustomerAct::Here { n: 1 }));
    assert_eq!(desk.pass(25 * SECOND - 1), [""; 0], "one lost beat is no sleep");
    assert_eq!(desk.pass(1), ["fell-asleep"]);
    assert!(!desk.console().knocks[0].awake);
    // Its lease runs from when it was last heard, not from when the silence was noticed.
    assert_eq!(desk.pass(lease() - 25 * SECOND), ["lease-ended"]);
}

#[test]
fn rule_8_an_admission_waits_for_a_sleeping_phone_until_its_lease_ends() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(customer(1, CustomerAct::Asleep { n: 1 }));
    desk.ok(admit(ada(), 1));
    desk.pass(lease() - 1);
    assert!(matches!(desk.view(1).unwrap().state, CustomerState::Admitted { .. }));
    assert_eq!(desk.pass(1), ["lease-ended"]);
    assert_eq!(ended(&desk, 1), EndReason::LeaseEnded);
    assert!(desk.view(1).unwrap().may_return, "with what to do");
    desk.ok(knock_with(1, |kim| kim.visit = 2));
    assert_eq!(desk.run(customer(1, CustomerAct::Enter)), Err(Refusal::NotNow), "by a new admission");
}

#[test]
fn rule_8_a_call_whose_phone_died_is_open_again() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(admit(ada(), 1));
    desk.ok(customer(1, CustomerAct::Enter));
    assert_eq!(desk.pass(lease()), ["fell-asleep", "lease-ended"]);
    desk.ok(knock(2));
    assert_eq!(desk.ok(admit(ada(), 2)), ["admitted"]);
}

#[test]
fn rule_8_nobody_loses_a_place_because_the_service_was_away() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.later(3 * lease());
    desk.call = desk.replayed().resume(Timestamp(desk.now));
    assert_eq!(desk.ok(onecall::lobby::Command::Wake), [""; 0]);
    assert_eq!(desk.listed(), [id(1)]);
}

#[test]
fn rule_9_every_waiting_state_has_an_exit_the_customer_can_see() {
    let mut early = create();
    early.starts_at = Timestamp(START + HOUR);
    let mut desk = Desk::created(early);
    desk.ok(knock(1));
    assert_eq!(reason(&desk, 1), WaitReason::TooEarly);
    let CustomerState::Waiting { starts_in_ms, .. } = desk.view(1).unwrap().state else { panic!() };
    assert_eq!(starts_in_ms, Some(HOUR));
    for n in 1..=6 {
        desk.pass(10 * MINUTE - 1);
        desk.later(1).ok(customer(1, CustomerAct::Here { n }));
    }
    assert_eq!(reason(&desk, 1), WaitReason::AgentAbsent);
    assert_eq!(desk.ok(onecall::lobby::Command::Wake), ["started"], "the service learns when to tell it");
    desk.present(&[bob()]);
    assert_eq!(reason(&desk, 1), WaitReason::NotYetNoticed);
    desk.ok(agent(bob(), AgentAct::Notice { knock: id(1) }));
    assert_eq!(reason(&desk, 1), WaitReason::Noticed);
    desk.ok(agent(bob(), AgentAct::Hold { knock: id(1), message: Some("A minute.".to_owned()) }));
    let state = desk.view(1).unwrap().state;
    assert!(matches!(state, CustomerState::Held { message: Some(_), .. }));
    desk.ok(agent(bob(), AgentAct::Release { knock: id(1) }));
    desk.pass(lease());
    assert_eq!(ended(&desk, 1), EndReason::LeaseEnded);
    desk.ok(knock_with(1, |kim| kim.visit = 2));
    desk.ok(agent(bob(), AgentAct::End));
    assert_eq!(ended(&desk, 1), EndReason::CallOver);
}

#[test]
fn rule_9_a_link_never_dies_under_somebody_who_waits() {
    let mut desk = Desk::open();
    desk.later(24 * HOUR - 1).ok(knock(1));
    desk.later(MINUTE).ok(customer(1, CustomerAct::Here { n: 1 }));
    assert_eq!(reason(&desk, 1), WaitReason::NotYetNoticed);
    assert_eq!(desk.run(knock(2)), Err(Refusal::LinkDead), "but it opens nothing new");
    assert_eq!(desk.ok(customer(1, CustomerAct::LeaveLobby { visit: None })), ["left-lobby", "over"]);
    assert_eq!(ended(&desk, 1), EndReason::LinkExpired);
}

#[test]
fn rule_13_what_is_over_is_to_be_forgotten_after_its_time_and_not_before() {
    let mut create = create();
    create.settings = Settings { remember: Duration::from_secs(3600), ..Settings::default() };
    let mut desk = Desk::created(create);
    desk.ok(knock(1));
    desk.later(MINUTE).ok(agent(ada(), AgentAct::End));
    assert_eq!(desk.wake_at, Some(Timestamp(START + MINUTE + HOUR)));
    assert_eq!(desk.pass(HOUR - 1), [""; 0]);
    assert_eq!(desk.pass(1), ["forgotten"]);
    assert!(desk.call.is_forgotten() && desk.wake_at.is_none());
    assert!(!Event::Forgotten.is_durable(), "nothing is written about what is to be gone");

    // A crash between the wake-up and the deletion: it is due again.
    let again = desk.replayed().resume(Timestamp(desk.now));
    assert_eq!(again.wake_at(), Some(Timestamp(START + MINUTE + HOUR)));
}

#[test]
fn rule_11_nothing_that_can_be_printed_holds_a_name_a_title_or_what_opens_something() {
    let mut desk = Desk::open();
    let knock = knock_with(1, |kim| {
        kim.account = Some(account("subject-1"));
        kim.name = Some(onecall::name::CustomerName::parse("Kimberley").unwrap());
    });
    let mut printed = format!("{knock:?} {:?}", create());
    printed += &format!("{:?}", desk.run(knock).unwrap());
    printed += &format!("{:?} {:?} {:?}", message("Secret words"), moving(1, 1), spoken_code(1));
    printed += &format!("{:?}", desk.run(message("Secret words")).unwrap());
    printed += &format!("{:?} {:?} {:?} {:?}", desk.call, desk.journal, desk.console(), desk.view(1));
    printed += &format!("{:?}", Refusal::AlreadyDecided { by: ada() });
    let phrase = desk.console().knocks[0].match_phrase.clone();
    for word in ["Kimberley", "subject-1", "Pump", "Secret words", "secret 1", "link 0", "ticket 1", "code 1", "Ada"] {
        assert!(!printed.contains(word), "{word} is in {printed}");
    }
    assert!(!printed.contains(&phrase));
}
