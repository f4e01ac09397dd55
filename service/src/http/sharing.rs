//! What an agent passes on besides the message: the join link as a QR code, the call as a calendar entry.
//!
//! The address names the call, never the link: what may be seen in a log or a history opens nothing.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use onecall::protocol::{CallView, Problem, ProblemCode};

use super::around::About;
use super::auth::Signed;
use super::calls::Id;
use super::{App, Fault};
use crate::sharing::{CALENDAR, calendar_entry, qr_code};

const SVG: &str = "image/svg+xml";

#[utoipa::path(get, path = "/v1/calls/{id}/qr.svg", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "The join link as a QR code", params(("id" = String, Path, description = "Which call")),
    responses((status = 200, description = "A picture that any size becomes", body = String,
            content_type = "image/svg+xml"),
        (status = "4XX", description = "No such call, or it is over", body = Problem,
            content_type = "application/problem+json")))]
pub(super) async fn qr(State(app): State<App>, _signed: Signed, id: Id) -> Result<Response, Fault> {
    let call = living(&app, &id).await?;
    let picture = call.link.as_deref().and_then(qr_code).ok_or(ProblemCode::Internal)?;
    Ok(about(call, ([(header::CONTENT_TYPE, SVG)], picture)))
}

#[utoipa::path(get, path = "/v1/calls/{id}/invite.ics", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "The call as a calendar entry",
    description = "iCalendar (RFC 5545). A later one of the same call replaces the earlier one in the calendar.",
    params(("id" = String, Path, description = "Which call")),
    responses((status = 200, description = "A file", body = String, content_type = "text/calendar",
            headers(("Content-Disposition" = String, description = "Its name"))),
        (status = "4XX", description = "No such call, or it is over", body = Problem,
            content_type = "application/problem+json")))]
pub(super) async fn calendar(State(app): State<App>, _signed: Signed, id: Id) -> Result<Response, Fault> {
    let call = living(&app, &id).await?;
    let entry = calendar_entry(&call, app.public_url.host(), app.clock.now()).ok_or(ProblemCode::Internal)?;
    let headers = [
        (header::CONTENT_TYPE, CALENDAR),
        // The title could be anything, and a file's name not.
        (header::CONTENT_DISPOSITION, "attachment; filename=\"call.ics\""),
    ];
    Ok(about(call, (headers, entry)))
}

/// The call, if its link still opens something.
async fn living(app: &App, Id(id): &Id) -> Result<CallView, Fault> {
    let call = app.hub.call(id).await.ok_or(ProblemCode::NoSuchCall)?;
    if call.link.is_some() { Ok(call) } else { Err(ProblemCode::CallOver.into()) }
}

fn about(call: CallView, answer: impl IntoResponse) -> Response {
    let mut response = answer.into_response();
    response.extensions_mut().insert(About(call.id));
    response
}
