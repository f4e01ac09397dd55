//! Going on elsewhere: from the browser to the app, on this device or another.

use super::phone::*;
use crate::journey::{Effect, Input, Screen};
use crate::protocol::{CustomerAct, CustomerView, ProblemCode};

const TICKET: &str = "ticket-ticket-ticket-0123456789";

fn ticket_for(phone: &mut Phone) {
    let command_id = phone.id_of(CustomerAct::Move);
    phone.feed(Input::Answered { command_id, view: CustomerView { ticket: Some(TICKET.to_owned()), ..waiting() } });
}

fn handed_over(phone: &Phone) -> Option<&str> {
    phone
        .effects
        .iter()
        .find_map(|effect| if let Effect::HandOver { text } = effect { Some(text.as_str()) } else { None })
}

#[test]
fn a_place_in_the_lobby_and_in_the_call_moves_and_what_opens_it_is_handed_over_once() {
    for mut phone in [Phone::waiting(), Phone::in_call()] {
        phone.feed(Input::Move);
        assert_eq!(phone.acts(), [CustomerAct::Move]);
        phone.feed(Input::Move);
        assert_eq!(phone.acts(), [], "pressed twice");
        ticket_for(&mut phone);
        assert_eq!(handed_over(&phone), Some(format!("onecall:ticket/{TICKET}").as_str()));
        ticket_for(&mut phone);
        assert_eq!(handed_over(&phone), None, "an answer that comes twice");
        assert!(!format!("{:?}", phone.effects).contains(TICKET));
        phone.feed(Input::Move);
        assert_eq!(phone.acts(), [CustomerAct::Move], "another ticket for another press");
    }
}

#[test]
fn whoever_opens_the_app_with_a_ticket_is_not_asked_again_who_they_are() {
    let mut app = Phone::new();
    app.feed(text(&format!("onecall:ticket/{TICKET}")));
    assert_eq!((app.knocked().unwrap().name.as_str(), app.knocked().unwrap().invitation.as_str()), ("", TICKET));
    app.hear(waiting());
    assert_eq!(app.kind(), "waiting");
    app.restart();
    app.hear(waiting());
    assert_eq!(app.kind(), "waiting");
}

#[test]
fn a_ticket_that_takes_no_place_along_asks_for_the_name_after_all() {
    let mut app = Phone::new();
    app.feed(text(&format!("onecall:ticket/{TICKET}")));
    app.refuse(ProblemCode::NameUnusable);
    assert!(
        matches!(app.screen(), Screen::AskName { problem: None, suggestion, .. } if suggestion == "Suggested Person")
    );
    app.feed(Input::Name(NAME.to_owned()));
    assert_eq!(app.knocked().unwrap().name, NAME);
}

#[test]
fn a_ticket_is_asked_for_again_without_network_and_not_for_ever() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Move);
    assert!(phone.lobby().moving);
    let id = phone.id_of(CustomerAct::Move);
    phone.fail(CustomerAct::Move, None);
    phone.pass(2_000);
    assert_eq!(phone.id_of(CustomerAct::Move), id, "a retry is the same command");
    for _ in 0..20 {
        phone.fail(CustomerAct::Move, None);
        phone.pass(30_000);
    }
    assert_eq!(phone.sent.iter().filter(|sent| sent.act == CustomerAct::Move).count(), 6);
    assert!(!phone.lobby().moving, "nobody is to wait for it any longer");
}

#[test]
fn nobody_moves_without_a_place() {
    for mut phone in [Phone::new(), Phone::knocking()] {
        phone.feed(Input::Move);
        assert_eq!(phone.acts(), []);
    }
    let mut phone = Phone::waiting();
    phone.feed(Input::Move);
    phone.feed(Input::Leave);
    ticket_for(&mut phone);
    assert_eq!(handed_over(&phone), None, "left meanwhile");
}
