//! What is found out about AR, and whom it is told.

use super::phone::*;
use crate::capability::{ArCoreAnswer, ArLevel, ArSupport, MAX_ASKS, SessionFailure};
use crate::journey::{CallMode, Effect, Input, Screen};

const TOO_OLD: ArCoreAnswer = ArCoreAnswer::SupportedApkTooOld;
const CHECKING: ArCoreAnswer = ArCoreAnswer::UnknownChecking;
const INSTALLED: ArCoreAnswer = ArCoreAnswer::SupportedInstalled;

fn asked(phone: &Phone) -> bool {
    phone.effects.iter().any(|effect| matches!(effect, Effect::Measure))
}

/// The system answers so at every question, until none comes; how long after the one before each came.
fn keep_answering(phone: &mut Phone, answer: ArCoreAnswer) -> Vec<u64> {
    let mut pauses = Vec::new();
    phone.feed(measured(answer));
    while let Some(at) = phone.journey.measure_at {
        pauses.push(at - phone.ms);
        phone.ms = at;
        phone.feed(Input::Tick);
        assert!(asked(phone));
        phone.feed(measured(answer));
    }
    pauses
}

#[test]
fn a_new_measurement_corrects_the_card_once() {
    let mut phone = Phone::waiting();
    phone.feed(measured(TOO_OLD));
    assert_eq!(phone.knocked().unwrap().ar, ArSupport::NeedsUpdate);
    assert!(!phone.lobby().reconnecting, "nothing was lost");
    phone.hear(waiting());
    phone.feed(measured(TOO_OLD));
    assert!(phone.knocked().is_none());

    let mut early = Phone::knocking();
    early.feed(measured(TOO_OLD));
    early.hear(waiting());
    assert_eq!(early.knocked().unwrap().ar, ArSupport::NeedsUpdate);
}

#[test]
fn a_system_that_cannot_say_yet_is_asked_again_ever_more_rarely_and_not_for_ever() {
    let mut phone = Phone::new();
    let pauses = keep_answering(&mut phone, CHECKING);
    assert_eq!(pauses, [200, 400, 800, 1_600, 3_200, 6_400, 6_400, 6_400]);
    assert_eq!(pauses.len() + 1, usize::try_from(MAX_ASKS).unwrap());
    assert_eq!(phone.wake_at, None);
    phone.feed(text(&link(1))).feed(Input::Name(NAME.to_owned()));
    assert_eq!(phone.knocked().unwrap().ar, ArSupport::Undetermined);
}

#[test]
fn an_interval_that_grows_is_no_news_to_the_agent() {
    let mut phone = Phone::waiting();
    phone.feed(measured(CHECKING));
    assert!(phone.knocked().is_some());
    phone.hear(waiting());
    for _ in 0..3 {
        phone.feed(measured(CHECKING));
        assert!(phone.knocked().is_none());
    }
    phone.feed(measured(INSTALLED));
    assert_eq!(phone.knocked().unwrap().ar, ArSupport::Supported(ArLevel::Basic));
}

#[test]
fn a_shell_that_does_not_answer_is_asked_once() {
    let mut phone = Phone::new();
    phone.feed(measured(CHECKING));
    phone.pass(200);
    assert!(asked(&phone));
    assert_eq!(phone.wake_at, None);
    phone.feed(Input::Tick);
    assert!(!asked(&phone));
}

#[test]
fn what_could_not_be_found_out_is_asked_anew_when_the_network_is_back_or_the_app_in_front_again() {
    let mut given_up = Phone::new();
    keep_answering(&mut given_up, CHECKING);
    let mut slept = given_up.clone();
    slept.feed(Input::Sleep).feed(Input::NetworkBack);
    assert!(!asked(&slept), "a sleeping phone measures nothing");
    slept.feed(Input::Wake);
    assert!(asked(&slept));
    given_up.feed(Input::NetworkBack);
    assert!(asked(&given_up));

    let mut known = Phone::new();
    known.feed(measured(INSTALLED)).feed(Input::NetworkBack);
    assert!(!asked(&known), "there is nothing to find out");
    let mut never = Phone::new();
    never.feed(Input::NetworkBack);
    assert!(!asked(&never), "this shell never measures");
}

#[test]
fn ar_that_failed_in_the_call_is_told_to_whoever_is_sent_back() {
    let mut phone = Phone::new();
    phone.feed(measured(INSTALLED));
    phone.feed(text(&link(1))).feed(Input::Name(NAME.to_owned()));
    phone.hear(waiting()).hear(admitted()).hear(in_call());
    phone.feed(Input::ArFailed(SessionFailure::Other));
    assert!(phone.knocked().is_none(), "in the call the card has done its work");
    assert!(matches!(phone.screen(), Screen::InCall { mode: CallMode::Stills, .. }), "what never ran is not lost");
    phone.hear(waiting());
    assert_eq!(phone.knocked().unwrap().ar, ArSupport::Failed);
    phone.hear(waiting());
    phone.feed(measured(INSTALLED));
    assert!(phone.knocked().is_none(), "a false positive is not believed twice");
}
