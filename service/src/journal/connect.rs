//! A connection to the database, opened so that a file we refuse stays as it is.

use std::{path::Path, time::Duration};

use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig};

use super::{
    OpenError, Options, Synchronous,
    error::reason,
    schema::{self, Found},
    scrub,
};

/// Pages in the write-ahead log at which a commit moves them into the database itself. It is there
/// for what is not counted by [`Store`](super::store::Store), which does so earlier.
const LONGEST_LOG: u32 = 16_000;

/// How much of the database SQLite keeps in memory.
const CACHE_KIB: u32 = 16_384;

/// How long a commit waits for another process that is writing. None should, but a hand with a tool
/// can.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

/// Opens the database and brings it up to date; answers also whether a sweep is owed.
pub(super) fn connect(options: &Options) -> Result<(Connection, bool), OpenError> {
    let path = &options.path;
    admit(path, look(options).map_err(|error| opening(path, &error))?)?;
    let mut connection = open(options).map_err(|error| opening(path, &error))?;
    let sweep_owed = set_up(&mut connection, options).map_err(|error| opening(path, &error))?;
    Ok((connection, sweep_owed))
}

/// Looks at a database without changing it or its log, and without making an index of the log.
fn look(options: &Options) -> rusqlite::Result<Found> {
    let connection = open(options)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // Before WAL mode is used: then the index of the log lives in our memory and not in a file.
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
    schema::inspect(&connection)
}

/// Refuses what is not ours to open.
pub(super) fn admit(path: &Path, found: Found) -> Result<(), OpenError> {
    let path = path.to_owned();
    match found {
        Found::Usable => Ok(()),
        Found::Foreign => Err(OpenError::Foreign { path }),
        Found::Newer(found) => Err(OpenError::Newer { path, found, known: schema::NEWEST }),
    }
}

fn open(options: &Options) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match &options.vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(&options.path, flags, vfs.as_str())?,
        None => Connection::open_with_flags(&options.path, flags)?,
    };
    connection.busy_timeout(PATIENCE)?;
    connection.execute_batch("PRAGMA temp_store = MEMORY")?;
    Ok(connection)
}

/// Sets what a connection must be told each time; answers whether a sweep is owed.
fn set_up(connection: &mut Connection, options: &Options) -> rusqlite::Result<bool> {
    let synchronous = match options.synchronous {
        Synchronous::Full => "FULL",
        Synchronous::Off => "OFF",
    };
    // Other processes may read while we write: a backup by any tool that knows SQLite. That only one
    // service writes is seen to by the lock of the folder.
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA secure_delete = ON;
         PRAGMA wal_autocheckpoint = {LONGEST_LOG}; PRAGMA cache_size = -{CACHE_KIB};"
    ))?;
    if connection.pragma_query_value(None, "auto_vacuum", |row| row.get::<_, i64>(0))? != 0 {
        // Somebody's tool has set it; it makes pages of a kind that a sweep does not know.
        connection.execute_batch("PRAGMA auto_vacuum = NONE; VACUUM")?;
    }
    let pages = options.max_pages.unwrap_or(scrub::MOST_PAGES);
    connection.execute_batch(&format!("PRAGMA max_page_count = {pages}"))?;
    connection.set_prepared_statement_cache_capacity(64);
    schema::migrate(connection)?;
    connection.query_row("SELECT sweep_owed FROM upkeep", [], |row| row.get(0))
}

fn opening(path: &Path, error: &rusqlite::Error) -> OpenError {
    let path = path.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => OpenError::Foreign { path },
        Some(ErrorCode::DiskFull) => OpenError::Full { path },
        Some(ErrorCode::DatabaseBusy) => OpenError::InUse { path },
        _ => OpenError::Unavailable { path, reason: reason(error) },
    }
}
