//! The door for Swift and Kotlin: one object, and the core's own records and enums. No rule of its own.
//!
//! Values that the core has parsed cross outward only. What an app draws may name people: generated types
//! print all they hold, so an app logs none of them.

mod types;

use std::sync::Arc;

use crate::capability::{ArLevel, Measurement, SessionFailure};
use crate::client::{self, Client, Config, StartError};
use crate::journey::{CameraAccess, MeetingReport, Screen, Source};

/// The version of this core, as `major.minor.patch`.
///
/// The packages around it (Maven, Swift) carry the same version; their tests compare the two, so a
/// library of another release on the path is found out.
#[uniffi::export]
#[must_use]
pub fn core_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The app, as the core sees it.
///
/// Called on a thread of the core, one call at a time. All must return soon and must not wait for another
/// thread. One that throws is as good as one that did nothing.
#[uniffi::export(with_foreign)]
pub trait Shell: Send + Sync {
    /// Draw this instead of what was drawn before. The first one comes right after the start.
    ///
    /// # Errors
    /// The app threw something.
    fn show(&self, screen: Screen) -> Result<(), ShellError>;

    /// Keep this in secure storage instead of what was kept before, and hand it to the next [`OneCall`].
    /// Nothing: keep nothing.
    ///
    /// # Errors
    /// The app threw something.
    fn save(&self, blob: Option<String>) -> Result<(), ShellError>;

    /// Open our app, or another browser, with this text: it takes the customer's place along, once and within
    /// minutes. In answer to [`OneCall::hand_over`]; an app without that button does nothing.
    ///
    /// # Errors
    /// The app threw something.
    fn hand_over(&self, text: String) -> Result<(), ShellError>;

    /// Measure once more what the device can do, and say so by [`OneCall::measured`]: the system could not say it
    /// the last time. An app that never measures is never asked.
    ///
    /// # Errors
    /// The app threw something.
    fn measure(&self) -> Result<(), ShellError>;

    /// Join this meeting in Microsoft Teams under this name, after leaving any other one, and report what
    /// becomes of it by [`OneCall::meeting`] with this number. Only asked of an app that said it has a client
    /// for it, in [`Config`]; any other does nothing. The URL lets whoever has it in: not to be logged.
    ///
    /// # Errors
    /// The app threw something.
    fn join_meeting(&self, number: u64, url: String, name: String) -> Result<(), ShellError>;

    /// Leave this meeting, if it is being joined or was.
    ///
    /// # Errors
    /// The app threw something.
    fn leave_meeting(&self, number: u64) -> Result<(), ShellError>;
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
/// journey over here.
struct Foreign(Arc<dyn Shell>);

impl client::Shell for Foreign {
    fn show(&self, screen: Screen) {
        note(self.0.show(screen));
    }

    fn save(&self, blob: Option<String>) {
        note(self.0.save(blob));
    }

    fn hand_over(&self, text: String) {
        note(self.0.hand_over(text));
    }

    fn measure(&self) {
        note(self.0.measure());
    }

    fn join_meeting(&self, number: u64, url: String, name: String) {
        note(self.0.join_meeting(number, url, name));
    }

    fn leave_meeting(&self, number: u64) {
        note(self.0.leave_meeting(number));
    }
}

fn note(done: Result<(), ShellError>) {
    if let Err(error) = done {
        log::error!("{error}");
    }
}

/// One customer's journey. Every method returns at once and is taken in the order of the calls; what comes
/// of it is shown by the [`Shell`].
#[derive(uniffi::Object)]
pub struct OneCall(Client);

#[uniffi::export]
impl OneCall {
    /// Starts, from `blob` when there is one that was saved. A blob that cannot be read is as good as none.
    ///
    /// # Errors
    /// [`StartError`], one variant for each thing that somebody else has to mend.
    #[uniffi::constructor]
    pub fn new(config: Config, blob: Option<String>, shell: Arc<dyn Shell>) -> Result<Self, StartError> {
        Client::start(config, blob, Arc::new(Foreign(shell))).map(Self)
    }

    /// A text that should hold an invitation: a tapped link, a pasted message, a scanned or typed code.
    pub fn text(&self, text: String, source: Source) {
        self.0.text(text, source);
    }

    /// The customer typed a name and went on.
    pub fn name(&self, name: String) {
        self.0.name(name);
    }

    /// The shell measured what the device can do: on its start, when the app comes to the front, when the
    /// camera's permission changes, and when [`Shell::measure`] asks for it.
    pub fn measured(&self, measurement: Measurement) {
        self.0.measured(measurement);
    }

    /// The shell knows whether the camera can be had: on its start, and after the system asked the customer.
    pub fn camera(&self, access: CameraAccess) {
        self.0.camera(access);
    }

    /// The customer wants to knock without what the rehearsal asks for.
    pub fn go_on(&self) {
        self.0.go_on();
    }

    /// The customer chose this one of the invitations on the screen, from 0.
    pub fn choose(&self, index: u32) {
        self.0.choose(index);
    }

    /// An AR session has really started: its first frame came with a camera position. With what the session itself
    /// says it can do.
    pub fn ar_started(&self, level: ArLevel) {
        self.0.ar_started(level);
    }

    /// An AR session was wanted and could not be started.
    pub fn ar_failed(&self, failure: SessionFailure) {
        self.0.ar_failed(failure);
    }

    /// A running AR session broke down or was taken away; not one that the app ended itself.
    pub fn ar_lost(&self) {
        self.0.ar_lost();
    }

    /// The app's call client reports how the meeting with this number stands: see [`Shell::join_meeting`].
    pub fn meeting(&self, number: u64, report: MeetingReport) {
        self.0.meeting(number, report);
    }

    /// The customer wants to leave the lobby, or to end the call.
    pub fn leave(&self) {
        self.0.leave();
    }

    /// The customer wants to go on elsewhere, with the place that they have here: see [`Shell::hand_over`].
    pub fn hand_over(&self) {
        self.0.hand_over();
    }

    /// The answer to the question on the screen.
    pub fn confirm(&self, yes: bool) {
        self.0.confirm(yes);
    }

    /// The customer wants to knock again, where the screen offers it.
    pub fn knock_again(&self) {
        self.0.knock_again();
    }

    /// The customer is done with what the screen says.
    pub fn dismiss(&self) {
        self.0.dismiss();
    }

    /// The app goes to the background, or the phone sleeps.
    pub fn sleep(&self) {
        self.0.sleep();
    }

    /// The app is in front again.
    pub fn wake(&self) {
        self.0.wake();
    }

    /// The system says that the network is back, or is another one.
    pub fn network_back(&self) {
        self.0.network_back();
    }

    /// Ends everything and lets go of the shell, which is not called again once this returns. May be called
    /// twice. Whatever was not sent yet is not sent; the blob stays, and so does the customer's place.
    pub fn shutdown(&self) {
        self.0.shutdown();
    }
}
