//! For whoever operates the service.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use onecall::protocol::{Problem, ProblemCode};

use super::auth::blocking;
use super::{App, Fault};
use crate::agents::Agents;
use crate::metrics::CONTENT_TYPE;
use crate::serve::Trouble;
use crate::stop::come_back_after_ms;

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
    app.storage.works().await.map_err(|trouble| match trouble {
        Trouble::Full => ProblemCode::StorageFull,
        Trouble::Unavailable => ProblemCode::StorageUnavailable,
    })?;
    blocking(&app.agents, Agents::origin).await?;
    Ok("ready\n")
}

/// On a listener of its own, and therefore not in the API's document.
pub(super) async fn metrics(State(app): State<App>) -> Response {
    let mut response = app.metrics.print().into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(CONTENT_TYPE));
    response
}
