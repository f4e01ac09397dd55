//! Forgetting between commits, in steps, so that nobody waits long for a large database.

use std::collections::VecDeque;

use tokio::sync::oneshot;

use super::{JournalError, store::Store};

/// The most calls deleted in one step.
const DELETED_AT_ONCE: usize = 32;

type Answer = oneshot::Sender<Result<(), JournalError>>;

/// What was asked to be forgotten and is not answered yet.
///
/// All that is waiting is deleted, then one sweep over the database is for all of them. Who asks
/// during a sweep waits for the next: it may have passed the place where that call's remains are.
#[derive(Default)]
pub(super) struct Forgetting {
    asked: VecDeque<(String, Answer)>,
    /// Deleted, and to be swept.
    deleted: Vec<Answer>,
    sweeping: bool,
}

impl Forgetting {
    pub(super) fn ask(&mut self, call: String, answer: Answer) {
        self.asked.push_back((call, answer));
    }

    pub(super) fn is_pending(&self) -> bool {
        !self.asked.is_empty() || !self.deleted.is_empty()
    }

    /// Does a little; nothing if nothing is pending.
    pub(super) fn step(&mut self, store: &mut Store) {
        if !self.sweeping && !self.asked.is_empty() {
            self.delete(store);
            return;
        }
        if self.deleted.is_empty() {
            return;
        }
        self.sweeping = true;
        match store.sweep_step() {
            Ok(false) => {}
            Ok(true) => self.answer(&Ok(())),
            Err(error) => self.answer(&Err(JournalError::of(&error))),
        }
    }

    fn delete(&mut self, store: &mut Store) {
        let some = self.asked.len().min(DELETED_AT_ONCE);
        let (calls, answers): (Vec<_>, Vec<_>) = self.asked.drain(..some).unzip();
        match store.delete(&calls) {
            Ok(()) => self.deleted.extend(answers),
            Err(error) => tell(answers, &Err(error)),
        }
    }

    fn answer(&mut self, outcome: &Result<(), JournalError>) {
        self.sweeping = false;
        tell(std::mem::take(&mut self.deleted), outcome);
    }
}

fn tell(answers: Vec<Answer>, outcome: &Result<(), JournalError>) {
    for answer in answers {
        let _nobody_waits = answer.send(match outcome {
            Ok(()) => Ok(()),
            Err(error) => Err(error.again()),
        });
    }
}
