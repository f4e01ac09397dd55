//! A copy of a database that is in use.

use std::{
    fs::{File, OpenOptions},
    io,
    path::Path,
    time::Duration,
};

#[cfg(unix)]
use std::os::unix::fs::OpenOptionsExt;

use rusqlite::{Connection, OpenFlags};

use super::error::reason;

/// How long to wait while the other side opens or closes the database.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why there is no copy. Nothing of the database was changed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The copy cannot be written.
    #[error("The copy cannot be written: {0}.")]
    Unwritable(#[from] io::Error),
    /// The database cannot be read, or not be copied wholly.
    #[error("The database could not be copied ({0}): see that there is room for it and that it can be read.")]
    Storage(String),
}

/// Copies a SQLite database as it is at one moment into a new file that only its owner may read;
/// whoever writes to it goes on meanwhile. What was deleted from the database is not in the copy,
/// not even in unused space. Blocks until the copy is on the disk; a part of it may be left after
/// an error.
///
/// # Errors
/// [`BackupError`]; also when there is a file at `copy`.
pub fn back_up(database: &Path, copy: &Path) -> Result<(), BackupError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    options.mode(0o600);
    // SQLite would make it readable by everybody.
    options.open(copy)?;
    vacuum_into(database, copy).map_err(|error| BackupError::Storage(reason(&error)))?;
    File::open(copy)?.sync_all()?;
    Ok(())
}

fn vacuum_into(database: &Path, copy: &Path) -> rusqlite::Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(database, flags)?;
    connection.busy_timeout(PATIENCE)?;
    let copy = copy.to_str().ok_or_else(|| rusqlite::Error::InvalidPath(copy.to_owned()))?;
    connection.execute("VACUUM INTO ?1", [copy])?;
    Ok(())
}
