//! `/.well-known/`: which apps may open our links. Served as they are asked for: as JSON, at once, without a redirect.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use onecall::protocol::ProblemCode;
use serde_json::Value;

use crate::http::{App, Fault};

/// Both systems ask seldom, and keep what they get for longer.
const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

#[utoipa::path(get, path = "/.well-known/assetlinks.json", tag = "page", summary = "The app for Android",
    responses((status = 200, description = "A list of statements", body = Object, content_type = "application/json"),
        (status = 404, description = "There is none", body = onecall::protocol::Problem,
            content_type = "application/problem+json")))]
pub(crate) async fn asset_links(State(app): State<App>) -> Result<Response, Fault> {
    answer(app.operator.asset_links())
}

#[utoipa::path(get, path = "/.well-known/apple-app-site-association", tag = "page",
    summary = "The app for iPhone and iPad",
    responses((status = 200, description = "Which links it opens", body = Object, content_type = "application/json"),
        (status = 404, description = "There is none", body = onecall::protocol::Problem,
            content_type = "application/problem+json")))]
pub(crate) async fn apple_association(State(app): State<App>) -> Result<Response, Fault> {
    answer(app.operator.apple_association())
}

fn answer(document: Option<Value>) -> Result<Response, Fault> {
    let document = document.ok_or(ProblemCode::NotFound)?;
    Ok(([(header::CACHE_CONTROL, FOR_AN_HOUR)], Json(document)).into_response())
}
