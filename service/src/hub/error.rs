//! What the hub answers when a command changes nothing.

use std::fmt;

use onecall::lobby::{Refusal, Value};
use onecall::protocol::{Problem, ProblemCode};

use crate::journal::{AppendError, JournalError};

/// Everything the caller needs to answer; and which value it was, if one was out of its bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubError(pub Box<Problem>, pub Option<Value>);

impl HubError {
    /// A problem that says in its own words what to do.
    pub(super) fn saying(code: ProblemCode, what: &impl fmt::Display) -> Self {
        let detail = what.to_string();
        Self(Box::new(Problem { detail, ..Problem::new(code) }), None)
    }
}

impl fmt::Display for HubError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.kind)
    }
}

impl std::error::Error for HubError {}

impl From<ProblemCode> for HubError {
    fn from(code: ProblemCode) -> Self {
        Self(Box::new(Problem::new(code)), None)
    }
}

impl From<Refusal> for HubError {
    fn from(refusal: Refusal) -> Self {
        let mut problem = Problem::new(refusal.code());
        let mut which = None;
        match refusal {
            Refusal::AlreadyDecided { by } => problem.by = Some(by),
            Refusal::BadValue(value) => {
                problem.detail = value.to_string();
                which = Some(value);
            }
            Refusal::LobbyFull => problem.retry_after_ms = Some(60_000),
            _ => {}
        }
        Self(Box::new(problem), which)
    }
}

impl From<AppendError> for HubError {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Full => ProblemCode::StorageFull.into(),
            AppendError::Conflict { .. } | AppendError::Unavailable(_) | AppendError::Uncertain(_) => {
                ProblemCode::StorageUnavailable.into()
            }
        }
    }
}

impl From<JournalError> for HubError {
    fn from(error: JournalError) -> Self {
        match error {
            JournalError::Full => ProblemCode::StorageFull.into(),
            _ => ProblemCode::StorageUnavailable.into(),
        }
    }
}
