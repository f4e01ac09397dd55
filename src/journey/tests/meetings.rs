//! Meetings in Microsoft Teams.

use super::phone::*;
use crate::journey::{CameraAccess, Effect, Input, Journey, MeetingReport, OverReason, Question, Screen, Setup};
use crate::protocol::{CustomerAct, DeclineReason, WaitReason};

fn joined(phone: &Phone) -> Option<(String, &str)> {
    phone.effects.iter().find_map(|effect| match effect {
        Effect::JoinMeeting { link, name, .. } => Some((link.url(), name.as_str())),
        _ => None,
    })
}

fn in_meeting() -> Phone {
    let mut phone = Phone::joining();
    phone.report(MeetingReport::InLobby).report(MeetingReport::InCall);
    phone
}

fn without_client() -> Phone {
    let mut phone = Phone::new();
    phone.journey = Journey::new(Setup { call_client: false, ..setup() });
    phone
}

#[test]
fn without_a_call_client_the_customer_is_shown_where_to_go_and_nothing_is_knocked_at() {
    let mut phone = without_client();
    phone.feed(text(&teams(1)));
    assert!(matches!(phone.screen(), Screen::TeamsClient { url } if url == teams(1)));
    assert!(phone.effects.is_empty() && phone.blob.is_none(), "{:?}", phone.effects);
    {
        let mut phone = phone.clone();
        phone.feed(Input::Open);
        assert!(matches!(&phone.effects[..], [Effect::Open { url }] if *url == teams(1)), "{:?}", phone.effects);
    }
    for leave in [Input::Dismiss, Input::Leave] {
        let mut phone = phone.clone();
        phone.feed(leave);
        assert_eq!(phone.kind(), "start");
    }
    phone.feed(text(&teams(2)));
    assert!(matches!(phone.screen(), Screen::TeamsClient { url } if url == teams(2)));
    phone.feed(text(&link(1)));
    assert_eq!(phone.kind(), "ask-name");
}

#[test]
fn with_a_call_client_a_teams_link_leads_through_name_and_rehearsal_into_its_lobby() {
    let mut phone = Phone::new();
    phone.feed(Input::Camera(CameraAccess::NotAsked));
    phone.feed(text(&teams(1)));
    assert!(!phone.effects.iter().any(|effect| matches!(effect, Effect::Warm { .. })), "no service of ours is asked");
    phone.feed(Input::Name("  ".to_owned()));
    phone.feed(Input::Name(NAME.to_owned()));
    assert_eq!((phone.kind(), joined(&phone)), ("rehearse", None));
    phone.feed(Input::GoOn);
    assert_eq!(joined(&phone), Some((teams(1), NAME)));
    assert_eq!(phone.screen(), Screen::Knocking { unreachable_retry_in_ms: None });
    phone.report(MeetingReport::Joining);
    phone.report(MeetingReport::InLobby);
    let lobby = phone.lobby();
    assert_eq!((lobby.reason, lobby.match_phrase.as_str()), (Some(WaitReason::Unknown), ""));
    phone.report(MeetingReport::InCall);
    assert_eq!(phone.screen(), Screen::InMeeting);
    assert_eq!((phone.wake_at, phone.knock.is_none()), (None, true), "no timer and no knock");
}

#[test]
fn every_end_of_a_meeting_is_told_with_its_reason_and_outlives_the_app() {
    for (report, reason, may_knock_again) in [
        (MeetingReport::Declined, OverReason::Declined(DeclineReason::Unsaid), true),
        (MeetingReport::TimedOutInLobby, OverReason::NobodyCame, true),
        (MeetingReport::Removed, OverReason::Removed, false),
        (MeetingReport::Ended, OverReason::CallOver, false),
        (MeetingReport::Failed, OverReason::MeetingFailed, true),
    ] {
        let mut phone = Phone::joining();
        phone.report(MeetingReport::InLobby).report(report);
        assert_eq!(phone.screen(), Screen::Over { reason, may_knock_again });
        phone.restart();
        assert_eq!(phone.screen(), Screen::Over { reason, may_knock_again });
        phone.feed(Input::KnockAgain);
        assert_eq!(joined(&phone).is_some(), may_knock_again);
    }
}

#[test]
fn the_same_link_after_any_end_asks_teams_again_and_not_the_customer() {
    for report in [MeetingReport::Removed, MeetingReport::Ended] {
        let mut phone = in_meeting();
        phone.report(report);
        phone.feed(text(&teams(1)));
        assert_eq!(joined(&phone), Some((teams(1), NAME)));
    }
}

#[test]
fn a_passcode_that_comes_with_the_second_message_is_used() {
    let mut phone = Phone::new();
    phone.feed(text("https://teams.live.com/meet/9300000000001"));
    phone.feed(Input::Name(NAME.to_owned()));
    phone.report(MeetingReport::Failed);
    let whole = format!("https://teams.live.com/meet/9300000000001?p={PASSCODE}");
    phone.feed(text(&whole));
    assert_eq!(joined(&phone), Some((whole, NAME)));
}

#[test]
fn a_meeting_whose_connection_is_made_again_is_still_a_running_call() {
    let mut phone = in_meeting();
    phone.report(MeetingReport::Joining);
    assert_eq!(phone.screen(), Screen::InMeeting);
    phone.feed(text(&link(1)));
    assert_eq!(phone.screen(), Screen::Ask(Question::LeaveForNewInvitation));
}

#[test]
fn whoever_leaves_a_meeting_is_asked_only_in_the_call_and_may_come_back() {
    let mut phone = Phone::joining();
    phone.report(MeetingReport::InLobby);
    phone.feed(Input::Leave);
    assert!(matches!(phone.effects.last(), Some(Effect::LeaveMeeting { number: 1 })));
    assert_eq!(phone.screen(), Screen::Over { reason: OverReason::YouLeftTheLobby, may_knock_again: true });

    let mut phone = in_meeting();
    phone.feed(Input::Leave);
    assert_eq!(phone.screen(), Screen::Ask(Question::LeaveMeeting));
    phone.feed(Input::Confirm(false));
    assert_eq!(phone.kind(), "in-meeting");
    phone.feed(Input::Leave).feed(Input::Confirm(true));
    assert_eq!(phone.screen(), Screen::Over { reason: OverReason::YouLeft, may_knock_again: true });
    phone.feed(Input::KnockAgain);
    assert_eq!(joined(&phone), Some((teams(1), NAME)));
}

#[test]
fn reports_of_an_older_meeting_are_dropped() {
    let mut phone = Phone::joining();
    phone.feed(Input::Leave).feed(Input::KnockAgain);
    let now = phone.meeting;
    for report in [MeetingReport::InCall, MeetingReport::Ended, MeetingReport::Failed] {
        phone.feed(Input::Meeting { number: 1, report });
        assert_eq!((phone.kind(), phone.meeting), ("meeting-knocking", now));
    }
    phone.feed(Input::Leave).feed(Input::Meeting { number: 2, report: MeetingReport::Ended });
    assert_eq!(phone.screen(), Screen::Over { reason: OverReason::YouLeftTheLobby, may_knock_again: true });
}

/// Rule 10, both ways.
#[test]
fn a_new_invitation_replaces_a_meeting_and_asks_only_in_the_call() {
    for new in [link(1), teams(2)] {
        let mut phone = Phone::joining();
        phone.report(MeetingReport::InLobby);
        phone.feed(text(&new));
        assert_eq!((phone.kind(), phone.meeting), ("ask-name", None));

        let mut phone = in_meeting();
        phone.feed(text(&new));
        assert_eq!(phone.screen(), Screen::Ask(Question::LeaveForNewInvitation));
        for answer in [Input::Confirm(true), Input::Meeting { number: 1, report: MeetingReport::Removed }] {
            let mut phone = phone.clone();
            phone.feed(answer);
            assert_eq!((phone.kind(), phone.meeting), ("ask-name", None));
        }
        phone.report(MeetingReport::InLobby);
        assert_eq!((phone.kind(), phone.meeting), ("ask-name", None), "sent back: nothing is left to ask");
    }
    let mut phone = Phone::in_call();
    phone.feed(text(&teams(1)));
    assert_eq!(phone.screen(), Screen::Ask(Question::LeaveForNewInvitation));
    phone.feed(Input::Confirm(true));
    assert_eq!((phone.kind(), phone.acts()), ("ask-name", vec![CustomerAct::LeaveCall]));
    let mut phone = Phone::waiting();
    phone.feed(text(&teams(1)));
    assert_eq!((phone.kind(), phone.acts()), ("ask-name", vec![LEFT_LOBBY]));
}

#[test]
fn of_a_teams_link_and_one_of_ours_the_customer_chooses() {
    let both = format!("Either {} or {}", link(1), teams(1));
    for (index, is_meeting) in [(0, false), (1, true)] {
        let mut phone = Phone::new();
        phone.feed(text(&both)).feed(Input::Choose(index)).feed(Input::Name(NAME.to_owned()));
        assert_eq!((phone.meeting.is_some(), phone.open.is_some()), (is_meeting, !is_meeting));
    }
    let mut phone = in_meeting();
    phone.feed(text(&both));
    assert_eq!(phone.kind(), "meeting-ask-which");
    phone.feed(Input::Choose(1));
    assert_eq!(phone.kind(), "in-meeting", "it is this one");
}

#[test]
fn a_killed_app_joins_the_same_meeting_anew_under_the_same_name() {
    let mut lobby = Phone::joining();
    lobby.report(MeetingReport::InLobby);
    for mut phone in [Phone::joining(), lobby, in_meeting()] {
        phone.restart();
        assert_eq!(joined(&phone), Some((teams(1), NAME)));
        assert_eq!(phone.kind(), "meeting-knocking");
    }
}

#[test]
fn an_app_that_lost_its_call_client_shows_where_the_meeting_is() {
    let phone = in_meeting();
    let setup = Setup { call_client: false, ..setup() };
    let step = Journey::restore(setup, &phone.blob.clone().unwrap(), &phone.now());
    assert!(matches!(step.journey.screen(&phone.now()), Screen::TeamsClient { url } if url == teams(1)));
}

#[test]
fn an_app_of_an_earlier_release_reads_the_rest_of_a_blob_with_a_meeting() {
    let mut phone = Phone::waiting();
    phone.feed(text(&teams(1)));
    let mut blob: serde_json::Value = serde_json::from_str(&phone.blob.clone().unwrap()).unwrap();
    assert!(blob.as_object_mut().unwrap().remove("meeting").is_some(), "it knows no such field");
    let step = Journey::restore(setup(), &blob.to_string(), &phone.now());
    assert_eq!(step.journey.kind(), "start");
    assert_eq!(step.journey.kept.past.len(), 1);
    assert!(step.effects.iter().any(|effect| matches!(effect, Effect::Send { .. })), "the farewell is still owed");
}
