//! The plain pages: what a link opens in a browser, and where agents sign in.
//!
//! They work without script – but for signing in, whose secret must not be sent by a `GET` – and
//! looking at them changes nothing, however often and by whomever it is done: mail scanners open links
//! before people do.

mod agent;
mod assets;
mod console;
mod customer;
mod doors;
mod frame;
mod hand_over;
mod join;
mod landing;
mod well_known;

use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use landing::Landing;
use maud::Markup;
use onecall::link::{Host, Invitation, LinkError, Token};
use onecall::route::{Device, Installed, Situation, route};
use serde::Deserialize;

use crate::http::{App, IsSignedIn, PERMISSIONS_POLICY};
use crate::locales::Language;

pub(crate) use assets::{__path_asset, asset};
pub(crate) use doors::{
    __path_code, __path_get_app, __path_go_on_with_code, __path_no_app, __path_open_app, code, get_app,
    go_on_with_code, no_app, open_app,
};
pub(crate) use well_known::{__path_apple_association, __path_asset_links, apple_association, asset_links};

/// Pages with a script of some size load sounds and their own drawings as well.
const CONSOLE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
     media-src 'self' data: blob:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// The answer to its forms leads into the app or to its store, which Chrome holds against the form as well
/// (<https://w3c.github.io/webappsec-csp/#directive-form-action>).
const LANDING_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; form-action 'self' intent: https://play.google.com; frame-ancestors 'none'; base-uri 'none'";

/// This one runs the core, and shows what the camera sees.
const JOIN_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; media-src 'self' blob: mediastream:; connect-src 'self'; form-action 'self'; \
     frame-ancestors 'none'; base-uri 'none'";

#[utoipa::path(get, path = "/", tag = "page", summary = "The console, for who is signed in; else what this is",
    responses((status = 200, description = "A page", body = String, content_type = "text/html")))]
pub(crate) async fn home(State(app): State<App>, headers: HeaderMap, IsSignedIn(is_agent): IsSignedIn) -> Response {
    let organisation = app.organisation.as_deref();
    if !is_agent {
        return in_language(StatusCode::OK, &headers, |language| customer::welcome(organisation, language));
    }
    let page = in_language(StatusCode::OK, &headers, |language| console::console(organisation, language));
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

/// What is known by the way that somebody came.
#[derive(Deserialize)]
pub(crate) struct Came {
    /// `none`: an address that would have opened the app opened this page.
    #[serde(default)]
    app: String,
}

#[utoipa::path(get, path = "/j/{token}", tag = "page", summary = "What a join link opens",
    description = "Looking at it uses nothing up. Unknown, used, expired and revoked links are one and the same page.",
    params(("token" = String, Path, description = "The link's secret part"),
        ("app" = Option<String>, Query, description = "`none`, where there is no app to open it")),
    responses((status = 200, description = "How to join", body = String, content_type = "text/html"),
        (status = 303, description = "Another host of this service has opened no app: how to join without",
            headers(("Location" = String, description = "The same at the public host"))),
        (status = 400, description = "The link is damaged: what to do", body = String, content_type = "text/html"),
        (status = 404, description = "The link opens nothing", body = String, content_type = "text/html")))]
pub(crate) async fn landing(
    State(app): State<App>,
    headers: HeaderMap,
    uri: Uri,
    token: Result<Path<String>, PathRejection>,
    came: Result<Query<Came>, QueryRejection>,
) -> Response {
    // What is not even text is no token either.
    let token = token.map_err(|_| LinkError::Mistyped).and_then(|Path(text)| Token::parse(&text));
    let organisation = app.organisation.as_deref();
    let token = match token {
        Ok(token) => token,
        Err(error) => {
            let damaged = |language| customer::damaged(&error, organisation, language);
            return in_language(StatusCode::BAD_REQUEST, &headers, damaged);
        }
    };
    let home = app.public_url.host();
    if asked_host(&headers, &uri).is_some_and(|host| host != *home && app.operator.hosts.contains(&host)) {
        return doors::see_other(&format!("{}/j/{token}?app=none", app.public_url));
    }
    let Some(set_up) = app.hub.set_up(&token).await else {
        return in_language(StatusCode::NOT_FOUND, &headers, |language| landing::dead(organisation, language));
    };
    let device = device(&headers);
    let is_missing = came.is_ok_and(|Query(Came { app })| app == "none") || !app.operator.has_app(device.platform);
    let installed = if is_missing { Installed::No } else { Installed::Unknown };
    let invitation = Invitation::OneTime { host: home.clone(), token };
    let route = route(&invitation, &Situation { set_up, installed, ..Situation::on(device) }, &app.policy);
    let link = invitation.url().unwrap_or_default();
    let page = in_language(StatusCode::OK, &headers, |language| {
        let token = landing::token_of(&invitation);
        Landing { shared: &app, device, installed, route: &route, link: &link, token: &token, language }.page()
    });
    with(page, &[(header::CONTENT_SECURITY_POLICY, LANDING_POLICY)])
}

/// Which host was asked, if it can be one of ours.
fn asked_host(headers: &HeaderMap, uri: &Uri) -> Option<Host> {
    let named = headers.get(header::HOST).and_then(|value| value.to_str().ok());
    Host::parse(named.or_else(|| uri.host())?).ok()
}

#[utoipa::path(get, path = "/sign-in", tag = "page", summary = "Where a sign-in link leads",
    description = "Looking at it uses nothing up; the button does.",
    responses((status = 200, description = "A page", body = String, content_type = "text/html")))]
pub(crate) async fn sign_in(State(app): State<App>, headers: HeaderMap) -> Response {
    let organisation = app.organisation.as_deref();
    in_language(StatusCode::OK, &headers, |language| {
        agent::sign_in(&app.public_url.to_string(), organisation, language)
    })
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
