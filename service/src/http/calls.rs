//! What agents send.

use axum::Json;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onecall::protocol::{AgentAct, AgentCommand, CallId, CallPatch, CallView, CreateCall, Problem, ProblemCode};

use super::around::About;
use super::auth::{Signed, blocking};
use super::body::Body;
use super::if_match::IfMatch;
use super::{App, Fault};

#[utoipa::path(get, path = "/v1/calls", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "Every call that is not forgotten, newest first",
    responses((status = 200, description = "The calls", body = Vec<CallView>),
        (status = "4XX", description = "Not signed in", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn list(State(app): State<App>, _signed: Signed) -> Json<Vec<CallView>> {
    Json(app.hub.calls().await)
}

#[utoipa::path(post, path = "/v1/calls", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "Create a one-time call", request_body = CreateCall,
    responses((status = 201, description = "The call, with its link and message", body = CallView,
            headers(("ETag" = String, description = "Its version"), ("Location" = String, description = "Its address"))),
        (status = "4XX", description = "Nothing was changed", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Try again", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn create(
    State(app): State<App>,
    signed: Signed,
    Body(request): Body<CreateCall>,
) -> Result<Response, Fault> {
    let call = app.hub.create(signed.name(), request).await?;
    let location = HeaderValue::from_str(&format!("/v1/calls/{}", call.id));
    let mut response = show(StatusCode::CREATED, call);
    if let Ok(location) = location {
        response.headers_mut().insert(header::LOCATION, location);
    }
    Ok(response)
}

#[utoipa::path(get, path = "/v1/calls/{id}", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "One call", params(("id" = String, Path, description = "Which call")),
    responses((status = 200, description = "The call", body = CallView,
            headers(("ETag" = String, description = "Its version"))),
        (status = "4XX", description = "No such call", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn read(State(app): State<App>, _signed: Signed, Id(id): Id) -> Result<Response, Fault> {
    let call = app.hub.call(&id).await.ok_or(ProblemCode::NoSuchCall)?;
    Ok(show(StatusCode::OK, call))
}

#[utoipa::path(patch, path = "/v1/calls/{id}", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "Change title, start, duration, set-up or language", request_body = CallPatch,
    params(("id" = String, Path, description = "Which call"),
        ("If-Match" = String, Header, description = "The call's ETag")),
    responses((status = 200, description = "The call as it is now", body = CallView,
            headers(("ETag" = String, description = "Its version"))),
        (status = "4XX", description = "Nothing was changed", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Try again", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn edit(
    State(app): State<App>,
    signed: Signed,
    Id(id): Id,
    based_on: IfMatch,
    Body(patch): Body<CallPatch>,
) -> Result<Response, Fault> {
    let version = app.hub.call(&id).await.ok_or(ProblemCode::NoSuchCall)?.version;
    if !based_on.matches(version) {
        return Err(ProblemCode::Stale.into());
    }
    // Whoever is faster between here and there wins: the hub compares again.
    Ok(show(StatusCode::OK, app.hub.edit(signed.name(), &id, version, patch).await?))
}

#[utoipa::path(delete, path = "/v1/calls/{id}", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "End the call and forget it at once", params(("id" = String, Path, description = "Which call")),
    responses((status = 204, description = "It is gone"),
        (status = "4XX", description = "No such call", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Try again", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn delete(State(app): State<App>, signed: Signed, Id(id): Id) -> Result<Response, Fault> {
    app.hub.delete(signed.name(), &id).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    response.extensions_mut().insert(About(id));
    Ok(response)
}

#[utoipa::path(post, path = "/v1/calls/{id}/commands", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "Admit, hold, decline, end and so on", request_body = AgentCommand,
    params(("id" = String, Path, description = "Which call")),
    responses((status = 200, description = "The call as it is now", body = CallView,
            headers(("ETag" = String, description = "Its version"))),
        (status = 409, description = "Not now, or another agent was first: `by` says who", body = Problem,
            content_type = "application/problem+json"),
        (status = "4XX", description = "Nothing was changed", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Try again: a repeated command is done once", body = Problem,
            content_type = "application/problem+json")))]
pub(super) async fn command(
    State(app): State<App>,
    signed: Signed,
    Id(id): Id,
    Body(command): Body<AgentCommand>,
) -> Result<Response, Fault> {
    let successor = match &command.act {
        AgentAct::HandOver { to } => {
            let to = to.clone();
            blocking(&app.agents, move |agents| agents.find(&to)).await?
        }
        _ => None,
    };
    Ok(show(StatusCode::OK, app.hub.agent_command(signed.name(), &id, command, successor).await?))
}

/// The call in a path.
pub(super) struct Id(pub(super) CallId);

impl FromRequestParts<App> for Id {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        let path = Path::<String>::from_request_parts(parts, app).await;
        // What is no id names no call either.
        let id = path.ok().and_then(|Path(text)| CallId::parse(&text).ok());
        id.map(Self).ok_or_else(|| ProblemCode::NoSuchCall.into())
    }
}

fn show(status: StatusCode, call: CallView) -> Response {
    let (id, tag) = (call.id.clone(), HeaderValue::from_str(&format!("\"{}\"", call.version)));
    let mut response = (status, Json(call)).into_response();
    if let Ok(tag) = tag {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response.extensions_mut().insert(About(id));
    response
}
