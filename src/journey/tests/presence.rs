//! Beats, sleep and clocks.

use super::phone::*;
use crate::journey::Input;
use crate::protocol::{CustomerAct, CustomerView};

fn beats(phone: &Phone) -> Vec<CustomerAct> {
    let beat = |act: &CustomerAct| matches!(act, CustomerAct::Here { .. } | CustomerAct::Asleep { .. });
    phone.sent.iter().map(|command| command.act).filter(beat).collect()
}

#[test]
fn an_awake_phone_says_here_at_the_interval_that_the_service_announces() {
    let mut phone = Phone::waiting();
    phone.pass(60_000);
    assert_eq!(beats(&phone).len(), 6);
    let mut faster = waiting();
    faster.here_every_ms = 2_000;
    phone.hear(faster);
    phone.pass(60_000);
    assert_eq!(beats(&phone).len(), 36);
}

#[test]
fn a_sleeping_phone_says_so_once_and_then_nothing() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Sleep);
    assert!(matches!(phone.acts().as_slice(), [CustomerAct::Asleep { .. }]));
    phone.feed(Input::Sleep);
    assert_eq!(phone.wake_at, None);
    phone.pass(300_000);
    phone.feed(Input::Tick);
    assert_eq!(beats(&phone).len(), 1);
}

#[test]
fn a_waking_phone_says_here_at_once_and_takes_a_silent_stream_for_lost() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Sleep);
    phone.freeze(3_000);
    phone.feed(Input::Wake);
    assert!(matches!(phone.acts().as_slice(), [CustomerAct::Here { .. }]));
    assert!(phone.knocked().is_none(), "the stream may live");
    assert!(!phone.lobby().was_asleep, "too short to notice");

    phone.feed(Input::Sleep);
    phone.freeze(90_000);
    phone.feed(Input::Wake);
    assert!(matches!(phone.acts().as_slice(), [CustomerAct::Here { .. }]));
    assert!(phone.knocked().is_some());
    assert!(phone.lobby().was_asleep);
    phone.hear(waiting());
    phone.pass(21_000);
    assert!(!phone.lobby().was_asleep);
}

#[test]
fn whoever_waits_is_told_how_long_a_sleeping_phone_keeps_its_place() {
    for state in [waiting(), held()] {
        let mut phone = Phone::waiting();
        phone.hear(CustomerView { lease_ms: 90_000, ..state });
        assert_eq!(phone.lobby().lease_ms, Some(90_000));
    }
}

#[test]
fn an_app_that_was_ended_in_its_sleep_tells_of_it_when_it_is_back_in_the_lobby() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Sleep);
    phone.freeze(90_000);
    phone.restart();
    // However long the way there takes.
    phone.lose();
    phone.pass(60_000);
    phone.hear(waiting());
    assert!(phone.lobby().was_asleep);
    phone.pass(21_000);
    assert!(!phone.lobby().was_asleep);
    phone.restart();
    phone.hear(waiting());
    assert!(!phone.lobby().was_asleep, "said once");
}

#[test]
fn an_app_that_was_ended_awake_or_slept_a_moment_is_not_told_that_it_slept() {
    for (sleeps, wakes) in [(false, false), (true, true), (true, false)] {
        let mut phone = Phone::waiting();
        if sleeps {
            phone.feed(Input::Sleep);
            phone.freeze(1_000);
        }
        if wakes {
            phone.feed(Input::Wake);
            phone.freeze(90_000);
        }
        phone.restart();
        phone.hear(waiting());
        assert!(!phone.lobby().was_asleep);
    }
}

#[test]
fn a_phone_frozen_without_a_word_is_told_that_it_slept() {
    let mut phone = Phone::waiting();
    phone.freeze(120_000);
    phone.feed(Input::Tick);
    assert!(phone.lobby().was_asleep);
    assert!(phone.knocked().is_some(), "the silent stream is replaced");
}

#[test]
fn beats_increase_whatever_restarts_and_clocks_do() {
    // `Phone` checks every number.
    let mut phone = Phone::waiting();
    for (i, wall) in [WALL, 5, WALL - 1_000_000, u64::MAX, 0, WALL + 9].into_iter().enumerate() {
        phone.pass(25_000);
        phone.wall_ms = wall;
        phone.restart();
        phone.hear(waiting());
        phone.pass(25_000);
        assert!(beats(&phone).len() >= 2 * (i + 1));
    }
}

#[test]
fn beats_are_saved_in_blocks_and_not_one_by_one() {
    let mut phone = Phone::waiting();
    phone.pass(10_001);
    let blob = phone.blob.clone();
    phone.pass(900 * 10_000);
    assert!(phone.blob == blob);
}

#[test]
fn an_interval_of_zero_does_not_beat_without_pause() {
    let mut phone = Phone::waiting();
    let mut zero = waiting();
    zero.here_every_ms = 0;
    phone.hear(zero);
    phone.pass(1_000);
    assert!(beats(&phone).len() <= 5);
}

#[test]
fn a_clock_that_starts_again_keeps_every_delay() {
    for (boot_id, ms) in [(8, 0), (7, 10), (8, u64::MAX / 2)] {
        let mut phone = Phone::waiting();
        phone.pass(4_000);
        phone.feed(Input::Tick);
        let due = phone.wake_at.unwrap() - phone.ms;
        (phone.boot_id, phone.ms) = (boot_id, ms);
        phone.feed(Input::Tick);
        assert_eq!(phone.wake_at.unwrap() - phone.ms, due);
        phone.lose();
        phone.pass(60_000);
        assert!(phone.open.is_some());
    }
}

#[test]
fn an_admission_heard_in_sleep_is_answered_on_waking() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Sleep);
    phone.hear(admitted());
    assert_eq!(phone.acts(), []);
    phone.feed(Input::Wake);
    assert!(phone.acts().contains(&CustomerAct::Enter));
}
