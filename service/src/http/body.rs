//! Bodies: JSON of a bounded size, read in a bounded time.

use std::time::Duration;

use axum::body::Body as Bytes;
use axum::extract::rejection::FormRejection;
use axum::extract::{FromRequest, OptionalFromRequest, Request};
use axum::http::{HeaderMap, header};
use http_body_util::BodyExt;
use onecall::protocol::{IdError, ProblemCode};
use serde::de::DeserializeOwned;

use super::Fault;

/// The most that a body may have.
const MOST: usize = 64 * 1024;

/// What is still read of a larger one, and thrown away: a client that is cut off in the middle of
/// sending does not see the answer (RFC 9112, 9.6).
const SWALLOWED: usize = 16 * 1024 * 1024;

/// The longest that a body may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A body that was JSON and is what the handler wants.
pub(super) struct Body<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, _state: &S) -> Result<Self, Fault> {
        if !is_json(request.headers()) {
            return Err(ProblemCode::BadContentType.into());
        }
        let read = tokio::time::timeout(PATIENCE, read(request.into_body())).await;
        let late = |_| Fault::with_detail(ProblemCode::BadRequest, "The body took too long to arrive: send it again.");
        let bytes = read.map_err(late)??;
        serde_json::from_slice(&bytes).map(Self).map_err(|error| explain(&error))
    }
}

/// One that may be left out.
impl<T: DeserializeOwned, S: Send + Sync> OptionalFromRequest<S> for Body<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Fault> {
        if !request.headers().contains_key(header::CONTENT_TYPE) {
            return Ok(None);
        }
        <Self as FromRequest<S>>::from_request(request, state).await.map(Some)
    }
}

/// A body that was a form of a page of ours.
pub(crate) struct Form<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let (parts, body) = request.into_parts();
        let late = |_| Fault::with_detail(ProblemCode::BadRequest, "The body took too long to arrive: send it again.");
        let bytes = tokio::time::timeout(PATIENCE, read(body)).await.map_err(late)??;
        let read = axum::Form::from_request(Request::from_parts(parts, Bytes::from(bytes)), state).await;
        read.map(|axum::Form(form)| Self(form)).map_err(|rejection| match rejection {
            FormRejection::InvalidFormContentType(_) => {
                Fault::with_detail(ProblemCode::BadContentType, "Send a form: application/x-www-form-urlencoded.")
            }
            // Its own words may quote the body.
            _ => {
                Fault::with_detail(ProblemCode::BadRequest, "The form is not the one of the page: load the page again.")
            }
        })
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let given = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}

async fn read(mut body: Bytes) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let mut seen = 0_usize;
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else {
            return Err(Fault::with_detail(ProblemCode::BadRequest, "The body broke off: send it again."));
        };
        let Some(data) = frame.data_ref() else { continue };
        seen = seen.saturating_add(data.len());
        if seen <= MOST {
            bytes.extend_from_slice(data);
        } else if seen > SWALLOWED {
            break;
        }
    }
    if seen > MOST { Err(ProblemCode::TooLarge.into()) } else { Ok(bytes) }
}

/// Says where the body is wrong and what should be there, never what was.
fn explain(error: &serde_json::Error) -> Fault {
    let text = error.to_string();
    let identifier = IdError.to_string();
    // Only these parts of the parser's words are ours; the rest may quote the body.
    let wanted = if text.starts_with("missing field `") {
        text.split(" at line ").next().unwrap_or_default().to_owned()
    } else if text.contains(&identifier) {
        identifier
    } else {
        text.rsplit_once(", expected ")
            .map(|(_, wanted)| format!("expected {}", wanted.split(" at line ").next().unwrap_or_default()))
            .unwrap_or_default()
    };
    let place = format!("line {}, column {}", error.line(), error.column());
    let detail = match (wanted.is_empty(), error.line()) {
        (true, 0) => "The body is not what is expected here: compare it with /openapi.json.".to_owned(),
        (true, _) => format!("The body is wrong at {place}: compare it with /openapi.json."),
        (false, 0) => format!("The body is wrong: {wanted}. Compare it with /openapi.json."),
        (false, _) => format!("The body is wrong at {place}: {wanted}. Compare it with /openapi.json."),
    };
    Fault::with_detail(ProblemCode::BadRequest, detail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use onecall::protocol::{AgentCommand, KnockRequest};

    fn detail<T: DeserializeOwned>(text: &[u8]) -> String {
        match serde_json::from_slice::<T>(text) {
            Ok(_) => panic!("it was read"),
            Err(error) => format!("{:?}", explain(&error)),
        }
    }

    #[test]
    fn a_body_that_cannot_be_read_is_explained_by_place_and_not_by_content() {
        let id = "a".repeat(22);
        for (text, word) in [
            (r#"{"command_id":"ID","type":"hunter2"}"#.replace("ID", &id), "expected one of"),
            (r#"{"command_id":"hunter2","type":"end"}"#.to_owned(), "22 to 64 characters"),
            (r#"{"type":"end"}"#.to_owned(), "missing field `command_id`"),
            (r#"{"command_id": hunter2}"#.to_owned(), "line 1"),
            (r#"{"command_id":"ID","type":"message","text":["hunter2"]}"#.replace("ID", &id), "expected a string"),
        ] {
            let detail = detail::<AgentCommand>(text.as_bytes());
            assert!(detail.contains(word) && !detail.contains("hunter2"), "{detail}");
        }
    }

    #[test]
    fn invalid_utf_8_is_explained_by_its_place() {
        let detail = detail::<KnockRequest>(b"{\"invitation\":\"\xff\xfe\"}");
        assert!(detail.contains("line 1"), "{detail}");
    }
}
