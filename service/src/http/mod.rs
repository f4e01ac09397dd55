//! The HTTP door: decode, call, encode. No rule of a call is in here.

mod agents;
mod around;
mod auth;
mod body;
mod calls;
mod capitals;
mod events;
mod fault;
mod if_match;
mod knock;
mod openapi;
mod ops;
mod patience;
mod server;
mod sharing;
mod sign_in;
mod stream;
mod tickets;

use std::sync::Arc;

use axum::Router;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use ipnet::IpNet;
use onecall::link::Hosts;
use onecall::protocol::ProblemCode;
use onecall::route::Policy;
use tower_http::compression::CompressionLayer;

use crate::agents::Agents;
use crate::clock::Clock;
use crate::config::PublicUrl;
use crate::hub::Hub;
use crate::limits::Gate;
use crate::metrics::Metrics;
use crate::operator::Operator;
use crate::pages;
use crate::serve::{FirstSignInFile, Storage};
use crate::stop::Stop;

pub(crate) use around::PERMISSIONS_POLICY;
pub(crate) use auth::IsSignedIn;
pub(crate) use body::Form;
pub(crate) use fault::Fault;
pub(crate) use server::serve_until_stopped;
pub(crate) use tickets::new_ticket;

/// Everything a request may need.
pub(crate) struct Shared {
    pub(crate) hub: Arc<Hub>,
    pub(crate) storage: Arc<Storage>,
    pub(crate) agents: Arc<Agents>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) gate: Gate,
    pub(crate) metrics: Metrics,
    pub(crate) public_url: PublicUrl,
    /// What the organisation is called, if it was said.
    pub(crate) organisation: Option<String>,
    /// Its apps.
    pub(crate) operator: Operator,
    /// Who may join from what.
    pub(crate) policy: Policy,
    pub(crate) trusted_proxies: Vec<IpNet>,
    pub(crate) stop: Stop,
    pub(crate) first_sign_in_file: FirstSignInFile,
}

impl Shared {
    /// The hosts whose links are ours, the public one first.
    pub(crate) fn hosts(&self) -> Hosts {
        let home = self.public_url.host();
        std::iter::once(home).chain(self.operator.hosts.iter().filter(|host| *host != home)).cloned().collect()
    }
}

pub(crate) type App = Arc<Shared>;

/// Everything there is, once: the router is made of it, and a test holds the documentation against it.
fn routes() -> Vec<(&'static str, MethodRouter<App>)> {
    vec![
        ("/v1/calls", get(calls::list).post(calls::create)),
        ("/v1/calls/{id}", get(calls::read).patch(calls::edit).delete(calls::delete)),
        ("/v1/calls/{id}/commands", post(calls::command)),
        ("/v1/calls/{id}/qr.svg", get(sharing::qr)),
        ("/v1/calls/{id}/invite.ics", get(sharing::calendar)),
        ("/v1/me", get(agents::me)),
        ("/v1/agents", get(agents::list)),
        ("/v1/agents/invitations", post(agents::invite)),
        ("/v1/events", get(events::listen)),
        ("/v1/sign-in", post(sign_in::sign_in)),
        ("/v1/sign-out", post(sign_in::sign_out)),
        ("/v1/knock", post(knock::knock)),
        ("/v1/knock/commands", post(knock::command)),
        ("/v1/tickets", post(tickets::make)),
        ("/", get(pages::home)),
        ("/j", get(pages::code).post(pages::go_on_with_code)),
        ("/j/app", get(pages::no_app).post(pages::open_app)),
        ("/j/store", post(pages::get_app)),
        ("/j/{token}", get(pages::landing)),
        ("/join", get(pages::join)),
        ("/sign-in", get(pages::sign_in)),
        ("/assets/{*path}", get(pages::asset).layer(CompressionLayer::new().gzip(true))),
        ("/.well-known/assetlinks.json", get(pages::asset_links)),
        ("/.well-known/apple-app-site-association", get(pages::apple_association)),
        ("/openapi.json", get(openapi::document)),
        ("/healthz", get(ops::healthy)),
        ("/readyz", get(ops::ready)),
    ]
}

/// The service's door.
pub(crate) fn router(app: &App) -> Router {
    let table = routes().into_iter().fold(Router::new(), |router, (path, methods)| router.route(path, methods));
    let router = table.fallback(not_found).method_not_allowed_fallback(other_method);
    around::wrap(router, app).with_state(app.clone())
}

/// The door for scrapers, on a listener of its own.
pub(crate) fn metrics_router(app: &App) -> Router {
    let router = Router::new()
        .route("/metrics", get(ops::metrics))
        .fallback(not_found)
        .method_not_allowed_fallback(other_method);
    around::wrap(router, app).with_state(app.clone())
}

async fn not_found() -> Fault {
    ProblemCode::NotFound.into()
}

/// `OPTIONS` says what there is, in `Allow`; every other method is wrong here.
async fn other_method(method: Method) -> Response {
    if method == Method::OPTIONS {
        StatusCode::NO_CONTENT.into_response()
    } else {
        Fault::from(ProblemCode::BadMethod).into_response()
    }
}
