//! Tokens, codes, tickets and hosts: how they print, read and keep their secrets.

use onecall::link::{Host, HostError, Hosts, Invitation, LinkError, SpokenCode, Ticket, Token, understand};

mod link_support;

#[cfg(test)]
mod tests {
    use super::link_support::*;
    use super::*;

    #[test]
    fn a_link_on_a_twenty_character_host_has_58_characters() {
        assert_eq!("one.call.example.com".len(), 20);
        assert_eq!(url().len(), 58);
        assert!(url().starts_with("https://one.call.example.com/j/"));
    }

    #[test]
    fn only_a_loopback_host_is_linked_without_tls() {
        for (text, start) in [
            ("localhost:8080", "http://localhost:8080/j/"),
            ("127.0.0.1", "http://127.0.0.1/j/"),
            ("[::1]:99", "http://[::1]:99/j/"),
            ("a.localhost", "http://a.localhost/j/"),
            ("10.0.0.1", "https://10.0.0.1/j/"),
            ("localhost.example.com:8443", "https://localhost.example.com:8443/j/"),
        ] {
            let url = Invitation::OneTime { host: host(text), token: token() }.url().unwrap();
            assert!(url.starts_with(start), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_link_has_no_url() {
        assert_eq!(Invitation::SpokenCode(SpokenCode::from_number(1).unwrap()).url(), None);
        assert_eq!(Invitation::Ticket(Ticket::parse(TICKET).unwrap()).url(), None);
    }

    #[test]
    fn tokens_print_as_they_always_did() {
        for (bits, printed) in [
            (0, "000000000000000000000000000"),
            (1, "000000000000000000000000012"),
            (31, "00000000000000000000000000ZV"),
        ] {
            let printed = &printed[printed.len() - 27..];
            assert_eq!(Token::from_bits(bits).to_string(), printed);
        }
        assert!(Token::from_bits(u128::MAX).to_string().starts_with("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"));
    }

    #[test]
    fn every_wrong_character_and_every_two_swapped_ones_are_noticed() {
        const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        for bits in [0, 1, u128::MAX, token().bits(), 0x5555_5555 << 61] {
            let printed = Token::from_bits(bits).to_string();
            for place in 0..27 {
                for wrong in ALPHABET.chars().filter(|wrong| !printed[place..].starts_with(*wrong)) {
                    let text = format!("{}{wrong}{}", &printed[..place], &printed[place + 1..]);
                    assert_eq!(Token::parse(&text), Err(LinkError::Mistyped), "place {place}");
                }
                for other in place + 1..27 {
                    let mut chars: Vec<char> = printed.chars().collect();
                    chars.swap(place, other);
                    let text: String = chars.into_iter().collect();
                    assert_eq!(Token::parse(&text).is_err(), text != printed, "places {place} and {other}");
                }
            }
        }
    }

    #[test]
    fn one_token_has_one_spelling() {
        // Eight times the first symbol's value: the same 128 bits if padding were not looked at.
        let printed = Token::from_bits(0).to_string();
        let sound_with_padding = ["8", "G", "R"].iter().flat_map(|first| {
            let rest = printed[1..26].to_owned();
            "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().map(move |check| format!("{first}{rest}{check}"))
        });
        for text in sound_with_padding {
            assert_eq!(Token::parse(&text), Err(LinkError::Mistyped));
        }
    }

    #[test]
    fn look_alikes_read_as_what_they_mean() {
        let token = Token::from_bits(1 << 5 | 1 << 60);
        let printed = token.to_string();
        assert!(printed.contains('1') && printed.contains('0'));
        for (one, zero) in [("I", "O"), ("i", "o"), ("l", "O"), ("L", "o")] {
            assert_eq!(Token::parse(&printed.replace('1', one).replace('0', zero)), Ok(token));
        }
    }

    #[test]
    fn neither_debug_nor_error_texts_show_a_secret() {
        let code = SpokenCode::from_number(987_654_321).unwrap();
        let ticket = Ticket::parse(TICKET).unwrap();
        let secrets = [token().to_string(), token().bits().to_string(), "987".to_owned(), TICKET.to_owned()];
        let invitations = [sent(), Invitation::SpokenCode(code), Invitation::Ticket(ticket)];
        let several = LinkError::Several { choices: invitations.to_vec() };
        let mut shown = format!("{invitations:?} {:?} {several:?} {several}", token());
        for text in [format!("{}x", url()), format!("https://a:{}@b.org/j/x", token()), format!("x/{}", url())] {
            let error = understand(&text, &Hosts::default()).unwrap_err();
            shown.push_str(&format!("{error:?} {error} {}", error.code()));
        }
        for secret in secrets {
            assert!(!shown.contains(&secret), "{shown}");
        }
        assert!(shown.contains("OneTime(one.call.example.com, …)"), "{shown}");
    }

    #[test]
    fn errors_are_one_sentence_with_a_stable_code() {
        for (error, code) in [
            (LinkError::NothingFound, "nothing-found"),
            (missing(1), "truncated"),
            (LinkError::TooLong, "too-long"),
            (LinkError::Mistyped, "mistyped"),
            (LinkError::UnknownCode, "unknown-code"),
            (unknown("evil.org"), "unknown-host"),
            (LinkError::Several { choices: vec![sent()] }, "several"),
        ] {
            assert_eq!(error.code(), code);
            let sentence = error.to_string();
            assert!(sentence.ends_with('.') && !sentence[..sentence.len() - 1].contains(". "), "{sentence}");
            assert_eq!(serde_json::to_value(&error).unwrap()["code"], code);
        }
        assert!(missing(1).to_string().contains("1 character is missing"));
        assert!(missing(5).to_string().contains("5 characters are missing"));
    }

    #[test]
    fn one_host_has_one_spelling() {
        for (text, spelled) in [
            ("Help.Example.COM", "help.example.com"),
            ("help.example.com.", "help.example.com"),
            ("help.example.com:443", "help.example.com"),
            ("help.example.com:08443", "help.example.com:8443"),
            ("localhost:80", "localhost"),
            ("localhost:443", "localhost:443"),
            ("192.0.2.1:8080", "192.0.2.1:8080"),
            ("[2001:DB8:0::1]:443", "[2001:db8::1]"),
            ("xn--bcher-kva.example", "xn--bcher-kva.example"),
            ("3com.example", "3com.example"),
        ] {
            assert_eq!(host(text).as_str(), spelled);
        }
        for (text, error) in [
            ("", HostError::Empty),
            (":80", HostError::Empty),
            ("a..b", HostError::Label),
            ("-a.b", HostError::Label),
            ("a b", HostError::Label),
            ("me@a.b", HostError::Label),
            ("a.b/", HostError::Label),
            ("bücher.example", HostError::Label),
            ("a.b:", HostError::Port),
            ("a.b:0", HostError::Port),
            ("a.b:+80", HostError::Port),
            ("a.b:65536", HostError::Port),
            ("::1", HostError::Label),
            ("[::1", HostError::Address),
            ("[::g]", HostError::Address),
            ("1.2.3", HostError::Address),
            ("256.1.1.1", HostError::Address),
            ("a.0x7f", HostError::Address),
        ] {
            assert_eq!(Host::parse(text), Err(error), "{text}");
        }
        assert_eq!(Host::parse(&"a.".repeat(127)).map(|host| host.as_str().len()), Ok(253));
        assert_eq!(Host::parse(&"a.".repeat(128)), Err(HostError::TooLong));
    }
}
