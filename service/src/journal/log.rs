//! The tables of the journal: reading and writing one call's log.

use rusqlite::{Connection, OptionalExtension};

use super::{AppendError, JournalError, Recorded, chain, writer::Append};

/// A call's row, newest version and link.
struct Head {
    row: i64,
    version: u64,
    link: chain::Link,
}

fn head(connection: &Connection, call: &str) -> rusqlite::Result<Option<Head>> {
    connection
        .prepare_cached("SELECT row, version, link FROM calls WHERE call = ?1")?
        .query_row([call], |row| {
            Ok(Head { row: row.get(0)?, version: row.get::<_, i64>(1)?.cast_unsigned(), link: row.get(2)? })
        })
        .optional()
}

/// Appends within the caller's transaction. The inner error leaves the transaction as it was.
pub(super) fn insert(connection: &Connection, append: &Append) -> rusqlite::Result<Result<u64, AppendError>> {
    let found = head(connection, &append.call)?;
    let actual_version = found.as_ref().map_or(0, |head| head.version);
    if actual_version != append.expected_version {
        return Ok(Err(AppendError::Conflict { actual_version }));
    }
    if append.bodies.is_empty() {
        return Ok(Ok(actual_version));
    }
    let mut head = match found {
        Some(head) => head,
        None => begin(connection, &append.call)?,
    };
    for body in &append.bodies {
        head.version += 1;
        head.link = chain::next(&head.link, body);
        connection
            .prepare_cached("INSERT INTO batches (call, version, body, link) VALUES (?1, ?2, ?3, ?4)")?
            .execute((head.row, head.version.cast_signed(), body, head.link))?;
    }
    connection.prepare_cached("UPDATE calls SET version = ?2, link = ?3 WHERE row = ?1")?.execute((
        head.row,
        head.version.cast_signed(),
        head.link,
    ))?;
    Ok(Ok(head.version))
}

fn begin(connection: &Connection, call: &str) -> rusqlite::Result<Head> {
    let link = chain::genesis(call);
    connection.prepare_cached("INSERT INTO calls (call, version, link) VALUES (?1, 0, ?2)")?.execute((call, link))?;
    Ok(Head { row: connection.last_insert_rowid(), version: 0, link })
}

/// A call's record, if it is the one that was appended.
pub(super) fn read(connection: &Connection, call: &str) -> Result<Vec<Recorded>, JournalError> {
    let Some(head) = head(connection, call).map_err(|error| JournalError::of(&error))? else {
        return Ok(Vec::new());
    };
    let mut log = Vec::new();
    let mut link = chain::genesis(call);
    let damaged = |intact| JournalError::Damaged { row: head.row, intact };
    for stored in stored(connection, head.row).map_err(|error| JournalError::of(&error))? {
        let intact = log.len() as u64;
        let Ok((recorded, stored_link)) = stored else {
            return Err(damaged(intact));
        };
        link = chain::next(&link, &recorded.body);
        if link != stored_link || recorded.version != intact + 1 {
            return Err(damaged(intact));
        }
        log.push(recorded);
    }
    let intact = log.len() as u64;
    if link != head.link || intact != head.version {
        return Err(damaged(intact));
    }
    Ok(log)
}

/// Every call with a record.
pub(super) fn calls(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection.prepare_cached("SELECT call FROM calls")?.query_map([], |row| row.get(0))?.collect()
}

/// The stored versions with their links. The inner error is a value that is not even of the right
/// type; the outer one that the database cannot be read.
type Stored = Result<(Recorded, chain::Link), rusqlite::Error>;

fn stored(connection: &Connection, row: i64) -> rusqlite::Result<Vec<Stored>> {
    let mut statement =
        connection.prepare_cached("SELECT version, body, link FROM batches WHERE call = ?1 ORDER BY version")?;
    let mut rows = statement.query([row])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(parse(row));
    }
    Ok(all)
}

fn parse(row: &rusqlite::Row<'_>) -> Stored {
    let version = row.get::<_, i64>(0)?.cast_unsigned();
    let body = row.get(1)?;
    Ok((Recorded { version, body }, row.get(2)?))
}
