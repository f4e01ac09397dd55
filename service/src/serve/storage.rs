//! The journal, watched: whether what is decided can be written down right now.
//!
//! `/readyz` must not send customers to a service whose disk is full, and must take them again as
//! soon as there is room, even if nobody has tried meanwhile.

use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::{Instant, timeout};

use crate::journal::{Answer, AppendError, Appended, Journal, JournalError, Recorded, Registry, SqliteJournal};

/// Whether it works is believed for so long; every append answers the question anew.
const BELIEVED: Duration = Duration::from_secs(30);

/// That it does not is believed for so long, however often somebody asks.
const DOUBTED: Duration = Duration::from_secs(1);

/// A storage that takes longer than this to answer does not work.
const PATIENCE: Duration = Duration::from_secs(2);

/// How many pages an append changes, at most, as a rule. What failed left a little room in the
/// log, so one page alone would still find a place where a whole append does not.
const PAGES: usize = 8;

/// Why nothing can be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The disk is full.
    Full,
    /// The storage does not answer, or fails.
    Unavailable,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "the disk is full: free some space",
            Self::Unavailable => "the storage does not work: check the disk",
        })
    }
}

/// The journal on disk, and what is known of it.
pub(crate) struct Storage {
    journal: SqliteJournal,
    registry: Registry,
    known: Mutex<Known>,
    /// Held by whoever tries it out: the others take what that one finds.
    trying: tokio::sync::Mutex<()>,
}

#[derive(Clone, Copy)]
struct Known {
    trouble: Option<Trouble>,
    since: Instant,
}

impl Storage {
    /// It was just opened, which writes: it works.
    pub(crate) fn new(journal: SqliteJournal) -> Self {
        let registry = journal.registry();
        let known = Mutex::new(Known { trouble: None, since: Instant::now() });
        Self { journal, registry, known, trying: tokio::sync::Mutex::default() }
    }

    /// Whether an append would be written down. Cheap enough to be asked by anybody at any rate:
    /// at most one flush every 30 seconds while all is well, a few a second while it is not.
    ///
    /// # Errors
    /// [`Trouble`], when it would not.
    pub(crate) async fn works(&self) -> Result<(), Trouble> {
        let trying = timeout(PATIENCE, self.trying.lock()).await;
        let Ok(_trying) = trying else { return Err(Trouble::Unavailable) };
        let Known { trouble, since } = self.known();
        let believed = if trouble.is_some() { DOUBTED } else { BELIEVED };
        if since.elapsed() < believed {
            return trouble.map_or(Ok(()), Err);
        }
        let pages = if trouble.is_some() { PAGES } else { 1 };
        let found = timeout(PATIENCE, self.try_out(pages)).await;
        let found = found.unwrap_or(Err(Trouble::Unavailable));
        self.note(found);
        found
    }

    async fn try_out(&self, pages: usize) -> Result<(), Trouble> {
        for _ in 0..pages {
            self.registry.try_out().await.map_err(|error| trouble_of(&error))?;
        }
        Ok(())
    }

    fn known(&self) -> Known {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, found: Result<(), Trouble>) {
        let now = Known { trouble: found.err(), since: Instant::now() };
        let before = std::mem::replace(&mut *self.known.lock().unwrap_or_else(PoisonError::into_inner), now);
        // Once, and not for everybody who is refused.
        match (before.trouble, now.trouble) {
            (None, Some(trouble)) => tracing::error!(%trouble, "nothing can be written down: everybody is refused"),
            (Some(_), None) => tracing::info!("the storage works again"),
            _ => {}
        }
    }
}

fn trouble_of(error: &JournalError) -> Trouble {
    match error {
        JournalError::Full => Trouble::Full,
        _ => Trouble::Unavailable,
    }
}

impl Journal for Storage {
    fn append(&self, call: &str, expected_version: u64, bodies: Vec<String>) -> Answer<'_, Result<u64, AppendError>> {
        let writes = !bodies.is_empty();
        let append = self.journal.append(call, expected_version, bodies);
        Box::pin(async move {
            let outcome = append.await;
            match &outcome {
                Ok(_) if writes => self.note(Ok(())),
                // Nothing was written.
                Ok(_) | Err(AppendError::Conflict { .. }) => {}
                Err(AppendError::Full) => self.note(Err(Trouble::Full)),
                Err(AppendError::Unavailable(_) | AppendError::Uncertain(_)) => self.note(Err(Trouble::Unavailable)),
            }
            outcome
        })
    }

    fn read(&self, call: &str) -> Answer<'_, Result<Vec<Recorded>, JournalError>> {
        self.journal.read(call)
    }

    fn calls(&self) -> Answer<'_, Result<Vec<String>, JournalError>> {
        self.journal.calls()
    }

    fn forget(&self, call: &str) -> Answer<'_, Result<(), JournalError>> {
        let forget = self.journal.forget(call);
        Box::pin(async move {
            let outcome = forget.await;
            if let Err(error) = &outcome {
                self.note(Err(trouble_of(error)));
            }
            outcome
        })
    }

    fn follow(&self) -> tokio::sync::broadcast::Receiver<Appended> {
        self.journal.follow()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Options;

    async fn tried(storage: &Storage) -> u32 {
        let settled = |tx: &rusqlite::Transaction<'_>| tx.query_row("SELECT settled FROM upkeep", [], |row| row.get(0));
        storage.registry.transact(settled).await.unwrap()
    }

    #[tokio::test]
    async fn however_often_somebody_asks_nothing_is_written_while_the_answer_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let journal = SqliteJournal::open(&Options::new(folder.path().join("data/calls.db"))).unwrap();
        let storage = Storage::new(journal);
        for trouble in [None, Some(Trouble::Full), Some(Trouble::Unavailable)] {
            storage.known.lock().unwrap().trouble = trouble;
            // Of this moment, however slow the machine is.
            storage.known.lock().unwrap().since = Instant::now() + BELIEVED;
            for _ in 0..100 {
                assert_eq!(storage.works().await, trouble.map_or(Ok(()), Err));
            }
        }
        assert_eq!(tried(&storage).await, 0);
    }

    #[tokio::test]
    async fn what_is_known_too_long_is_tried_out_and_after_trouble_as_thoroughly_as_an_append() {
        let folder = tempfile::tempdir().unwrap();
        let journal = SqliteJournal::open(&Options::new(folder.path().join("data/calls.db"))).unwrap();
        let storage = Storage::new(journal);
        let long_ago = Instant::now() - BELIEVED;
        storage.known.lock().unwrap().since = long_ago;
        assert_eq!(storage.works().await, Ok(()));
        assert_eq!(tried(&storage).await, 1);
        *storage.known.lock().unwrap() = Known { trouble: Some(Trouble::Full), since: long_ago };
        assert_eq!(storage.works().await, Ok(()));
        assert_eq!(tried(&storage).await, 1 + u32::try_from(PAGES).unwrap());
        assert_eq!(storage.known().trouble, None);
    }

    #[tokio::test]
    async fn an_append_that_is_refused_for_its_version_says_nothing_about_the_storage() {
        let folder = tempfile::tempdir().unwrap();
        let journal = SqliteJournal::open(&Options::new(folder.path().join("data/calls.db"))).unwrap();
        let storage = Storage::new(journal);
        let conflict = storage.append("a", 7, vec!["1".to_owned()]).await;
        assert_eq!(conflict, Err(AppendError::Conflict { actual_version: 0 }));
        assert_eq!(storage.known().trouble, None);
        storage.note(Err(Trouble::Full));
        assert_eq!(storage.append("a", 0, vec!["1".to_owned()]).await, Ok(1));
        assert_eq!(storage.known().trouble, None, "what was written down answers the question");
    }
}
