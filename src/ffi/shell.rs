//! The app, called from here.

use std::sync::Arc;

use crate::client;
use crate::journey::Screen;
use crate::shell::{LogLine, ShellEffect, Shown};

/// The app, as the core sees it.
///
/// Called on a thread of the core, one call at a time. All must return soon and must not wait for another
/// thread. None answers anything: what comes of it is told by the methods of [`OneCall`](super::OneCall), which may
/// be called from within. One that throws is as good as one that did nothing.
#[uniffi::export(with_foreign)]
pub trait Shell: Send + Sync {
    /// Draw this instead of what was drawn before. The first one comes right after the start.
    ///
    /// # Errors
    /// The app threw something.
    fn show(&self, shown: Shown) -> Result<(), ShellError>;

    /// Do this, once.
    ///
    /// # Errors
    /// The app threw something.
    fn perform(&self, effect: ShellEffect) -> Result<(), ShellError>;

    /// Write this line into the app's log, if it keeps one.
    ///
    /// # Errors
    /// The app threw something.
    fn log(&self, line: LogLine) -> Result<(), ShellError>;
}

/// The app threw something. What it was stays there: it may quote what must not be logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum ShellError {
    /// Anything at all.
    #[error("The app threw an exception while it was called.")]
    Thrown,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for ShellError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Thrown
    }
}

/// A foreign shell where the client expects one of its own. An exception over there must not end the
/// journey over here, and there is nobody to tell: the app had it in its hands.
pub(super) struct Foreign(pub(super) Arc<dyn Shell>);

impl client::Shell for Foreign {
    fn show(&self, screen: Screen) {
        let _ = self.0.show(screen.into());
    }

    fn perform(&self, effect: ShellEffect) {
        let _ = self.0.perform(effect);
    }

    fn log(&self, line: LogLine) {
        let _ = self.0.log(line);
    }
}
