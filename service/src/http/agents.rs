//! Who the agents are: oneself, one's colleagues, and new ones.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use onecall::protocol::{AgentName, Problem, ProblemCode, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::auth::{Signed, blocking};
use super::body::Body;
use super::{App, Fault};
use crate::agents::{Role, SIGN_IN_PATH};
use crate::locales::Language;

/// Whoever is asking, and what their console needs to know of the service.
#[derive(Serialize, ToSchema)]
pub(super) struct Me {
    #[serde(flatten)]
    agent: AgentName,
    /// What they may do.
    role: Role,
    /// Name of the organisation, if the operator said it.
    organisation: Option<String>,
    /// The zone in which messages to customers name times (IANA), if it has a name.
    time_zone: Option<String>,
    /// The languages that invitations are written in.
    languages: [&'static str; 5],
    /// The service's time, in milliseconds since the Unix epoch: the browser's clock may be wrong.
    now: Timestamp,
}

#[utoipa::path(get, path = "/v1/me", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "Who I am",
    responses((status = 200, description = "The agent who asks", body = Me),
        (status = "4XX", description = "Not signed in", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn me(State(app): State<App>, signed: Signed) -> Json<Me> {
    let sharing = app.hub.sharing();
    Json(Me {
        role: signed.role(),
        agent: signed.name(),
        organisation: sharing.organisation().map(str::to_owned),
        time_zone: sharing.zone().map(str::to_owned),
        languages: Language::ALL.map(Language::tag),
        now: app.clock.now(),
    })
}

#[utoipa::path(get, path = "/v1/agents", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "Every agent who can take a call over",
    responses((status = 200, description = "The agents", body = Vec<AgentName>),
        (status = "4XX", description = "Not signed in", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn list(State(app): State<App>, _signed: Signed) -> Result<Json<Vec<AgentName>>, Fault> {
    Ok(Json(blocking(&app.agents, crate::agents::Agents::all).await?))
}

/// `POST /v1/agents/invitations`: somebody is to become an agent.
#[derive(Deserialize, ToSchema)]
pub(super) struct Invite {
    /// Their name, which they may change when they sign in. Who has this name already gets one more way in.
    name: String,
    /// What they may do; `agent`, if left out.
    #[serde(default)]
    role: Role,
}

/// A sign-in link to hand on.
#[derive(Serialize, ToSchema)]
pub(super) struct Invitation {
    /// For whom it is.
    agent: AgentName,
    /// They were an agent already: this is one more way in for them.
    again: bool,
    /// Good once. Whoever has it is that agent: hand it to nobody else.
    link: String,
    /// Until when: milliseconds since the Unix epoch.
    expires_at: Timestamp,
}

#[utoipa::path(post, path = "/v1/agents/invitations", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "Make a sign-in link for another agent", description = "Administrators only.", request_body = Invite,
    responses((status = 201, description = "The link, good once within a day", body = Invitation),
        (status = "4XX", description = "Not an administrator, or a name that cannot be used", body = Problem,
            content_type = "application/problem+json")))]
pub(super) async fn invite(
    State(app): State<App>,
    signed: Signed,
    Body(request): Body<Invite>,
) -> Result<(StatusCode, Json<Invitation>), Fault> {
    if signed.role() != Role::Admin {
        return Err(ProblemCode::NotAllowed.into());
    }
    let by = signed.name().id;
    let Invite { name, role } = request;
    let invited = blocking(&app.agents, move |agents| agents.invite(name.trim(), role)).await?;
    tracing::info!(agent = %invited.name.id, %by, "an agent was invited");
    let link = format!("{}{SIGN_IN_PATH}{}", app.public_url, invited.secret);
    let invitation = Invitation { agent: invited.name, again: invited.again, link, expires_at: invited.expires_at };
    Ok((StatusCode::CREATED, Json(invitation)))
}
