//! No secret is printed: whatever crosses the door can be formatted for a log by accident.
#![allow(clippy::unwrap_used, reason = "a test may: helpers are not seen as tests")]

use onecall::client::{Config, ShellEffect};
use onecall::ffi::{Shown, check_name, explain};
use onecall::journey::{AccessToken, Input, Screen, Source, Waiting, Whereabouts};
use onecall::link::{InvitationChoice, Token};
use onecall::protocol::{Phase, WaitReason};

/// Of a link, a code, a passcode, a person, a message, a phrase, a token, a blob, a ticket.
const SECRETS: [&str; 6] =
    ["Zo\u{eb} Quist", "amber walrus", "back in two minutes", "Zq7RtX", "eyJhbGciOi", "kept-secret"];

fn config() -> Config {
    let text = |index: usize| SECRETS.get(index).copied().unwrap_or_default().to_owned();
    let extra_roots = vec![b"kept-secret".to_vec()];
    Config {
        hosts: vec!["help.example.com".to_owned()],
        suggested_name: Some(text(0)),
        extra_roots,
        ..Config::default()
    }
}

fn token() -> String {
    Token::from_bits(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef).to_string()
}

fn links() -> [String; 3] {
    [
        format!("https://help.example.com/j/{}", token()),
        "https://teams.microsoft.com/meet/2345678901234?p=Zq7RtX".to_owned(),
        format!("https://help.example.com/j/{} https://help.example.com/j/{}", token(), Token::from_bits(7)),
    ]
}

/// Everything of the door that can hold a secret, holding one.
fn printed() -> Vec<String> {
    let [name, phrase, message, _, access, blob] = SECRETS.map(str::to_owned);
    let [link, meeting, _] = links();
    let choices = links().map(|text| InvitationChoice { text, end: Some("Zq7RtX".to_owned()) }).into();
    let screens = [
        Screen::Choose { choices, whereabouts: Whereabouts::Nowhere },
        Screen::AskName { suggestion: name.clone(), problem: None, not_taken: true },
        Screen::Waiting(Waiting {
            reason: Some(WaitReason::Noticed),
            match_phrase: phrase,
            message: Some(message.clone()),
            starts_in_ms: None,
            was_asleep: true,
            reconnecting: true,
            lease_ms: Some(600_000),
            moving: false,
        }),
        Screen::Admitted { agent: name.clone() },
        Screen::TeamsClient { url: meeting.clone() },
        Screen::Fallback { sentence: message, may_knock_again: true, phase: Phase::Over },
    ];
    let effects = [
        ShellEffect::Save { blob: Some(blob) },
        ShellEffect::Open { url: meeting.clone() },
        ShellEffect::HandOver { text: link.clone() },
        ShellEffect::JoinMeeting { number: 1, url: meeting, name: name.clone() },
    ];
    let inputs = [
        Input::Text { text: link, source: Source::Link },
        Input::Name(name.clone()),
        Input::AccessToken(AccessToken::parse(&access)),
    ];
    let mut printed = vec![format!("{:?}", config()), format!("{:?}", AccessToken::parse(&access))];
    printed.extend(screens.map(|screen| format!("{:?} {:?}", screen.messages(), Shown::from(screen))));
    printed.extend(effects.map(|effect| format!("{effect:?}")));
    printed.extend(inputs.map(|input| format!("{input:?}")));
    printed.extend(links().map(|link| format!("{:?}", explain(config(), link).unwrap())));
    printed.extend([name.clone(), format!("{name}{}", "\u{202e}")].map(|typed| format!("{:?}", check_name(typed))));
    printed
}

#[test]
fn nothing_of_the_door_prints_a_name_a_link_a_message_or_a_token() {
    for text in printed() {
        assert!(!text.is_empty());
        for secret in SECRETS.iter().copied().chain([token().as_str(), "2345678901234"]) {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
}
