//! What is no invitation, each named for what it is.

use onecall::link::{LinkError, TeamsDamage, TeamsPage};

use crate::link_support::{sent, token, unknown, url};
use crate::made::*;

#[test]
fn a_page_of_teams_that_joins_nothing_is_named_for_what_it_is() {
    use TeamsPage::*;
    for (path, what) in [
        ("/l/chat/0/0?users=joe@example.com&topicName=Prep", Chat),
        ("/l/chat/19:abc@thread.v2/conversations", Chat),
        ("/l/message/19:abc@thread.tacv2/1591959203339", Message),
        ("/l/channel/19%3a55dce7a6%40thread.tacv2/General?groupId=x&tenantId=y", Channel),
        ("/l/team/19%3a55dce7a6%40thread.tacv2/conversations?groupId=x", Team),
        ("/l/call/0/0?users=joe@example.com", Call),
        ("/l/meeting/new?subject=test%20subject", NewMeeting),
        ("/l/Meeting/New", NewMeeting),
        ("/l/meetnow", NewMeeting),
        ("/meetingOptions/?organizerId=x&tenantId=y", MeetingOptions),
        ("/registration/abc", Registration),
        ("/l/file/abc?tenantId=x", File),
        ("/l/app/abc", App),
        ("/l/entity/abc/def", App),
        ("/l/meeting-share/abc", Other),
        ("/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fchat%2F0%2F0", Chat),
        ("/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetnow&type=meetnow", NewMeeting),
        ("/dl/launcher/launcher.html?url=%2Fdl%2Flauncher%2Flauncher.html%3Furl%3D%2Fmeet%2F1", Other),
        ("/_#/calendarv2", Other),
        ("/v2/", Other),
        ("/", Other),
        ("", Other),
    ] {
        for host in ["https://teams.microsoft.com", "https://gov.teams.microsoft.us", "msteams://teams.microsoft.com"] {
            let text = format!("{host}{path}");
            assert_eq!(read(&text), Err(LinkError::NotJoinable { what }), "{text}");
            assert_eq!(read(&format!("{text} {}", url())), Ok(sent()), "{text}");
        }
    }
}

#[test]
fn a_damaged_meeting_link_says_what_it_lost() {
    use TeamsDamage::*;
    let join = "https://teams.microsoft.com/l/meetup-join";
    for (text, what) in [
        (format!("{join}/389141384648269"), BareNumber),
        (format!("{join}/389141384648269?p=abc"), BareNumber),
        (format!("{join}/"), CutOff),
        (join.to_owned(), CutOff),
        (format!("{join}/{THREAD}/0"), CutOff),
        (format!("{join}/{THREAD}/0?context="), CutOff),
        (format!("{join}/{THREAD}/0?context=%7b%7d"), CutOff),
        (format!("{join}/hello/0?context={}", encode(&context())), NotAMeeting),
        (format!("{join}/19:x@unq.gbl.spaces/0?context={}", encode(&context())), NotAMeeting),
        (format!("{join}/19:../@thread.v2/0?context={}", encode(&context())), NotAMeeting),
        (long().replace(TENANT, "not-a-guid"), CutOff),
        (long()[..long().len() - 3].to_owned(), CutOff),
        ("https://teams.microsoft.com/meet/".to_owned(), CutOff),
        ("https://teams.microsoft.com/meet/abc123?p=x".to_owned(), NotAMeeting),
        (format!("https://teams.microsoft.com/meet/{NUMBER}"), PasscodeMissing),
        (format!("https://teams.microsoft.com/meet/{NUMBER}?p="), PasscodeMissing),
        (format!("https://teams.microsoft.com/meet/{NUMBER}?p=a%26b"), NotAMeeting),
        (format!("{}…", short()), CutOff),
        (format!("{}...", &short()[..short().len() - 5]), CutOff),
        ("https://teams.live.com/meet/9444".to_owned(), CutOff),
        ("https://teams.microsoft.com/light-meetings/launch?p=abc&anon=true".to_owned(), CutOff),
        ("https://teams.microsoft.com/light-meetings/launch?coords=eyJjb252ZXJz".to_owned(), CutOff),
        ("https://teams.microsoft.com/dl/launcher/launcher.html".to_owned(), CutOff),
    ] {
        assert_eq!(read(&text), Err(LinkError::DamagedTeamsLink { what }), "{text}");
        if !text.ends_with(['…', '.']) {
            assert_eq!(read(&safe_link(&text)), Err(LinkError::DamagedTeamsLink { what }), "{text}");
        }
        let with_foot =
            format!("{text} https://aka.ms/x https://teams.microsoft.com/meetingOptions/ https://x.example");
        assert_eq!(read(&with_foot), Err(LinkError::DamagedTeamsLink { what }), "{with_foot}");
    }
}

#[test]
fn a_look_alike_is_named_and_refused() {
    let path = long_path();
    for (text, shown) in [
        (format!("https://teams.microsoft.com.example.com/l/meetup-join/{path}"), "teams.microsoft.com.example.com"),
        (format!("https://teams-microsoft.com/l/meetup-join/{path}"), "teams-microsoft.com"),
        ("https://xteams.microsoft.com/meet/1?p=2".to_owned(), "xteams.microsoft.com"),
        ("https://teams.microsoft.com@evil.example/meet/1?p=2".to_owned(), "...@evil.example"),
        ("https://evil.example\\@teams.microsoft.com/meet/1?p=2".to_owned(), "evil.example\\..."),
        ("https://teams.microsoft.com\\.evil.example/meet/1?p=2".to_owned(), "teams.microsoft.com\\..."),
        ("https://teams.micrоsoft.com/meet/1?p=2".to_owned(), "teams.micr\\u{43e}soft.com"),
        ("https://ｔeams.microsoft.com/meet/1?p=2".to_owned(), "\\u{ff54}eams.microsoft.com"),
        ("https://teams。microsoft。com/meet/1?p=2".to_owned(), "teams\\u{3002}microsoft\\u{3002}com"),
        ("https://teams.microsoft.com。evil.example/meet/1?p=2".to_owned(), "teams.microsoft.com\\u{3002}evil.example"),
        ("https://xn--tams-epa.microsoft.example/meet/1?p=2".to_owned(), "xn--tams-epa.microsoft.example"),
        ("https://teams.microsoft.com:8443/meet/1?p=2".to_owned(), "teams.microsoft.com:8443"),
        ("https://teams.microsoft.com%2f.evil.example/meet/1?p=2".to_owned(), "teams.microsoft.com%2f.evil.example"),
        (format!("msteams://evil.example/l/meetup-join/{path}"), "evil.example"),
        (format!("msteams://one.call.example.com/j/{}", token()), "one.call.example.com"),
        (format!("https://logo.example/x.png https://evil.example/l/meetup-join/{path}"), "evil.example"),
    ] {
        assert_eq!(read(&text), Err(unknown(shown)), "{text}");
    }
}

#[test]
fn what_other_programs_open_is_no_invitation() {
    for text in [
        format!("mailto:help@example.com?body={}", url()),
        format!("mailto:help@example.com?body={}", encode(&url())),
        format!("tel:+41432109556?x={}", url()),
        format!("sms:+41432109556?body={}", short()),
        format!("javascript:{}", url()),
        format!("view-source:{}", url()),
        format!("blob:{}", short()),
        format!("data:text/html;{}", url().replace("https://", "ftp://")),
        format!("ftp://one.call.example.com/j/{}", token()),
        format!("intent://one.call.example.com/j/{}#Intent;scheme=https;end", token()),
        format!("https:evil.example?{}", url()),
        // Found by the corpora.
        format!("http:\\\\evil.example\\{}", url()),
        format!("http:\\\\evil.example\\?{}", url().replace("https://", "")),
        format!("https:\\\\\\.\\y:{}", url().replace("https://", "")),
        format!("http://evil.example/\\@{}", url()),
        format!("ftp:/evil.example/{}", url()),
        format!("https:evil.example/x={}", url().replace("https://", "")),
    ] {
        let result = read(&text);
        assert!(matches!(result, Err(LinkError::NothingFound | LinkError::UnknownHost { .. })), "{text} {result:?}");
    }
    assert_eq!(read("Call tel:+41432109556 or mail mailto:help@example.com"), Err(LinkError::NothingFound));
    assert_eq!(read(&format!("mailto:help@example.com {}", url())), Ok(sent()));
}

#[test]
fn the_gravest_trouble_is_told_wherever_it_stands() {
    let deep = (0..12).fold(short(), |link, _| safe_link(&link));
    let by_weight = [
        (url()[..50].to_owned(), "truncated"),
        ("https://evil.example/meet/1".to_owned(), "unknown-host"),
        (deep, "nested-too-deep"),
        ("https://teams.microsoft.com/l/chat/0/0".to_owned(), "not-joinable"),
        ("https://bit.ly/abc".to_owned(), "opaque-wrapper"),
        ("https://www.example.net/".to_owned(), "unknown-host"),
    ];
    for graver in 0..by_weight.len() {
        for lighter in graver..by_weight.len() {
            for (one, other) in [(graver, lighter), (lighter, graver)] {
                let text = format!("{} and {}", by_weight[one].0, by_weight[other].0);
                let error = read(&text).unwrap_err();
                assert_eq!(error.code(), by_weight[graver].1, "{text}");
            }
        }
    }
}
