//! For whoever operates the service.

use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use onecall::protocol::{Problem, ProblemCode};

use super::auth::blocking;
use super::{App, Fault};
use crate::agents::Agents;
use crate::journal::AppendError;
use crate::metrics::CONTENT_TYPE;
use crate::stop::come_back_after_ms;

/// A storage that takes longer than this to answer is not ready.
const PATIENCE: Duration = Duration::from_secs(2);

#[utoipa::path(get, path = "/healthz", tag = "operator", summary = "The process runs",
    responses((status = 200, description = "It does", body = String, content_type = "text/plain")))]
pub(super) async fn healthy() -> &'static str {
    "ok\n"
}

#[utoipa::path(get, path = "/readyz", tag = "operator", summary = "Requests can be sent here",
    responses((status = 200, description = "They can", body = String, content_type = "text/plain"),
        (status = 503, description = "Stopping, or the storage does not work", body = Problem,
            content_type = "application/problem+json")))]
pub(super) async fn ready(State(app): State<App>) -> Result<&'static str, Fault> {
    if app.stop.is_stopping() {
        return Err(Fault::after_ms(ProblemCode::Restarting, come_back_after_ms(app.clock.random())));
    }
    // An append of nothing goes the whole way of one, and writes nothing.
    let journal = tokio::time::timeout(PATIENCE, app.journal.append("readiness", 0, Vec::new()));
    match journal.await {
        Ok(Ok(_)) => {}
        Ok(Err(AppendError::Full)) => return Err(ProblemCode::StorageFull.into()),
        _ => return Err(ProblemCode::StorageUnavailable.into()),
    }
    blocking(&app.agents, Agents::origin).await?;
    Ok("ready\n")
}

/// On a listener of its own, and therefore not in the API's document.
pub(super) async fn metrics(State(app): State<App>) -> Response {
    let mut response = app.metrics.print().into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(CONTENT_TYPE));
    response
}
