//! The database's format: who it belongs to, which version it has, how it gets from one to the
//! next.

use rusqlite::{Connection, TransactionBehavior};

/// SQLite's `application_id`: "onec" in ASCII.
pub(super) const APPLICATION_ID: u32 = 0x6F6E_6563;

/// The statements that lead from format *n* to *n + 1*, at index *n*. Append only: an entry that
/// was ever released stays as it is. Tables want an explicit `INTEGER PRIMARY KEY` or
/// `WITHOUT ROWID`, because `VACUUM INTO`, by which a backup is made, may renumber rows otherwise.
pub const MIGRATIONS: &[&str] = &[
    // 1: the journal. `calls` repeats each call's newest version and link: a chain alone would
    // not show that its end is missing.
    "CREATE TABLE calls (
         row INTEGER PRIMARY KEY,
         call TEXT NOT NULL UNIQUE,
         version INTEGER NOT NULL,
         link BLOB NOT NULL
     ) STRICT;
     CREATE TABLE batches (
         row INTEGER PRIMARY KEY,
         call INTEGER NOT NULL,
         version INTEGER NOT NULL,
         body TEXT NOT NULL,
         link BLOB NOT NULL,
         UNIQUE (call, version)
     ) STRICT;
     CREATE TABLE upkeep (
         row INTEGER PRIMARY KEY CHECK (row = 1),
         sweep_owed INTEGER NOT NULL,
         settled INTEGER NOT NULL
     ) STRICT;
     INSERT INTO upkeep VALUES (1, 0, 0);",
    // 2: versions of a call are linked from the newest to the oldest, in place of an index that had
    // to be kept up with each append.
    "CREATE TABLE linked (
         row INTEGER PRIMARY KEY,
         call INTEGER NOT NULL,
         version INTEGER NOT NULL,
         -- The row of the version before it; 0 for the first.
         previous INTEGER NOT NULL,
         body TEXT NOT NULL,
         link BLOB NOT NULL
     ) STRICT;
     INSERT INTO linked
         SELECT row, call, version, lag(row, 1, 0) OVER (PARTITION BY call ORDER BY version), body, link
         FROM batches ORDER BY row;
     ALTER TABLE calls ADD COLUMN newest INTEGER NOT NULL DEFAULT 0;
     UPDATE calls SET newest = coalesce(
         (SELECT row FROM batches WHERE batches.call = calls.row ORDER BY version DESC LIMIT 1), 0);
     DROP TABLE batches;
     ALTER TABLE linked RENAME TO batches;",
];

/// The newest format this build understands.
#[expect(clippy::cast_possible_truncation, reason = "a handful of migrations")]
pub(super) const NEWEST: u32 = MIGRATIONS.len() as u32;

/// What a file turned out to be.
#[derive(Clone, Copy)]
pub(super) enum Found {
    /// Nothing in it yet, or ours in a format we can bring up to date.
    Usable,
    /// Somebody else's.
    Foreign,
    /// Ours, in a format of the future.
    Newer(u32),
}

impl Found {
    pub(super) fn new(application_id: u32, format: u32, empty: bool) -> Self {
        match (application_id, empty) {
            (APPLICATION_ID, _) if format > NEWEST => Self::Newer(format),
            (APPLICATION_ID, _) | (0, true) => Self::Usable,
            _ => Self::Foreign,
        }
    }
}

/// Looks at an open database without changing it.
pub(super) fn inspect(connection: &Connection) -> rusqlite::Result<Found> {
    let empty = connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))?;
    let application_id = pragma(connection, "application_id")?;
    let format = pragma(connection, "user_version")?;
    Ok(Found::new(application_id, format, empty))
}

/// Brings a usable database to the newest format; each step happens wholly or not at all.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let mut format = pragma(connection, "user_version")?;
    for statements in MIGRATIONS.iter().skip(format as usize) {
        format += 1;
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(statements)?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", format)?;
        tx.commit()?;
    }
    Ok(())
}

/// Both pragmas are 32 bits which SQLite shows as signed.
fn pragma(connection: &Connection, name: &str) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0)).map(i32::cast_unsigned)
}
