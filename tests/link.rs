//! Links as people paste them, and what each damaged one says.

use onecall::link::{
    Host, HostError, Hosts, Invitation, LinkError, MAX_CHOICES, MAX_TEXT_BYTES, SpokenCode, Ticket, Token, understand,
};

#[cfg(test)]
mod tests {
    use super::*;

    const TICKET: &str = "Zm9vYmFyYmF6cXV4X-0123";

    fn host(text: &str) -> Host {
        Host::parse(text).unwrap()
    }

    fn ours() -> Hosts {
        Hosts::new([host("one.call.example.com"), host("help.example.com"), host("localhost:8080")])
    }

    fn token() -> Token {
        Token::from_bits(0x0123_4567_89ab_cdef_0f1e_2d3c_4b5a_6978)
    }

    fn sent() -> Invitation {
        Invitation::OneTime { host: host("one.call.example.com"), token: token() }
    }

    fn url() -> String {
        sent().url().unwrap()
    }

    fn missing(missing: usize) -> LinkError {
        LinkError::Truncated { missing }
    }

    fn unknown(host: &str) -> LinkError {
        LinkError::UnknownHost { host: host.to_owned() }
    }

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
    fn a_link_is_found_however_it_was_pasted() {
        let (url, token) = (url(), token());
        let small = url.to_lowercase();
        for text in [
            url.clone(),
            url.to_uppercase(),
            small,
            format!("  {url}\r\n"),
            format!("{url}/"),
            format!("{url}?utm_source=mail&x=(1)"),
            format!("{url}#top"),
            format!("{url}?"),
            format!("one.call.example.com/j/{token}"),
            format!("Link:one.call.example.com/j/{token}."),
            format!("http://one.call.example.com/j/{token}"),
            format!("http://one.call.example.com:80/j/{token}"),
            format!("https://ONE.Call.example.com:443/j/{token}"),
            format!("https://one.call.example.com./j/{token}"),
            format!("Please join: <{url}>."),
            format!("({url})"),
            format!("“{url}”"),
            format!("»{url}«, thanks"),
            format!("'{url}'!"),
            format!("*{url}*"),
            format!("_{url}_"),
            format!("[Join]({url})"),
            format!("[{url}]({url})"),
            format!("<a href=\"{url}\">{url}</a>"),
            format!("请点击{url}。谢谢"),
            format!("参加：one.call.example.com/j/{token}、よろしく"),
            format!("{url}\u{200B}"),
            format!("\u{FEFF}\u{202A}{url}\u{202C}"),
            format!("https://one.call.\u{AD}example.com/j/\u{2060}{token}"),
            format!("Get the app: https://play.example.org/app, then {url} - see https://www.example.net/j/."),
            format!("{url} and again {url}"),
            format!("{url}\nhttps://help.example.com/j/{token} (the same call by another name)"),
            format!("https://one.call.example.com/j/0123 was cut, here it is: {url}"),
        ] {
            assert_eq!(understand(&text, &ours()), Ok(sent()), "{text}");
        }
        let on_loopback = Invitation::OneTime { host: host("localhost:8080"), token };
        for text in [format!("localhost:8080/j/{token}"), format!("see http://localhost:8080/j/{token}")] {
            assert_eq!(understand(&text, &ours()), Ok(on_loopback.clone()), "{text}");
        }
        let v6 = Hosts::new([host("[::1]:8080")]);
        assert!(understand(&format!("(http://[::1]:8080/j/{token})"), &v6).is_ok());
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
    fn each_damaged_text_says_what_to_do() {
        let (url, token) = (url(), token().to_string());
        let cut = &url[..url.len() - 5];
        for (text, expected) in [
            (String::new(), LinkError::NothingFound),
            ("hello".to_owned(), LinkError::NothingFound),
            ("https://one.call.example.com/".to_owned(), LinkError::NothingFound),
            ("https://one.call.example.com".to_owned(), LinkError::NothingFound),
            ("https://one.call.example.com/help".to_owned(), LinkError::NothingFound),
            (format!("https://one.call.example.com/x/j/{token}"), LinkError::NothingFound),
            (format!("https://one.call.example.com/v1?j=/j/{token}"), LinkError::NothingFound),
            (format!("either/or and w/j/{token}"), LinkError::NothingFound),
            ("https://".to_owned(), LinkError::NothingFound),
            ("https:///j/".to_owned(), LinkError::NothingFound),
            (cut.to_owned(), missing(5)),
            (format!("{cut}… (message shortened)"), missing(5)),
            (format!("{cut}\n{}", &url[cut.len()..]), missing(5)),
            ("https://one.call.example.com/j/".to_owned(), missing(27)),
            ("https://one.call.example.com/j".to_owned(), missing(27)),
            (format!("{url}x"), LinkError::TooLong),
            (format!("{url}/more"), LinkError::TooLong),
            (url.replace(&token, &token.replace('D', "C")), LinkError::Mistyped),
            (url.replace(&token[..1], "U"), LinkError::Mistyped),
            ("a".repeat(MAX_TEXT_BYTES + 1), LinkError::TooLong),
            (format!("{cut} https://other.example.org/"), missing(5)),
        ] {
            let result = understand(&text, &ours());
            assert_eq!(result, Err(expected), "{}", text.chars().take(90).collect::<String>());
        }
    }

    #[test]
    fn a_foreign_host_is_named_and_refused() {
        let token = token();
        for (text, shown) in [
            (format!("https://evil.example.org/j/{token}"), "evil.example.org"),
            (format!("evil.example.org/j/{token}"), "evil.example.org"),
            (format!("https://one.call.example.com.evil.org/j/{token}"), "one.call.example.com.evil.org"),
            (format!("https://xone.call.example.com/j/{token}"), "xone.call.example.com"),
            (format!("https://one.call.example.com:8443/j/{token}"), "one.call.example.com:8443"),
            (format!("https://one.call.example.com@evil.org/j/{token}"), "...@evil.org"),
            (format!("https://me:pass@one.call.example.com/j/{token}"), "...@one.call.example.com"),
            (format!("me:pass@one.call.example.com/j/{token}"), "...@one.call.example.com"),
            (format!("https://evil.org\\@one.call.example.com/j/{token}"), "evil.org\\..."),
            (format!("https://one.call.example.com\\j\\{token}"), "one.call.example.com\\..."),
            (format!("https://one.call.example.com\\@evil.org/j/{token}"), "one.call.example.com\\..."),
            (format!("https://öne.call.example.com/j/{token}"), "\\u{f6}ne.call.example.com"),
            (format!("https://one.call.example.com%2f@evil.org/j/{token}"), "...@evil.org"),
            (format!("https://one.call.exаmple.com/j/{token}"), "one.call.ex\\u{430}mple.com"),
            (format!("https://XN--NE-fka.example/j/{token}"), "xn--ne-fka.example"),
            (format!("https://logo.example.net/x.png https://evil.org/j/{token}"), "evil.org"),
            (format!("https://evil.org/?next=https://one.call.example.com/j/{token}"), "evil.org"),
            (format!("https://[2001:db8::1]/j/{token}"), "[2001:db8::1]"),
        ] {
            assert_eq!(understand(&text, &ours()), Err(unknown(shown)), "{text}");
        }
        let long = format!("https://{}.evil.org/j/x", "a".repeat(500));
        let Err(LinkError::UnknownHost { host }) = understand(&long, &ours()) else { panic!("not refused") };
        assert_eq!(host.len(), 64);
        assert!(host.starts_with("...a") && host.ends_with("a.evil.org"));
    }

    #[test]
    fn two_different_links_are_a_question_not_a_guess() {
        let links: Vec<Invitation> = (0..20)
            .map(|bits| Invitation::OneTime { host: host("help.example.com"), token: Token::from_bits(bits) })
            .collect();
        let text = |links: &[Invitation]| links.iter().filter_map(Invitation::url).collect::<Vec<_>>().join(",");
        let choices = links[..2].to_vec();
        assert_eq!(understand(&text(&links[..2]), &ours()), Err(LinkError::Several { choices }));
        let choices = links[..MAX_CHOICES].to_vec();
        assert_eq!(understand(&text(&links), &ours()), Err(LinkError::Several { choices }));
    }

    #[test]
    fn a_spoken_code_is_understood_only_when_it_is_all_there_is() {
        let code = SpokenCode::from_number(12_345_678).unwrap();
        assert_eq!(code.to_string(), "012 345 678");
        assert_eq!(code.digits(), "012345678");
        for text in [
            "012345678",
            " 012 345 678\n",
            "012-345-678",
            "012.345.678",
            "0 1 2 3 4 5 6 7 8",
            "012\u{A0}345\u{2011}678",
            "０１２　３４５　６７８",
            "٠١٢ ٣٤٥ ٦٧٨",
            "०१२३४५६७८",
            "\u{200E}012\u{200B}345678",
        ] {
            assert_eq!(understand(text, &ours()), Ok(Invitation::SpokenCode(code)), "{text}");
        }
        for (text, expected) in [
            ("code 012 345 678", LinkError::NothingFound),
            ("012 345 678 please", LinkError::NothingFound),
            ("+012 345 678", LinkError::NothingFound),
            ("012/345/678", LinkError::NothingFound),
            ("012 345 67", missing(1)),
            ("012 345 6789", LinkError::TooLong),
        ] {
            assert_eq!(understand(text, &ours()), Err(expected), "{text}");
        }
        assert_eq!(SpokenCode::from_number(1_000_000_000), None);
    }

    #[test]
    fn a_hand_over_carries_a_ticket_and_never_a_token() {
        let ticket = Ticket::parse(TICKET).unwrap();
        assert_eq!(ticket.hand_over(), format!("onecall:ticket/{TICKET}"));
        for text in [ticket.hand_over(), format!(" OneCall:Ticket/{TICKET}\n")] {
            assert_eq!(understand(&text, &ours()), Ok(Invitation::Ticket(ticket.clone())));
        }
        for (text, expected) in [
            ("onecall:ticket/", missing(22)),
            ("onecall:ticket/Zm9vYmFyYmF6cXV4X-012", missing(1)),
            ("onecall:ticket/Zm9vYmFyYmF6cXV4X-012=", LinkError::Mistyped),
            ("see onecall:ticket/Zm9vYmFyYmF6cXV4X-0123", LinkError::NothingFound),
        ] {
            assert_eq!(understand(text, &ours()), Err(expected), "{text}");
        }
        let long = format!("onecall:ticket/{}", "a".repeat(65));
        assert_eq!(understand(&long, &ours()), Err(LinkError::TooLong));
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
