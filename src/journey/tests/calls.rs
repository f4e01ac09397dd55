//! Entering, being in the call, leaving.

use super::phone::*;
use crate::capability::ArLevel;
use crate::journey::{CallMode, Input, OverReason, Question, Screen};
use crate::protocol::{CustomerAct, EndReason, ProblemCode};

fn mode(phone: &Phone) -> CallMode {
    let Screen::InCall { mode, .. } = phone.screen() else { panic!("in the call") };
    mode
}

#[test]
fn an_admission_is_answered_once_and_until_it_is_heard() {
    let mut phone = Phone::waiting();
    phone.hear(admitted());
    assert_eq!(phone.acts(), [CustomerAct::Enter]);
    let id = phone.id_of(CustomerAct::Enter);
    phone.hear(admitted());
    assert_eq!(phone.acts(), []);
    phone.fail(CustomerAct::Enter, None);
    phone.pass(2_000);
    let enters: Vec<_> = phone.sent.iter().filter(|command| command.act == CustomerAct::Enter).collect();
    assert_eq!(enters.len(), 2);
    assert!(enters.iter().all(|command| command.command_id == id), "a retry is the same command");
    phone.hear(in_call());
    phone.pass(120_000);
    assert_eq!(phone.sent.iter().filter(|command| command.act == CustomerAct::Enter).count(), 2);
}

#[test]
fn an_admission_that_was_withdrawn_is_asked_about() {
    let mut phone = Phone::waiting();
    phone.hear(admitted());
    phone.fail(CustomerAct::Enter, Some(ProblemCode::NotNow));
    assert!(phone.knocked().is_some());
    phone.hear(waiting());
    assert_eq!(phone.kind(), "waiting");
}

#[test]
fn whoever_is_sent_back_and_admitted_again_enters_again() {
    let mut phone = Phone::in_call();
    let first = phone.id_of(CustomerAct::Enter);
    phone.hear(waiting());
    assert_eq!(phone.kind(), "waiting");
    phone.feed(Input::Answered { command_id: first.clone(), view: in_call() });
    assert_eq!(phone.kind(), "waiting", "an old answer brings nobody back into the call");
    phone.hear(admitted());
    assert_eq!(phone.acts(), [CustomerAct::Enter]);
    assert!(phone.id_of(CustomerAct::Enter) != first);
}

/// Entered, sent back and let in again while the phone slept: the service has done the first entry and
/// does nothing for its repetition. Found by a random story, in which the phone repeated it for ever.
#[test]
fn an_entry_that_was_done_for_an_earlier_admission_is_followed_by_another() {
    let mut phone = Phone::waiting();
    phone.hear(admitted());
    let first = phone.id_of(CustomerAct::Enter);
    phone.feed(Input::Answered { command_id: first.clone(), view: admitted() });
    phone.pass(2_000);
    let second = phone.id_of(CustomerAct::Enter);
    assert!(second != first);
    phone.feed(Input::Answered { command_id: second, view: in_call() });
    assert_eq!(phone.kind(), "in-call");
}

#[test]
fn ending_the_call_is_asked_and_done_at_once_even_without_network() {
    let mut phone = Phone::in_call();
    phone.feed(Input::Leave);
    assert_eq!(phone.screen(), Screen::Ask(Question::EndCall));
    phone.feed(Input::Confirm(false));
    assert_eq!(phone.kind(), "in-call");
    phone.lose();
    phone.feed(Input::Leave);
    phone.feed(Input::Confirm(true));
    assert_eq!(phone.screen(), Screen::Over { reason: OverReason::YouLeft, may_knock_again: false });
    for _ in 0..5 {
        phone.fail(CustomerAct::LeaveCall, None);
        phone.pass(phone.wake_at.unwrap() - phone.ms);
        assert_eq!(phone.acts(), [CustomerAct::LeaveCall]);
    }
    let command_id = phone.id_of(CustomerAct::LeaveCall);
    phone.feed(Input::Answered { command_id, view: ended(EndReason::YouLeft, false) });
    assert_eq!(phone.wake_at, None);
}

#[test]
fn a_farewell_that_nobody_ever_hears_is_given_up() {
    let mut phone = Phone::in_call();
    phone.feed(Input::Leave);
    phone.feed(Input::Confirm(true));
    phone.pass(6 * 60 * 60 * 1_000);
    assert_eq!(phone.wake_at, None);
    assert!(phone.sent.len() < 100);
}

#[test]
fn let_in_at_the_moment_of_leaving_the_customer_does_not_stand_in_the_call() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Leave);
    phone.fail(LEFT_LOBBY, Some(ProblemCode::NotNow));
    assert_eq!(phone.acts(), [CustomerAct::LeaveCall]);
    // And sent back at once: the one or the other will be taken, and a service that takes neither is not
    // asked without end.
    for _ in 0..100 {
        for act in [CustomerAct::LeaveCall, LEFT_LOBBY] {
            if phone.wake_at.is_some() {
                phone.fail(act, Some(ProblemCode::NotNow));
                phone.pass(60_000);
            }
        }
    }
    assert_eq!(phone.wake_at, None);
    assert!(phone.sent.len() < 100);
}

#[test]
fn leaving_the_lobby_is_no_offence() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Leave);
    assert_eq!(phone.screen(), Screen::Over { reason: OverReason::YouLeftTheLobby, may_knock_again: true });
    phone.feed(Input::KnockAgain);
    assert_eq!(phone.knocked().unwrap().visit, 2);
    phone.hear(waiting());
    assert_eq!(phone.kind(), "waiting");
}

#[test]
fn ar_that_is_lost_never_loses_the_call_and_may_come_back() {
    let mut phone = Phone::in_call();
    assert_eq!(mode(&phone), CallMode::Stills);
    phone.feed(Input::ArLost);
    assert_eq!(mode(&phone), CallMode::Stills, "what never ran is not lost");
    phone.feed(Input::ArStarted(ArLevel::Basic));
    assert_eq!(mode(&phone), CallMode::Ar);
    phone.feed(Input::ArLost);
    assert_eq!(mode(&phone), CallMode::ArLost);
    phone.hear(in_call());
    assert_eq!(mode(&phone), CallMode::ArLost);
    phone.feed(Input::ArStarted(ArLevel::Basic));
    assert_eq!(mode(&phone), CallMode::Ar);
}

#[test]
fn the_start_counts_down_and_is_not_shown_when_it_has_passed() {
    use crate::protocol::CustomerState;
    let mut phone = Phone::waiting();
    let mut early = waiting();
    if let CustomerState::Waiting { starts_in_ms, .. } = &mut early.state {
        *starts_in_ms = Some(60_000);
    }
    phone.hear(early);
    phone.pass(15_000);
    assert_eq!(phone.lobby().starts_in_ms, Some(45_000));
    phone.pass(45_000);
    assert_eq!(phone.lobby().starts_in_ms, None);
}

/// Requests overtake each other: the leaving arrives before the knock. Found by a random story, in which
/// somebody who had left was listed until their lease ended.
#[test]
fn a_farewell_that_overtook_its_knock_is_said_again_and_not_for_ever() {
    let mut phone = Phone::knocking();
    phone.feed(Input::Leave);
    phone.fail(LEFT_LOBBY, Some(ProblemCode::NoSuchKnock));
    phone.pass(2_000);
    let farewells = |phone: &Phone| phone.sent.iter().filter(|sent| sent.act == LEFT_LOBBY).count();
    assert_eq!(farewells(&phone), 2);
    for _ in 0..20 {
        phone.fail(LEFT_LOBBY, Some(ProblemCode::NoSuchKnock));
        phone.pass(60_000);
    }
    assert_eq!(farewells(&phone), 6);
}

/// The farewell to the first visit is lost, and the second one finds the lobby full. Found by a random story.
#[test]
fn a_farewell_that_was_lost_is_still_said_when_the_next_visit_is_turned_away() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Leave);
    phone.fail(LEFT_LOBBY, None);
    phone.feed(Input::KnockAgain);
    assert_eq!(phone.knocked().unwrap().visit, 2);
    phone.refuse(ProblemCode::LobbyFull);
    phone.pass(2_000);
    assert_eq!(phone.sent.iter().filter(|sent| sent.act == LEFT_LOBBY).count(), 2);
    let mut phone = phone.clone();
    phone.restart();
    assert!(phone.acts().contains(&LEFT_LOBBY), "also after a restart");
}

/// A network may deliver a request twice. Found by a random story, in which somebody who was told that the
/// lobby is full was listed until their lease ended.
#[test]
fn whoever_is_turned_away_takes_back_the_copy_of_their_knock_and_asks_no_longer_than_that() {
    let mut phone = Phone::knocking();
    phone.refuse(ProblemCode::LobbyFull);
    assert_eq!(phone.acts(), []);
    phone.pass(10_000);
    assert_eq!(phone.sent.last().map(|sent| sent.act), Some(LEFT_LOBBY));
    phone.fail(LEFT_LOBBY, Some(ProblemCode::NoSuchKnock));
    assert_eq!(phone.wake_at, None);
    phone.feed(Input::KnockAgain);
    assert_eq!(phone.knocked().unwrap().visit, 2);
}

#[test]
fn whoever_kept_the_place_they_left_unheard_does_not_leave_it_afterwards() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Leave);
    phone.fail(LEFT_LOBBY, None);
    phone.feed(Input::KnockAgain);
    let stream = phone.open.unwrap();
    phone.feed(Input::Heard { stream, view: visit(1, waiting()) });
    phone.pass(60_000);
    assert_eq!(phone.kind(), "waiting");
    assert_eq!(phone.sent.iter().filter(|sent| sent.act == LEFT_LOBBY).count(), 1);
}

/// Found by a random story, in which somebody who had hung up was listed, and even let in once more.
#[test]
fn whoever_hangs_up_while_being_sent_back_leaves_the_lobby_too() {
    let mut phone = Phone::in_call();
    phone.feed(Input::Leave);
    phone.feed(Input::Confirm(true));
    phone.fail(CustomerAct::LeaveCall, Some(ProblemCode::NotNow));
    assert_eq!(phone.acts(), [LEFT_LOBBY]);
    assert!(matches!(phone.screen(), Screen::Over { reason: OverReason::YouLeft, may_knock_again: false }));
}
