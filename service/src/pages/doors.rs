//! What the buttons of the landing page do, and what is typed instead of a link. Nothing here happens without a press:
//! each is a `POST`.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onecall::link::{Invitation, LinkError, Token, understand};
use onecall::protocol::ProblemCode;
use onecall::route::{Device, Installed, Platform, Situation, Step, route};
use serde::Deserialize;

use super::{customer, hand_over, in_language, landing};
use crate::http::{App, Fault, Form, new_ticket};
use crate::limits::Client;

/// The form of a button.
#[derive(Deserialize, utoipa::ToSchema)]
pub(crate) struct Invited {
    /// The link's secret part.
    invitation: String,
}

/// The form for a spoken code.
#[derive(Deserialize, utoipa::ToSchema)]
pub(crate) struct Typed {
    /// Nine digits; a link does as well.
    code: String,
}

/// What a browser is told that found no app.
#[derive(Deserialize)]
pub(crate) struct NoApp {
    /// `no`, where this call takes the app only.
    #[serde(default)]
    browser: String,
}

#[utoipa::path(post, path = "/j/app", tag = "page", summary = "Open the app with a ticket",
    request_body(content = Invited, content_type = "application/x-www-form-urlencoded"),
    responses((status = 303, description = "Into the app; without it, to `/j/app`",
            headers(("Location" = String, description = "An `intent:` that names the app"))),
        (status = "4XX", description = "The link opens nothing, or there is no app",
            content((String = "text/html"), (onecall::protocol::Problem = "application/problem+json"))),
        (status = "5XX", description = "Try again",
            content((String = "text/html"), (onecall::protocol::Problem = "application/problem+json")))))]
pub(crate) async fn open_app(
    State(app): State<App>,
    client: Client,
    headers: HeaderMap,
    Form(Invited { invitation }): Form<Invited>,
) -> Response {
    let Some(android) = &app.operator.android else { return later(ProblemCode::NotFound.into(), &app, &headers) };
    let ticket = match ticket_of(&app, client, &invitation).await {
        Ok(ticket) => ticket,
        Err(trouble) => return trouble.page(&app, &headers),
    };
    let browser = if joins_in_browser(&app, &invitation).await { "" } else { "?browser=no" };
    let instead = format!("{}/j/app{browser}#{ticket}", app.public_url);
    see_other(&hand_over::intent(android, &ticket, Some(&instead)))
}

#[utoipa::path(post, path = "/j/store", tag = "page", summary = "Get the app, which then opens this call",
    request_body(content = Invited, content_type = "application/x-www-form-urlencoded"),
    responses((status = 303, description = "To the app's store page",
            headers(("Location" = String, description = "With a ticket for the app's first start"))),
        (status = "4XX", description = "The link opens nothing, or there is no app",
            content((String = "text/html"), (onecall::protocol::Problem = "application/problem+json"))),
        (status = "5XX", description = "Try again",
            content((String = "text/html"), (onecall::protocol::Problem = "application/problem+json")))))]
pub(crate) async fn get_app(
    State(app): State<App>,
    client: Client,
    headers: HeaderMap,
    Form(Invited { invitation }): Form<Invited>,
) -> Response {
    let Some(android) = &app.operator.android else { return later(ProblemCode::NotFound.into(), &app, &headers) };
    match ticket_of(&app, client, &invitation).await {
        Ok(ticket) => see_other(&hand_over::play_store(&android.application_id, Some(&ticket))),
        Err(trouble) => trouble.page(&app, &headers),
    }
}

#[utoipa::path(get, path = "/j/app", tag = "page", summary = "Where a browser goes that found no app to open",
    description = "The ticket stands behind the `#`, which no browser sends.",
    params(("browser" = Option<String>, Query, description = "`no`, where the call takes the app only")),
    responses((status = 200, description = "A page", body = String, content_type = "text/html"),
        (status = 400, description = "Another query", body = String, content_type = "text/plain")))]
pub(crate) async fn no_app(
    State(app): State<App>,
    headers: HeaderMap,
    Query(NoApp { browser }): Query<NoApp>,
) -> Response {
    let package = app.operator.android.as_ref().map(|app| &app.application_id);
    in_language(StatusCode::OK, &headers, |language| {
        customer::no_app(package, browser != "no", app.organisation.as_deref(), language)
    })
}

#[utoipa::path(get, path = "/j", tag = "page", summary = "Where a spoken code is typed",
    responses((status = 200, description = "A page", body = String, content_type = "text/html")))]
pub(crate) async fn code(State(app): State<App>, headers: HeaderMap) -> Response {
    in_language(StatusCode::OK, &headers, |language| customer::code(None, app.organisation.as_deref(), language))
}

#[utoipa::path(post, path = "/j", tag = "page", summary = "Go on with a spoken code",
    description = "Uses nothing up. The code goes behind a `#`, and into no path or query.",
    request_body(content = Typed, content_type = "application/x-www-form-urlencoded"),
    responses((status = 303, description = "To the customer's page",
            headers(("Location" = String, description = "With the code behind the `#`"))),
        (status = "4XX", description = "It is no code: what to do",
            content((String = "text/html"), (onecall::protocol::Problem = "application/problem+json")))))]
pub(crate) async fn go_on_with_code(
    State(app): State<App>,
    headers: HeaderMap,
    Form(Typed { code }): Form<Typed>,
) -> Response {
    let error = match understand(&code, &app.hosts()) {
        Ok(Invitation::OneTime { token, .. }) => return see_other(&format!("/j/{token}")),
        Ok(Invitation::SpokenCode(code)) => return see_other(&format!("/join#{}", code.digits())),
        Ok(Invitation::Ticket(ticket)) => return see_other(&format!("/join#{}", ticket.hand_over())),
        // What else there is leads elsewhere.
        Ok(_) => LinkError::NothingFound,
        Err(error) => error,
    };
    let organisation = app.organisation.as_deref();
    in_language(StatusCode::BAD_REQUEST, &headers, |language| {
        customer::code(Some((&code, &error)), organisation, language)
    })
}

/// Why there is no ticket.
enum Trouble {
    Damaged(LinkError),
    Other(Fault),
}

impl Trouble {
    fn page(self, app: &App, headers: &HeaderMap) -> Response {
        let organisation = app.organisation.as_deref();
        match self {
            Self::Damaged(error) => in_language(StatusCode::BAD_REQUEST, headers, |language| {
                customer::damaged(&error, organisation, language)
            }),
            Self::Other(fault) if fault.code() == Some(ProblemCode::LinkDead) => {
                in_language(StatusCode::NOT_FOUND, headers, |language| landing::dead(organisation, language))
            }
            Self::Other(fault) => later(fault, app, headers),
        }
    }
}

async fn ticket_of(app: &App, client: Client, invitation: &str) -> Result<String, Trouble> {
    let token = Token::parse(invitation).map_err(Trouble::Damaged)?;
    let made = new_ticket(app, client, &token.to_string()).await.map_err(Trouble::Other)?;
    Ok(made.ticket.into())
}

/// Whether this call takes somebody on this phone who has no app.
async fn joins_in_browser(app: &App, invitation: &str) -> bool {
    let Ok(token) = Token::parse(invitation) else { return false };
    let Some(set_up) = app.hub.set_up(&token).await else { return false };
    let phone = Device { platform: Platform::Android, ..Device::default() };
    let situation = Situation { set_up, installed: Installed::No, ..Situation::on(phone) };
    let invitation = Invitation::OneTime { host: app.public_url.host().clone(), token };
    route(&invitation, &situation, &app.policy).steps.iter().any(|way| way.step == Step::JoinInBrowser)
}

/// A problem that passes, as a page: whoever pressed a button reads no JSON.
fn later(fault: Fault, app: &App, headers: &HeaderMap) -> Response {
    let problem = fault.into_response();
    let mut page =
        in_language(problem.status(), headers, |language| customer::later(app.organisation.as_deref(), language));
    if let Some(wait) = problem.headers().get(header::RETRY_AFTER) {
        page.headers_mut().insert(header::RETRY_AFTER, wait.clone());
    }
    *page.extensions_mut() = problem.extensions().clone();
    page
}

pub(super) fn see_other(address: &str) -> Response {
    match HeaderValue::from_str(address) {
        Ok(address) => (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response(),
        Err(_) => Fault::from(ProblemCode::Internal).into_response(),
    }
}
