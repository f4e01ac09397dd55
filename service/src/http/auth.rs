//! Which agent is asking.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::response::Response;
use onecall::protocol::{AgentName, ProblemCode};

use super::{App, Fault, Shared};
use crate::agents::{Agent, Agents, AgentsError, CREDENTIAL_LIFE, Proof, Recognised, Role, SignInId};
use crate::config::PublicUrl;
use crate::limits::Client;

/// An agent who has shown who they are.
pub(super) struct Signed {
    agent: Agent,
    /// How they did.
    pub(super) proof: Proof,
    /// Since when they are signed in; see [`Recognised::sign_in`].
    pub(super) sign_in: Option<SignInId>,
}

impl Signed {
    pub(super) fn name(self) -> AgentName {
        self.agent.name
    }

    pub(super) fn role(&self) -> Role {
        self.agent.role
    }
}

/// The session that the browser should keep from now on, for [`around`](super::around) to put on the answer.
#[derive(Clone, Default)]
pub(super) struct Renewed(Arc<OnceLock<String>>);

impl Renewed {
    /// Puts it on the answer, unless that has something to say about the session itself.
    pub(super) fn put_on(&self, response: &mut Response, url: &PublicUrl) {
        if let Some(session) = self.0.get()
            && !response.headers().contains_key(header::SET_COOKIE)
        {
            set_cookie(response, url, session, CREDENTIAL_LIFE);
        }
    }
}

/// What an agent shows.
struct Credential {
    proof: Proof,
    secret: String,
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
        Some(Self { proof: Proof::Session, secret: session_of(headers, url)? })
    }

    /// Who it is, if anybody still, and another session if it is time for one.
    async fn check(self, agents: &Arc<Agents>) -> Result<Option<(Recognised, Option<String>)>, Fault> {
        let Self { proof, secret } = self;
        blocking(agents, move |agents| {
            let Some(recognised) = agents.recognise(proof, &secret)? else { return Ok(None) };
            let renewed = match proof {
                Proof::Session => agents.renew(&secret).unwrap_or_else(|error| {
                    tracing::warn!(%error, "a session could not be renewed");
                    None
                }),
                Proof::Token => None,
            };
            Ok(Some((recognised, renewed)))
        })
        .await
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
        let proof = credential.proof;
        let Some((Recognised { agent, sign_in }, renewed)) = credential.check(&app.agents).await? else {
            if let Some(client) = client {
                app.gate.failed(client, false);
            }
            return Err(ProblemCode::SignInNeeded.into());
        };
        if let (Some(session), Some(Renewed(slot))) = (renewed, parts.extensions.get::<Renewed>()) {
            // There is one to a request, and it is empty.
            let _ = slot.set(session);
        }
        Ok(Self { agent, proof, sign_in })
    }
}

/// The session among a request's cookies.
pub(super) fn session_of(headers: &HeaderMap, url: &PublicUrl) -> Option<String> {
    let name = cookie_name(url);
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(key, _)| *key == name).map(|(_, session)| session.to_owned()).next()
}

/// Refuses what a page of another site asks for.
pub(super) fn same_origin(headers: &HeaderMap, url: &PublicUrl) -> Result<(), Fault> {
    let origin = headers.get(header::ORIGIN).and_then(|value| value.to_str().ok());
    if origin == Some(url.to_string().as_str()) { Ok(()) } else { Err(ProblemCode::ForeignOrigin.into()) }
}

/// Whether this is a request for a change from a page of another site. `null` is not told apart here: a form of our
/// own pages, which send no referrer, comes with it as well as a page that hides where it is from. Nor are our hosts:
/// a customer's page may be opened at any of them. A session is good at the public one alone ([`same_origin`]).
pub(super) fn is_from_elsewhere(method: &Method, headers: &HeaderMap, app: &Shared) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    let ours = |origin: &str| {
        origin == "null"
            || origin == app.public_url.to_string()
            || app.operator.hosts.iter().any(|host| origin == host.origin())
    };
    headers.get(header::ORIGIN).is_some_and(|origin| !origin.to_str().is_ok_and(ours))
}

/// Has the browser keep this session for so long.
pub(super) fn set_cookie(response: &mut Response, url: &PublicUrl, session: &str, life: Duration) {
    let secure = if url.is_secure() { "; Secure" } else { "" };
    let (name, seconds) = (cookie_name(url), life.as_secs());
    let cookie = format!("{name}={session}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}");
    if let Ok(mut cookie) = HeaderValue::from_str(&cookie) {
        cookie.set_sensitive(true);
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
}

/// Who is asking, by address; [`around`](super::around) has put it there.
pub(super) fn client(parts: &Parts) -> Option<Client> {
    parts.extensions.get().copied()
}

/// `__Host-` makes browsers refuse one that another host or plain http has set (RFC 6265bis, 4.1.3.2).
fn cookie_name(url: &PublicUrl) -> &'static str {
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
