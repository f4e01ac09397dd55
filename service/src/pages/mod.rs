//! The plain pages: what a link opens in a browser, and where agents sign in.
//!
//! They work without script – but for signing in, whose secret must not be sent by a `GET` – and
//! looking at them changes nothing, however often and by whomever it is done: mail scanners open links
//! before people do.

mod agent;
mod assets;
mod console;
mod customer;
mod frame;
mod join;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::Markup;
use onecall::link::{Invitation, LinkError, Token};
use onecall::route::{Device, Situation, route};

use crate::http::{App, IsSignedIn, PERMISSIONS_POLICY};
use crate::locales::Language;

pub(crate) use assets::{__path_asset, asset};

/// Pages with a script of some size load sounds and their own drawings as well.
const CONSOLE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
     media-src 'self' data: blob:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// This one runs the core, and shows what the camera sees.
const JOIN_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; media-src 'self' blob: mediastream:; connect-src 'self'; form-action 'self'; \
     frame-ancestors 'none'; base-uri 'none'";

#[utoipa::path(get, path = "/", tag = "page", summary = "The console, for who is signed in; else what this is",
    responses((status = 200, description = "A page", body = String, content_type = "text/html")))]
pub(crate) async fn home(State(app): State<App>, headers: HeaderMap, IsSignedIn(is_agent): IsSignedIn) -> Response {
    if !is_agent {
        return in_language(StatusCode::OK, &headers, customer::welcome);
    }
    let page =
        in_language(StatusCode::OK, &headers, |language| console::console(app.organisation.as_deref(), language));
    with(page, &[(header::CONTENT_SECURITY_POLICY, CONSOLE_POLICY)])
}

#[utoipa::path(get, path = "/join", tag = "page", summary = "Joining in this browser",
    description = "The invitation stands behind the `#`, which no browser sends.",
    responses((status = 200, description = "A page", body = String, content_type = "text/html")))]
pub(crate) async fn join(State(app): State<App>, headers: HeaderMap) -> Response {
    let page = in_language(StatusCode::OK, &headers, |language| join::join(&app, device(&headers), language));
    let camera = (PERMISSIONS_POLICY, "camera=(self), microphone=(self), geolocation=()");
    with(page, &[(header::CONTENT_SECURITY_POLICY, JOIN_POLICY), camera])
}

#[utoipa::path(get, path = "/j", tag = "page", summary = "A join link without its end",
    responses((status = 200, description = "A page", body = String, content_type = "text/html")))]
pub(crate) async fn no_link(headers: HeaderMap) -> Response {
    in_language(StatusCode::OK, &headers, customer::welcome)
}

#[utoipa::path(get, path = "/j/{token}", tag = "page", summary = "What a join link opens",
    description = "Looking at it uses nothing up. Unknown, used, expired and revoked links are one and the same page.",
    params(("token" = String, Path, description = "The link's secret part")),
    responses((status = 200, description = "How to join", body = String, content_type = "text/html"),
        (status = 400, description = "The link is damaged: what to do", body = String, content_type = "text/html"),
        (status = 404, description = "The link opens nothing", body = String, content_type = "text/html")))]
pub(crate) async fn landing(
    State(app): State<App>,
    headers: HeaderMap,
    token: Result<Path<String>, PathRejection>,
) -> Response {
    // What is not even text is no token either.
    let token = token.map_err(|_| LinkError::Mistyped).and_then(|Path(text)| Token::parse(&text));
    let token = match token {
        Ok(token) => token,
        Err(error) => {
            return in_language(StatusCode::BAD_REQUEST, &headers, |language| customer::damaged(&error, language));
        }
    };
    let Some(set_up) = app.hub.set_up(&token).await else {
        return in_language(StatusCode::NOT_FOUND, &headers, customer::dead);
    };
    let invitation = Invitation::OneTime { host: app.public_url.host().clone(), token };
    let situation = Situation { set_up, ..Situation::on(device(&headers)) };
    let route = route(&invitation, &situation, &app.policy);
    let link = invitation.url().unwrap_or_default();
    in_language(StatusCode::OK, &headers, |language| customer::join(&route, &link, language))
}

#[utoipa::path(get, path = "/sign-in", tag = "page", summary = "Where a sign-in link leads",
    description = "Looking at it uses nothing up; the button does.",
    responses((status = 200, description = "A page", body = String, content_type = "text/html")))]
pub(crate) async fn sign_in(State(app): State<App>, headers: HeaderMap) -> Response {
    in_language(StatusCode::OK, &headers, |language| agent::sign_in(&app.public_url.to_string(), language))
}

/// What the browser says it is on.
fn device(headers: &HeaderMap) -> Device {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    Device::from_user_agent(agent)
}

fn with(mut response: Response, headers: &[(HeaderName, &'static str)]) -> Response {
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// A page in the reader's language, by what their browser says.
fn in_language(status: StatusCode, headers: &HeaderMap, page: impl FnOnce(Language) -> Markup) -> Response {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let language = Language::preferred(accepted);
    let about = [
        (header::CONTENT_LANGUAGE, HeaderValue::from_static(language.tag())),
        (header::VARY, HeaderValue::from_static("accept-language")),
    ];
    (status, about, page(language)).into_response()
}
