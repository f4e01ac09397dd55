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
const VERSION: i64 = 2;

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
        expires_at INTEGER NOT NULL,
        -- The sign-in that it goes back to: the same for a session and those that replace it.
        sign_in    TEXT NOT NULL DEFAULT '',
        -- A session is replaced at its first use from then on.
        renew_at   INTEGER NOT NULL DEFAULT 0,
        -- The session that ends when this one is first shown; null afterwards.
        replaces   TEXT
    ) STRICT;
    CREATE TABLE facts (
        name  TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT;
";

/// From version 1, whose sessions stayed as they were: each is a sign-in of its own, and due to be replaced.
const FROM_1: &str = "
    ALTER TABLE credentials ADD COLUMN sign_in TEXT NOT NULL DEFAULT '';
    ALTER TABLE credentials ADD COLUMN renew_at INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE credentials ADD COLUMN replaces TEXT;
    UPDATE credentials SET sign_in = hash;
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
    match version(&change)? {
        0 => change.execute_batch(TABLES)?,
        1 => change.execute_batch(FROM_1)?,
        _ => {}
    }
    change.pragma_update(None, "user_version", VERSION)?;
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
        newer.execute_batch("CREATE TABLE later (a); PRAGMA user_version = 3").unwrap();
        drop(newer);
        let before = std::fs::read(&path).unwrap();
        assert!(matches!(open(folder.path()), Err(AgentsError::Newer { found: 3, known: 2 })));
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }

    #[test]
    fn a_database_of_version_1_becomes_what_a_new_one_is() {
        let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let first = Connection::open(old.path().join(FILE)).unwrap();
        first
            .execute_batch(
                "CREATE TABLE agents (id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL,
                     created_at INTEGER NOT NULL, signed_in_at INTEGER, revoked_at INTEGER) STRICT;
                 CREATE TABLE invitations (hash TEXT PRIMARY KEY, agent TEXT NOT NULL REFERENCES agents (id),
                     expires_at INTEGER NOT NULL) STRICT;
                 CREATE TABLE credentials (hash TEXT PRIMARY KEY, agent TEXT NOT NULL REFERENCES agents (id),
                     kind TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT;
                 CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
                 INSERT INTO agents VALUES ('anna', 'Anna', 'agent', 1, 1, NULL);
                 INSERT INTO credentials VALUES ('one', 'anna', 'session', 9), ('two', 'anna', 'token', 9);
                 PRAGMA user_version = 1",
            )
            .unwrap();
        drop(first);
        let (old, new) = (open(old.path()).unwrap(), open(new.path()).unwrap());
        let columns = |database: &Connection| -> Vec<(String, String, i64)> {
            let mut query =
                database.prepare("SELECT name, type, \"notnull\" FROM pragma_table_info('credentials')").unwrap();
            let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
            rows.collect::<Result<_, _>>().unwrap()
        };
        assert_eq!(columns(&old), columns(&new));
        assert_eq!((version(&old).unwrap(), version(&new).unwrap()), (VERSION, VERSION));
        let apart = "SELECT count(DISTINCT sign_in) FROM credentials";
        assert_eq!(old.query_row(apart, [], |row| row.get::<_, i64>(0)).unwrap(), 2, "each is one of its own");
    }

    #[test]
    fn only_the_owner_may_read_the_agents() {
        let folder = tempfile::tempdir().unwrap();
        drop(open(folder.path()).unwrap());
        drop(open(folder.path()).unwrap());
        assert_eq!(std::fs::metadata(folder.path().join(FILE)).unwrap().mode() & 0o777, 0o600);
    }
}
