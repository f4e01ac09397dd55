//! What stands between a text and the knock: which invitation, and what the call will need.

use super::phone::*;
use crate::journey::{CameraAccess, Input, Question, Screen, Whereabouts};
use crate::link::LinkError;
use crate::protocol::{CustomerAct, ProblemCode};

fn named(camera: CameraAccess) -> Phone {
    let mut phone = Phone::new();
    phone.feed(Input::Camera(camera));
    phone.feed(text(&link(1)));
    phone.feed(Input::Name(NAME.to_owned()));
    phone
}

#[test]
fn of_two_different_links_the_customer_chooses_one_and_it_opens() {
    let mut phone = Phone::new();
    phone.feed(text(&two_links()));
    assert!(matches!(phone.screen(), Screen::Choose { choices, .. } if choices.len() == 2));
    assert_eq!(phone.screen().whereabouts(), Whereabouts::Nowhere);
    phone.feed(Input::Choose(7));
    assert_eq!(phone.kind(), "choose", "there is no such one");
    phone.feed(Input::Choose(1));
    assert_eq!(phone.kind(), "ask-name");
    phone.feed(Input::Name(NAME.to_owned()));
    assert!(link(9).ends_with(&phone.knocked().unwrap().invitation));
}

#[test]
fn whoever_waits_keeps_the_place_until_they_have_chosen() {
    let mut phone = Phone::waiting();
    phone.feed(text(&two_links()));
    phone.hear(held());
    assert_eq!(phone.kind(), "ask-which", "news does not answer it");
    assert_eq!(phone.screen().whereabouts(), Whereabouts::Lobby);
    phone.feed(Input::Confirm(true));
    assert_eq!((phone.kind(), phone.acts()), ("ask-which", vec![]), "a yes is no answer");
    for back in [Input::Dismiss, Input::Confirm(false)] {
        let mut phone = phone.clone();
        phone.feed(back);
        assert_eq!(phone.kind(), "waiting");
    }
    phone.feed(Input::Choose(0));
    assert_eq!((phone.kind(), phone.acts()), ("ask-name", vec![LEFT_LOBBY]));
}

#[test]
fn one_of_two_links_still_asks_before_a_running_call_is_left() {
    let mut phone = Phone::in_call();
    phone.feed(text(&two_links()));
    assert_eq!(phone.screen().whereabouts(), Whereabouts::Call);
    phone.feed(Input::Choose(0));
    assert_eq!(phone.screen(), Screen::Ask(Question::LeaveForNewInvitation));
    phone.feed(Input::Confirm(true));
    assert_eq!((phone.kind(), phone.acts()), ("ask-name", vec![CustomerAct::LeaveCall]));
}

#[test]
fn a_spoken_code_leads_to_the_lobby_like_a_link() {
    let mut phone = Phone::new();
    phone.feed(text("123 456 78"));
    assert_eq!(phone.screen(), Screen::LinkProblem { error: LinkError::Truncated { missing: 1 } });
    phone.feed(text(" 123-456-789 "));
    phone.feed(Input::Name(NAME.to_owned()));
    assert_eq!(phone.knocked().unwrap().invitation, "123456789");
    phone.hear(waiting());
    phone.feed(text("123456789"));
    assert_eq!(phone.kind(), "waiting", "the same code is the same place");
}

#[test]
fn a_spoken_code_that_opens_nothing_says_so_and_another_one_works_at_once() {
    let mut phone = Phone::new();
    phone.feed(text("123456789"));
    phone.feed(Input::Name(NAME.to_owned()));
    phone.refuse(ProblemCode::LinkDead);
    assert_eq!(phone.screen(), Screen::LinkProblem { error: LinkError::UnknownCode }, "a digit may be wrong");
    phone.feed(text("987654321"));
    assert_eq!(phone.kind(), "ask-name");
}

#[test]
fn nobody_is_kept_from_knocking_by_a_camera_that_is_allowed_or_that_nobody_knows_of() {
    for camera in [CameraAccess::Unknown, CameraAccess::Granted] {
        assert!(named(camera).knocked().is_some());
    }
}

#[test]
fn a_camera_that_is_refused_is_told_of_before_the_knock_and_the_knock_waits_for_a_person_alone() {
    let mut phone = named(CameraAccess::NotAsked);
    assert_eq!(phone.screen(), Screen::Rehearse { camera: CameraAccess::NotAsked });
    assert_eq!(phone.wake_at, None, "no timer");
    phone.feed(Input::Camera(CameraAccess::Denied));
    assert_eq!(phone.screen(), Screen::Rehearse { camera: CameraAccess::Denied });
    phone.feed(Input::GoOn);
    assert_eq!(phone.knocked().unwrap().name, NAME);
    for known in [CameraAccess::Denied, CameraAccess::Missing] {
        assert_eq!(named(known).screen(), Screen::Rehearse { camera: known });
    }
}

#[test]
fn a_camera_that_is_allowed_in_the_rehearsal_leads_on_by_itself() {
    let mut phone = named(CameraAccess::NotAsked);
    phone.feed(Input::Camera(CameraAccess::Granted));
    assert!(phone.knocked().is_some());
    phone.feed(Input::GoOn);
    assert!(phone.effects.is_empty(), "a tap that comes late");
}

#[test]
fn whoever_leaves_the_rehearsal_has_knocked_at_no_door() {
    for leave in [Input::Leave, Input::Dismiss] {
        let mut phone = named(CameraAccess::NotAsked);
        phone.feed(leave);
        assert_eq!((phone.kind(), phone.knock.is_none()), ("start", true));
    }
}
