//! The SQL of the journal: one connection, no threads, every change in a transaction.
//!
//! Durability: WAL with `synchronous=FULL` flushes the log at every commit
//! (<https://www.sqlite.org/pragma.html#pragma_synchronous>).

use std::{mem, time::Duration};

use rusqlite::{Connection, TransactionBehavior};

use super::{
    AppendError, JournalError, OpenError, Options, Recorded, connect,
    error::{is_full, reason},
    folder, log, scrub,
    writer::Append,
};

/// How much is appended between two checkpoints, in bytes of events.
const CHECKPOINT_BYTES: usize = 8 << 20;

/// The pages that one step of a sweep looks at: 2 MiB, about a millisecond.
const SWEPT_AT_ONCE: u32 = 512;

/// Changes a counter on which nothing depends, for a commit that is about nothing else.
pub(super) const COUNT_UP: &str = "UPDATE upkeep SET settled = settled + 1";

/// The database, and the exclusive use of its folder.
pub(super) struct Store {
    connection: Connection,
    heads: log::Heads,
    /// A commit failed, and its remains may still be in the write-ahead log.
    unsettled: bool,
    /// Rows were deleted whose bytes may still be in the files.
    sweep_owed: bool,
    /// The pages that the running sweep has done.
    swept: u32,
    /// Bytes of events appended since the last checkpoint.
    logged: usize,
    /// What SQLite counts up when another connection has written.
    written_by_others: i64,
    // Last, so that the database is closed before the folder is given up.
    _lock: folder::Lock,
}

impl Store {
    pub(super) fn open(options: &Options) -> Result<Self, OpenError> {
        let path = &options.path;
        let lock = folder::prepare(path)?;
        connect::admit(path, folder::glance(path)?)?;
        let (connection, sweep_owed) = connect::connect(options)?;
        let mut store = Self {
            connection,
            heads: log::Heads::default(),
            unsettled: false,
            sweep_owed,
            swept: 0,
            logged: 0,
            written_by_others: 0,
            _lock: lock,
        };
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
        // Nobody else should write, but a hand with a tool can.
        let written =
            tx.prepare_cached("PRAGMA data_version").and_then(|mut pragma| pragma.query_row([], |row| row.get(0)));
        let written = written.map_err(|error| AppendError::of(&error))?;
        if mem::replace(&mut self.written_by_others, written) != written {
            self.heads.forget_all();
        }
        let outcomes = log::Appends::new(&tx, &mut self.heads)
            .and_then(|mut log| appends.iter().map(|append| log.append(append)).collect::<rusqlite::Result<Vec<_>>>())
            .map_err(|error| AppendError::of(&error))?;
        let committed = tx.commit();
        self.note(&committed);
        committed.map_err(|error| AppendError::of_commit(&error))?;
        self.logged += appends.iter().flat_map(|append| &append.bodies).map(String::len).sum::<usize>();
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
            self.connection.execute(COUNT_UP, [])?;
            self.unsettled = false;
        }
        Ok(())
    }

    /// Deletes calls in one commit. Their remains are in the files until a sweep has ended that began
    /// afterwards.
    pub(super) fn delete(&mut self, calls: &[String]) -> Result<(), JournalError> {
        self.settle().map_err(|error| JournalError::of(&error))?;
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

    /// Does a part of a sweep, which removes what was deleted from the files; answers whether it has
    /// ended.
    ///
    /// Rows were overwritten where they were deleted. What remains are older pages in the
    /// write-ahead log, which is emptied, and copies in the unused space of pages, which is
    /// [wiped](scrub). Each step begins with an empty log and an empty cache: a page in either would
    /// bring its remains back later.
    pub(super) fn sweep_step(&mut self) -> rusqlite::Result<bool> {
        if !self.sweep_owed {
            return Ok(true);
        }
        let begin = mem::replace(&mut self.swept, 0) + 1;
        self.empty_log()?;
        self.connection.execute_batch("PRAGMA shrink_memory")?;
        let end = begin + SWEPT_AT_ONCE;
        if scrub::scrub(&self.connection, begin..end)? >= end {
            self.swept = end - 1;
            return Ok(false);
        }
        scrub::flush(&self.connection)?;
        // Its flush also makes the truncation of the log last.
        self.connection.execute("UPDATE upkeep SET sweep_owed = 0", [])?;
        self.sweep_owed = false;
        Ok(true)
    }

    fn sweep(&mut self) -> rusqlite::Result<()> {
        while !self.sweep_step()? {}
        Ok(())
    }

    /// Moves the write-ahead log into the database when it has grown. A commit would do so by
    /// itself, before its answer.
    pub(super) fn checkpoint_if_due(&mut self) {
        if self.logged < CHECKPOINT_BYTES {
            return;
        }
        self.logged = 0;
        let done = self.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
        if let Err(error) = done {
            // Nothing is lost; the log goes on growing until it works again.
            tracing::warn!(error = reason(&error), "the write-ahead log could not be moved into the database");
        }
    }

    /// Moves what is in the write-ahead log into the database and leaves the log without a byte.
    /// Fails at once when somebody reads, as a backup does: the writer must not wait for them.
    fn empty_log(&self) -> rusqlite::Result<()> {
        self.connection.busy_timeout(Duration::ZERO)?;
        let blocked = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0));
        self.connection.busy_timeout(connect::PATIENCE)?;
        if blocked? {
            return Err(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY), None));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sweep_goes_in_steps_that_appends_fit_between() {
        let folder = tempfile::tempdir().unwrap();
        let options = Options::new(folder.path().join("test.db"));
        let mut store = Store::open(&options).unwrap();
        let append = |call: usize, expected_version: u64, body: &str| Append {
            call: format!("call {call}"),
            expected_version,
            bodies: vec![format!("<call {call}> {body}")],
        };
        let padding = "x".repeat(1500);
        for commit in 0..20 {
            let rows = (0..200).map(|n| append(n % 2, commit * 100 + n as u64 / 2, &padding)).collect::<Vec<_>>();
            assert!(store.append(&rows).unwrap().iter().all(Result::is_ok));
        }
        store.delete(&["call 0".to_owned()]).unwrap();
        let mut steps = 1;
        while !store.sweep_step().unwrap() {
            let outcome = store.append(&[append(2, steps - 1, &padding)]).unwrap();
            assert_eq!(outcome, [Ok(steps)]);
            steps += 1;
        }
        assert!(steps >= 3, "{steps}");
        for file in ["test.db", "test.db-wal"] {
            let bytes = std::fs::read(folder.path().join(file)).unwrap();
            assert!(!String::from_utf8_lossy(&bytes).contains("<call 0>"), "{file}");
        }
        assert_eq!(store.read("call 1").unwrap().len(), 2000);
    }
}
