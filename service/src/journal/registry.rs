//! Other tables in the journal's database, written with the journal's durability.

use super::{JournalError, store::COUNT_UP, writer::Writer};

/// Runs transactions for what is not a call: the agents of the organisation. Its tables are made
/// by [`MIGRATIONS`](super::MIGRATIONS).
///
/// The database stays open, and the data folder in use, until every `Registry` of it is dropped.
#[derive(Clone)]
pub struct Registry {
    pub(super) writer: Writer,
}

impl Registry {
    /// Runs `work` in a transaction on the writer thread and answers once it is durable. A
    /// transaction that changes nothing costs no flush. `work` should be quick: every call of the
    /// service waits for it. To undo everything it returns an error; for a refusal that is no
    /// fault of the database let `T` be a `Result` and change nothing.
    ///
    /// # Errors
    /// [`JournalError::Statement`] with what `work` returned, after a rollback; otherwise the
    /// other variants but `Damaged`.
    pub async fn transact<T, F>(&self, work: F) -> Result<T, JournalError>
    where
        F: FnOnce(&rusqlite::Transaction<'_>) -> rusqlite::Result<T> + Send + 'static,
        T: Send + 'static,
    {
        self.writer.work(move |store| store.transact(work)).await
    }

    /// Writes something that matters to nobody, to learn whether anything can be written.
    ///
    /// # Errors
    /// Why it cannot.
    pub(crate) async fn try_out(&self) -> Result<(), JournalError> {
        self.transact(|tx| tx.execute(COUNT_UP, []).map(drop)).await
    }
}
