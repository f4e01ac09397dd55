//! What happens around every request: an id, one line in the log, figures, headers, and no panic
//! that gets out.

use std::any::Any;
use std::net::IpAddr;
use std::time::Instant;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use onecall::protocol::{CallId, CommandId, ProblemCode};
use tower_http::catch_panic::CatchPanicLayer;
use tracing::Instrument;

use super::auth::{Renewed, is_from_elsewhere};
use super::fault::Told;
use super::{App, Fault};
use crate::limits::client_of;

const REQUEST_ID: &str = "x-request-id";

/// What a page may use of the device (<https://www.w3.org/TR/permissions-policy/>).
pub(crate) const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

/// Pages take nothing from anywhere else, send nothing anywhere else, and are in no frame.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// The other end of the connection.
#[derive(Clone, Copy)]
pub(super) struct Peer(pub(super) IpAddr);

/// Which call an answer is about, for the log.
#[derive(Clone)]
pub(super) struct About(pub(super) CallId);

pub(super) fn wrap(router: Router<App>, app: &App) -> Router<App> {
    router.layer(CatchPanicLayer::custom(caught)).layer(from_fn_with_state(app.clone(), around))
}

fn caught(_panic: Box<dyn Any + Send + 'static>) -> Response {
    Fault::from(ProblemCode::Internal).into_response()
}

async fn around(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    // Always our own: what a client sends could be anything, a token even.
    let id = CommandId::from_bits(app.clock.random());
    if let Some(Peer(peer)) = request.extensions().get().copied() {
        let client = client_of(peer, request.headers(), &app.trusted_proxies);
        request.extensions_mut().insert(client);
    }
    let method = match request.method().as_str() {
        known @ ("GET" | "HEAD" | "POST" | "PATCH" | "DELETE" | "OPTIONS" | "PUT") => known.to_owned(),
        _ => "other".to_owned(),
    };
    // The template, never the path: a join link's path is the link.
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();

    // So that every line written meanwhile, a panic's too, can be found by the request's id. At the
    // highest level: it must be there for the lines that are.
    let span = tracing::error_span!("http", request = %id);
    let renewed = Renewed::default();
    request.extensions_mut().insert(renewed.clone());
    let mut response = if is_from_elsewhere(request.method(), request.headers(), &app) {
        // Whoever it claims to be: nothing that another site's page sends may change anything.
        Fault::from(ProblemCode::ForeignOrigin).into_response()
    } else {
        next.run(request).instrument(span.clone()).await
    };
    renewed.put_on(&mut response, &app.public_url);

    let took = began.elapsed();
    // A number in JSON, which one of 128 bits is not.
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    let problem = response.extensions().get::<Told>().map(|Told(code)| code.as_str());
    let call = response.extensions().get::<About>().map(|About(call)| call.clone());
    app.metrics.answered(&route, &method, status, took);
    if let Some(code) = problem {
        app.metrics.problem(code);
    }
    span.in_scope(|| log(&method, &route, status, ms, problem, call.as_ref()));
    dress(&mut response, &id, &app);
    response
}

fn log(method: &str, route: &str, status: u16, ms: u64, problem: Option<&'static str>, call: Option<&CallId>) {
    let call = call.map(tracing::field::display);
    // Probes come every few seconds and say nothing when all is well.
    let probe = matches!(route, "/healthz" | "/readyz" | "/metrics");
    match status {
        ..500 if probe => tracing::debug!(method, route, status, ms, "answered"),
        500.. => tracing::error!(method, route, status, ms, problem, call, "answered"),
        _ => tracing::info!(method, route, status, ms, problem, call, "answered"),
    }
}

fn dress(response: &mut Response, id: &CommandId, app: &App) {
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::from_str(id.as_str()) {
        headers.insert(REQUEST_ID, id);
    }
    // Calls, links and states are nobody's to keep; what may be kept says so itself.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    // A page that needs more than others says so itself.
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(CONTENT_SECURITY_POLICY));
    headers.entry(PERMISSIONS_POLICY).or_insert(HeaderValue::from_static("camera=(), microphone=(), geolocation=()"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    if app.public_url.is_secure() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
}
