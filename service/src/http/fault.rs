//! Every error on the wire: problem details (RFC 9457).

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onecall::lobby::Value;
use onecall::message::Message;
use onecall::protocol::{Problem, ProblemCode};
use serde::Serialize;
use utoipa::openapi::schema::Type;

use crate::agents::AgentsError;
use crate::hub::HubError;
use crate::limits::SlowDown;

/// A full disk is not emptied within seconds.
const FULL_RETRY_MS: u64 = 60_000;

/// A storage that failed once often works the next time.
const UNAVAILABLE_RETRY_MS: u64 = 5_000;

/// What a handler answers when it does nothing.
#[derive(Debug)]
pub(crate) struct Fault(Box<Problem>, Precisely);

/// What `detail` says in English, for whoever says it in another language.
#[derive(Debug, Default, Serialize)]
struct Precisely {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

/// The members of a problem that are the service's own, and what they say: for its documentation.
pub(super) const PRECISELY: [(&str, Type, &str); 2] = [
    (
        "value",
        Type::String,
        "With bad-value: which one, as the request calls it – title, text, minutes, starts_at, language –, or supply: a \
         link or code that the service should have made.",
    ),
    (
        "message",
        Type::Object,
        "With name-unusable of an agent: what is wrong, as the id of a sentence and its arguments.",
    ),
];

/// On the wire.
#[derive(Serialize)]
struct Whole {
    #[serde(flatten)]
    problem: Problem,
    #[serde(flatten)]
    precisely: Precisely,
}

/// The code of a problem, for the log and the metrics.
#[derive(Clone, Copy)]
pub(super) struct Told(pub(super) ProblemCode);

impl Fault {
    /// With a sentence of its own. It must hold nothing that the request held.
    pub(crate) fn with_detail(code: ProblemCode, detail: impl Into<String>) -> Self {
        let mut problem = Problem::new(code);
        problem.detail = detail.into();
        Self(Box::new(problem), Precisely::default())
    }

    pub(crate) fn after_ms(code: ProblemCode, retry_after_ms: u64) -> Self {
        let mut problem = Problem::new(code);
        problem.retry_after_ms = Some(retry_after_ms);
        Self(Box::new(problem), Precisely::default())
    }

    pub(crate) fn code(&self) -> Option<ProblemCode> {
        self.0.code()
    }
}

impl From<ProblemCode> for Fault {
    fn from(code: ProblemCode) -> Self {
        HubError::from(code).into()
    }
}

impl From<HubError> for Fault {
    fn from(HubError(mut problem, value): HubError) -> Self {
        let usual = match problem.code() {
            Some(ProblemCode::StorageFull) => Some(FULL_RETRY_MS),
            Some(ProblemCode::StorageUnavailable) => Some(UNAVAILABLE_RETRY_MS),
            _ => None,
        };
        problem.retry_after_ms = problem.retry_after_ms.or(usual);
        Self(problem, Precisely { value: value.map(word), message: None })
    }
}

/// As the request calls it.
fn word(value: Value) -> &'static str {
    match value {
        Value::Title => "title",
        Value::Text => "text",
        Value::Minutes => "minutes",
        Value::Start => "starts_at",
        Value::Language => "language",
        Value::Supply => "supply",
    }
}

impl From<SlowDown> for Fault {
    fn from(slow_down: SlowDown) -> Self {
        let (SlowDown::TooMany(wait) | SlowDown::Full(wait)) = slow_down;
        let wait_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX).max(1);
        let mut fault = Self::after_ms(ProblemCode::SlowDown, wait_ms);
        if matches!(slow_down, SlowDown::Full(_)) {
            // One code for both, since the caller waits either way. But 429 would blame a client that
            // has asked once, and nothing that watches the service counts it (RFC 6585, 4).
            fault.0.status = StatusCode::SERVICE_UNAVAILABLE.as_u16();
        }
        fault
    }
}

impl From<AgentsError> for Fault {
    fn from(error: AgentsError) -> Self {
        match error {
            AgentsError::Name(error) => {
                let Self(problem, _) = Self::with_detail(ProblemCode::NameUnusable, error.to_string());
                Self(problem, Precisely { value: None, message: Some(error.message()) })
            }
            AgentsError::NoSuchAgent => ProblemCode::NoSuchAgent.into(),
            error => {
                tracing::error!(%error, "the agents' database failed");
                let full = matches!(&error, AgentsError::Storage(error)
                    if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull));
                if full { ProblemCode::StorageFull.into() } else { ProblemCode::StorageUnavailable.into() }
            }
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let code = self.code();
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let seconds = self.0.retry_after_ms.map(|wait| wait.div_ceil(1000).max(1));
        let Self(problem, precisely) = self;
        let mut response = (status, Json(Whole { problem: *problem, precisely })).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = seconds {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(code) = code {
            response.extensions_mut().insert(Told(code));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    #[test]
    fn what_the_storage_refuses_says_which_way_and_when_to_come_back() {
        let agents = |code| AgentsError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
        for (fault, code, seconds) in [
            (Fault::from(agents(ffi::SQLITE_FULL)), ProblemCode::StorageFull, "60"),
            (Fault::from(agents(ffi::SQLITE_IOERR)), ProblemCode::StorageUnavailable, "5"),
            (HubError::from(ProblemCode::StorageFull).into(), ProblemCode::StorageFull, "60"),
            (ProblemCode::StorageUnavailable.into(), ProblemCode::StorageUnavailable, "5"),
        ] {
            assert_eq!(fault.code(), Some(code));
            let response = fault.into_response();
            assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
            assert_eq!(response.headers()[header::RETRY_AFTER], seconds);
        }
    }
}
