//! What can go wrong, one variant for each thing a caller does differently.

use std::{io, path::PathBuf};

/// What the operator reads when there is no room left.
const DISK_FULL: &str = "the disk is full: nothing was recorded; free some space and it works again without a restart";

/// Why an append was not answered with a version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    /// Somebody else was first. Read the call again and decide anew.
    #[error("the call is at version {actual_version}, not at the expected one")]
    Conflict {
        /// The call's version now; 0 when it has no record.
        actual_version: u64,
    },
    /// No room. Nothing was recorded.
    #[error("{DISK_FULL}")]
    Full,
    /// The storage does not work. Nothing was recorded.
    #[error("the journal is not available, nothing was recorded: {0}")]
    Unavailable(String),
    /// The storage failed while committing: it may have happened or not. Read the call again;
    /// what is read then stays true.
    #[error("it is uncertain whether this was recorded, read the call again: {0}")]
    Uncertain(String),
}

/// Why a request other than an append failed.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// No room. Nothing was changed, or not all of what should be forgotten is.
    #[error("{DISK_FULL}")]
    Full,
    /// The storage does not work.
    #[error("the journal is not available: {0}")]
    Unavailable(String),
    /// The storage failed while committing a change: it may have happened or not.
    #[error("it is uncertain whether this was recorded: {0}")]
    Uncertain(String),
    /// What is stored is not what was appended.
    #[error(
        "the record in row {row} of table calls is damaged after version {intact}: its hash chain \
         does not hold; restore the database from a backup"
    )]
    Damaged {
        /// The call's row number; the call itself is not named.
        row: i64,
        /// The last version that can be trusted.
        intact: u64,
    },
    /// The work given to [`Registry::transact`](super::Registry::transact) returned this;
    /// nothing was changed.
    #[error(transparent)]
    Statement(rusqlite::Error),
}

/// Why a journal could not be opened. Each is one sentence for the operator, saying what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder or a file in it cannot be made or written.
    #[error(
        "cannot write {path} ({source}): make it writable for the user that runs this service, or \
         choose another data folder"
    )]
    Unwritable {
        /// What was to be written.
        path: PathBuf,
        /// The operating system's reason.
        source: io::Error,
    },
    /// Another process has the data folder open.
    #[error("{path} is in use by another running service: stop it, or choose another data folder")]
    InUse {
        /// The database.
        path: PathBuf,
    },
    /// The file is something else. It was not changed.
    #[error("{path} is not a database of this service and was left as it is: choose another data folder")]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The database was written by a newer version. It was not changed.
    #[error(
        "{path} was written by a newer version of this service (format {found}, this one knows up \
         to {known}) and was left as it is: install the newer version"
    )]
    Newer {
        /// The database.
        path: PathBuf,
        /// The format it has.
        found: u32,
        /// The newest format this build understands.
        known: u32,
    },
    /// The disk is full.
    #[error("cannot open {path}, the disk is full: free some space and start again")]
    Full {
        /// The database.
        path: PathBuf,
    },
    /// The storage does not work.
    #[error("cannot open {path} ({reason}): check the disk, or restore the database from a backup")]
    Unavailable {
        /// The database.
        path: PathBuf,
        /// What SQLite said.
        reason: String,
    },
}

/// SQLite's reason without the statement and the values it was about.
pub(super) fn reason(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(failure, _) => failure.to_string(),
        _ => "the database answered with something unexpected".to_owned(),
    }
}

pub(super) fn is_full(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull)
}

impl JournalError {
    /// For failures outside of a commit.
    pub(super) fn of(error: &rusqlite::Error) -> Self {
        if is_full(error) { Self::Full } else { Self::Unavailable(reason(error)) }
    }

    /// For failures of a commit.
    pub(super) fn of_commit(error: &rusqlite::Error) -> Self {
        if is_full(error) { Self::Full } else { Self::Uncertain(reason(error)) }
    }

    /// The same for another of those who asked for the same work. (What SQLite returns cannot be
    /// cloned.)
    pub(super) fn again(&self) -> Self {
        match self {
            Self::Full => Self::Full,
            Self::Unavailable(reason) => Self::Unavailable(reason.clone()),
            Self::Uncertain(reason) => Self::Uncertain(reason.clone()),
            Self::Damaged { row, intact } => Self::Damaged { row: *row, intact: *intact },
            Self::Statement(error) => Self::Unavailable(reason(error)),
        }
    }

    /// For a writer that is gone before it took the request.
    pub(super) fn closed() -> Self {
        Self::Unavailable(CLOSED.to_owned())
    }
}

impl AppendError {
    /// For failures before the commit.
    pub(super) fn of(error: &rusqlite::Error) -> Self {
        if is_full(error) { Self::Full } else { Self::Unavailable(reason(error)) }
    }

    /// For failures of the commit.
    pub(super) fn of_commit(error: &rusqlite::Error) -> Self {
        if is_full(error) { Self::Full } else { Self::Uncertain(reason(error)) }
    }
}

/// The reason given when the writer is gone.
pub(super) const CLOSED: &str = "it was closed";
