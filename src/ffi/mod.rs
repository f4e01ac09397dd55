//! The door for Swift and Kotlin: one object, a few look-ups, and the core's own records and enums. No rule of
//! its own.
//!
//! Values that the core has parsed cross outward only. What an app draws may name people: generated types
//! print all they hold, so an app logs none of them.

mod look_ups;
mod shell;
mod types;

use std::sync::Arc;

pub use look_ups::{check_name, core_version, explain, features};
pub use shell::{Shell, ShellError};

use crate::capability::{ArLevel, Measurement, SessionFailure};
use crate::client::Client;
use crate::journey::{CameraAccess, MeetingReport, Source};
pub use crate::name::CheckedName;
pub use crate::route::{Explained, ExplainedStep};
pub use crate::shell::Shown;
use crate::shell::{Config, StartError};
use shell::Foreign;

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

    /// What the app should be showing now; after the shutdown, the last screen.
    pub fn screen(&self) -> Shown {
        self.0.screen().into()
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
    /// camera's permission changes, and when [`ShellEffect::Measure`](crate::client::ShellEffect::Measure) asks for it.
    pub fn measured(&self, measurement: Measurement) {
        self.0.measured(measurement);
    }

    /// The shell knows whether the camera can be had: on its start, and after the system asked the customer.
    pub fn camera(&self, access: CameraAccess) {
        self.0.camera(access);
    }

    /// The app has an access token of the customer's account: on its start, when it is renewed, and when
    /// `ShellEffect.FreshAccessToken` asks for it; nothing when nobody is signed in, or not any more. Kept in
    /// memory only, and sent with the knock only.
    pub fn access_token(&self, token: Option<String>) {
        self.0.access_token(token);
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

    /// The app's call client reports how the meeting with this number stands: see
    /// [`ShellEffect::JoinMeeting`](crate::client::ShellEffect::JoinMeeting).
    pub fn meeting(&self, number: u64, report: MeetingReport) {
        self.0.meeting(number, report);
    }

    /// The customer wants to leave the lobby, or to end the call.
    pub fn leave(&self) {
        self.0.leave();
    }

    /// The customer wants to go on elsewhere, with the place that they have here: see
    /// [`ShellEffect::HandOver`](crate::client::ShellEffect::HandOver).
    pub fn hand_over(&self) {
        self.0.hand_over();
    }

    /// The customer wants to go where the screen leads: to the meeting in Microsoft Teams, to the app's page in
    /// its store.
    pub fn open(&self) {
        self.0.open();
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
