//! Which agent is asking.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use onecall::protocol::{AgentName, ProblemCode};

use super::{App, Fault, Shared};
use crate::agents::{Agent, Agents, AgentsError, Proof};
use crate::config::PublicUrl;
use crate::limits::Client;

/// An agent who has shown who they are.
pub(super) struct Signed {
    agent: Agent,
    pub(super) credential: Credential,
}

impl Signed {
    pub(super) fn name(self) -> AgentName {
        self.agent.name
    }
}

/// What an agent showed. Kept by streams, which look again whether it is still good.
#[derive(Clone)]
pub(super) struct Credential {
    pub(super) proof: Proof,
    pub(super) secret: String,
}

impl Credential {
    /// A bearer token wins over a cookie: it was sent on purpose.
    fn of(headers: &HeaderMap, url: &PublicUrl) -> Option<Self> {
        let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).and_then(|value| {
            let (scheme, token) = value.split_once(' ')?;
            scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
        });
        if let Some(secret) = bearer {
            return Some(Self { proof: Proof::Token, secret });
        }
        let name = cookie_name(url);
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let secret = cookies
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, _)| *key == name)?
            .1;
        Some(Self { proof: Proof::Session, secret: secret.to_owned() })
    }

    /// Who it is, if anybody still.
    pub(super) async fn check(&self, agents: &Arc<Agents>) -> Result<Option<Agent>, Fault> {
        let Self { proof, secret } = self.clone();
        blocking(agents, move |agents| agents.authenticate(proof, &secret)).await
    }
}

impl FromRequestParts<App> for Signed {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        let credential = Credential::of(&parts.headers, &app.public_url).ok_or(ProblemCode::SignInNeeded)?;
        // A browser sends cookies with whatever a page of another site makes it ask.
        let changes = !matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
        if changes && credential.proof == Proof::Session {
            same_origin(&parts.headers, &app.public_url)?;
        }
        let client = client(parts);
        if let Some(client) = client {
            app.gate.may_try(client)?;
        }
        let Some(agent) = credential.check(&app.agents).await? else {
            if let Some(client) = client {
                app.gate.failed(client, false);
            }
            return Err(ProblemCode::SignInNeeded.into());
        };
        Ok(Self { agent, credential })
    }
}

/// Refuses what a page of another site asks for.
pub(super) fn same_origin(headers: &HeaderMap, url: &PublicUrl) -> Result<(), Fault> {
    let origin = headers.get(header::ORIGIN).and_then(|value| value.to_str().ok());
    if origin == Some(url.to_string().as_str()) { Ok(()) } else { Err(ProblemCode::ForeignOrigin.into()) }
}

/// Who is asking, by address; [`around`](super::around) has put it there.
pub(super) fn client(parts: &Parts) -> Option<Client> {
    parts.extensions.get().copied()
}

/// `__Host-` makes browsers refuse one that another host or plain http has set (RFC 6265bis, 4.1.3.2).
pub(super) fn cookie_name(url: &PublicUrl) -> &'static str {
    if url.is_secure() { "__Host-onecall-session" } else { "onecall-session" }
}

/// Asks the agents' database, which blocks.
pub(super) async fn blocking<T: Send + 'static>(
    agents: &Arc<Agents>,
    ask: impl FnOnce(&Agents) -> Result<T, AgentsError> + Send + 'static,
) -> Result<T, Fault> {
    let agents = Arc::clone(agents);
    let span = tracing::Span::current();
    let asked = tokio::task::spawn_blocking(move || span.in_scope(|| ask(&agents))).await;
    asked.map_err(|_| Fault::from(ProblemCode::Internal))?.map_err(Fault::from)
}

impl FromRequestParts<App> for Client {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _app: &Arc<Shared>) -> Result<Self, Fault> {
        client(parts).ok_or_else(|| ProblemCode::Internal.into())
    }
}

/// Whether a page is asked for by an agent who is signed in: it shows them the console. Whatever the console asks for
/// is looked at again.
pub(crate) struct IsSignedIn(pub(crate) bool);

impl FromRequestParts<App> for IsSignedIn {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        Ok(Self(Signed::from_request_parts(parts, app).await.is_ok()))
    }
}
