//! The writer thread: the only one that touches the database.
//!
//! A flush costs milliseconds and carries any number of appends, so the writer takes everything
//! that queued up during the last one into the next commit.

use std::{
    iter,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    thread::{self, JoinHandle},
};

use tokio::sync::{
    broadcast,
    mpsc::{self, error::TryRecvError},
    oneshot,
};

use super::{AppendError, Appended, JournalError, error::CLOSED, forgetting::Forgetting, store::Store};

/// The most requests in one commit.
const COMMIT: usize = 256;

/// The most requests that wait; more callers wait in front of the queue.
const QUEUE: usize = 1024;

/// What the writer can be asked to do.
pub(super) enum Command {
    Append(Append, oneshot::Sender<Result<u64, AppendError>>),
    Forget(String, oneshot::Sender<Result<(), JournalError>>),
    Work(Work),
}

/// Anything else; it answers by itself.
pub(super) type Work = Box<dyn FnOnce(&mut Store) + Send>;

/// One append, as it was asked for.
pub(super) struct Append {
    pub(super) call: String,
    pub(super) expected_version: u64,
    pub(super) bodies: Vec<String>,
}

/// A way to the writer. When the last one is dropped, the writer finishes what is queued and
/// closes the database; the drop waits for that.
#[derive(Clone)]
pub(super) struct Writer {
    thread: Arc<Thread>,
}

struct Thread {
    queue: Option<mpsc::Sender<Command>>,
    handle: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(store: Store, followers: broadcast::Sender<Appended>) -> std::io::Result<Self> {
        let (queue, commands) = mpsc::channel(QUEUE);
        let handle =
            thread::Builder::new().name("journal".to_owned()).spawn(move || run(store, commands, &followers))?;
        Ok(Self { thread: Arc::new(Thread { queue: Some(queue), handle: Some(handle) }) })
    }

    /// Queues an append and waits for its commit.
    pub(super) async fn append(&self, append: Append) -> Result<u64, AppendError> {
        let (answer, outcome) = oneshot::channel();
        if !self.send(Command::Append(append, answer)).await {
            return Err(AppendError::Unavailable(CLOSED.to_owned()));
        }
        // The writer died with the append in its hands.
        outcome.await.unwrap_or_else(|_| Err(AppendError::Uncertain(CLOSED.to_owned())))
    }

    /// Queues a forget and waits for its sweep.
    pub(super) async fn forget(&self, call: String) -> Result<(), JournalError> {
        let (answer, outcome) = oneshot::channel();
        if !self.send(Command::Forget(call, answer)).await {
            return Err(JournalError::closed());
        }
        outcome.await.unwrap_or_else(|_| Err(JournalError::Uncertain(CLOSED.to_owned())))
    }

    /// Runs `work` on the writer thread.
    pub(super) async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, JournalError> + Send + 'static,
    ) -> Result<T, JournalError> {
        let (answer, outcome) = oneshot::channel();
        let work = move |store: &mut Store| {
            let _nobody_waits = answer.send(work(store));
        };
        if !self.send(Command::Work(Box::new(work))).await {
            return Err(JournalError::closed());
        }
        outcome.await.unwrap_or_else(|_| Err(JournalError::Uncertain("it panicked".to_owned())))
    }

    async fn send(&self, command: Command) -> bool {
        match &self.thread.queue {
            Some(queue) => queue.send(command).await.is_ok(),
            None => false,
        }
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(handle) = self.handle.take()
            // Work that owned the last way to the writer is dropped by the writer itself.
            && handle.thread().id() != thread::current().id()
        {
            let _its_panic_was_reported = handle.join();
        }
    }
}

fn run(mut store: Store, mut commands: mpsc::Receiver<Command>, followers: &broadcast::Sender<Appended>) {
    let mut forgetting = Forgetting::default();
    loop {
        let next = if forgetting.is_pending() {
            commands.try_recv()
        } else {
            commands.blocking_recv().ok_or(TryRecvError::Disconnected)
        };
        match next {
            Ok(first) => {
                let mut round = Round::default();
                round.take(first, &mut forgetting);
                for command in iter::from_fn(|| commands.try_recv().ok()).take(COMMIT - 1) {
                    round.take(command, &mut forgetting);
                }
                round.run(&mut store, followers);
            }
            Err(TryRecvError::Disconnected) if !forgetting.is_pending() => return,
            Err(_) => {}
        }
        forgetting.step(&mut store);
    }
}

/// What is done between two looks at the queue. Appends go first and together, whatever stood
/// between them; requests in flight at the same time have no order.
#[derive(Default)]
struct Round {
    appends: Vec<Append>,
    answers: Vec<oneshot::Sender<Result<u64, AppendError>>>,
    works: Vec<Work>,
}

impl Round {
    fn take(&mut self, command: Command, forgetting: &mut Forgetting) {
        match command {
            Command::Append(append, answer) => {
                self.appends.push(append);
                self.answers.push(answer);
            }
            Command::Work(work) => self.works.push(work),
            Command::Forget(call, answer) => forgetting.ask(call, answer),
        }
    }

    fn run(self, store: &mut Store, followers: &broadcast::Sender<Appended>) {
        if !self.appends.is_empty() {
            commit(store, self.appends, self.answers, followers);
        }
        for work in self.works {
            // Its transaction is rolled back while unwinding; others must not suffer from it.
            let _its_caller_sees_no_answer = catch_unwind(AssertUnwindSafe(|| work(store)));
        }
        // After the answers: nobody needs to wait for it.
        store.checkpoint_if_due();
    }
}

fn commit(
    store: &mut Store,
    appends: Vec<Append>,
    answers: Vec<oneshot::Sender<Result<u64, AppendError>>>,
    followers: &broadcast::Sender<Appended>,
) {
    let outcomes = match store.append(&appends) {
        Ok(outcomes) => outcomes,
        Err(error) => vec![Err(error); appends.len()],
    };
    for ((append, outcome), answer) in appends.into_iter().zip(outcomes).zip(answers) {
        if let Ok(version) = outcome
            && !append.bodies.is_empty()
        {
            let _nobody_follows = followers.send(Appended { call: append.call, version });
        }
        let _nobody_waits = answer.send(outcome);
    }
}
