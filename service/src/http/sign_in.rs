//! Agents come and go.

use std::fmt;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onecall::protocol::{AgentName, CommandId, Problem, ProblemCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::auth::{Signed, blocking, same_origin, session_of, set_cookie};
use super::body::Body;
use super::{App, Fault};
use crate::agents::{CREDENTIAL_LIFE, Proof};
use crate::limits::Client;

/// What the sign-in page sends.
#[derive(Deserialize, ToSchema)]
pub(super) struct SignIn {
    /// What stands behind the `#` of the sign-in link.
    code: String,
    /// The name that customers will see; the one of the invitation, if left out.
    #[serde(default)]
    name: Option<String>,
    /// A program asks for a token by it; a page has its session.
    #[serde(default)]
    token: bool,
    /// The same again is answered with the same session, in case the answer was lost.
    #[serde(default)]
    command_id: Option<CommandId>,
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
    /// If one was asked for: send it as `Authorization: Bearer …`. Good for 30 days after its last use.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

#[utoipa::path(post, path = "/v1/sign-in", tag = "agent", request_body = SignIn,
    summary = "Use a sign-in link up: a session for this browser, or a token for a program that asks for one",
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
    let SignIn { code, name, token, command_id } = request;
    let first = app.first_sign_in_file.clone();
    let done = blocking(&app.agents, move |agents| {
        let name = name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let done = agents.sign_in(&code, name, token, command_id.as_ref())?;
        if done.is_some()
            && let Err(error) = first.forget_if_dead(agents)
        {
            tracing::warn!(%error, "whether the first sign-in link is used could not be looked up");
        }
        Ok(done)
    });
    let Some(signed_in) = done.await? else {
        app.gate.failed(client, false);
        return Err(Fault::with_detail(
            ProblemCode::SignInNeeded,
            "This sign-in link is unknown, used or older than a day: ask for a new one (`onecall agents invite`).",
        ));
    };
    leave(&app, &headers, &signed_in.session).await;
    tracing::info!(agent = %signed_in.agent.name.id, "an agent signed in");
    let body = SignedIn { agent: signed_in.agent.name, token: signed_in.token };
    let mut response = Json(body).into_response();
    set_cookie(&mut response, &app.public_url, &signed_in.session, CREDENTIAL_LIFE);
    Ok(response)
}

/// Ends the session that this browser had until now: it is about to forget it, and nobody else should remember it.
async fn leave(app: &App, headers: &HeaderMap, new: &str) {
    let Some(session) = session_of(headers, &app.public_url).filter(|session| session != new) else { return };
    let left = blocking(&app.agents, move |agents| {
        let before = agents.recognise(Proof::Session, &session)?.and_then(|recognised| recognised.sign_in);
        before.map_or(Ok(()), |sign_in| agents.sign_out(&sign_in))
    });
    // Not worth failing for: it ends by itself.
    if let Err(fault) = left.await {
        tracing::warn!(problem = fault.code().map(ProblemCode::as_str), "an old session could not be ended");
    }
}

/// `POST /v1/sign-out`; nothing at all says the same as an empty one.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default)]
pub(super) struct SignOut {
    /// Every session and token of this agent, wherever it is.
    everywhere: bool,
}

#[utoipa::path(post, path = "/v1/sign-out", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "Make this session or token worthless, or all of this agent's", request_body = Option<SignOut>,
    responses((status = 204, description = "Signed out",
            headers(("Set-Cookie" = String, description = "Forgets the session, if that is what was shown"))),
        (status = "4XX", description = "Not signed in, or by the token that is a setting of the service",
            body = Problem, content_type = "application/problem+json")))]
pub(super) async fn sign_out(
    State(app): State<App>,
    signed: Signed,
    request: Option<Body<SignOut>>,
) -> Result<Response, Fault> {
    let SignOut { everywhere } = request.map(|Body(request)| request).unwrap_or_default();
    let proof = signed.proof;
    let Some(sign_in) = signed.sign_in.clone() else {
        return Err(Fault::with_detail(
            ProblemCode::NotAllowed,
            "The agent API is signed in by a setting of the service: change its token there.",
        ));
    };
    let id = signed.name().id;
    blocking(
        &app.agents,
        move |agents| {
            if everywhere { agents.sign_out_everywhere(&id) } else { agents.sign_out(&sign_in) }
        },
    )
    .await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    if proof == Proof::Session {
        set_cookie(&mut response, &app.public_url, "", Duration::ZERO);
    }
    Ok(response)
}
