//! The loop: takes inputs in order, steps the journey, carries out what it wants.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::{AbortHandle, JoinSet};

use super::clock::Clock;
use super::http::{Http, Network};
use super::{Config, ENDED_HERE, LogLevel, LogLine, Shell, ShellEffect, StartError, stream};
use crate::journey::{self, Effect, Input, Journey, Now, Screen, Step};

/// The longest sleep in one piece. The timers of the runtime stand still while the phone sleeps, the journey's
/// do not: so a wake-up that became due meanwhile is at most this late.
const NAP: Duration = Duration::from_secs(15);

/// How many answers of the service wait for their turn; then its streams are read no further.
const WAITING_ANSWERS: usize = 16;

/// A journey and what carries it.
pub(super) struct Driver {
    clock: Clock,
    journey: Journey,
    /// Of the first step, which is taken before the thread exists.
    first: Vec<Effect>,
    wake_at: Option<u64>,
    http: Http,
    shell: Arc<dyn Shell>,
    verbose: bool,
    screens: watch::Sender<Screen>,
    /// Every request under way. Ends with the driver.
    tasks: JoinSet<()>,
    /// The one that listens.
    stream: Option<AbortHandle>,
    answers: (mpsc::Sender<Input>, mpsc::Receiver<Input>),
}

impl Driver {
    /// Ready to run, and where its screens will be seen.
    pub(super) fn new(
        network: Network,
        config: Config,
        blob: Option<&str>,
        shell: Arc<dyn Shell>,
    ) -> Result<(Self, watch::Receiver<Screen>), StartError> {
        let http = Http::new(&config.extra_roots, network)?;
        let verbose = config.verbose;
        let setup = config.setup()?;
        let clock = Clock::new();
        let now = clock.now().map_err(|_| StartError::System)?;
        let Step { journey, effects, wake_at } = match blob {
            Some(blob) => Journey::restore(setup, blob, &now),
            None => Step { journey: Journey::new(setup), effects: Vec::new(), wake_at: None },
        };
        let (screens, seen) = watch::channel(journey.screen(&now));
        let driver = Self {
            clock,
            journey,
            first: effects,
            wake_at,
            http,
            shell,
            verbose,
            screens,
            tasks: JoinSet::new(),
            stream: None,
            answers: mpsc::channel(WAITING_ANSWERS),
        };
        Ok((driver, seen))
    }

    /// Runs until the other end of `stopped` is dropped.
    pub(super) async fn run(mut self, mut inputs: mpsc::UnboundedReceiver<Input>, mut stopped: oneshot::Receiver<()>) {
        let first = std::mem::take(&mut self.first);
        for effect in first {
            self.carry_out(effect);
        }
        let screen = self.screens.borrow().clone();
        self.draw(screen);
        loop {
            let nap = self.wake_at.map(|at| self.clock.until(at));
            let input = tokio::select! {
                biased;
                _ = &mut stopped => return,
                Some(input) = inputs.recv() => input,
                Some(input) = self.answers.1.recv() => input,
                Some(_) = self.tasks.join_next() => continue,
                () = tokio::time::sleep(nap.unwrap_or(NAP).min(NAP)), if nap.is_some() => match nap {
                    Some(nap) if nap > NAP => continue,
                    _ => Input::Tick,
                },
            };
            self.take(input);
        }
    }

    fn take(&mut self, input: Input) {
        let Ok(now) = self.clock.now() else {
            // Without random bytes no step may be taken: an identity that can be guessed is worse than none.
            self.note(LogLevel::Error, "dropped, because the system gives no random bytes", input.kind());
            return;
        };
        if matches!(input, Input::NetworkBack | Input::Wake) {
            self.http.renew();
        }
        self.note(LogLevel::Debug, "input", input.kind());
        let Step { journey, effects, wake_at } = journey::step(&self.journey, &now, input);
        self.journey = journey;
        self.wake_at = wake_at;
        for effect in effects {
            self.carry_out(effect);
        }
        self.show(&now);
    }

    fn carry_out(&mut self, effect: Effect) {
        let http = self.http.clone();
        match effect {
            Effect::Save(blob) => self.perform(ShellEffect::Save { blob }),
            Effect::Warm { host } => {
                self.tasks.spawn(async move { http.warm(&host).await });
            }
            Effect::OpenStream { stream, host, request, token } => {
                self.close_stream();
                let answers = self.answers.0.clone();
                self.stream = Some(self.tasks.spawn(stream::run(http, host, (request, token), stream, answers)));
            }
            Effect::Open { url } => self.perform(ShellEffect::Open { url }),
            Effect::HandOver { text } => self.perform(ShellEffect::HandOver { text }),
            Effect::JoinMeeting { number, link, name } => {
                self.perform(ShellEffect::JoinMeeting { number, url: link.url(), name });
            }
            Effect::LeaveMeeting { number } => self.perform(ShellEffect::LeaveMeeting { number }),
            Effect::Measure => self.perform(ShellEffect::Measure),
            Effect::FreshAccessToken => self.perform(ShellEffect::FreshAccessToken),
            Effect::CloseStream => self.close_stream(),
            Effect::Send { host, command } => {
                let answers = self.answers.0.clone();
                self.tasks.spawn(async move {
                    let answer = http.command(&host, command).await;
                    // The driver is gone, and so is whoever would listen.
                    let _ = answers.send(answer).await;
                });
            }
        }
    }

    fn close_stream(&mut self) {
        if let Some(stream) = self.stream.take() {
            stream.abort();
        }
    }

    fn show(&mut self, now: &Now) {
        let screen = self.journey.screen(now);
        let changed = self.screens.send_if_modified(|shown| {
            let changed = *shown != screen;
            if changed {
                shown.clone_from(&screen);
            }
            changed
        });
        if changed {
            self.draw(screen);
        }
    }

    fn draw(&self, screen: Screen) {
        let kind = screen.kind();
        // First, since somebody who tapped waits for it: on a JVM a line in the log takes as long as a screen.
        self.tell(|shell| shell.show(screen));
        self.note(LogLevel::Info, "screen", kind);
    }

    fn perform(&self, effect: ShellEffect) {
        self.note(LogLevel::Debug, "effect", effect.kind());
        self.tell(|shell| shell.perform(effect));
    }

    fn note(&self, level: LogLevel, what: &'static str, detail: &'static str) {
        if level < LogLevel::Debug || self.verbose {
            self.tell(|shell| shell.log(LogLine { level, what, detail: Some(detail) }));
        }
    }

    /// Calls the shell, unless it has ended this client from within an earlier call.
    fn tell(&self, what: impl FnOnce(&dyn Shell)) {
        if !ENDED_HERE.get() {
            what(&*self.shell);
        }
    }
}
