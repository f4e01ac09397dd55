//! Our nickname profile against the golden table of another implementation.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

use onecall::name::nickname::{Refusal, comparable, enforce};
use onecall::name::{CustomerName, NameError};

const GOLDEN: &str = include_str!("corpora/names/nickname.tsv");

/// One line of the table.
struct Row {
    text: String,
    enforced: Result<String, String>,
    comparable: Result<String, String>,
}

fn rows() -> impl Iterator<Item = Row> {
    GOLDEN.lines().skip(1).map(|line| {
        let [text, enforced, comparable] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        Row { text: decoded(text), enforced: outcome(enforced), comparable: outcome(comparable) }
    })
}

fn outcome(cell: &str) -> Result<String, String> {
    cell.strip_prefix('!').map_or_else(|| Ok(decoded(cell)), |reason| Err(reason.to_owned()))
}

fn decoded(hex: &str) -> String {
    let point = |hex| char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap();
    hex.split_whitespace().map(point).collect()
}

fn agree(ours: Result<String, Refusal>, theirs: &Result<String, String>, text: &str) {
    match (ours, theirs) {
        (Err(Refusal::Empty), Err(reason)) => assert_eq!(reason, "empty", "{text:?}"),
        (Err(Refusal::NotAllowed { .. }), Err(reason)) => assert_ne!(reason, "empty", "{text:?}"),
        (ours, theirs) => assert_eq!(ours.ok(), theirs.clone().ok(), "{text:?}"),
    }
}

#[test]
fn every_nickname_of_the_golden_table_is_enforced_as_there() {
    assert_eq!(rows().map(|row| agree(enforce(&row.text), &row.enforced, &row.text)).count(), 323);
}

#[test]
fn every_nickname_of_the_golden_table_compares_as_there() {
    assert_eq!(rows().map(|row| agree(comparable(&row.text), &row.comparable, &row.text)).count(), 323);
}

#[test]
fn a_name_is_its_golden_nickname_or_has_something_invisible() {
    let mut refused = 0;
    for Row { text, enforced, .. } in rows() {
        match (CustomerName::parse(&text), enforced) {
            (Ok(name), Ok(enforced)) => assert_eq!(name.as_str(), enforced),
            (Err(error), Err(_)) => {
                refused += 1;
                assert!(!matches!(error, NameError::TooLong { .. }), "{text:?}: {error:?}");
            }
            // Line ends and tabs become spaces before the profile sees them.
            (Ok(name), Err(_)) => {
                assert!(text.contains(is_line_end_or_tab), "{text:?}");
                assert_eq!(Ok(name.to_string()), enforce(&text.replace(is_line_end_or_tab, " ")), "{text:?}");
            }
            (Err(error), Ok(_)) => panic!("{text:?}: {error:?}"),
        }
    }
    assert!(refused > 50, "{refused}");
}

fn is_line_end_or_tab(char: char) -> bool {
    matches!(char, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[test]
fn what_is_settled_stays() {
    for row in rows() {
        if let Ok(nickname) = enforce(&row.text) {
            assert_eq!(enforce(&nickname).as_ref(), Ok(&nickname));
            let comparable_form = comparable(&nickname).unwrap();
            assert_eq!(comparable(&comparable_form), Ok(comparable_form));
        }
    }
}
