//! The diagram in the lobby's documentation, held against what the lobby does.

use std::collections::BTreeMap;

use crate::table::{ASKS, KIM, STARTS, ask, place};

use crate::desk::Desk;

const DOCUMENT: &str = include_str!("../../src/lobby/lobby.md");

#[test]
fn the_state_diagram_shows_every_way_from_state_to_state_and_no_other() {
    let mut edges = BTreeMap::<(&str, &str), Vec<&str>>::new();
    for (_, start) in STARTS {
        let mut desk = Desk::open();
        start(&mut desk);
        let from = place(&desk, KIM);
        for (name, commands) in ASKS {
            let (_, to) = ask(*start, *commands);
            let names = edges.entry((from, to)).or_default();
            if from != to && !names.contains(name) {
                names.push(name);
            }
        }
    }
    edges.retain(|_, names| !names.is_empty());
    let done: Vec<_> = edges.iter().map(|((from, to), names)| edge(from, to, names)).collect();
    let drawn: Vec<_> = DOCUMENT.lines().map(str::trim).filter(|line| line.contains("-->")).collect();
    let missing: Vec<_> = done.iter().filter(|line| !drawn.contains(&line.as_str())).map(String::as_str).collect();
    let wrong: Vec<_> = drawn.iter().filter(|line| !done.iter().any(|edge| edge == *line)).copied().collect();
    assert!(
        missing.is_empty() && wrong.is_empty(),
        "src/lobby/lobby.md: add\n    {}\nand take out\n    {}",
        missing.join("\n    "),
        wrong.join("\n    ")
    );
}

/// As mermaid wants it: no hyphens in the names of states.
fn edge(from: &str, to: &str, names: &[&str]) -> String {
    let from = if from == "none" { "[*]".to_owned() } else { from.replace('-', "_") };
    format!("{from} --> {}: {}", to.replace('-', "_"), names.join(" / "))
}
