//! The rules of a call over thousands of random stories in virtual time.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use onecall_simulator::virtual_time::{play, play_traced};

/// About twelve seconds without optimisation.
const STORIES: u64 = 3_000;

#[test]
fn thousands_of_seeded_calls_keep_every_rule() {
    let threads = 2;
    let seen: Vec<BTreeSet<&'static str>> = std::thread::scope(|scope| {
        let parts: Vec<_> = (0..threads)
            .map(|part| {
                scope.spawn(move || {
                    let mut seen = BTreeSet::new();
                    for seed in (0..STORIES).filter(|seed| seed % threads == part) {
                        let report = play(seed).unwrap_or_else(|failure| panic!("{failure}"));
                        seen.extend(report.events);
                        seen.extend(report.screens);
                    }
                    seen
                })
            })
            .collect();
        parts.into_iter().map(|part| part.join().unwrap()).collect()
    });
    // Rules that hold because nothing happens prove nothing.
    let seen: BTreeSet<_> = seen.into_iter().flatten().collect();
    for kind in [
        "admitted",
        "admitted-by-policy",
        "code-made",
        "declined",
        "entered",
        "fell-asleep",
        "handed-over",
        "held",
        "knocked",
        "lease-ended",
        "left-call",
        "left-lobby",
        "link-replaced",
        "measured",
        "messaged",
        "moved",
        "noticed",
        "over",
        "released",
        "removed",
        "sent-back",
        "ticket-made",
        "woke-up",
        "waiting",
        "in-call",
        "start",
    ] {
        assert!(seen.contains(kind), "no story in which anything was {kind}");
    }
}

#[test]
fn the_same_seed_gives_the_same_trace() {
    let mut hashes = BTreeSet::new();
    for seed in 0..200 {
        let once = play(seed).unwrap_or_else(|failure| panic!("{failure}"));
        let again = play(seed).unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!(once, again, "seed {seed}");
        hashes.insert(once.trace_hash);
    }
    assert_eq!(hashes.len(), 200, "other seeds give other traces");
    let (_, lines) = play_traced(9);
    assert_eq!(lines, play_traced(9).1);
}

#[test]
fn no_line_of_a_trace_holds_a_name_a_token_or_a_message() {
    let mut text = String::new();
    for seed in 0..300 {
        for line in play_traced(seed).1 {
            let _ = writeln!(text, "{line}");
        }
    }
    // What random stories type, write and open.
    for secret in ["Customer 0", "Robin", "one moment please", "see you at ten", "help.example.com", "/j/", "Pump 7"] {
        assert!(!text.contains(secret), "{secret}");
    }
}
