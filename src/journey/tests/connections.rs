//! Streams lost and found.

use super::phone::*;
use crate::journey::connection::pause;
use crate::journey::{Input, OverReason, Screen};
use crate::protocol::{CustomerView, DeclineReason, EndReason, Phase, Problem, ProblemCode};

#[test]
fn a_stream_that_had_held_is_opened_again_at_once_and_the_match_phrase_stays() {
    let mut phone = Phone::waiting();
    phone.pass(30_000);
    phone.lose();
    assert_eq!(phone.knocked().unwrap().visit, 1);
    assert!(phone.lobby().reconnecting);
    assert_eq!(phone.lobby().match_phrase, PHRASE);
    phone.hear(waiting());
    assert!(!phone.lobby().reconnecting);
}

#[test]
fn a_service_that_accepts_and_drops_is_asked_with_growing_pauses() {
    let mut phone = Phone::waiting();
    for _ in 0..40 {
        phone.lose();
        assert!(phone.open.is_none());
        phone.pass(phone.wake_at.unwrap() - phone.ms);
        phone.hear(waiting());
    }
    phone.lose();
    assert!(phone.wake_at.unwrap() - phone.ms >= 10_000);
}

#[test]
fn pauses_grow_from_half_a_second_to_half_a_minute_with_chance() {
    assert_eq!(pause(0, u64::MAX), 0);
    for failures in 1..200 {
        for chance in [0, 1, 12_345, u64::MAX] {
            let ms = pause(failures, chance);
            assert!((500..=30_000).contains(&ms), "{failures}: {ms}");
        }
    }
    assert!(pause(2, 0) > pause(1, 0) && pause(50, 0) == 20_000 && pause(50, 777) != pause(50, 778));
}

#[test]
fn a_silent_stream_is_lost_after_two_and_a_half_intervals() {
    let mut phone = Phone::waiting();
    phone.freeze(24_999);
    phone.feed(Input::Tick);
    assert!(phone.knocked().is_none());
    phone.freeze(1);
    phone.feed(Input::Tick);
    assert!(phone.knocked().is_some());
}

#[test]
fn a_knock_that_nobody_answers_says_so_and_when_it_tries_again() {
    let mut phone = Phone::knocking();
    assert_eq!(phone.screen(), Screen::Knocking { unreachable_retry_in_ms: None });
    phone.lose();
    let Screen::Knocking { unreachable_retry_in_ms: Some(ms) } = phone.screen() else { panic!("unreachable") };
    assert!((1..=750).contains(&ms));
}

#[test]
fn the_network_that_is_back_is_used_at_once() {
    let mut phone = Phone::knocking();
    for _ in 0..5 {
        phone.lose();
        phone.feed(Input::NetworkBack);
        assert!(phone.knocked().is_some());
    }
}

#[test]
fn nothing_is_tried_again_in_sleep_and_everything_on_waking() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Sleep);
    phone.lose();
    assert_eq!((phone.open, phone.wake_at), (None, None));
    phone.feed(Input::NetworkBack);
    assert_eq!(phone.open, None);
    phone.feed(Input::Wake);
    assert!(phone.knocked().is_some());
}

#[test]
fn a_service_that_wants_a_pause_gets_it() {
    for code in [ProblemCode::SlowDown, ProblemCode::Restarting, ProblemCode::StorageFull] {
        let mut phone = Phone::knocking();
        let stream = phone.open.unwrap();
        let problem = Problem { retry_after_ms: Some(7_000), ..Problem::new(code) };
        phone.feed(Input::Refused { stream, problem });
        assert_eq!(phone.wake_at, Some(phone.ms + 7_000), "{code:?}");
    }
}

#[test]
fn every_refusal_leads_somewhere() {
    for code in ProblemCode::ALL {
        let mut phone = Phone::knocking();
        phone.refuse(*code);
        assert!(phone.wake_at.is_some() || phone.kind() != "knocking", "{code:?}");
    }
}

#[test]
fn a_full_lobby_may_be_tried_again_as_another_visit() {
    let mut phone = Phone::knocking();
    phone.refuse(ProblemCode::LobbyFull);
    assert_eq!(phone.screen(), Screen::Over { reason: OverReason::LobbyFull, may_knock_again: true });
    phone.feed(Input::KnockAgain);
    assert_eq!(phone.knocked().unwrap().visit, 2);
}

#[test]
fn an_ending_for_a_newer_reason_offers_to_knock_again_where_the_service_says_one_may() {
    for may_return in [true, false] {
        let mut phone = Phone::waiting();
        phone.hear(CustomerView { may_return, ..unknown(Phase::Over) });
        assert!(matches!(
            phone.screen(),
            Screen::Fallback { may_knock_again, phase: Phase::Over, .. } if may_knock_again == may_return
        ));
        phone.feed(Input::KnockAgain);
        assert_eq!(phone.knocked().is_some(), may_return);
    }
}

#[test]
fn whoever_is_told_what_this_app_does_not_know_sees_whether_there_is_something_to_leave() {
    for phase in [Phase::Lobby, Phase::Call, Phase::Over] {
        let mut phone = Phone::waiting();
        phone.hear(unknown(phase));
        assert!(matches!(phone.screen(), Screen::Fallback { phase: shown, .. } if shown == phase));
    }
}

#[test]
fn what_an_older_stream_still_says_is_dropped() {
    let mut phone = Phone::waiting();
    phone.pass(5_000);
    let old = phone.open.unwrap();
    phone.lose();
    phone.feed(Input::Heard { stream: old, view: ended(EndReason::CallOver, false) });
    phone.feed(Input::Lost { stream: old });
    assert_eq!(phone.kind(), "waiting");
}

/// The call ended, or the customer was blocked, between being told "you may return" and returning: the
/// service answers with what became of the visit before. Found by a random story, in which the phone
/// knocked for ever.
#[test]
fn a_visit_that_the_service_does_not_take_ends_with_what_it_knows() {
    for (answer, reason) in [
        (ended(EndReason::CallOver, false), OverReason::CallOver),
        (declined(true), OverReason::Declined(DeclineReason::Unsaid)),
    ] {
        let mut phone = Phone::waiting();
        phone.feed(Input::Leave);
        phone.feed(Input::KnockAgain);
        assert_eq!(phone.knocked().unwrap().visit, 2);
        let stream = phone.open.unwrap();
        phone.feed(Input::Heard { stream, view: visit(1, answer) });
        assert!(
            matches!(phone.screen(), Screen::Over { reason: shown, may_knock_again: false }
                if std::mem::discriminant(&shown) == std::mem::discriminant(&reason)),
            "{:?}",
            phone.screen()
        );
    }
}

/// The leaving was lost, and the link was replaced meanwhile: the service kept the place of the visit
/// before, and that is where the customer is.
#[test]
fn a_place_that_the_service_kept_is_taken_up_though_another_visit_was_asked_for() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Leave);
    phone.feed(Input::KnockAgain);
    let stream = phone.open.unwrap();
    phone.feed(Input::Heard { stream, view: visit(1, waiting()) });
    assert_eq!(phone.kind(), "waiting");
    phone.pass(5_000);
    phone.lose();
    assert_eq!(phone.knocked().unwrap().visit, 1);
}
