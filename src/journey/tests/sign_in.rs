//! Customers with an account: their token helps, and its lack hinders nobody.

use super::phone::*;
use crate::journey::{AccessToken, Effect, Input, OverReason, Screen};
use crate::protocol::ProblemCode;

fn shown(phone: &Phone) -> Option<&str> {
    phone.knocked()?;
    phone.shown_token.as_ref().map(AccessToken::as_str)
}

fn asked(phone: &Phone) -> bool {
    phone.effects.iter().any(|effect| matches!(effect, Effect::FreshAccessToken))
}

/// Knocked with token 1, which the service did not take.
fn refused() -> Phone {
    let mut phone = Phone::signed_in();
    assert_eq!(shown(&phone), Some("eyJhbGciOi1"));
    phone.refuse(ProblemCode::SignInNeeded);
    assert!(asked(&phone) && phone.knocked().is_none());
    phone
}

#[test]
fn a_customer_without_an_account_knocks_without_a_token_and_is_asked_for_none() {
    let phone = Phone::knocking();
    assert!(phone.knocked().is_some() && shown(&phone).is_none() && !asked(&phone));
}

#[test]
fn a_token_that_is_not_taken_is_asked_for_once_more_and_the_fresh_one_is_shown_at_once() {
    let mut phone = refused();
    assert_eq!(phone.screen(), Screen::Knocking { unreachable_retry_in_ms: None });
    phone.feed(token(2));
    assert_eq!(shown(&phone), Some("eyJhbGciOi2"));
    phone.hear(waiting());
    assert_eq!(phone.kind(), "waiting");
}

#[test]
fn whoever_can_bring_no_fresh_token_knocks_without_one_at_once() {
    let mut phone = refused();
    phone.feed(Input::AccessToken(None));
    assert!(phone.knocked().is_some() && shown(&phone).is_none());
}

#[test]
fn a_shell_that_says_nothing_holds_nobody_up_for_longer_than_a_minute() {
    let mut phone = refused();
    phone.pass(59_999);
    assert!(phone.open.is_none());
    phone.freeze(1).feed(Input::Tick);
    assert!(phone.knocked().is_some() && shown(&phone).is_none());
    // It comes after all: for the next knock.
    phone.hear(waiting());
    phone.feed(token(2));
    assert!(phone.effects.is_empty());
    phone.pass(5_000).lose();
    assert_eq!(shown(&phone), Some("eyJhbGciOi2"));
}

#[test]
fn a_fresh_token_that_is_not_taken_either_is_left_out_and_a_service_that_insists_is_believed() {
    let mut phone = refused();
    phone.feed(token(2));
    phone.refuse(ProblemCode::SignInNeeded);
    assert!(phone.knocked().is_some() && shown(&phone).is_none() && !asked(&phone));
    phone.refuse(ProblemCode::SignInNeeded);
    assert_eq!(phone.screen(), Screen::Over { reason: OverReason::Unknown, may_knock_again: true });
    // Knocking again asks again: the customer may have signed in meanwhile.
    phone.feed(Input::KnockAgain);
    phone.refuse(ProblemCode::SignInNeeded);
    assert!(asked(&phone));
}

#[test]
fn a_token_that_came_while_the_knock_without_it_was_under_way_is_tried_before_anybody_is_asked() {
    let mut phone = Phone::knocking();
    phone.feed(token(1));
    assert!(phone.effects.is_empty());
    phone.refuse(ProblemCode::SignInNeeded);
    assert_eq!(shown(&phone), Some("eyJhbGciOi1"));
    assert!(!asked(&phone));
}

#[test]
fn a_token_that_comes_while_a_place_is_held_changes_nothing_until_the_next_knock() {
    for mut phone in [Phone::waiting(), Phone::in_call()] {
        phone.pass(5_000);
        let screen = phone.screen();
        phone.feed(token(1));
        assert!(phone.effects.is_empty() && phone.screen() == screen);
        phone.lose();
        assert_eq!(shown(&phone), Some("eyJhbGciOi1"));
    }
}

#[test]
fn a_customer_who_signed_out_shows_no_token_any_more() {
    let mut phone = Phone::signed_in();
    phone.hear(waiting()).pass(5_000);
    phone.feed(Input::AccessToken(None)).lose();
    assert!(phone.knocked().is_some() && shown(&phone).is_none());
}

#[test]
fn a_token_that_ran_out_during_the_call_is_renewed_while_the_call_is_shown() {
    let mut phone = Phone::signed_in();
    phone.hear(waiting()).hear(admitted()).hear(in_call()).pass(5_000).lose();
    phone.refuse(ProblemCode::SignInNeeded);
    assert!(asked(&phone));
    assert!(matches!(phone.screen(), Screen::InCall { reconnecting: true, .. }));
    phone.feed(token(2)).hear(in_call());
    assert!(matches!(phone.screen(), Screen::InCall { reconnecting: false, .. }));
    // And once more an hour later.
    phone.pass(5_000).lose();
    phone.refuse(ProblemCode::SignInNeeded);
    assert!(asked(&phone));
}

#[test]
fn whoever_signs_in_in_the_browser_comes_back_before_the_knock_goes_out() {
    let mut phone = refused();
    phone.feed(Input::Sleep).freeze(300_000).feed(Input::Wake);
    assert!(phone.knocked().is_none(), "the token comes a moment after the app");
    phone.feed(Input::NetworkBack);
    assert!(phone.knocked().is_none());
    phone.feed(token(2));
    assert_eq!(shown(&phone), Some("eyJhbGciOi2"));
}

#[test]
fn whoever_comes_back_from_the_browser_without_signing_in_is_not_held_up() {
    let mut phone = refused();
    phone.feed(Input::Sleep).freeze(300_000).feed(Input::Wake);
    phone.pass(5_000);
    assert!(phone.open.is_some() && phone.shown_token.is_none());
}

#[test]
fn a_token_that_comes_while_the_phone_sleeps_is_shown_when_it_wakes() {
    let mut phone = refused();
    phone.feed(Input::Sleep).feed(token(2));
    assert!(phone.knocked().is_none());
    phone.freeze(5_000).feed(Input::Wake);
    assert_eq!(shown(&phone), Some("eyJhbGciOi2"));
}

#[test]
fn whoever_is_asked_to_sign_in_can_leave_and_open_another_link() {
    let mut phone = refused();
    phone.feed(Input::Leave);
    assert_eq!(phone.kind(), "over");
    let mut phone = refused();
    phone.feed(text(&link(2)));
    assert_eq!(phone.kind(), "ask-name");
}

#[test]
fn a_restart_knows_no_token() {
    let mut phone = Phone::signed_in();
    phone.hear(waiting()).restart();
    assert!(phone.knocked().is_some() && shown(&phone).is_none());
}

#[test]
fn what_cannot_stand_in_a_header_is_no_token() {
    let longest = "x".repeat(6 * 1024);
    for text in ["x", "a.b-c_d~e+f/g==", &longest] {
        assert_eq!(AccessToken::parse(text).unwrap().as_str(), text);
    }
    let too_long = "x".repeat(6 * 1024 + 1);
    for text in ["", " ", "a b", "a\r\nx-evil: 1", "a\0", "é", "\u{7f}", &too_long] {
        assert_eq!(AccessToken::parse(text), None, "{text:?}");
    }
}
