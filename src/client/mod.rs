//! Runs a journey: the one place in the core with clocks, randomness, tasks and a network.
//!
//! A [`Client`] takes what the customer and the device do, in order, carries out what the journey wants and
//! shows each new [`Screen`]. It decides nothing: every rule is in [`crate::journey`].
//!
//! Each client has one thread of its own with a current-thread runtime, so that nothing of it is left when
//! it ends. One outlives it for a moment at most: a look-up of a name that the system will not interrupt;
//! it holds nothing of the client.

mod clock;
mod driver;
mod http;
mod names;
mod shell;
mod stream;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use std::thread::{JoinHandle, ThreadId};

use tokio::runtime;
use tokio::sync::{mpsc, oneshot, watch};

pub use shell::Shell;

pub use crate::shell::{Config, LogLevel, LogLine, ShellEffect, StartError};

use crate::capability::{ArLevel, Measurement, SessionFailure};
use crate::journey::{AccessToken, CameraAccess, Input, MeetingReport, Screen, Source};
use driver::Driver;
use http::Network;

thread_local! {
    /// Set on the thread of a client. [`std::thread::current`] would not do: an app may let go of the client while
    /// its own thread ends, and by then that function panics. This needs no destructor, so it is there to the end.
    static CLIENT_HERE: Cell<Option<ThreadId>> = const { Cell::new(None) };

    /// The shell ended the client of this thread from within one of its methods: the step under way is taken to its end
    /// without it.
    static ENDED_HERE: Cell<bool> = const { Cell::new(false) };
}

/// A running journey.
///
/// Every method returns at once. What the customer does is taken in the order of the calls; after
/// [`shutdown`](Self::shutdown) it is dropped. Dropping the client shuts it down.
pub struct Client {
    inputs: mpsc::UnboundedSender<Input>,
    screens: watch::Receiver<Screen>,
    thread: ThreadId,
    /// The thread ends when the sender is dropped.
    running: Mutex<Option<(oneshot::Sender<()>, JoinHandle<()>)>>,
}

impl Client {
    /// Starts, from `blob` when an earlier client had one saved. A blob that cannot be read is as good as
    /// none.
    ///
    /// # Errors
    /// [`StartError`], one variant for each thing that somebody else has to mend.
    #[expect(clippy::needless_pass_by_value, reason = "it holds secrets: whoever hands it over needs no copy")]
    pub fn start(config: Config, blob: Option<String>, shell: Arc<dyn Shell>) -> Result<Self, StartError> {
        Self::start_on(Network::default(), config, blob.as_deref(), shell)
    }

    fn start_on(
        network: Network,
        config: Config,
        blob: Option<&str>,
        shell: Arc<dyn Shell>,
    ) -> Result<Self, StartError> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build().map_err(|_| StartError::System)?;
        let (input_sender, inputs) = mpsc::unbounded_channel();
        let (stop, stopped) = oneshot::channel();
        let (driver, screens) = Driver::new(network, config, blob, shell)?;
        let handle = std::thread::Builder::new()
            .name("onecall".to_owned())
            .spawn(move || {
                CLIENT_HERE.set(Some(std::thread::current().id()));
                runtime.block_on(driver.run(inputs, stopped));
                // Ends every task. A look-up of a name may still hold a thread of the system: not waited for.
                runtime.shutdown_background();
            })
            .map_err(|_| StartError::System)?;
        let thread = handle.thread().id();
        Ok(Self { inputs: input_sender, screens, thread, running: Mutex::new(Some((stop, handle))) })
    }

    /// A text that should hold an invitation: a tapped link, a pasted message, a scanned code, a typed code.
    pub fn text(&self, text: String, source: Source) {
        self.input(Input::Text { text, source });
    }

    /// The customer typed a name and went on.
    pub fn name(&self, name: String) {
        self.input(Input::Name(name));
    }

    /// The shell measured what the device can do: on its start, when the app comes to the front, when the
    /// camera's permission changes, and when [`ShellEffect::Measure`] asks for it.
    pub fn measured(&self, measurement: Measurement) {
        self.input(Input::Measured(measurement));
    }

    /// The shell knows whether the camera can be had.
    pub fn camera(&self, access: CameraAccess) {
        self.input(Input::Camera(access));
    }

    /// The shell has an access token of the customer's account: on its start, when it is renewed, and in answer to
    /// [`ShellEffect::FreshAccessToken`]. [`None`]: nobody is signed in, or not any more. Kept in memory only, and
    /// sent with the knock only.
    #[expect(clippy::needless_pass_by_value, reason = "it is secret: whoever hands it over needs no copy")]
    pub fn access_token(&self, token: Option<String>) {
        self.input(Input::AccessToken(token.as_deref().and_then(AccessToken::parse)));
    }

    /// The customer wants to knock without what the rehearsal asks for.
    pub fn go_on(&self) {
        self.input(Input::GoOn);
    }

    /// The customer chose this one of the invitations on the screen, from 0.
    pub fn choose(&self, index: u32) {
        self.input(Input::Choose(index));
    }

    /// An AR session has really started: its first frame came with a camera position. With what the session itself
    /// says it can do.
    pub fn ar_started(&self, level: ArLevel) {
        self.input(Input::ArStarted(level));
    }

    /// An AR session was wanted and could not be started.
    pub fn ar_failed(&self, failure: SessionFailure) {
        self.input(Input::ArFailed(failure));
    }

    /// A running AR session broke down or was taken away; not one that the shell ended itself.
    pub fn ar_lost(&self) {
        self.input(Input::ArLost);
    }

    /// The shell's call client reports how the meeting with this number stands: see [`ShellEffect::JoinMeeting`].
    pub fn meeting(&self, number: u64, report: MeetingReport) {
        self.input(Input::Meeting { number, report });
    }

    /// The customer wants to leave the lobby, or to end the call.
    pub fn leave(&self) {
        self.input(Input::Leave);
    }

    /// The customer wants to go on elsewhere, with the place that they have here: see [`ShellEffect::HandOver`].
    pub fn hand_over(&self) {
        self.input(Input::Move);
    }

    /// The customer wants to go where the screen leads; comes back as [`ShellEffect::Open`].
    pub fn open(&self) {
        self.input(Input::Open);
    }

    /// The answer to the question on the screen.
    pub fn confirm(&self, yes: bool) {
        self.input(Input::Confirm(yes));
    }

    /// The customer wants to knock again, where the screen offers it.
    pub fn knock_again(&self) {
        self.input(Input::KnockAgain);
    }

    /// The customer is done with what the screen says.
    pub fn dismiss(&self) {
        self.input(Input::Dismiss);
    }

    /// The app goes to the background, or the phone sleeps.
    pub fn sleep(&self) {
        self.input(Input::Sleep);
    }

    /// The app is in front again.
    pub fn wake(&self) {
        self.input(Input::Wake);
    }

    /// The system says that the network is back, or is another one.
    pub fn network_back(&self) {
        self.input(Input::NetworkBack);
    }

    /// What the shell should be showing now; after the shutdown, the last screen.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.screens.borrow().clone()
    }

    /// The current screen, then the latest: screens may be skipped, and never come back. Ends with the client.
    #[must_use]
    pub fn screens(&self) -> watch::Receiver<Screen> {
        self.screens.clone()
    }

    /// Ends everything and lets go of the shell. When it returns, no task and no thread of the client is
    /// left, and the shell is not called again.
    ///
    /// Whatever was not sent yet is not sent; the blob stays, and so does the customer's place. May be called
    /// twice, from any thread. Called by the shell from within one of its methods, that method was the last
    /// that is called, and the rest has ended soon after it returns.
    pub fn shutdown(&self) {
        if CLIENT_HERE.get() == Some(self.thread) {
            ENDED_HERE.set(true);
            // Waiting for one's own end would never end. Who holds the lock is stopping the client already.
            match self.running.try_lock() {
                Ok(mut running) => drop(running.take()),
                Err(TryLockError::Poisoned(poisoned)) => drop(poisoned.into_inner().take()),
                Err(TryLockError::WouldBlock) => {}
            }
            return;
        }
        // Held while waiting, so that a second caller does not return before the end either.
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((stop, thread)) = running.take() {
            drop(stop);
            // Had it panicked, the panic's own message would be all there is to say.
            let _ = thread.join();
        }
    }

    fn input(&self, input: Input) {
        // After the shutdown nobody is there to take it, which is what the caller asked for.
        let _ = self.inputs.send(input);
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.shutdown();
    }
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Client({:?})", self.screens.borrow())
    }
}
