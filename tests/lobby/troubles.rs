//! What goes wrong in lobbies elsewhere, and people in a hurry.

use onecall::capability::ArSupport;
use onecall::lobby::{Command, Refusal, SecretHash, Via};
use onecall::protocol::{AgentAct, AgentId, CallPhase, CustomerAct, CustomerState, EndReason, KnockState, Timestamp};

use crate::desk::*;

#[test]
fn of_two_thousand_knocks_eight_wait_the_rest_are_told_and_the_first_is_still_admitted() {
    let mut desk = Desk::open();
    let mut full = 0;
    for who in 1..=2000 {
        match desk.run(knock(who)) {
            Ok(_) => {}
            Err(refusal) => {
                assert_eq!(refusal, Refusal::LobbyFull);
                full += 1;
            }
        }
    }
    assert_eq!((desk.listed().len(), full), (8, 1992));
    assert_eq!(desk.call.knock_ids().count(), 8, "a refusal costs no memory");
    assert_eq!(desk.ok(admit(ada(), 1)), ["admitted"]);
    assert_eq!(desk.ok(customer(1, CustomerAct::Enter)), ["entered"]);
    assert_eq!(desk.ok(knock(2000)), ["knocked"], "and the next one gets the free place");
}

#[test]
fn the_same_knock_id_with_another_secret_changes_nothing() {
    let mut desk = Desk::open();
    let stolen = |act| Command::Customer { knock: id(1), secret: SecretHash("stolen".into()), act, ticket: None };
    desk.ok(knock(1));
    let before = desk.call.clone();
    for command in [
        knock_with(1, |thief| thief.secret = SecretHash("stolen".into())),
        knock_with(1, |thief| (thief.secret, thief.visit) = (SecretHash("stolen".into()), 2)),
        knock_with(1, |thief| (thief.secret, thief.via) = (SecretHash("stolen".into()), Via::Link(link(9)))),
        stolen(CustomerAct::Here { n: 9 }),
        stolen(CustomerAct::LeaveLobby { visit: None }),
        stolen(CustomerAct::Move),
    ] {
        assert_eq!(desk.run(command), Err(Refusal::NotYours));
    }
    assert!(desk.call == before);
    desk.ok(agent(ada(), AgentAct::End));
    let after_the_end = knock_with(1, |thief| thief.secret = SecretHash("stolen".into()));
    assert_eq!(desk.run(after_the_end), Err(Refusal::NotYours));
}

#[test]
fn a_late_asleep_does_not_overtake() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(customer(1, CustomerAct::Here { n: 2 }));
    assert_eq!(desk.ok(customer(1, CustomerAct::Asleep { n: 1 })), [""; 0]);
    assert_eq!(desk.ok(customer(1, CustomerAct::Asleep { n: 2 })), [""; 0]);
    assert!(desk.console().knocks[0].awake);
    desk.ok(customer(1, CustomerAct::Asleep { n: 3 }));
    assert_eq!(desk.ok(customer(1, CustomerAct::Here { n: 2 })), [""; 0], "nor does a late here");
    assert!(!desk.console().knocks[0].awake);
}

#[test]
fn a_retry_whose_answer_was_lost_is_the_same_knock() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    let console = desk.console();
    for _ in 0..5 {
        assert_eq!(desk.later(SECOND).ok(knock(1)), ["beat"]);
    }
    assert!(desk.console() == console);
}

#[test]
fn who_leaves_the_lobby_may_come_back_and_stands_at_the_end_of_the_line() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(knock(2));
    desk.ok(customer(1, CustomerAct::LeaveLobby { visit: None }));
    let view = desk.view(1).unwrap();
    assert!(view.may_return && view.state == CustomerState::Ended { reason: EndReason::YouLeftTheLobby });
    assert_eq!(desk.ok(knock(1)), [""; 0], "not by a late copy");
    assert_eq!(desk.ok(knock_with(1, |kim| kim.visit = 3)), ["knocked"], "a visit may be skipped");
    assert_eq!(desk.view(1).unwrap().visit, 3);
    assert_eq!(desk.listed(), [id(2), id(1)]);
}

#[test]
fn a_farewell_that_the_next_knock_has_overtaken_changes_nothing() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(knock_with(1, |kim| kim.visit = 2));
    let console = desk.console();
    assert_eq!(desk.ok(customer(1, CustomerAct::LeaveLobby { visit: Some(1) })), [""; 0]);
    assert!(desk.console() == console);
    assert_eq!(desk.ok(customer(1, CustomerAct::LeaveLobby { visit: Some(2) })), ["left-lobby"]);
}

#[test]
fn a_farewell_that_overtakes_its_own_knock_lets_nobody_in_who_has_gone() {
    for left_first in [true, false] {
        let mut desk = Desk::open();
        desk.ok(knock(1));
        if left_first {
            desk.ok(customer(1, CustomerAct::LeaveLobby { visit: Some(1) }));
        }
        assert_eq!(desk.ok(customer(1, CustomerAct::LeaveLobby { visit: Some(2) })), ["left-lobby"]);
        assert_eq!(desk.ok(knock_with(1, |kim| kim.visit = 2)), [""; 0], "too late");
        let view = desk.view(1).unwrap();
        assert_eq!((view.visit, view.may_return, ended(&desk, 1)), (2, true, EndReason::YouLeftTheLobby));
        assert!(desk.listed().is_empty());
        assert_eq!(desk.ok(knock_with(1, |kim| kim.visit = 3)), ["knocked"]);
    }
}

#[test]
fn a_farewell_to_a_visit_that_may_not_be_made_leaves_the_verdict_as_it_is() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(decline(ada(), 1, true));
    assert_eq!(desk.ok(customer(1, CustomerAct::LeaveLobby { visit: Some(2) })), [""; 0]);
    assert!(matches!(desk.view(1).unwrap().state, CustomerState::Declined { blocked: true, .. }));
}

#[test]
fn a_replaced_link_is_dead_for_strangers_and_keeps_those_who_wait() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(knock(2));
    desk.ok(customer(2, CustomerAct::LeaveLobby { visit: None }));
    desk.ok(spoken_code(1));
    desk.ok(replace_link(1));
    assert_eq!((desk.call.link(), desk.call.link_number()), (Some(&link(1)), 1));
    assert_eq!(desk.run(knock(3)), Err(Refusal::LinkDead));
    let by_code = knock_with(3, |kim| kim.via = Via::Code(code(1)));
    assert_eq!(desk.run(by_code), Err(Refusal::LinkDead), "codes die with the link");
    assert_eq!(desk.ok(knock(1)), ["beat"], "who waits resumes by the old link");
    assert_eq!(desk.run(knock_with(2, |kim| kim.visit = 2)), Err(Refusal::LinkDead));
    assert!(!desk.view(2).unwrap().may_return, "and was told so");
    let by_new = knock_with(2, |kim| (kim.visit, kim.via) = (2, Via::Link(link(1))));
    assert_eq!(desk.ok(by_new), ["knocked"]);
}

#[test]
fn a_removed_person_is_out_for_good_and_the_call_goes_on_with_a_new_link() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(admit(ada(), 1));
    desk.ok(customer(1, CustomerAct::Enter));
    assert_eq!(desk.ok(remove(1, 1)), ["removed", "link-replaced"]);
    assert_eq!(desk.run(knock(2)), Err(Refusal::LinkDead));
    assert_eq!(desk.ok(knock_with(1, |kim| (kim.visit, kim.via) = (2, Via::Link(link(1))))), [""; 0]);
    assert!(desk.view(1).unwrap().state == CustomerState::Ended { reason: EndReason::Removed });
    assert_eq!(desk.ok(knock_with(2, |kim| kim.via = Via::Link(link(1)))), ["knocked"]);
}

#[test]
fn a_spoken_code_buys_one_knock_within_its_time() {
    let mut desk = Desk::open();
    let by_code = |who, number, visit| knock_with(who, |kim| (kim.via, kim.visit) = (Via::Code(code(number)), visit));
    desk.ok(spoken_code(1));
    assert_eq!(desk.ok(by_code(1, 1, 1)), ["knocked"]);
    assert_eq!(desk.run(by_code(2, 1, 1)), Err(Refusal::LinkDead), "used");
    assert_eq!(desk.ok(by_code(1, 1, 1)), ["beat"], "its owner resumes");
    desk.ok(customer(1, CustomerAct::LeaveLobby { visit: None }));
    assert!(desk.view(1).unwrap().may_return);
    assert_eq!(desk.ok(by_code(1, 1, 2)), ["knocked"], "and returns");
    desk.ok(customer(1, CustomerAct::LeaveLobby { visit: None }));
    desk.ok(spoken_code(2));
    desk.later(30 * MINUTE);
    assert_eq!(desk.run(by_code(3, 2, 1)), Err(Refusal::LinkDead), "expired unused");
    assert!(desk.view(1).unwrap().may_return, "whoever was told to come back in an hour has nothing else");
    assert_eq!(desk.ok(by_code(1, 1, 3)), ["knocked"]);
    desk.ok(customer(1, CustomerAct::LeaveLobby { visit: None }));
    desk.ok(replace_link(1));
    assert!(!desk.view(1).unwrap().may_return, "as by the link");
    assert_eq!(desk.run(by_code(1, 1, 4)), Err(Refusal::LinkDead));
}

#[test]
fn a_place_moves_to_the_app_with_its_name_phrase_and_standing() {
    for (standing, prepare) in [
        (KnockState::Waiting, vec![]),
        (KnockState::Held, vec![agent(ada(), AgentAct::Hold { knock: id(1), message: None })]),
        (KnockState::Admitted, vec![admit(ada(), 1)]),
        (KnockState::InCall, vec![admit(ada(), 1), customer(1, CustomerAct::Enter)]),
    ] {
        let mut desk = Desk::open();
        desk.ok(knock(1));
        desk.ok(knock(2));
        for command in prepare {
            desk.ok(command);
        }
        let before = desk.console().knocks[0].clone();
        desk.ok(moving(1, 1));
        let app = |who| knock_with(who, |app| (app.via, app.ar) = (Via::Ticket(ticket(1)), ArSupport::NeedsInstall));
        assert_eq!(desk.ok(app(3)), ["moved"]);
        let after = desk.console().knocks[0].clone();
        assert_eq!((&after.knock, after.state, after.ar), (&id(3), standing, ArSupport::NeedsInstall));
        assert_eq!(
            (before.name, before.match_phrase, before.since),
            (after.name, after.match_phrase, after.since),
            "and keeps its place in the line"
        );
        assert!(desk.view(1).unwrap().state == CustomerState::Ended { reason: EndReason::Moved });
        assert_eq!(desk.run(app(4)), Err(Refusal::LinkDead), "one use");
        assert_eq!(desk.ok(app(3)), ["beat"], "its owner resumes by it");
        assert_eq!(desk.ok(knock_with(1, |kim| kim.visit = 2)), [""; 0], "the old one stays moved");
    }
}

#[test]
fn a_moving_place_brings_its_name_along_and_a_new_one_needs_a_name() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(moving(1, 1));
    assert_eq!(desk.ok(knock_with(2, |app| (app.via, app.name) = (Via::Ticket(ticket(1)), None))), ["moved"]);
    assert_eq!(desk.console().knocks[0].name, "Kim");
    assert_eq!(desk.ok(knock_with(2, |app| (app.via, app.name) = (Via::Ticket(ticket(1)), None))), ["beat"]);
    assert_eq!(desk.run(knock_with(3, |kim| kim.name = None)), Err(Refusal::NameMissing));
}

#[test]
fn a_ticket_of_somebody_who_has_gone_or_of_long_ago_opens_nothing() {
    let mut desk = Desk::open();
    let app = || knock_with(3, |app| app.via = Via::Ticket(ticket(1)));
    desk.ok(knock(1));
    desk.ok(moving(1, 1));
    desk.ok(customer(1, CustomerAct::LeaveLobby { visit: None }));
    assert_eq!(desk.run(app()), Err(Refusal::LinkDead));
    desk.ok(knock_with(1, |kim| kim.visit = 2));
    assert_eq!(desk.run(app()), Err(Refusal::LinkDead), "nor does it come to life again");
    desk.ok(moving(1, 2));
    desk.later(15 * MINUTE).ok(customer(1, CustomerAct::Here { n: 1 }));
    assert_eq!(desk.run(knock_with(3, |app| app.via = Via::Ticket(ticket(2)))), Err(Refusal::LinkDead));
}

#[test]
fn leaving_that_was_lost_on_the_way_is_known_at_the_next_visit() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(admit(ada(), 1));
    assert_eq!(desk.ok(knock_with(1, |kim| kim.visit = 2)), ["left-lobby", "knocked"]);
    assert!(matches!(desk.console().phase, CallPhase::Open), "the admission went with it");
}

#[test]
fn a_call_handed_over_is_the_successors_with_whoever_is_in_it() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(admit(ada(), 1));
    desk.ok(customer(1, CustomerAct::Enter));
    assert_eq!(desk.ok(hand_over(bob())), ["handed-over"]);
    assert_eq!(desk.ok(hand_over(bob())), [""; 0]);
    assert!(matches!(desk.console().phase, CallPhase::Taken { agent, .. } if agent == bob()));
    let state = desk.view(1).unwrap().state;
    assert!(matches!(state, CustomerState::InCall { agent, agent_present: false, .. } if agent == "Bob"));
    let to_nobody = agent(ada(), AgentAct::HandOver { to: AgentId::from_bits(7) });
    assert_eq!(desk.run(to_nobody), Err(Refusal::NoSuchAgent));
}

#[test]
fn a_full_lobby_still_takes_back_who_was_in_the_call() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(admit(ada(), 1));
    for who in 2..=9 {
        desk.ok(knock(who));
    }
    assert_eq!(desk.ok(agent(ada(), AgentAct::SendBack { knock: id(1) })), ["sent-back"]);
    assert_eq!(desk.listed().len(), 9);
    assert_eq!(desk.run(knock(10)), Err(Refusal::LobbyFull));
}

#[test]
fn a_message_reaches_everybody_who_waits_and_nobody_else() {
    let mut desk = Desk::open();
    for who in 1..=3 {
        desk.ok(knock(who));
    }
    desk.ok(admit(ada(), 3));
    assert_eq!(desk.ok(message("Five minutes.")), ["messaged", "messaged"]);
    let read: Vec<_> = desk.console().knocks.iter().map(|knock| knock.message.is_some()).collect();
    assert_eq!(read, [true, true, false]);
}

#[test]
fn a_wall_clock_that_goes_back_takes_nothing_back() {
    let mut desk = Desk::open();
    desk.later(MINUTE).ok(knock(1));
    desk.now = START - HOUR;
    desk.ok(customer(1, CustomerAct::Asleep { n: 1 }));
    assert_eq!(desk.journal.last().unwrap().at, Timestamp(START + MINUTE));
    assert_eq!(desk.wake_at, Some(Timestamp(START + MINUTE + lease())));
}

#[test]
fn a_late_wake_up_does_not_keep_a_dead_link_alive() {
    let mut desk = Desk::open();
    desk.later(24 * HOUR);
    assert_eq!(desk.run(knock(1)), Err(Refusal::LinkDead));
    assert_eq!(desk.run(admit(ada(), 1)), Err(Refusal::CallOver));
    assert_eq!(desk.ok(Command::Wake), ["over"]);
}
