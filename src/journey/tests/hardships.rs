//! What goes wrong around a journey, in every state it can be in: the network, the storage, the fingers.

use super::phone::*;
use super::samples;
use crate::journey::{Effect, Input, Journey, Screen, step};

/// No knock arrives, and no command.
fn without_network(phone: &mut Phone, minutes: u64) {
    let end = phone.ms + minutes * 60_000;
    while let Some(at) = phone.wake_at.filter(|at| *at <= end) {
        phone.freeze(at - phone.ms).feed(Input::Tick);
        if phone.open.is_some() {
            phone.lose();
        }
    }
    phone.freeze(end - phone.ms);
}

#[test]
fn airplane_mode_loses_nothing_in_any_state_and_its_end_leads_back_there() {
    for (name, mut phone) in samples::states() {
        let place = phone.journey.kept.place().map(|place| (place.knock_id.clone(), place.visit));
        let (kind, live) = (phone.kind(), phone.journey.live().is_some());
        without_network(&mut phone, 10);
        assert_eq!(phone.kind(), kind, "{name}: nothing ends because nobody answers");
        assert!(!phone.screen().messages().is_empty(), "{name} says nothing");
        // In a meeting the call client tells of the network.
        let unaware = Screen::Knocking { unreachable_retry_in_ms: None };
        assert!(!live || phone.journey.asleep_since.is_some() || phone.screen() != unaware, "{name}");
        let since = phone.journey.kept.place().map(|place| (place.knock_id.clone(), place.visit));
        assert!(since == place, "{name}: the place is another one");
        // The service may be back as well: whoever holds a place asks for that very one, at once.
        phone.feed(Input::Wake).feed(Input::NetworkBack);
        assert_eq!(phone.open.is_some(), live, "{name}");
        // And whatever the customer was in the middle of goes on.
        phone.feed(text(&link(999)));
        assert!(["ask-name", "ask-leave-for", "meeting-ask-leave-for"].contains(&phone.kind()), "{name}");
    }
}

#[test]
fn a_storage_that_fails_costs_nothing_while_the_app_lives_and_the_next_save_makes_up_for_it() {
    // The first saves went nowhere: the journey knows nothing of it, and each save is everything.
    let mut phone = Phone::waiting();
    let place = phone.journey.kept.place().unwrap().knock_id.clone();
    phone.blob = None;
    phone.pass(5_000).feed(Input::Sleep);
    assert!(phone.blob.as_ref().unwrap().contains(place.as_str()), "whoever goes to the background is saved anew");
    phone.restart();
    assert!(phone.journey.kept.place().unwrap().knock_id == place);
}

#[test]
fn whoever_comes_back_with_nothing_saved_begins_again_and_with_an_older_save_goes_on_from_there() {
    for (name, phone) in samples::states() {
        let mut lost = phone.clone();
        (lost.journey, lost.blob, lost.open, lost.meeting) = (Journey::new(setup()), None, None, None);
        lost.feed(text(&link(1)));
        assert_eq!(lost.kind(), "ask-name", "{name}: the link still works");
    }
    // Saved on entering the lobby, and never again: the service says that the call goes on.
    let mut phone = Phone::waiting();
    let old = phone.blob.clone();
    phone.hear(admitted()).hear(in_call());
    phone.blob = old;
    let step = Journey::restore(setup(), phone.blob.as_deref().unwrap(), &phone.now());
    assert!(step.effects.iter().any(|effect| matches!(effect, Effect::OpenStream { stream: 1, .. })));
    phone.restart().hear(in_call());
    assert_eq!(phone.kind(), "in-call");
}

/// What a thumb does. `open` is left out: each tap opens, and the first one has the app leave the screen.
const TAPS: [&str; 13] = [
    "text same",
    "text new",
    "text two links",
    "text unreadable",
    "name",
    "name empty",
    "go-on",
    "choose",
    "leave",
    "move",
    "yes",
    "knock-again",
    "dismiss",
];

#[test]
fn five_hundred_taps_in_a_second_do_not_ask_the_service_five_hundred_times_in_any_state() {
    for (name, phone) in samples::states() {
        for (tap, input) in samples::inputs(&phone).into_iter().filter(|(tap, _)| TAPS.contains(&tap.as_str())) {
            let (mut journey, mut now) = (phone.journey.clone(), phone.now());
            let mut requests = 0;
            for _ in 0..500 {
                now.since_boot_ms += 2;
                let step = step(&journey, &now, input.clone());
                let asks =
                    |effect: &&Effect| !matches!(effect, Effect::Save(_) | Effect::CloseStream | Effect::Warm { .. });
                requests += step.effects.iter().filter(asks).count();
                journey = step.journey;
            }
            assert!(requests <= 4, "{name}, {tap}: {requests} requests");
            assert!(!journey.screen(&now).messages().is_empty(), "{name}, {tap}");
        }
    }
}

#[test]
fn a_name_of_ten_thousand_characters_is_refused_with_what_to_do_and_never_kept_or_sent() {
    let long = "Ada ".repeat(2_500);
    let mut phone = Phone::new();
    phone.feed(text(&link(1))).feed(Input::Name(long.clone()));
    assert!(phone.knocked().is_none());
    // What was typed stays in its field, to be shortened.
    let Screen::AskName { problem: Some(problem), suggestion, .. } = phone.screen() else { panic!("a name is asked") };
    assert_eq!(suggestion, long);
    assert_eq!(phone.screen().messages().first(), Some(&problem.message()), "the first line says what to do");
    assert!(!phone.blob.as_ref().unwrap().contains("Ada Ada"));
    phone.feed(Input::Name(NAME.to_owned()));
    assert_eq!(phone.knocked().unwrap().name, NAME);

    // Neither is one that the device suggests.
    let mut phone = Phone::new();
    phone.journey.setup.suggested_name = Some(long);
    phone.feed(text(&link(1)));
    assert!(matches!(phone.screen(), Screen::AskName { suggestion, .. } if suggestion.len() < 1_000));
}
