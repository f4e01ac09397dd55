//! The app, as the client sees it.

use crate::journey::Screen;
use crate::shell::{LogLine, ShellEffect};

/// The app.
///
/// Called on the client's thread, one call at a time. All must return soon and must not wait for another
/// thread: the journey stands still meanwhile, and [`Client::shutdown`](super::Client::shutdown) waits for
/// the call to return. Nothing is answered: what comes of it is told as an input.
pub trait Shell: Send + Sync {
    /// Draw this instead of what was drawn before. The first one comes right after the start.
    fn show(&self, screen: Screen);

    /// Do this, once.
    fn perform(&self, effect: ShellEffect);

    /// Write this line into the app's log, if it keeps one.
    fn log(&self, line: LogLine) {
        let _ = line;
    }
}
