//! The tables.

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use super::AgentsError;

/// Its name in the data folder.
pub(super) const FILE: &str = "agents.db";

/// Version of the tables, kept in `user_version`.
const VERSION: i64 = 1;

const TABLES: &str = "
    CREATE TABLE agents (
        id         TEXT PRIMARY KEY,
        name       TEXT NOT NULL,
        role       TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        -- Null until the first sign-in.
        signed_in_at INTEGER,
        revoked_at INTEGER
    ) STRICT;
    -- One-use sign-in links, by the hash of their secret.
    CREATE TABLE invitations (
        hash       TEXT PRIMARY KEY,
        agent      TEXT NOT NULL REFERENCES agents (id),
        expires_at INTEGER NOT NULL
    ) STRICT;
    -- Sessions of browsers and tokens of programs, by the hash of their secret.
    CREATE TABLE credentials (
        hash       TEXT PRIMARY KEY,
        agent      TEXT NOT NULL REFERENCES agents (id),
        kind       TEXT NOT NULL,
        expires_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE facts (
        name  TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT;
";

pub(super) fn open(folder: &Path) -> Result<Connection, AgentsError> {
    let path = folder.join(FILE);
    // SQLite would make it readable by everybody.
    OpenOptions::new().create(true).append(true).mode(0o600).open(&path)?;
    let mut connection = Connection::open(&path)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    // First of all, and reading only: what a newer version wrote stays as it is.
    let found = version(&connection)?;
    if found > VERSION {
        return Err(AgentsError::Newer { found, known: VERSION });
    }
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if version(&change)? == 0 {
        change.execute_batch(TABLES)?;
        change.pragma_update(None, "user_version", VERSION)?;
    }
    change.commit()?;
    Ok(connection)
}

fn version(connection: &Connection) -> Result<i64, rusqlite::Error> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::MetadataExt;

    #[test]
    fn a_database_of_a_newer_version_is_refused_and_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        let newer = Connection::open(&path).unwrap();
        newer.execute_batch("CREATE TABLE later (a); PRAGMA user_version = 2").unwrap();
        drop(newer);
        let before = std::fs::read(&path).unwrap();
        assert!(matches!(open(folder.path()), Err(AgentsError::Newer { found: 2, known: 1 })));
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }

    #[test]
    fn only_the_owner_may_read_the_agents() {
        let folder = tempfile::tempdir().unwrap();
        drop(open(folder.path()).unwrap());
        drop(open(folder.path()).unwrap());
        assert_eq!(std::fs::metadata(folder.path().join(FILE)).unwrap().mode() & 0o777, 0o600);
    }
}
