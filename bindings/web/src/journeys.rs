//! The running journeys, one for each handle.

use std::collections::VecDeque;

use onecall::answers::{self, Answer, Listening};
use onecall::journey::{self, Effect, Input, Journey, Now, Screen, Step};
use onecall::protocol::CommandId;
use onecall::shell::{Config, LogLevel, LogLine, StartError};
use serde::Deserialize;

use crate::outcome::{Outcome, Wanted};

/// What happened to a journey.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Happened {
    /// Something that the customer, the device or the timer did.
    Input(Input),
    /// A stream brought this text, cut anywhere.
    Brought { stream: u64, text: String },
    /// The knock was answered with something else than a stream, or not at all, or the stream is over.
    Over {
        stream: u64,
        #[serde(default)]
        answer: Option<Answer>,
    },
    /// A command was answered, or not at all.
    Answered {
        command_id: CommandId,
        #[serde(default)]
        answer: Option<Answer>,
    },
    /// Nothing new: go on with what the last text brought ([`Outcome::more`]).
    Next,
}

/// All that are running.
pub(crate) struct Journeys {
    /// Few: a page has one. So they are looked through, which takes less code than a map.
    running: Vec<(u32, Running)>,
    /// The handle that was given last.
    last: u32,
}

impl Journeys {
    pub(crate) const fn new() -> Self {
        Self { running: Vec::new(), last: 0 }
    }

    /// Begins a journey. Its handle is in the outcome.
    pub(crate) fn start(&mut self, config: Config, blob: Option<&str>, now: &Now) -> Result<Outcome, StartError> {
        let verbose = config.verbose;
        let setup = config.setup()?;
        let step = match blob {
            Some(blob) => Journey::restore(setup, blob, now),
            None => Step { journey: Journey::new(setup), effects: Vec::new(), wake_at: None },
        };
        self.last = self.last.wrapping_add(1);
        let mut running = Running {
            screen: step.journey.screen(now),
            journey: step.journey.clone(),
            listening: None,
            heard: VecDeque::new(),
            wake_at: None,
            verbose,
        };
        let mut outcome = Outcome { journey: Some(self.last), ..Outcome::default() };
        running.take(step, &mut outcome);
        running.draw(&mut outcome);
        self.running.push((self.last, running));
        Ok(outcome)
    }

    pub(crate) fn get(&mut self, journey: u32) -> Option<&mut Running> {
        self.running.iter_mut().find_map(|(handle, running)| (*handle == journey).then_some(running))
    }

    /// Whether there was such a journey.
    pub(crate) fn end(&mut self, journey: u32) -> bool {
        let before = self.running.len();
        self.running.retain(|(handle, _)| *handle != journey);
        self.running.len() < before
    }
}

/// One journey, and what was heard and not yet told to it.
pub(crate) struct Running {
    journey: Journey,
    /// What is drawn.
    screen: Screen,
    listening: Option<Listening>,
    /// Each is told in a step of its own, with its own time and random bytes.
    heard: VecDeque<Input>,
    wake_at: Option<u64>,
    verbose: bool,
}

impl Running {
    /// Takes what happened, if that comes to an input, and one step with it.
    pub(crate) fn step(&mut self, now: &Now, happened: Happened) -> Outcome {
        let mut outcome = Outcome::default();
        match happened {
            Happened::Input(input) => self.heard.push_back(input),
            Happened::Over { stream, answer } => self.heard.push_back(answers::to_knock(stream, answer.as_ref())),
            Happened::Answered { command_id, answer } => {
                self.heard.push_back(answers::to_command(command_id, answer.as_ref()));
            }
            Happened::Brought { stream, text } => self.hear(stream, &text, &mut outcome),
            Happened::Next => {}
        }
        if let Some(input) = self.heard.pop_front() {
            self.note(LogLevel::Debug, "input", input.kind(), &mut outcome);
            let step = journey::step(&self.journey, now, input);
            self.take(step, &mut outcome);
            let screen = self.journey.screen(now);
            if screen != self.screen {
                self.screen = screen;
                self.draw(&mut outcome);
            }
        }
        outcome.more = !self.heard.is_empty();
        outcome.wake_at_ms = self.wake_at;
        outcome
    }

    /// What an older stream still says is not heard.
    fn hear(&mut self, stream: u64, text: &str, outcome: &mut Outcome) {
        let Some(listening) = self.listening.as_mut().filter(|listening| listening.stream() == stream) else { return };
        let inputs = listening.hear(text.as_bytes());
        if inputs.last().is_some_and(answers::ends) {
            self.listening = None;
            outcome.effects.push(Wanted::CloseStream);
        }
        self.heard.extend(inputs);
    }

    fn take(&mut self, step: Step, outcome: &mut Outcome) {
        self.journey = step.journey;
        self.wake_at = step.wake_at;
        for effect in step.effects {
            match &effect {
                Effect::OpenStream { stream, .. } => self.listening = Some(Listening::new(*stream)),
                Effect::CloseStream => self.listening = None,
                _ => {}
            }
            let wanted = Wanted::from(effect);
            if let Wanted::Shell(effect) = &wanted {
                self.note(LogLevel::Debug, "effect", effect.kind(), outcome);
            }
            outcome.effects.push(wanted);
        }
        outcome.wake_at_ms = self.wake_at;
    }

    fn draw(&self, outcome: &mut Outcome) {
        self.note(LogLevel::Info, "screen", self.screen.kind(), outcome);
        outcome.shown = Some(self.screen.clone().into());
    }

    fn note(&self, level: LogLevel, what: &'static str, detail: &'static str, outcome: &mut Outcome) {
        if level < LogLevel::Debug || self.verbose {
            outcome.log.push(LogLine { level, what, detail: Some(detail) });
        }
    }
}
