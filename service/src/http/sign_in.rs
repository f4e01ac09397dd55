//! Agents come and go.

use std::fmt;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onecall::protocol::{AgentName, Problem, ProblemCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::auth::{Signed, blocking, cookie_name, same_origin};
use super::body::Body;
use super::{App, Fault};
use crate::agents::Proof;
use crate::config::PublicUrl;
use crate::limits::Client;

/// What the sign-in page sends.
#[derive(Deserialize, ToSchema)]
pub(super) struct SignIn {
    /// What stands behind the `#` of the sign-in link.
    code: String,
    /// The name that customers will see; the one of the invitation, if left out.
    #[serde(default)]
    name: Option<String>,
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignIn(…)")
    }
}

/// Somebody has signed in.
#[derive(Serialize, ToSchema)]
pub(super) struct SignedIn {
    /// Who.
    agent: AgentName,
    /// For programs: send it as `Authorization: Bearer …`. Good for 30 days after its last use.
    token: String,
}

#[utoipa::path(post, path = "/v1/sign-in", tag = "agent", request_body = SignIn,
    summary = "Use a sign-in link up: a session for this browser and a token for programs",
    responses((status = 200, description = "Signed in", body = SignedIn,
            headers(("Set-Cookie" = String, description = "The session"))),
        (status = "4XX", description = "Unknown, used or too old", body = Problem,
            content_type = "application/problem+json")))]
pub(super) async fn sign_in(
    State(app): State<App>,
    client: Client,
    headers: HeaderMap,
    Body(request): Body<SignIn>,
) -> Result<Response, Fault> {
    // Programs send no origin; a page of another site must not sign anybody in as somebody else.
    if headers.contains_key(header::ORIGIN) {
        same_origin(&headers, &app.public_url)?;
    }
    app.gate.may_try(client)?;
    let SignIn { code, name } = request;
    let done = blocking(&app.agents, move |agents| {
        agents.sign_in(&code, name.as_deref().map(str::trim).filter(|name| !name.is_empty()))
    });
    let Some(signed_in) = done.await? else {
        app.gate.failed(client, false);
        return Err(Fault::with_detail(
            ProblemCode::SignInNeeded,
            "This sign-in link is unknown, used or older than a day: ask for a new one (`onecall agents invite`).",
        ));
    };
    // Whoever reads it now would find a used link; it goes all the same.
    let _ = std::fs::remove_file(&app.first_sign_in_file);
    tracing::info!(agent = %signed_in.agent.name.id, "an agent signed in");
    let body = SignedIn { agent: signed_in.agent.name, token: signed_in.token };
    Ok(with_cookie(Json(body).into_response(), &app.public_url, &signed_in.session, 30 * 24 * 60 * 60))
}

#[utoipa::path(post, path = "/v1/sign-out", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "Make this session or token worthless",
    responses((status = 204, description = "Signed out",
            headers(("Set-Cookie" = String, description = "Forgets the session, if that is what was shown"))),
        (status = "4XX", description = "Not signed in", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn sign_out(State(app): State<App>, signed: Signed) -> Result<Response, Fault> {
    let credential = signed.credential;
    let proof = credential.proof;
    blocking(&app.agents, move |agents| agents.sign_out(proof, &credential.secret)).await?;
    let response = StatusCode::NO_CONTENT.into_response();
    Ok(if proof == Proof::Session { with_cookie(response, &app.public_url, "", 0) } else { response })
}

#[utoipa::path(get, path = "/v1/agents", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "Every agent who can take a call over",
    responses((status = 200, description = "The agents", body = Vec<AgentName>),
        (status = "4XX", description = "Not signed in", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn agents(State(app): State<App>, _signed: Signed) -> Result<Json<Vec<AgentName>>, Fault> {
    Ok(Json(blocking(&app.agents, crate::agents::Agents::all).await?))
}

fn with_cookie(mut response: Response, url: &PublicUrl, session: &str, seconds: u32) -> Response {
    let secure = if url.is_secure() { "; Secure" } else { "" };
    let cookie =
        format!("{}={session}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}", cookie_name(url));
    if let Ok(mut cookie) = HeaderValue::from_str(&cookie) {
        cookie.set_sensitive(true);
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}
