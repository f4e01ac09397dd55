//! What went wrong in lobbies elsewhere, as far as the phone has a part in it, going right.

use super::phone::*;
use crate::journey::{Input, OverReason, Screen};
use crate::protocol::{CustomerAct, CustomerState, DeclineReason, EndReason, ProblemCode, WaitReason};

/// bigbluebutton 14435: the phone sleeps, and the guest is gone while the screen says wait.
#[test]
fn a_guest_whose_place_ended_in_sleep_learns_so_on_waking_and_can_knock_again() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Sleep);
    phone.freeze(11 * 60_000);
    phone.feed(Input::Wake);
    phone.hear(ended(EndReason::LeaseEnded, true));
    assert_eq!(phone.screen(), Screen::Over { reason: OverReason::SleptTooLong, may_knock_again: true });
    phone.feed(Input::KnockAgain);
    assert_eq!(phone.knocked().unwrap().visit, 2);
}

/// Whoever is told to come back when it is time is not told then that they were away for too long.
#[test]
fn a_guest_who_opens_the_link_again_after_the_place_ended_knocks_at_once() {
    let asleep = || {
        let mut phone = Phone::waiting();
        phone.feed(Input::Sleep);
        phone.freeze(24 * 60 * 60_000);
        phone
    };
    let mut woken = asleep();
    woken.feed(Input::Wake);
    let mut restarted = asleep();
    restarted.restart();
    // On an iPhone a link comes before the app is told that it is in front.
    for mut phone in [asleep(), woken, restarted] {
        phone.feed(text(&link(1)));
        phone.hear(ended(EndReason::LeaseEnded, true));
        assert_eq!((phone.kind(), phone.knocked().unwrap().visit), ("knocking", 2));
        phone.hear(ended(EndReason::LeaseEnded, true));
        assert_eq!(phone.kind(), "over", "once, not for ever");
    }
    for over in [ended(EndReason::LeaseEnded, false), ended(EndReason::CallOver, true)] {
        let mut phone = asleep();
        phone.feed(Input::Wake);
        phone.feed(text(&link(1)));
        phone.hear(over);
        assert_eq!(phone.kind(), "over");
    }
    let mut phone = Phone::waiting();
    phone.feed(text(&link(1)));
    phone.hear(ended(EndReason::LeaseEnded, true));
    assert_eq!(phone.kind(), "over", "the place was there when the link was opened");
}

/// bigbluebutton 12827: after a time-out and a reload the guest is invisible to the moderator.
#[test]
fn a_reloaded_guest_is_the_same_guest() {
    let mut phone = Phone::waiting();
    let before = phone.knock.clone().unwrap();
    phone.restart();
    phone.lose();
    phone.restart();
    let after = phone.knocked().unwrap();
    assert_eq!((&after.knock_id, after.visit), (&before.knock_id, before.visit));
}

/// bigbluebutton 20000, 14290: admitted guests are lost.
#[test]
fn an_admission_whose_message_was_lost_is_found_by_the_next_stream() {
    let mut phone = Phone::waiting();
    phone.freeze(25_000);
    phone.feed(Input::Tick);
    phone.hear(admitted());
    assert_eq!(phone.acts(), [CustomerAct::Enter]);
    phone.restart();
    phone.hear(admitted());
    assert_eq!(phone.acts(), [CustomerAct::Enter]);
}

/// jitsi-meet 7514, 10211: the moderator leaves; the waiting never learn that the room opened.
#[test]
fn the_waiting_see_whether_an_agent_is_there_and_when_that_changes() {
    let mut phone = Phone::waiting();
    for reason in [WaitReason::AgentAbsent, WaitReason::NotYetNoticed, WaitReason::Noticed, WaitReason::CallTaken] {
        let mut view = waiting();
        if let CustomerState::Waiting { reason: told, .. } = &mut view.state {
            *told = reason;
        }
        phone.hear(view);
        assert_eq!(phone.lobby().reason, Some(reason));
    }
}

/// jitsi-meet 16879: hang up in the lobby, and the next attempt lands in a false empty room.
#[test]
fn whoever_hangs_up_in_the_lobby_and_knocks_again_waits_in_the_same_lobby() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Leave);
    phone.feed(Input::KnockAgain);
    // The farewell of the first visit arrives only now, after the second knock.
    phone.hear(ended(EndReason::YouLeftTheLobby, true));
    assert_eq!(phone.knocked().expect("knocks again by itself").visit, 3);
    phone.hear(waiting());
    assert_eq!(phone.kind(), "waiting");
}

/// jitsi-meet 7337, 12510; Azure/Communication 318: rejection looks like joining.
#[test]
fn a_rejection_is_said_with_its_reason_and_outlives_the_app() {
    for blocked in [false, true] {
        let mut phone = Phone::waiting();
        phone.hear(declined(blocked));
        let reason = OverReason::Declined(DeclineReason::NotExpected);
        assert_eq!(phone.screen(), Screen::Over { reason, may_knock_again: !blocked });
        phone.restart();
        assert_eq!(phone.screen(), Screen::Over { reason, may_knock_again: !blocked });
    }
}

/// suitenumerique/meet 1585, jitsi-meet 9714: a removed person returns under another name.
#[test]
fn a_removed_or_blocked_customer_gets_no_other_identity_on_this_link() {
    for view in [declined(true), ended(EndReason::Removed, false)] {
        let mut phone = Phone::waiting();
        phone.hear(view);
        for input in [Input::KnockAgain, text(&link(1)), Input::Dismiss, text(&link(1)), Input::Name("X".to_owned())] {
            phone.feed(input);
            assert!(phone.knocked().is_none());
        }
        assert_eq!(phone.kind(), "over");
    }
}

/// Rule 9: every waiting state has an exit the customer can see.
#[test]
fn whoever_waits_can_leave_from_everywhere() {
    for (state, mut phone) in super::samples::states() {
        if !["knocking", "waiting", "admitted", "in-call", "fallback"].contains(&phone.kind()) {
            continue;
        }
        phone.feed(Input::Leave);
        phone.feed(Input::Confirm(true));
        assert!(matches!(phone.screen(), Screen::Over { .. }), "{state}");
    }
}

#[test]
fn a_dead_link_says_so_and_a_new_one_works_right_after() {
    let mut phone = Phone::knocking();
    phone.refuse(ProblemCode::LinkDead);
    assert_eq!(phone.screen(), Screen::Over { reason: OverReason::LinkDead, may_knock_again: false });
    phone.feed(text(&link(2)));
    assert_eq!(phone.kind(), "ask-name");
}
