//! The tables of the journal: reading and writing one call's log.
//!
//! Rows of `batches` are only ever added at the end of the table, and each names the row before it
//! of the same call. So an append touches two pages and needs no index; see ADR 0004.

use std::collections::HashMap;

use rusqlite::{CachedStatement, Connection, OptionalExtension};

use super::{AppendError, JournalError, Recorded, chain, writer::Append};

/// The most calls whose head is remembered; the hub alone keeps more than this in memory per call.
const REMEMBERED: usize = 1 << 16;

/// A call's row, newest version and link, and the newest row of its log.
#[derive(Clone, Copy)]
struct Head {
    row: i64,
    version: u64,
    link: chain::Link,
    newest: i64,
}

/// The heads of calls as the connection sees them, so that an append need not look.
#[derive(Default)]
pub(super) struct Heads(HashMap<String, Head>);

impl Heads {
    /// After a rollback, or when somebody else may have written.
    pub(super) fn forget_all(&mut self) {
        self.0.clear();
    }

    pub(super) fn forget(&mut self, call: &str) {
        self.0.remove(call);
    }

    fn remember(&mut self, call: &str, head: Head) {
        if let Some(known) = self.0.get_mut(call) {
            *known = head;
            return;
        }
        if self.0.len() >= REMEMBERED {
            self.0.clear();
        }
        self.0.insert(call.to_owned(), head);
    }
}

/// Appends within one transaction, whose statements are prepared once.
pub(super) struct Appends<'t> {
    connection: &'t Connection,
    heads: &'t mut Heads,
    add: CachedStatement<'t>,
    advance: CachedStatement<'t>,
}

impl<'t> Appends<'t> {
    pub(super) fn new(connection: &'t Connection, heads: &'t mut Heads) -> rusqlite::Result<Self> {
        let add = connection
            .prepare_cached("INSERT INTO batches (call, version, previous, body, link) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        let advance =
            connection.prepare_cached("UPDATE calls SET version = ?2, link = ?3, newest = ?4 WHERE row = ?1")?;
        Ok(Self { connection, heads, add, advance })
    }

    /// The inner error leaves the transaction as it was.
    pub(super) fn append(&mut self, append: &Append) -> rusqlite::Result<Result<u64, AppendError>> {
        let found = match self.heads.0.get(&append.call) {
            Some(head) => Some(*head),
            None => head(self.connection, &append.call)?,
        };
        let actual_version = found.map_or(0, |head| head.version);
        if actual_version != append.expected_version {
            return Ok(Err(AppendError::Conflict { actual_version }));
        }
        if append.bodies.is_empty() {
            return Ok(Ok(actual_version));
        }
        let mut head = match found {
            Some(head) => head,
            None => begin(self.connection, &append.call)?,
        };
        for body in &append.bodies {
            head.version += 1;
            head.link = chain::next(&head.link, body);
            head.newest =
                self.add.insert((head.row, head.version.cast_signed(), head.newest, body.as_str(), &head.link[..]))?;
        }
        self.advance.execute((head.row, head.version.cast_signed(), &head.link[..], head.newest))?;
        self.heads.remember(&append.call, head);
        Ok(Ok(head.version))
    }
}

fn head(connection: &Connection, call: &str) -> rusqlite::Result<Option<Head>> {
    connection
        .prepare_cached("SELECT row, version, link, newest FROM calls WHERE call = ?1")?
        .query_row([call], |row| {
            let version = row.get::<_, i64>(1)?.cast_unsigned();
            Ok(Head { row: row.get(0)?, version, link: row.get(2)?, newest: row.get(3)? })
        })
        .optional()
}

fn begin(connection: &Connection, call: &str) -> rusqlite::Result<Head> {
    let link = chain::genesis(call);
    let row = connection
        .prepare_cached("INSERT INTO calls (call, version, link, newest) VALUES (?1, 0, ?2, 0)")?
        .insert((call, &link[..]))?;
    Ok(Head { row, version: 0, link, newest: 0 })
}

/// A call's record, if it is the one that was appended.
pub(super) fn read(connection: &Connection, call: &str) -> Result<Vec<Recorded>, JournalError> {
    let Some(head) = head(connection, call).map_err(|error| JournalError::of(&error))? else {
        return Ok(Vec::new());
    };
    let rows = linked(connection, &head).map_err(|error| JournalError::of(&error))?;
    match verify(call, &head, rows) {
        Ok(log) => Ok(log),
        // Which versions can be trusted is seen without the links between rows, too.
        Err(_) => verify(call, &head, searched(connection, &head).map_err(|error| JournalError::of(&error))?),
    }
}

fn verify(call: &str, head: &Head, rows: Vec<Parsed>) -> Result<Vec<Recorded>, JournalError> {
    let mut log = Vec::with_capacity(rows.len());
    let mut link = chain::genesis(call);
    let damaged = |intact| JournalError::Damaged { row: head.row, intact };
    for row in rows {
        let intact = log.len() as u64;
        let Ok((recorded, stored_link)) = row else {
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

/// Deletes a call and its log within the caller's transaction; answers whether there was one.
pub(super) fn delete(connection: &Connection, call: &str) -> rusqlite::Result<bool> {
    let Some(head) = head(connection, call)? else { return Ok(false) };
    let mut next = connection.prepare_cached("SELECT previous FROM batches WHERE row = ?1 AND call = ?2")?;
    let mut delete = connection.prepare_cached("DELETE FROM batches WHERE row = ?1")?;
    let (mut row, mut deleted) = (head.newest, 0);
    while let Some(previous) = next.query_row((row, head.row), |found| found.get(0)).optional()? {
        delete.execute([row])?;
        deleted += 1;
        row = previous;
    }
    if deleted != head.version {
        // Damaged: what the links do not lead to is found by looking at every row.
        connection.execute("DELETE FROM batches WHERE call = ?1", [head.row])?;
    }
    connection.prepare_cached("DELETE FROM calls WHERE row = ?1")?.execute([head.row])?;
    Ok(true)
}

/// A stored version with its link; the error is a value that is not even of the right type.
type Parsed = rusqlite::Result<(Recorded, chain::Link)>;

/// The rows that the head leads to, oldest first, up to where the links break.
fn linked(connection: &Connection, head: &Head) -> rusqlite::Result<Vec<Parsed>> {
    let mut statement =
        connection.prepare_cached("SELECT version, body, link, previous FROM batches WHERE row = ?1 AND call = ?2")?;
    let mut all = Vec::new();
    let mut row = head.newest;
    // No more than there should be: damaged links may lead in a circle.
    while (all.len() as u64) < head.version {
        let found = statement.query_row((row, head.row), |found| Ok((parse(found), found.get(3)?))).optional()?;
        let Some((parsed, previous)) = found else { break };
        all.push(parsed);
        row = previous;
    }
    all.reverse();
    Ok(all)
}

/// The rows of a call wherever they are, found by looking at every row there is.
fn searched(connection: &Connection, head: &Head) -> rusqlite::Result<Vec<Parsed>> {
    connection
        .prepare("SELECT version, body, link FROM batches WHERE call = ?1 ORDER BY version")?
        .query_map([head.row], |row| Ok(parse(row)))?
        .collect()
}

fn parse(row: &rusqlite::Row<'_>) -> Parsed {
    let version = row.get::<_, i64>(0)?.cast_unsigned();
    Ok((Recorded { version, body: row.get(1)? }, row.get(2)?))
}
