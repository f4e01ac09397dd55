//! What others collected to break readers of links: no panic, and no host that is taken for another.
//!
//! A host is taken for another when a text is understood as a link of ours or of Teams while the
//! URL Standard, as crate `url` implements it, finds another host in it.

use onecall::link::{Host, Hosts, Invitation, understand};
use serde_json::Value;
use url::Url;

use crate::link_support::token;

const OURS: &str = "one.call.example.com";
const TEAMS: &str = "teams.microsoft.com";

fn strings(corpus: &str) -> Vec<String> {
    serde_json::from_str(corpus).expect("a list of strings")
}

/// What a message puts between links. A text with one of these is a message to us and may be one
/// odd URL to a parser.
fn is_one_word(text: &str) -> bool {
    let text = text.trim();
    !text.contains(|char: char| match char {
        ' ' | '\n' | '\r' | '\t' | '<' | '>' | '"' | '\'' | '`' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '^'
        | ',' | ';' | '*' => true,
        char => char.is_ascii_control() || (!char.is_ascii() && !char.is_alphanumeric()),
    })
}

/// Understands a text; fails if its host was taken for another.
#[track_caller]
fn check(text: &str, ours: &Hosts) -> bool {
    let host = match understand(text, ours) {
        Ok(Invitation::OneTime { host, .. }) => {
            assert!(ours.contains(&host));
            host.name().to_owned()
        }
        Ok(Invitation::Teams(link)) => {
            let clean = Url::parse(&link.url()).expect("a clean link");
            assert_eq!(clean.host_str(), Some(link.cloud().host()), "{text:?}");
            // The other host of the same cloud.
            if text.to_lowercase().contains("teams.cloud.microsoft") {
                return true;
            }
            link.cloud().host().to_owned()
        }
        Ok(_) | Err(_) => return false,
    };
    if is_one_word(text) {
        let standard = Url::parse(text.trim()).ok().and_then(|url| url.host_str().map(str::to_owned));
        // The root's dot names the same host.
        let is_another = |standard: &String| standard.strip_suffix('.').unwrap_or(standard) != host;
        assert!(!standard.as_ref().is_some_and(is_another), "{text:?}: {host} is {standard:?}");
    }
    true
}

/// Places around a whole link, and within one, where a hostile piece may stand.
fn around(piece: &str) -> Vec<String> {
    let mut texts = vec![piece.to_owned()];
    for (host, path) in [(OURS, format!("/j/{}", token())), (TEAMS, "/meet/2414128301281?p=NzhDLMLT8b".to_owned())] {
        texts.extend([
            format!("{piece}{path}"),
            format!("{piece}{host}{path}"),
            format!("{piece}/{host}{path}"),
            format!("{piece}//{host}{path}"),
            format!("{piece}@{host}{path}"),
            format!("{piece}\\{host}{path}"),
            format!("{piece}?{host}{path}"),
            format!("{piece}https://{host}{path}"),
            format!("{piece}:https://{host}{path}"),
            format!("https:{piece}{host}{path}"),
            format!("https:/{piece}{host}{path}"),
            format!("https://{piece}{host}{path}"),
            format!("https://{piece}@{host}{path}"),
            format!("https://{piece}.{host}{path}"),
            format!("https://{host}{piece}{path}"),
            format!("https://{host}.{piece}{path}"),
            format!("https://{host}@{piece}{path}"),
            format!("https://{host}:{piece}{path}"),
            format!("https://{host}/{piece}{path}"),
            format!("https://{host}{path}{piece}"),
            format!("msteams://{piece}{host}{path}"),
            format!("msteams:{piece}{path}"),
        ]);
    }
    texts
}

fn ours() -> Hosts {
    Hosts::new([Host::parse(OURS).expect("a host")])
}

#[test]
fn no_url_of_the_web_platform_tests_takes_one_host_for_another() {
    let mut accepted = 0;
    for input in strings(include_str!("../corpora/wpt-urls.json")) {
        accepted += around(&input).iter().filter(|text| check(text, &ours())).count();
        // The case as it is, with its own host as ours, and with ours in the place of its host.
        let Some(host) = Url::parse(&input).ok().and_then(|url| url.host_str().map(str::to_owned)) else { continue };
        if let Ok(host) = Host::parse(&host) {
            let hosts = Hosts::new([host]);
            for text in [format!("{input}/j/{}", token()), format!("{input}j/{}", token()), input.replace("foo", "j")] {
                accepted += usize::from(check(&text, &hosts));
            }
        }
        for ours_is in [OURS, TEAMS] {
            let replaced = input.replacen(&host, ours_is, 1);
            for path in [format!("/j/{}", token()), "/meet/2414128301281?p=NzhDLMLT8b".to_owned()] {
                for text in [format!("{replaced}{path}"), replaced.replacen(ours_is, &format!("{ours_is}{path}"), 1)] {
                    accepted += usize::from(check(&text, &ours()));
                }
            }
        }
    }
    assert!(accepted > 2_000, "only {accepted} were accepted at all: the test shows nothing");
}

#[test]
fn no_name_of_the_idna_tests_is_taken_for_another() {
    let mut accepted = 0;
    for name in strings(include_str!("../corpora/idna-test-v2.json")) {
        for text in [
            format!("https://{name}/j/{}", token()),
            format!("https://{name}.{OURS}/j/{}", token()),
            format!("https://{OURS}{name}/j/{}", token()),
            format!("https://{name}{OURS}/j/{}", token()),
            format!("https://one.call.{name}example.com/j/{}", token()),
            format!("https://{TEAMS}{name}/meet/2414128301281?p=NzhDLMLT8b"),
            format!("https://teams.{name}microsoft.com/meet/2414128301281?p=NzhDLMLT8b"),
        ] {
            accepted += usize::from(check(&text, &ours()));
        }
        // What the name stands for, as one of ours.
        let text = format!("https://{name}/j/{}", token());
        let ascii = Url::parse(&text).ok().and_then(|url| Host::parse(url.host_str()?).ok());
        if let Some(host) = ascii {
            accepted += usize::from(check(&text, &Hosts::new([host])));
        }
    }
    assert!(accepted > 500, "only {accepted} were accepted at all: the test shows nothing");
}

#[test]
fn no_look_alike_of_a_letter_is_taken_for_it() {
    let Value::Object(confusables) = serde_json::from_str(include_str!("../corpora/confusables.json")).unwrap() else {
        panic!("not an object")
    };
    let mut tried = 0;
    for (letter, look_alikes) in &confusables {
        for look_alike in look_alikes.as_str().unwrap().chars() {
            for link in
                [format!("https://{OURS}/j/{}", token()), format!("https://{TEAMS}/meet/2414128301281?p=NzhDLMLT8b")]
            {
                let (start, rest) = link.split_at("https://".len());
                let (host, path) = rest.split_at(rest.find('/').unwrap());
                let replaced = [
                    format!("{start}{}{path}", host.replace(letter.as_str(), &look_alike.to_string())),
                    format!("{start}{}{path}", host.replacen(letter.as_str(), &look_alike.to_string(), 1)),
                    format!("{start}{host}{look_alike}evil.example{path}"),
                    format!("{}{rest}", start.replace(letter.as_str(), &look_alike.to_string())),
                ];
                for text in replaced {
                    tried += 1;
                    check(&text, &ours());
                    let is_a_look_alike = text.starts_with("https://") && !text.contains(host);
                    assert!(!is_a_look_alike || understand(&text, &ours()).is_err(), "{text}");
                }
            }
        }
    }
    assert!(tried > 10_000);
}

#[test]
fn no_naughty_string_takes_one_host_for_another() {
    for piece in strings(include_str!("../corpora/blns.json")) {
        for text in around(&piece) {
            check(&text, &ours());
        }
    }
}
