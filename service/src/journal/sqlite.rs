//! The journal on disk: SQLite, embedded.

use std::path::PathBuf;

use tokio::sync::broadcast;

use super::{
    Answer, AppendError, Appended, FOLLOWER_BACKLOG, Journal, JournalError, OpenError, Recorded, Registry,
    store::Store,
    writer::{Append, Writer},
};

/// Where the database is and how it is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// The database file. Its folder is made if it is missing, and belongs to one process at a
    /// time: `<path>.lock` beside it is locked.
    pub path: PathBuf,
    /// The most pages (of 4 KiB) the database may have, to try out a full disk.
    pub max_pages: Option<u32>,
    /// Whether commits are flushed.
    pub synchronous: Synchronous,
    /// The name of a registered SQLite VFS to use instead of the operating system's files.
    pub vfs: Option<String>,
}

impl Options {
    /// The way to open a database for use.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), max_pages: None, synchronous: Synchronous::Full, vfs: None }
    }
}

/// Whether commits are flushed to the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Synchronous {
    /// Every commit, before it is answered.
    Full,
    /// Never: what is answered is lost with the power. It exists only so that a test can show that
    /// the power-cut test would notice.
    Off,
}

/// A journal in one SQLite database, written by one thread; concurrent appends share a commit.
///
/// Other processes may read the database meanwhile, but none may write. Dropping the last handle (registries
/// included) finishes what is queued and closes the database before it returns.
#[derive(Clone)]
pub struct SqliteJournal {
    writer: Writer,
    followers: broadcast::Sender<Appended>,
}

impl SqliteJournal {
    /// Opens the database, making it if there is none and bringing an older one up to date.
    /// Blocks; call it before serving.
    ///
    /// # Errors
    /// [`OpenError`], a sentence for the operator. What was refused was not changed.
    pub fn open(options: &Options) -> Result<Self, OpenError> {
        let store = Store::open(options)?;
        let followers = broadcast::Sender::new(FOLLOWER_BACKLOG);
        let writer = Writer::start(store, followers.clone()).map_err(|error| OpenError::Unavailable {
            path: options.path.clone(),
            reason: format!("no thread for it: {error}"),
        })?;
        Ok(Self { writer, followers })
    }

    /// Access to the other tables of the same database.
    #[must_use]
    pub fn registry(&self) -> Registry {
        Registry { writer: self.writer.clone() }
    }
}

impl Journal for SqliteJournal {
    fn append(&self, call: &str, expected_version: u64, bodies: Vec<String>) -> Answer<'_, Result<u64, AppendError>> {
        Box::pin(self.writer.append(Append { call: call.to_owned(), expected_version, bodies }))
    }

    fn read(&self, call: &str) -> Answer<'_, Result<Vec<Recorded>, JournalError>> {
        let call = call.to_owned();
        Box::pin(self.writer.work(move |store| store.read(&call)))
    }

    fn calls(&self) -> Answer<'_, Result<Vec<String>, JournalError>> {
        Box::pin(self.writer.work(Store::calls))
    }

    fn forget(&self, call: &str) -> Answer<'_, Result<(), JournalError>> {
        Box::pin(self.writer.forget(call.to_owned()))
    }

    fn follow(&self) -> broadcast::Receiver<Appended> {
        self.followers.subscribe()
    }
}
