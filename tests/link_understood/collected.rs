//! The page of collected links.

use onecall::link::{Invitation, LinkError, TeamsLink, understand};
use serde_json::Value;

use crate::link_support::ours;

const PAGE: &str = include_str!("../corpora/collected-links.txt");

/// Link and what it is, in the words of the page.
fn collected() -> Vec<(&'static str, &'static str)> {
    let lines: Vec<&str> = PAGE.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).collect();
    lines.chunks(2).map(|pair| (pair[0], pair[1].strip_prefix("-> ").expect("an arrow"))).collect()
}

fn in_words(result: &Result<Invitation, LinkError>) -> String {
    match result {
        Ok(Invitation::Teams(link)) => teams_in_words(link),
        Ok(other) => format!("{other:?}"),
        Err(error) => {
            let json = serde_json::to_value(error).unwrap();
            let detail = ["what", "host", "service"].iter().find_map(|field| json[field].as_str());
            format!("error {} {}", error.code(), detail.unwrap_or_default()).trim_end().to_owned()
        }
    }
}

fn teams_in_words(link: &TeamsLink) -> String {
    let Value::Object(parts) = serde_json::to_value(link).unwrap() else { panic!("not an object") };
    let text = |name: &str| parts.get(name).and_then(Value::as_str);
    let mut words = vec!["teams".to_owned(), text("cloud").unwrap().to_owned(), text("form").unwrap().to_owned()];
    for name in ["thread", "message", "tenant", "organiser", "meeting_id", "passcode"] {
        words.extend(text(name).map(|value| format!("{name}={value}")));
    }
    words.join(" ")
}

#[test]
fn every_collected_link_is_what_its_line_says() {
    let collected = collected();
    assert!(collected.len() >= 40);
    for (link, expected) in collected {
        assert_eq!(in_words(&understand(link, &ours())), expected, "{link}");
    }
}

#[test]
fn the_clean_link_of_a_collected_one_joins_the_same_meeting() {
    for (link, _) in collected() {
        let Ok(Invitation::Teams(typed)) = understand(link, &ours()) else { continue };
        for clean in [typed.url(), typed.app_url()] {
            let Ok(Invitation::Teams(again)) = understand(&clean, &ours()) else { panic!("{clean}") };
            let both = format!("{link} {clean}");
            assert!(understand(&both, &ours()).is_ok(), "two links where one was: {clean}");
            assert_eq!(again.url(), typed.url());
            assert_eq!(url::Url::parse(&typed.url()).unwrap().host_str(), Some(typed.cloud().host()));
        }
    }
}
