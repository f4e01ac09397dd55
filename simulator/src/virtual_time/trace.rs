//! What happened, in lines without names and secrets; and what came of it.

use std::collections::VecDeque;
use std::fmt;

/// So many lines are shown when something fails.
const LAST: usize = 60;

/// The lines of one world and their hash.
#[derive(Debug)]
pub(super) struct Trace {
    hash: u64,
    lines: VecDeque<String>,
    keep: usize,
}

impl Trace {
    pub(super) fn new() -> Self {
        // FNV-1a: fast, and the same everywhere, unlike the hashers of the standard library.
        Self { hash: 0xCBF2_9CE4_8422_2325, lines: VecDeque::with_capacity(LAST), keep: LAST }
    }

    pub(super) fn keep_all(&mut self) {
        self.keep = usize::MAX;
    }

    pub(super) fn line(&mut self, at_ms: u64, what: fmt::Arguments<'_>) {
        // The oldest line gives its memory to the newest.
        let mut line = if self.lines.len() >= self.keep { self.lines.pop_front() } else { None }.unwrap_or_default();
        line.clear();
        // Writing to a string cannot fail.
        let _ = fmt::Write::write_fmt(&mut line, format_args!("{:>4}.{:03} {what}", at_ms / 1000, at_ms % 1000));
        for byte in line.bytes() {
            self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
        self.lines.push_back(line);
    }

    pub(super) fn hash(&self) -> u64 {
        self.hash
    }

    pub(super) fn lines(&self) -> impl Iterator<Item = &String> {
        self.lines.iter()
    }
}

/// What came of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Steps of both machines.
    pub steps: u64,
    /// Of everything that happened: equal for equal seeds.
    pub trace_hash: u64,
    /// What each phone showed in the end; `off` for one that runs no app.
    pub screens: Vec<&'static str>,
    /// Which kinds of durable events the calls have seen.
    pub events: Vec<&'static str>,
}

/// A rule that did not hold.
#[derive(Clone, Debug)]
pub struct Failure {
    /// Where the chance came from.
    pub seed: u64,
    /// When, in milliseconds from the beginning.
    pub at_ms: u64,
    /// Which rule, and how it was broken.
    pub what: String,
    /// What happened last.
    pub lines: Vec<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            writeln!(f, "{line}")?;
        }
        writeln!(f, "seed {}, at {} ms: {}", self.seed, self.at_ms, self.what)?;
        write!(
            f,
            "replay a random story with: cargo run -p onecall-simulator --bin onecall-simulate -- --seed {} --trace",
            self.seed
        )
    }
}

impl std::error::Error for Failure {}
