//! The journal: what happened to every call, in order, kept before anybody is told.
//!
//! One append-only log per call behind the trait [`Journal`]. [`SqliteJournal`] keeps it on disk,
//! [`MemoryJournal`] keeps it for tests and simulations; one contract suite
//! (`tests/journal_contract.rs`) runs over both, and any later implementation joins it there.
//!
//! Races are decided here and nowhere else: an append names the version it was decided on, and of
//! two appends with the same one exactly one wins. The bodies are opaque JSON text.

mod backup;
mod chain;
mod connect;
mod error;
mod folder;
mod forgetting;
mod log;
mod memory;
mod registry;
mod schema;
mod scrub;
mod sqlite;
mod store;
mod writer;

use std::{fmt, future::Future, pin::Pin};

use tokio::sync::broadcast;

pub use backup::{BackupError, back_up};
pub use error::{AppendError, JournalError, OpenError};
pub use memory::MemoryJournal;
pub use registry::Registry;
pub use schema::MIGRATIONS;
pub use sqlite::{Options, SqliteJournal, Synchronous};

/// What a journal's methods return. Boxed, so that `Arc<dyn Journal>` works.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// How many [`Appended`] a follower may be behind before it misses some (it is told so by
/// `RecvError::Lagged`, and reads the calls it holds again).
pub(crate) const FOLLOWER_BACKLOG: usize = 4096;

/// A durable, append-only log per call.
///
/// Requests that are in flight at the same moment have no order among themselves; whatever was
/// answered is seen by every request made after the answer. A future that is dropped may still
/// take effect, as with any lost answer.
pub trait Journal: Send + Sync + 'static {
    /// Appends `bodies` to `call` as versions `expected_version + 1 …` and answers with the new
    /// version, once all of them are durable. All are kept or none. A call begins with its first
    /// append, at `expected_version` 0; appending nothing only checks the version.
    ///
    /// # Errors
    /// [`AppendError`]; only [`AppendError::Uncertain`] leaves open whether it happened.
    fn append(&self, call: &str, expected_version: u64, bodies: Vec<String>) -> Answer<'_, Result<u64, AppendError>>;

    /// Everything recorded for `call`, oldest first; empty for a call nobody appended to.
    ///
    /// # Errors
    /// [`JournalError::Damaged`] when what is stored is not what was appended.
    fn read(&self, call: &str) -> Answer<'_, Result<Vec<Recorded>, JournalError>>;

    /// Every call that has a record and was not forgotten, in no particular order.
    ///
    /// # Errors
    /// [`JournalError`], when the storage cannot be read.
    fn calls(&self) -> Answer<'_, Result<Vec<String>, JournalError>>;

    /// Removes every trace of `call`: when this answers, its bytes are nowhere in the journal's
    /// files. Forgetting an unknown call is no error, so a failed forget is simply repeated.
    /// Forgets made together share the work, so make them together.
    ///
    /// # Errors
    /// [`JournalError`]; nothing may be assumed forgotten then.
    fn forget(&self, call: &str) -> Answer<'_, Result<(), JournalError>>;

    /// Everything that is durably appended from now on. An append is announced before it is
    /// answered, and the versions of one call in order.
    fn follow(&self) -> broadcast::Receiver<Appended>;
}

/// One event batch as it was appended.
#[derive(Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its place in the call's log: 1, 2, 3, … without gaps.
    pub version: u64,
    /// JSON text, opaque to the journal.
    pub body: String,
}

impl fmt::Debug for Recorded {
    /// Without the body: it holds names and message texts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorded").field("version", &self.version).field("bytes", &self.body.len()).finish()
    }
}

/// The news that a call's log has grown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// The call.
    pub call: String,
    /// Its newest version.
    pub version: u64,
}
