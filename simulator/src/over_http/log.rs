//! What happened, in lines without names and secrets; and what came of it.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// So many lines are shown when something fails.
const LAST: usize = 120;

/// The last lines of a story, and the first rule that was broken.
pub(super) struct Log {
    begun: Instant,
    written: Mutex<Written>,
}

#[derive(Default)]
struct Written {
    lines: VecDeque<String>,
    broken: Option<String>,
}

impl Log {
    pub(super) fn new() -> Self {
        Self { begun: Instant::now(), written: Mutex::default() }
    }

    pub(super) fn line(&self, what: fmt::Arguments<'_>) {
        let at = self.begun.elapsed().as_millis();
        let mut written = self.written();
        if written.lines.len() >= LAST {
            written.lines.pop_front();
        }
        written.lines.push_back(format!("{:>4}.{:03} {what}", at / 1000, at % 1000));
    }

    /// A rule is broken; the first one counts.
    pub(super) fn fail(&self, what: &str) {
        self.line(format_args!("BROKEN {what}"));
        self.written().broken.get_or_insert_with(|| what.to_owned());
    }

    pub(super) fn failure(&self, seed: u64) -> Option<Box<Failure>> {
        let written = self.written();
        let what = written.broken.clone()?;
        Some(Box::new(Failure { seed, what, lines: written.lines.iter().cloned().collect() }))
    }

    fn written(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What came of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
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
    /// Which rule, and how it was broken.
    pub what: String,
    /// What happened last, in seconds of real time.
    pub lines: Vec<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            writeln!(f, "{line}")?;
        }
        writeln!(f, "seed {}: {}", self.seed, self.what)?;
        write!(
            f,
            "play a random story again with: cargo run -p onecall-simulator --bin onecall-simulate -- --http --seed {}",
            self.seed
        )
    }
}

impl std::error::Error for Failure {}
