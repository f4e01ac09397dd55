//! What is refused, and what each damaged text says.

use onecall::link::{LinkError, MAX_TEXT_BYTES, understand};

mod link_support;

#[cfg(test)]
mod tests {
    use super::link_support::*;
    use super::*;

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
}
