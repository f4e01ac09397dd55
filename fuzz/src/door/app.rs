//! An app with moods: its shell throws, calls back from within, and shuts down in the middle.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use onecall::client::{LogLine, ShellEffect};
use onecall::ffi::{OneCall, Shell, ShellError, Shown};

use super::says::say;
use crate::bytes::Bytes;

/// So many bytes of moods: then the app is calm, and its journey comes to rest.
const MOODS: usize = 64;

pub(super) struct App {
    moods: Mutex<Vec<u8>>,
    /// Weak, so that the call ends when nobody else has it.
    call: Mutex<Weak<OneCall>>,
    saved: Mutex<Option<String>>,
    shut_down: AtomicBool,
}

impl App {
    pub(super) fn moody(bytes: &mut Bytes<'_>) -> Self {
        let moods = bytes.text().into_bytes().into_iter().take(MOODS).collect();
        Self { moods: Mutex::new(moods), call: Mutex::default(), saved: Mutex::default(), shut_down: false.into() }
    }

    /// From now on it may call back.
    pub(super) fn calls_back(&self, call: &Arc<OneCall>) {
        *lock(&self.call) = Arc::downgrade(call);
    }

    pub(super) fn calm_down(&self) {
        lock(&self.moods).clear();
    }

    pub(super) fn saved(&self) -> Option<String> {
        lock(&self.saved).take()
    }

    pub(super) fn has_shut_down(&self) -> bool {
        self.shut_down.load(Ordering::SeqCst)
    }

    /// What it is in the mood for, held by no lock.
    fn in_a_mood(&self) -> Result<(), ShellError> {
        let mood: Vec<u8> = {
            let mut moods = lock(&self.moods);
            let some = moods.len().min(4);
            moods.drain(..some).collect()
        };
        let mut bytes = Bytes::new(&mood);
        match bytes.byte() % 8 {
            1 | 2 => Err(ShellError::Thrown),
            3..=5 => self.call_back(|call| say(call, &mut bytes)),
            6 if bytes.one_in(4) => self.call_back(|call| {
                self.shut_down.store(true, Ordering::SeqCst);
                call.shutdown();
            }),
            _ => Ok(()),
        }
    }

    fn call_back(&self, back: impl FnOnce(&OneCall)) -> Result<(), ShellError> {
        let call = lock(&self.call).upgrade();
        // Should this be the last one, it is dropped here: within the shell, on the core's thread.
        call.as_deref().map(back);
        Ok(())
    }
}

impl Shell for App {
    fn show(&self, shown: Shown) -> Result<(), ShellError> {
        check(&shown);
        self.in_a_mood()
    }

    fn perform(&self, effect: ShellEffect) -> Result<(), ShellError> {
        if let ShellEffect::Save { blob } = effect {
            *lock(&self.saved) = blob;
        }
        self.in_a_mood()
    }

    fn log(&self, line: LogLine) -> Result<(), ShellError> {
        assert!(!line.what.is_empty(), "a line of a log that says nothing");
        self.in_a_mood()
    }
}

/// A screen that can be drawn: its kind has a name, and there is something to say.
pub(super) fn check(shown: &Shown) {
    assert!(is_kebab(shown.kind) && shown.kind == shown.screen.kind(), "a screen without a kind");
    assert!(!shown.lines.is_empty(), "a screen that says nothing: {}", shown.kind);
    for line in &shown.lines {
        assert!(is_kebab(line.id), "a sentence that is none: {}", line.id);
        assert!(line.arguments.iter().all(|argument| !argument.name.is_empty()), "an argument without a name");
    }
}

fn is_kebab(word: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !word.is_empty() && word.bytes().all(fits)
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
