//! The transcript: who did or saw what, and when.

use std::io::{IsTerminal, Write};
use std::time::Instant;

/// Prints lines with the seconds since the start; colours on a terminal only.
pub(super) struct Stage {
    started: Instant,
    colours: bool,
}

/// Whose line it is.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Agent,
    Phone,
}

impl Stage {
    pub(super) fn new() -> Self {
        Self { started: Instant::now(), colours: std::io::stdout().is_terminal() }
    }

    pub(super) fn heading(&self, text: &str) {
        let (on, off) = if self.colours { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
        self.plain(&format!("\n{on}{text}{off}\n"));
    }

    pub(super) fn line(&self, side: Side, who: &str, what: &str) {
        let (on, off) = match side {
            _ if !self.colours => ("", ""),
            Side::Agent => ("\x1b[36m", "\x1b[0m"),
            Side::Phone => ("\x1b[33m", "\x1b[0m"),
        };
        self.plain(&format!("{:>7.2} s  {on}{who:<12}{off} {what}", self.started.elapsed().as_secs_f64()));
    }

    /// A line as it is. When nobody reads any more, as behind `head`, the calls are played all the same.
    pub(super) fn plain(&self, line: &str) {
        let _ = writeln!(std::io::stdout(), "{line}");
    }
}
