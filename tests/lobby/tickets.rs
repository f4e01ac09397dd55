//! Tickets of the landing page: they carry a link into the app without being it.

use onecall::lobby::{Command, Refusal, Value, Via};
use onecall::protocol::{CustomerAct, CustomerState, EndReason};

use crate::desk::*;

fn of_link(link_number: u64, number: u64) -> Command {
    Command::Ticket { via: Via::Link(link(link_number)), ticket: ticket(number) }
}

fn by_ticket(who: u64, number: u64) -> Command {
    knock_with(who, |app| app.via = Via::Ticket(ticket(number)))
}

#[test]
fn making_a_ticket_takes_no_place_and_changes_nothing_that_anybody_sees() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    let (console, customer) = (desk.console(), desk.view(1));
    assert_eq!(desk.ok(of_link(0, 1)), ["opening-ticket-made"]);
    assert!(desk.console() == console && desk.view(1) == customer);
    assert!(desk.replayed().durable_eq(&desk.call));
}

#[test]
fn a_ticket_opens_the_lobby_for_one_who_then_waits_like_everybody_else() {
    let mut desk = Desk::open();
    desk.ok(of_link(0, 1));
    assert_eq!(
        desk.run(knock_with(1, |app| (app.via, app.name) = (Via::Ticket(ticket(1)), None))),
        Err(Refusal::NameMissing)
    );
    assert_eq!(desk.ok(by_ticket(1, 1)), ["knocked"], "asking for the name has not used it up");
    assert!(matches!(desk.view(1).unwrap().state, CustomerState::Waiting { .. }));
    assert_eq!(desk.run(by_ticket(2, 1)), Err(Refusal::LinkDead), "one use");
    assert_eq!(desk.ok(by_ticket(1, 1)), ["beat"], "its owner resumes by it");
    assert_eq!(desk.ok(knock(2)), ["knocked"], "the link is as good as before");
}

#[test]
fn who_came_by_a_ticket_and_left_the_lobby_may_come_back_as_long_as_the_link_lives() {
    let mut desk = Desk::open();
    desk.ok(of_link(0, 1));
    desk.ok(by_ticket(1, 1));
    desk.ok(customer(1, CustomerAct::LeaveLobby { visit: None }));
    desk.later(HOUR);
    assert!(desk.view(1).unwrap().may_return);
    let again = |visit| knock_with(1, |app| (app.via, app.visit) = (Via::Ticket(ticket(1)), visit));
    assert_eq!(desk.ok(again(2)), ["knocked"]);
    desk.ok(customer(1, CustomerAct::LeaveLobby { visit: None }));
    desk.ok(replace_link(1));
    assert!(!desk.view(1).unwrap().may_return);
    assert_eq!(desk.run(again(3)), Err(Refusal::LinkDead));
    assert!(desk.view(1).unwrap().state == CustomerState::Ended { reason: EndReason::YouLeftTheLobby });
}

#[test]
fn a_ticket_dies_after_its_time_with_its_link_and_with_its_call() {
    for (what, kill) in [
        ("its time", None),
        ("its link", Some(replace_link(1))),
        ("its call", Some(agent(ada(), onecall::protocol::AgentAct::End))),
    ] {
        let mut desk = Desk::open();
        desk.ok(of_link(0, 1));
        match kill {
            Some(command) => drop(desk.ok(command)),
            None => drop(desk.pass(HOUR)),
        }
        assert_eq!(desk.run(by_ticket(1, 1)), Err(Refusal::LinkDead), "{what}");
    }
}

#[test]
fn only_what_opens_the_lobby_by_itself_makes_a_ticket() {
    let mut desk = Desk::open();
    desk.ok(of_link(0, 1));
    let of_ticket = Command::Ticket { via: Via::Ticket(ticket(1)), ticket: ticket(2) };
    assert_eq!(desk.run(of_ticket), Err(Refusal::LinkDead), "or one would become another for ever");
    assert_eq!(desk.run(of_link(0, 1)), Err(Refusal::BadValue(Value::Supply)), "the same twice");
    desk.ok(replace_link(1));
    assert_eq!(desk.run(of_link(0, 2)), Err(Refusal::LinkDead), "a replaced link");
    assert_eq!(desk.ok(of_link(1, 2)), ["opening-ticket-made"]);
    desk.pass(25 * HOUR);
    assert_eq!(desk.run(of_link(1, 3)), Err(Refusal::LinkDead), "an expired link");
}

#[test]
fn a_spoken_code_buys_one_ticket_or_one_knock() {
    let mut desk = Desk::open();
    let of_code = |number| Command::Ticket { via: Via::Code(code(1)), ticket: ticket(number) };
    desk.ok(spoken_code(1));
    assert_eq!(desk.ok(of_code(1)), ["opening-ticket-made"]);
    assert_eq!(desk.run(of_code(2)), Err(Refusal::LinkDead));
    assert_eq!(desk.run(knock_with(2, |kim| kim.via = Via::Code(code(1)))), Err(Refusal::LinkDead));
    assert_eq!(desk.ok(by_ticket(1, 1)), ["knocked"]);
    assert!(desk.replayed().durable_eq(&desk.call));
}

#[test]
fn sixteen_unused_tickets_are_good_at_once_and_a_newer_one_pushes_out_the_oldest() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(moving(1, 100));
    for number in 1..=17 {
        desk.ok(of_link(0, number));
    }
    assert_eq!(desk.run(by_ticket(2, 1)), Err(Refusal::LinkDead));
    assert_eq!(desk.ok(by_ticket(3, 2)), ["knocked"]);
    assert_eq!(desk.ok(by_ticket(4, 100)), ["moved"], "a place that moves is not pushed out");
}
