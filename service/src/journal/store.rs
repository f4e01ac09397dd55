//! The SQL of the journal: one connection, no threads, every change in a transaction.
//!
//! Durability: WAL with `synchronous=FULL` flushes the log at every commit
//! (<https://www.sqlite.org/pragma.html#pragma_synchronous>).

use rusqlite::{Connection, TransactionBehavior};

use super::{
    AppendError, JournalError, OpenError, Options, Recorded, connect,
    error::{is_full, reason},
    folder, log,
    writer::Append,
};

/// The database, and the exclusive use of its folder.
pub(super) struct Store {
    connection: Connection,
    heads: log::Heads,
    /// A commit failed, and its remains may still be in the write-ahead log.
    unsettled: bool,
    /// Rows were deleted whose bytes may still be in the files.
    sweep_owed: bool,
    // Last, so that the database is closed before the folder is given up.
    _lock: folder::Lock,
}

impl Store {
    pub(super) fn open(options: &Options) -> Result<Self, OpenError> {
        let path = &options.path;
        let lock = folder::prepare(path)?;
        connect::admit(path, folder::glance(path)?)?;
        let (connection, sweep_owed) = connect::connect(options)?;
        let mut store = Self { connection, heads: log::Heads::default(), unsettled: false, sweep_owed, _lock: lock };
        // A truncation of the log that the power cut undid leaves old bytes behind its end.
        if let Err(error) = store.empty_log().and_then(|()| store.sweep()) {
            // No reason not to serve; the next forget tries again.
            tracing::warn!(error = reason(&error), "forgotten calls are not swept from the files yet");
        }
        Ok(store)
    }

    /// Appends all in one commit. The outer error concerns all of them, an inner one its append.
    pub(super) fn append(&mut self, appends: &[Append]) -> Result<Vec<Result<u64, AppendError>>, AppendError> {
        let outcomes = self.commit(appends);
        if outcomes.is_err() {
            self.heads.forget_all();
        }
        outcomes
    }

    fn commit(&mut self, appends: &[Append]) -> Result<Vec<Result<u64, AppendError>>, AppendError> {
        let tx = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| AppendError::of(&error))?;
        let outcomes = log::Appends::new(&tx, &mut self.heads)
            .and_then(|mut log| appends.iter().map(|append| log.append(append)).collect::<rusqlite::Result<Vec<_>>>())
            .map_err(|error| AppendError::of(&error))?;
        let committed = tx.commit();
        self.note(&committed);
        committed.map_err(|error| AppendError::of_commit(&error))?;
        Ok(outcomes)
    }

    pub(super) fn read(&mut self, call: &str) -> Result<Vec<Recorded>, JournalError> {
        self.settle().map_err(|error| JournalError::of(&error))?;
        log::read(&self.connection, call)
    }

    pub(super) fn calls(&mut self) -> Result<Vec<String>, JournalError> {
        self.settle().map_err(|error| JournalError::of(&error))?;
        log::calls(&self.connection).map_err(|error| JournalError::of(&error))
    }

    pub(super) fn forget(&mut self, calls: &[String]) -> Result<(), JournalError> {
        self.settle().map_err(|error| JournalError::of(&error))?;
        self.delete(calls)?;
        self.sweep().map_err(|error| JournalError::of(&error))
    }

    /// Work of others on the same database, in a transaction of its own.
    pub(super) fn transact<T>(
        &mut self,
        work: impl FnOnce(&rusqlite::Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, JournalError> {
        self.settle().map_err(|error| JournalError::of(&error))?;
        let tx = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| JournalError::of(&error))?;
        let value = work(&tx)
            .map_err(|error| if is_full(&error) { JournalError::Full } else { JournalError::Statement(error) })?;
        let committed = tx.commit();
        self.note(&committed);
        committed.map_err(|error| JournalError::of_commit(&error))?;
        Ok(value)
    }

    /// Remembers how the last commit went.
    ///
    /// A commit that failed while flushing may have left a whole transaction in the write-ahead
    /// log, which this connection has rolled back but a restart would find and apply. The next
    /// successful commit overwrites it. A full disk leaves no whole transaction.
    fn note(&mut self, committed: &rusqlite::Result<()>) {
        match committed {
            Ok(()) => self.unsettled = false,
            Err(error) if is_full(error) => {}
            Err(_) => self.unsettled = true,
        }
    }

    /// Before anything is read: makes sure that a restart would read the same.
    fn settle(&mut self) -> rusqlite::Result<()> {
        if self.unsettled {
            // The counter must really change: SQLite does not write what is already there.
            self.connection.execute("UPDATE upkeep SET settled = settled + 1", [])?;
            self.unsettled = false;
        }
        Ok(())
    }

    fn delete(&mut self, calls: &[String]) -> Result<(), JournalError> {
        // Before, because it may be committed and yet end in an error.
        for call in calls {
            self.heads.forget(call);
        }
        let deleted = self.transact(|tx| {
            let mut deleted = false;
            for call in calls {
                deleted |= log::delete(tx, call)?;
            }
            if deleted {
                tx.execute("UPDATE upkeep SET sweep_owed = 1", [])?;
            }
            Ok(deleted)
        })?;
        self.sweep_owed |= deleted;
        Ok(())
    }

    /// Removes deleted bytes from the files.
    ///
    /// `secure_delete` overwrites a row where it is deleted, but not the copies that remain in a
    /// page's unused space when rows move to another page (`rebuildPage` in SQLite's `btree.c`
    /// does not clear it), nor older pages in the write-ahead log. So the database is rewritten
    /// and the log truncated.
    fn sweep(&mut self) -> rusqlite::Result<()> {
        if !self.sweep_owed {
            return Ok(());
        }
        self.connection.execute_batch("VACUUM")?;
        self.empty_log()?;
        self.connection.execute("UPDATE upkeep SET sweep_owed = 0", [])?;
        self.sweep_owed = false;
        Ok(())
    }

    /// Moves what is in the write-ahead log into the database and leaves the log without a byte.
    fn empty_log(&self) -> rusqlite::Result<()> {
        let blocked: bool = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if blocked {
            return Err(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY), None));
        }
        Ok(())
    }
}
