//! What survives the process.

use super::phone::*;
use super::samples;
use crate::journey::{Effect, Input, Journey, Screen};
use crate::protocol::CustomerAct;

#[test]
fn a_killed_app_takes_the_same_place_again() {
    for mut phone in [Phone::knocking(), Phone::waiting(), Phone::in_call()] {
        let before = phone.knock.clone().unwrap();
        phone.restart();
        let after = phone.knocked().expect("knocks at once");
        assert_eq!((&after.knock_id, &after.secret, after.visit), (&before.knock_id, &before.secret, before.visit));
        assert_eq!((&after.invitation, &after.name), (&before.invitation, &before.name));
        assert_eq!(phone.screen(), Screen::Knocking { unreachable_retry_in_ms: None });
    }
}

#[test]
fn a_restart_shows_what_was_shown() {
    for (state, phone) in samples::states() {
        let mut after = phone.clone();
        after.restart();
        match phone.kind() {
            "start" | "link-problem" | "choose" | "teams-client" => assert_eq!(after.kind(), "start", "{state}"),
            "rehearse" => assert_eq!(after.kind(), "ask-name", "{state}"),
            "ask-name" | "over" => assert_eq!(after.screen(), phone.screen(), "{state}"),
            _ if phone.meeting.is_some() => assert_eq!(after.kind(), "meeting-knocking", "{state}"),
            _ => assert_eq!(after.kind(), "knocking", "{state}"),
        }
    }
}

#[test]
fn a_dismissed_ending_is_not_shown_again() {
    let mut phone = Phone::waiting();
    phone.hear(declined(true));
    phone.feed(Input::Dismiss);
    phone.restart();
    assert_eq!(phone.screen(), Screen::Start);
}

#[test]
fn the_blob_of_a_newer_version_is_kept_and_the_journey_starts_afresh() {
    let blob = Phone::waiting().blob.unwrap().replace("\"version\":1", "\"version\":2");
    let phone = Phone::new();
    let step = Journey::restore(setup(), &blob, &phone.now());
    assert!(step.effects.is_empty(), "nothing replaces it: {:?}", step.effects);
    assert_eq!(step.journey.screen(&phone.now()), Screen::Start);
}

/// As the releases wrote them: a place; a meeting, and a place of before; and a meeting that is none any more.
#[test]
fn blobs_of_earlier_releases_are_still_read() {
    let place = r#"{"found":{"host":"help.example.com","invitation":"0000000000000J6HB7H6NWVVR1Q"},"knock_id":"Z8y51_a-d-7IeU-p09qbMw","secret":"GCOEkPx_D6GudU5J3fsfYw","name":"Zoë Quist","visit":2,"spent":false,"standing":"lobby","ending":null}"#;
    let meeting = r#"{"link":{"cloud":"worldwide","form":"meet","meeting_id":"2000000000001","passcode":"Zq7RtX"},"name":"Zoë Quist","ending":null}"#;
    let rest = r#""owed":[],"beats":0"#;
    for (blob, kind, remembered) in [
        (format!(r#"{{"version":1,"name":"Zoë Quist","shown":{{"place":{place}}},"past":[],{rest}}}"#), "knocking", 0),
        (
            format!(r#"{{"version":1,"name":null,"shown":"nothing","meeting":{meeting},"past":[{place}],{rest}}}"#),
            "meeting-knocking",
            1,
        ),
        (
            format!(r#"{{"version":1,"name":null,"shown":"nothing","meeting":{{"link":7}},"past":[{place}],{rest}}}"#),
            "start",
            1,
        ),
    ] {
        let step = Journey::restore(setup(), &blob, &Phone::new().now());
        assert_eq!((step.journey.kind(), step.journey.kept.past.len()), (kind, remembered), "{blob}");
    }
}

#[test]
fn a_damaged_blob_is_thrown_away() {
    for blob in ["", "{}", "null", "[1]", "{\"version\":0}", "{\"version\":1,\"past\":7}", "\u{0}", "{\"version\":-1}"]
    {
        let phone = Phone::new();
        let step = Journey::restore(setup(), blob, &phone.now());
        assert!(matches!(step.effects.as_slice(), [Effect::Save(None)]), "{blob:?}: {:?}", step.effects);
        assert_eq!(step.journey.kind(), "start");
    }
}

#[test]
fn a_blob_cut_or_changed_at_any_byte_never_panics() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Leave);
    phone.feed(text(&link(2)));
    phone.feed(Input::Name(NAME.to_owned()));
    let blob = phone.blob.clone().unwrap();
    let now = phone.now();
    for end in 0..blob.len() {
        let cut = String::from_utf8_lossy(blob.as_bytes().get(..end).unwrap());
        let step = Journey::restore(setup(), &cut, &now);
        assert!(matches!(step.effects.as_slice(), [Effect::Save(None)]), "{end} bytes: {:?}", step.effects);
        for byte in *b"0\"}~" {
            let mut changed = blob.clone().into_bytes();
            *changed.get_mut(end).unwrap() = byte;
            let _ = Journey::restore(setup(), &String::from_utf8_lossy(&changed), &now);
        }
    }
}

#[test]
fn a_farewell_that_was_not_heard_is_said_after_the_restart_under_the_same_id() {
    let mut phone = Phone::in_call();
    phone.feed(Input::Leave);
    phone.feed(Input::Confirm(true));
    let id = phone.id_of(CustomerAct::LeaveCall);
    phone.restart();
    assert_eq!(phone.acts(), [CustomerAct::LeaveCall]);
    assert_eq!(phone.id_of(CustomerAct::LeaveCall), id);
    phone.feed(Input::Answered { command_id: id, view: ended(crate::protocol::EndReason::YouLeft, false) });
    phone.restart();
    assert_eq!(phone.acts(), []);
}

#[test]
fn a_farewell_of_another_day_is_forgotten() {
    let mut phone = Phone::waiting();
    phone.feed(Input::Leave);
    phone.freeze(2 * 24 * 60 * 60 * 1_000);
    phone.restart();
    assert_eq!(phone.acts(), []);
}

#[test]
fn nothing_is_sent_to_a_host_that_was_ours() {
    use crate::link::{Host, Hosts};
    let phone = Phone::waiting();
    let setup = crate::journey::Setup { hosts: Hosts::new([Host::parse("other.example.com").unwrap()]), ..setup() };
    let step = Journey::restore(setup, &phone.blob.clone().unwrap(), &phone.now());
    assert_eq!(step.journey.kind(), "start");
    assert!(!step.effects.iter().any(|effect| matches!(effect, Effect::OpenStream { .. } | Effect::Send { .. })));
}

#[test]
fn an_old_blob_from_a_backup_believes_the_service_about_the_visit() {
    let mut phone = Phone::waiting();
    phone.restart();
    phone.hear(visit(5, ended(crate::protocol::EndReason::YouLeftTheLobby, true)));
    phone.feed(Input::KnockAgain);
    assert_eq!(phone.knocked().unwrap().visit, 6);
}
