//! Rule 10, and what a text does otherwise.

use super::phone::*;
use super::samples;
use crate::journey::{Effect, Input, OverReason, Question, Screen, Source};
use crate::protocol::{CustomerAct, EndReason, ProblemCode};

#[test]
fn a_new_link_from_every_state_works_at_once_and_only_a_running_call_asks() {
    for (state, phone) in samples::states() {
        let in_call = phone.journey.in_call();
        let after = samples::feed(&phone, &text(&link(5)));
        let screen = after.screen();
        if in_call {
            assert_eq!(screen, Screen::Ask(Question::LeaveForNewInvitation), "{state}");
            assert!(after.open == phone.open, "{state}: the call goes on while the question is open");
        } else {
            assert!(matches!(screen, Screen::AskName { problem: None, .. }), "{state}: {screen:?}");
            assert!(after.effects.iter().any(|effect| matches!(effect, Effect::Warm { .. })), "{state}");
        }
    }
}

#[test]
fn what_the_store_kept_opens_the_call_and_says_nothing_where_it_holds_none() {
    let kept = |text: String| Input::Text { text, source: Source::Referrer };
    let mut phone = Phone::new();
    phone.feed(kept("utm_source=google-play&utm_medium=organic".to_owned()));
    assert_eq!(phone.screen(), Screen::Start);
    phone.feed(kept("https://elsewhere.example/j/0".to_owned()));
    assert_eq!(phone.screen(), Screen::Start);
    phone.feed(kept(link(1)));
    assert!(matches!(phone.screen(), Screen::AskName { .. }));
}

#[test]
fn an_app_that_shows_call_ended_opens_the_new_call_and_not_the_old_page() {
    let mut phone = Phone::in_call();
    phone.hear(ended(EndReason::CallOver, false));
    assert_eq!(phone.screen(), Screen::Over { reason: OverReason::CallOver, may_knock_again: false });
    phone.restart();
    assert_eq!(phone.screen(), Screen::Over { reason: OverReason::CallOver, may_knock_again: false });

    phone.feed(text(&link(2)));
    assert_eq!(phone.screen(), Screen::AskName { suggestion: NAME.to_owned(), problem: None, not_taken: false });
    phone.feed(Input::Name(NAME.to_owned()));
    phone.hear(waiting());
    assert_eq!(phone.kind(), "waiting");
}

#[test]
fn the_lobby_that_is_replaced_is_left_and_another_identity_knocks() {
    let mut phone = Phone::waiting();
    let old = phone.knock.clone().unwrap();
    phone.feed(text(&link(2)));
    assert_eq!(phone.acts(), [LEFT_LOBBY]);
    assert_eq!(phone.sent.last().unwrap().knock_id, old.knock_id);
    phone.feed(Input::Name("Somebody Else".to_owned()));
    let new = phone.knocked().unwrap();
    assert!(new.knock_id != old.knock_id && new.secret != old.secret);
    assert!(new.invitation != old.invitation);
}

#[test]
fn a_yes_leaves_the_running_call_for_the_new_one_and_a_no_goes_back() {
    let mut phone = Phone::in_call();
    phone.feed(text(&link(2)));
    phone.feed(Input::Confirm(false));
    assert_eq!(phone.kind(), "in-call");
    phone.feed(text(&link(2)));
    phone.feed(Input::Confirm(true));
    assert_eq!(phone.acts(), [CustomerAct::LeaveCall]);
    assert_eq!(phone.kind(), "ask-name");
}

#[test]
fn a_call_that_ends_while_the_question_is_open_makes_way_for_the_new_one() {
    for view in [ended(EndReason::CallOver, false), ended(EndReason::Removed, false), waiting()] {
        let mut phone = Phone::in_call();
        phone.feed(text(&link(2)));
        phone.hear(view);
        assert_eq!(phone.kind(), "ask-name");
    }
}

#[test]
fn a_killed_app_that_is_opened_by_another_link_still_asks_before_the_running_call_is_left() {
    let mut phone = Phone::in_call();
    phone.restart();
    phone.feed(text(&link(2)));
    assert_eq!(phone.screen(), Screen::Ask(Question::LeaveForNewInvitation));
}

#[test]
fn the_same_link_again_keeps_the_place_and_hurries_a_pending_retry() {
    let mut phone = Phone::waiting();
    phone.feed(text(&link(1)));
    assert!(phone.effects.is_empty());
    phone.lose();
    assert!(phone.open.is_none(), "lost within moments: the retry waits");
    phone.feed(text(&link(1)));
    assert_eq!(phone.knocked().unwrap().visit, 1);
}

#[test]
fn the_same_link_after_leaving_the_lobby_knocks_again_as_the_same_identity() {
    let mut phone = Phone::waiting();
    let first = phone.knock.clone().unwrap();
    phone.feed(Input::Leave);
    phone.feed(text(&link(1)));
    let again = phone.knocked().unwrap();
    assert_eq!((again.visit, &again.knock_id), (2, &first.knock_id));
}

#[test]
fn the_link_of_a_finished_call_says_so_on_this_device_even_after_other_calls() {
    let mut phone = Phone::in_call();
    phone.hear(ended(EndReason::CallOver, false));
    for other in 2..12 {
        phone.feed(text(&link(other)));
        phone.feed(Input::Name(NAME.to_owned()));
        phone.hear(waiting());
    }
    phone.restart();
    phone.feed(text(&link(1)));
    assert_eq!(phone.screen(), Screen::Over { reason: OverReason::CallOver, may_knock_again: false });
    assert!(phone.knocked().is_none());
}

#[test]
fn only_so_many_places_are_remembered() {
    let mut phone = Phone::waiting();
    for other in 2..60 {
        phone.feed(text(&link(other)));
        phone.feed(Input::Name(NAME.to_owned()));
        phone.hear(waiting());
    }
    assert!(phone.blob.as_ref().unwrap().len() < 10_000);
}

#[test]
fn an_unreadable_text_destroys_nothing_that_is_open() {
    for (state, phone) in samples::states() {
        let after = samples::feed(&phone, &text("hello, is anybody there?"));
        if matches!(phone.kind(), "start" | "link-problem" | "over" | "update-required") {
            assert!(matches!(after.screen(), Screen::LinkProblem { .. }), "{state}");
        } else {
            assert_eq!((after.kind(), after.open), (phone.kind(), phone.open), "{state}");
        }
    }
}

#[test]
fn a_refused_name_is_asked_again_and_the_identity_stays() {
    let mut phone = Phone::knocking();
    let first = phone.knock.clone().unwrap();
    phone.refuse(ProblemCode::NameUnusable);
    assert!(
        matches!(phone.screen(), Screen::AskName { suggestion, problem: None, not_taken: true } if suggestion == NAME)
    );
    phone.feed(Input::Name("Better".to_owned()));
    let again = phone.knocked().unwrap();
    assert_eq!((&again.knock_id, again.name.as_str(), again.visit), (&first.knock_id, "Better", 1));
}

#[test]
fn a_name_that_cannot_be_used_stays_in_its_field_with_what_is_wrong() {
    let mut phone = Phone::new();
    phone.feed(text(&link(1)));
    assert!(matches!(phone.screen(), Screen::AskName { suggestion, .. } if suggestion == "Suggested Person"));
    phone.feed(Input::Name("   ".to_owned()));
    assert!(
        matches!(phone.screen(), Screen::AskName { suggestion, problem: Some(_), not_taken: false } if suggestion == "   ")
    );
    assert!(phone.knock.is_none());
}

#[test]
fn an_identity_of_another_device_is_replaced_once() {
    let mut phone = Phone::knocking();
    let first = phone.knock.clone().unwrap();
    phone.refuse(ProblemCode::NotYours);
    assert!(phone.knocked().unwrap().knock_id != first.knock_id);
    phone.refuse(ProblemCode::NotYours);
    assert_eq!(phone.screen(), Screen::Over { reason: OverReason::Unknown, may_knock_again: true });
}
