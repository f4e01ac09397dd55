//! Every form of a Teams link.

use onecall::link::{Cloud, Invitation, LinkError, TeamsForm};

use crate::made::*;

#[test]
fn the_long_link_is_understood_however_it_is_encoded() {
    let path = long_path();
    let id = &THREAD["19:meeting_".len()..THREAD.len() - "@thread.v2".len()];
    let capitals = format!("19%3Ameeting_{id}%40thread.v2/0?context={}", encode(&context()));
    for link in [
        long(),
        format!("https://teams.microsoft.com/l/meetup-join/{capitals}"),
        format!("https://teams.microsoft.com/l/meetup-join/{THREAD}/0?context={}", encode(&context())),
        format!("https://teams.microsoft.com/l/meetup-join/{THREAD}/0?context={}", context()),
        format!("https://teams.microsoft.com/l/meetup-join/{THREAD}/0?context={}", context().replace(':', ": ")),
        format!("https://teams.microsoft.com/l/meetup-join/{}", path.replace('%', "%25")),
        format!("https://teams.microsoft.com/l/meetup-join/{}", path.replace('%', "%2525")),
        format!("https://teams.microsoft.com/l/meetup-join/{}", path.replace('?', "%3F").replace('=', "%3D")),
        encode(&long()),
        encode(&encode(&long())),
        format!("http://teams.microsoft.com/l/meetup-join/{path}"),
        format!("https://teams.microsoft.com:443/l/meetup-join/{path}"),
        format!("https://teams.microsoft.com./l/meetup-join/{path}"),
        format!("HTTPS://Teams.Microsoft.Com/L/Meetup-Join/{path}"),
        format!("teams.microsoft.com/l/meetup-join/{path}"),
        format!("https://teams.cloud.microsoft/l/meetup-join/{path}"),
        format!("https://teams.microsoft.com/_#/l/meetup-join/{path}"),
        format!("https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/{path}"),
        format!("{}&anon=true&pp=123#", long()),
        long().replace("%22%7d", "%22%2c%22MessageId%22%3a%220%22%7d"),
        long().replace(TENANT, &TENANT.to_uppercase()),
    ] {
        assert_eq!(shape(&teams(&link)), long_shape(TeamsForm::MeetupJoin), "{link}");
        assert_eq!(teams(&link).url(), long(), "{link}");
    }
}

#[test]
fn the_short_link_keeps_the_case_of_its_passcode() {
    for link in [
        short(),
        format!("{}&anon=true", short()),
        format!("https://teams.microsoft.com/meet/{NUMBER}?anon=true&p={PASSCODE}"),
        format!("https://teams.microsoft.com/meet/{NUMBER}/?p={PASSCODE}#"),
        format!("https://teams.microsoft.com/meet/{NUMBER}%3Fp%3D{PASSCODE}"),
        format!("https://teams.microsoft.com/v2/?meetingjoin=true#/meet/{NUMBER}?p={PASSCODE}&anon=true"),
        format!("teams.cloud.microsoft/meet/{NUMBER}?p={PASSCODE}"),
    ] {
        assert_eq!(shape(&teams(&link)), short_shape(TeamsForm::Meet), "{link}");
        assert_eq!(teams(&link).url(), short(), "{link}");
    }
    let lower = PASSCODE.to_lowercase();
    assert_eq!(teams(&short().replace(PASSCODE, &lower)).passcode(), Some(lower.as_str()));
    // A passcode may begin like an encoding of mail.
    assert_eq!(teams(&short().replace(PASSCODE, "3DAB12")).passcode(), Some("3DAB12"));
}

#[test]
fn a_channel_meeting_and_an_old_thread_are_joined_at_their_message() {
    for (thread, message) in [
        ("19:55dce7a604224a9989c094d3c46064b0@thread.tacv2", "1591959203339"),
        ("19:55dce7a604224a9989c094d3c46064b0@thread.skype", "1550832100425"),
        ("19:meeting_NzRjMmU4ODAtNWY3Zi00@thread.skype", "0"),
        ("19:de:meeting_NzRjMmU4ODAtNWY3Zi00@thread.v2", "0"),
    ] {
        let link =
            long().replace(&long_path(), &format!("{}/{message}?context={}", encode(thread), encode(&context())));
        assert_eq!((teams(&link).thread(), teams(&link).message()), (Some(thread), Some(message)), "{link}");
        let another = link.replace(&format!("/{message}?"), "/1600000000000?");
        assert!(matches!(read(&format!("{link} {another}")), Err(LinkError::Several { .. })), "{link}");
    }
}

#[test]
fn every_cloud_is_known_by_its_host_and_linked_on_it() {
    for (host, cloud) in [
        ("teams.microsoft.com", Cloud::Worldwide),
        ("teams.live.com", Cloud::Consumer),
        ("gov.teams.microsoft.us", Cloud::GccHigh),
        ("dod.teams.microsoft.us", Cloud::Dod),
        ("teams.microsoftonline.cn", Cloud::China),
    ] {
        for link in [long(), short()] {
            let link = teams(&link.replace("teams.microsoft.com", host));
            assert_eq!(link.cloud(), cloud);
            assert!(link.url().starts_with(&format!("https://{host}/")), "{}", link.url());
            assert!(link.app_url().starts_with(&format!("msteams://{host}/")), "{}", link.app_url());
        }
    }
    let consumer = teams("https://teams.live.com/meet/9444802028296");
    assert_eq!((consumer.meeting_id(), consumer.passcode()), (Some("9444802028296"), None));
    assert_eq!(consumer.url(), "https://teams.live.com/meet/9444802028296");
}

#[test]
fn the_apps_scheme_is_understood_with_and_without_its_slashes() {
    let path = long_path();
    for (link, form) in [
        (format!("msteams:/l/meetup-join/{path}"), TeamsForm::Scheme),
        (format!("msteams:///l/meetup-join/{path}"), TeamsForm::Scheme),
        (format!("MSTeams:/l/meetup-join/{path}&fqdn=teams.microsoft.com"), TeamsForm::Scheme),
        (format!("msteams://teams.microsoft.com/l/meetup-join/{path}"), TeamsForm::Scheme),
        (format!("msteams:teams.microsoft.com/l/meetup-join/{path}"), TeamsForm::Scheme),
        (format!("open msteams:/l/meetup-join/{THREAD}/0?context={}, please", context()), TeamsForm::Scheme),
    ] {
        assert_eq!(shape(&teams(&link)), long_shape(form), "{link}");
    }
    let number = teams(&format!("msteams:/meet/{NUMBER}?p={PASSCODE}"));
    assert_eq!(shape(&number), short_shape(TeamsForm::Scheme));
    for (link, cloud) in [
        (format!("msteams:/meet/{NUMBER}?p=Ab1&fqdn=teams.live.com"), Cloud::Consumer),
        (format!("msteams:/l/meetup-join/{}", path.replace("meeting_", "gcch:meeting_")), Cloud::GccHigh),
        (format!("msteams:/l/meetup-join/{}", path.replace("meeting_", "dod:meeting_")), Cloud::Dod),
        (format!("msteams:/meet/{NUMBER}?p=Ab1&fqdn=evil.example"), Cloud::Worldwide),
    ] {
        assert_eq!(teams(&link).cloud(), cloud, "{link}");
    }
}

#[test]
fn the_launcher_and_the_light_client_hold_the_same_meeting() {
    let inner = format!("/_#/l/meetup-join/{THREAD}/0?context={}&anon=true", encode(&context()));
    let launcher = "https://teams.microsoft.com/dl/launcher/launcher.html?url=";
    let lower = |text: &str| text.replace("%2F", "%2f").replace("%3A", "%3a").replace("%7B", "%7b");
    for link in [
        format!("{launcher}{}&type=meetup-join&deeplinkId=x&directDl=true", encode(&inner)),
        format!("{launcher}{}&type=meetup-join#", lower(&encode(&inner))),
        format!("{launcher}{inner}"),
        format!("{launcher}{}", encode(&long())),
    ] {
        assert_eq!(shape(&teams(&link)), long_shape(TeamsForm::Launcher), "{link}");
    }
    let number = format!("{launcher}{}&type=meet", encode(&format!("/_#/meet/{NUMBER}?p={PASSCODE}&anon=true")));
    assert_eq!(shape(&teams(&number)), short_shape(TeamsForm::Launcher));

    let light = "https://teams.microsoft.com/light-meetings/launch?agent=web&version=25013018700&coords=";
    let coords = format!(
        "{{\"conversationId\":\"{THREAD}\",\"tenantId\":\"{TENANT}\",\"organizerId\":\"{ORGANISER}\",\"messageId\":\"0\"}}"
    );
    let number = format!("{{\"meetingCode\":\"{NUMBER}\",\"passcode\":\"{PASSCODE}\"}}");
    for (coords, shape_of) in [(coords, long_shape as fn(TeamsForm) -> Shape<'static>), (number, short_shape)] {
        for encoded in [base64(&coords), base64(&coords).replace('=', "%3D"), base64(&encode(&coords))] {
            let link = teams(&format!("{light}{encoded}&deeplinkId=x"));
            assert_eq!(shape(&link), shape_of(TeamsForm::LightMeeting), "{encoded}");
        }
    }
    let outside = format!("{light}{}&p={PASSCODE}", base64(&format!("{{\"meetingCode\":{NUMBER}}}")));
    assert_eq!(shape(&teams(&outside)), short_shape(TeamsForm::LightMeeting));
}

fn base64(text: &str) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let chunk = |bytes: &[u8]| {
        let bits = bytes.iter().chain(&[0, 0]).take(3).fold(0, |bits, byte| bits << 8 | usize::from(*byte));
        let symbols = [18, 12, 6, 0].map(|shift| char::from(ALPHABET[bits >> shift & 63]));
        let text: String = symbols.into_iter().take(bytes.len() + 1).collect();
        format!("{text:=<4}")
    };
    text.as_bytes().chunks(3).map(chunk).collect()
}

#[test]
fn all_forms_of_one_meeting_are_one_invitation() {
    let launcher = format!(
        "https://teams.microsoft.com/dl/launcher/launcher.html?url={}",
        encode(&format!("/_#/l/meetup-join/{}", long_path()))
    );
    let scheme = long().replace("https:", "msteams:");
    assert_eq!(shape(&teams(&format!("{launcher} {} {scheme}", long()))), long_shape(TeamsForm::Launcher));
    // The visible text of a link is often less than the link.
    let without = "https://teams.live.com/meet/9444802028296";
    assert_eq!(teams(&format!("[{without}]({without}?p=N4IzETWmG2)")).passcode(), Some("N4IzETWmG2"));
}

#[test]
fn a_broadcast_stays_a_broadcast() {
    let link = long().replace("%22%7d", "%22%2c%22IsBroadcastMeeting%22%3atrue%7d");
    assert!(teams(&link).url().ends_with("%2c%22IsBroadcastMeeting%22%3atrue%7d"), "{}", teams(&link).url());
    assert_eq!(teams(&teams(&link).url()), teams(&link));
}

#[test]
fn a_stored_link_comes_back_and_a_forged_one_does_not() {
    for link in [long(), short(), "https://teams.live.com/meet/9444802028296".to_owned()] {
        let invitation = Invitation::Teams(teams(&link));
        let stored = serde_json::to_string(&invitation).unwrap();
        assert_eq!(serde_json::from_str::<Invitation>(&stored).unwrap(), invitation);
        for (true_part, forged) in [("19:", "20:"), ("31ebb41f", "../../.."), (NUMBER, "1?x"), ("9444802028296", "")] {
            if stored.contains(true_part) {
                assert!(serde_json::from_str::<Invitation>(&stored.replace(true_part, forged)).is_err());
            }
        }
    }
}

#[test]
fn debug_shows_cloud_and_form_alone() {
    let shown = format!("{:?} {:?}", read(&long()), read(&short()));
    assert_eq!(shown, "Ok(TeamsLink(Worldwide, MeetupJoin, …)) Ok(TeamsLink(Worldwide, Meet, …))");
}
