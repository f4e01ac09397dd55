//! What holds for every link and every text.

use onecall::link::{Host, Hosts, Invitation, LinkError, SpokenCode, Ticket, Token, understand};
use proptest::prelude::*;

const HOST: &str = "help.example.com";

fn link(bits: u128) -> Option<(Invitation, String, Hosts)> {
    let host = Host::parse(HOST).ok()?;
    let ours = Hosts::new([host.clone()]);
    let invitation = Invitation::OneTime { host, token: Token::from_bits(bits) };
    let url = invitation.url()?;
    Some((invitation, url, ours))
}

/// What a character reads as; itself where the alphabet does not know it.
fn reading(char: char) -> char {
    match char.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    }
}

/// Pieces that links and messages are made of, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("https://".to_owned()),
        Just("HTTP://".to_owned()),
        Just(HOST.to_owned()),
        Just("evil.org".to_owned()),
        Just("/j/".to_owned()),
        Just("onecall:ticket/".to_owned()),
        Just("msteams:".to_owned()),
        Just("teams.microsoft.com".to_owned()),
        Just("/l/meetup-join/19%3ameeting_Nz%40thread.v2/0?context=".to_owned()),
        Just("/meet/2414128301281?p=NzhDLMLT8b".to_owned()),
        Just("/dl/launcher/launcher.html?url=%2F_%23".to_owned()),
        Just("eur03.safelinks.protection.outlook.com/?url=".to_owned()),
        Just("urldefense.com/v3/__".to_owned()),
        Just("__;JSUl!!".to_owned()),
        Just("https%3A%2F%2F".to_owned()),
        Just("%7b%22Tid%22%3a%2231ebb41f-b13e-48f9-be32-d2a71ea9524a%22%7d".to_owned()),
        Just("=\r\n".to_owned()),
        Just("=3D".to_owned()),
        Just("&amp;".to_owned()),
        Just("\n> ".to_owned()),
        Just("\u{202E}".to_owned()),
        Just("1234567890ABCDEFGHJKMNPQR".to_owned()),
        "[@:/?#.,;<>(){}|\\\\\\[\\]%&= \t\u{200B}\u{FEFF}ä。-]",
        "[0-9]{1,9}",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn parse_after_print_is_identity(bits: u128) {
        let token = Token::from_bits(bits);
        prop_assert_eq!(token.bits(), bits);
        prop_assert_eq!(Token::parse(&token.to_string()), Ok(token));
        let (invitation, url, ours) = link(bits).ok_or_else(|| TestCaseError::fail("no link"))?;
        prop_assert_eq!(understand(&url, &ours), Ok(invitation.clone()));
        let stored = serde_json::to_string(&invitation).map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(serde_json::from_str::<Invitation>(&stored).ok(), Some(invitation));
    }

    #[test]
    fn case_and_look_alikes_change_nothing(bits: u128, lower: [bool; 27], alike in proptest::array::uniform27(0_usize..3)) {
        let printed = Token::from_bits(bits).to_string();
        let written: String = printed.chars().zip(lower).zip(alike).map(|((char, lower), alike)| {
            let char = match char {
                '1' => ['1', 'I', 'L'][alike],
                '0' => ['0', 'O', 'o'][alike],
                char => char,
            };
            if lower { char.to_ascii_lowercase() } else { char }
        }).collect();
        prop_assert_eq!(Token::parse(&written), Ok(Token::from_bits(bits)));
    }

    #[test]
    fn any_truncation_is_detected(bits: u128, cut in 1_usize..=27) {
        let (_, url, ours) = link(bits).ok_or_else(|| TestCaseError::fail("no link"))?;
        let expected = Err(LinkError::Truncated { missing: cut });
        let short = &url[..url.len() - cut];
        prop_assert_eq!(&understand(short, &ours), &expected);
        prop_assert_eq!(&understand(&format!("Join here: {short} and wait."), &ours), &expected);
    }

    #[test]
    fn any_truncation_of_the_whole_link_is_detected(bits: u128, length in 0_usize..51) {
        let (_, url, ours) = link(bits).ok_or_else(|| TestCaseError::fail("no link"))?;
        prop_assert!(understand(&url[..length], &ours).is_err());
    }

    #[test]
    fn any_substitution_is_detected(bits: u128, place in 0_usize..27, wrong: char, common in "[ -~]") {
        let printed = Token::from_bits(bits).to_string();
        let right = printed.as_bytes()[place];
        for wrong in [wrong, common.chars().next().unwrap_or(' ')] {
            prop_assume!(reading(wrong) != char::from(right));
            let text = format!("{}{wrong}{}", &printed[..place], &printed[place + 1..]);
            prop_assert!(Token::parse(&text).is_err());
            let (_, _, ours) = link(bits).ok_or_else(|| TestCaseError::fail("no link"))?;
            let understood = understand(&format!("https://{HOST}/j/{text}"), &ours);
            prop_assert!(understood.is_err(), "{:?} in place {}", wrong, place);
        }
    }

    #[test]
    fn any_swap_is_detected(bits: u128, one in 0_usize..27, other in 0_usize..27) {
        let printed = Token::from_bits(bits).to_string();
        for (one, other) in [(one, other), (one.min(25), one.min(25) + 1)] {
            let mut bytes = printed.clone().into_bytes();
            bytes.swap(one, other);
            let swapped = String::from_utf8_lossy(&bytes);
            if swapped == printed {
                continue;
            }
            prop_assert_eq!(Token::parse(&swapped), Err(LinkError::Mistyped));
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let text = String::from_utf8_lossy(&bytes);
        let (_, _, ours) = link(1).ok_or_else(|| TestCaseError::fail("no link"))?;
        let _ = (understand(&text, &ours), Token::parse(&text), Host::parse(&text));
        let _ = (SpokenCode::parse(&text), Ticket::parse(&text));
    }

    #[test]
    fn no_crooked_link_panics_or_leads_anywhere_but_to_us(text in pieces()) {
        let (_, _, ours) = link(1).ok_or_else(|| TestCaseError::fail("no link"))?;
        match understand(&text, &ours) {
            Ok(Invitation::OneTime { host, .. }) => prop_assert!(ours.contains(&host)),
            Ok(Invitation::Teams(link)) => {
                let url = link.url();
                prop_assert!(url.starts_with(&format!("https://{}/", link.cloud().host())), "{}", url);
                prop_assert!(url.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~:/?=%".contains(&byte)), "{}", url);
                prop_assert_eq!(understand(&url, &ours).map(|again| again.url()), Ok(Some(url)));
            }
            Err(LinkError::UnknownHost { host }) => {
                prop_assert!(host.len() <= 64 && host.bytes().all(|byte| byte.is_ascii_graphic()), "{}", host);
            }
            Ok(_) | Err(_) => {}
        }
    }

    #[test]
    fn a_link_is_found_in_any_prose(before in "[a-zäé .,!?()\n]{0,40}", after in "([.,!?)]{0,3}[ \n][a-zäé .,!?()\n]{0,40})?", bits: u128) {
        let (invitation, url, ours) = link(bits).ok_or_else(|| TestCaseError::fail("no link"))?;
        prop_assert_eq!(understand(&format!("{before}{url}{after}"), &ours), Ok(invitation));
    }

    #[test]
    fn a_teams_link_survives_print_and_parse(number in "[0-9]{1,24}", passcode in "[A-Za-z0-9]{1,24}", tenant in "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", thread in "19:(gcch:)?meeting_[A-Za-z0-9]{4,48}@thread\\.(v2|skype|tacv2)", message in "[0-9]{1,13}") {
        let ours = Hosts::default();
        for url in [
            format!("https://teams.live.com/meet/{number}?p={passcode}"),
            format!(
                "https://teams.microsoft.com/l/meetup-join/{}/{message}?context=%7b%22Tid%22%3a%22{tenant}%22%7d",
                thread.replace(':', "%3a").replace('@', "%40"),
            ),
        ] {
            let invitation = understand(&url, &ours);
            prop_assert_eq!(invitation.as_ref().map(Invitation::url), Ok(Some(url)));
        }
    }

    #[test]
    fn a_spoken_code_survives_print_and_parse(number in 0_u32..1_000_000_000) {
        let code = SpokenCode::from_number(number).ok_or_else(|| TestCaseError::fail("no code"))?;
        prop_assert_eq!(SpokenCode::parse(&code.to_string()), Ok(code));
        prop_assert_eq!(SpokenCode::parse(&code.digits()), Ok(code));
    }

    #[test]
    fn a_host_survives_print_and_parse(text in "[a-z0-9.-]{1,30}(:[0-9]{1,5})?") {
        if let Ok(host) = Host::parse(&text) {
            prop_assert_eq!(Host::parse(host.as_str()), Ok(host));
        }
    }
}
