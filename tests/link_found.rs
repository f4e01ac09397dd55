//! What is understood, however it was pasted, typed or handed over.

use onecall::link::{Hosts, Invitation, LinkError, MAX_CHOICES, SpokenCode, Ticket, Token, understand};

mod link_support;

#[cfg(test)]
mod tests {
    use super::link_support::*;
    use super::*;

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
        let link = ticket.link(ours().first().unwrap());
        assert_eq!(link, format!("https://one.call.example.com/j#{TICKET}"));
        for text in
            [ticket.hand_over(), format!(" OneCall:Ticket/{TICKET}\n"), link.clone(), format!("Here: <{link}>.")]
        {
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
}
