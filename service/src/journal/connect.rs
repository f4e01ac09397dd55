//! A connection to the database, opened so that a file we refuse stays as it is.

use std::path::Path;

use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig};

use super::{
    OpenError, Options, Synchronous,
    error::reason,
    schema::{self, Found},
};

/// Opens the database and brings it up to date; answers also whether a sweep is owed.
pub(super) fn connect(options: &Options) -> Result<(Connection, bool), OpenError> {
    let path = &options.path;
    let mut connection = open(options).map_err(|error| opening(path, &error))?;
    let found = schema::inspect(&connection).map_err(|error| opening(path, &error))?;
    admit(path, found)?;
    let sweep_owed = set_up(&mut connection, options).map_err(|error| opening(path, &error))?;
    Ok((connection, sweep_owed))
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
    // A database we refuse must stay as it is, even if there is something in its log.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // Before WAL mode is used: then the index of the log lives in our memory and not in a file.
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY;")?;
    Ok(connection)
}

/// Sets what a connection must be told each time; answers whether a sweep is owed.
fn set_up(connection: &mut Connection, options: &Options) -> rusqlite::Result<bool> {
    let synchronous = match options.synchronous {
        Synchronous::Full => "FULL",
        Synchronous::Off => "OFF",
    };
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA secure_delete = ON;"
    ))?;
    if let Some(pages) = options.max_pages {
        connection.execute_batch(&format!("PRAGMA max_page_count = {pages}"))?;
    }
    connection.set_prepared_statement_cache_capacity(64);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
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
