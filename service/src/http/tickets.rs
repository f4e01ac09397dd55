//! Tickets: an invitation that is carried into the app without being it.

use std::fmt;

use axum::Json;
use axum::extract::State;
use onecall::link::SpokenCode;
use onecall::protocol::{Problem, ProblemCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::Body;
use super::{App, Fault};
use crate::hub::NewTicket;
use crate::limits::Client;
use crate::stop::come_back_after_ms;

/// What is to be carried on.
#[derive(Deserialize, ToSchema)]
pub(super) struct TicketRequest {
    /// A link's token, or a spoken code, which is used up.
    invitation: String,
}

impl fmt::Debug for TicketRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TicketRequest(…)")
    }
}

/// A ticket.
#[derive(Serialize, ToSchema)]
pub(super) struct TicketAnswer {
    /// An `invitation` of one knock, for whoever has it.
    ticket: String,
    /// Good for so long, unless its link dies before.
    expires_in_ms: u64,
}

#[utoipa::path(post, path = "/v1/tickets", tag = "customer", request_body = TicketRequest,
    summary = "Carry an invitation into the app: a ticket that is good for one knock",
    description = "Takes no place and is shown to nobody. It dies with its link.",
    responses(
        (status = 200, description = "The ticket", body = TicketAnswer),
        (status = "4XX", description = "Nothing was changed", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Try again", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn make(
    State(app): State<App>,
    client: Client,
    Body(request): Body<TicketRequest>,
) -> Result<Json<TicketAnswer>, Fault> {
    let NewTicket { ticket, life } = new_ticket(&app, client, &request.invitation).await?;
    let expires_in_ms = u64::try_from(life.as_millis()).unwrap_or(u64::MAX);
    Ok(Json(TicketAnswer { ticket: ticket.into(), expires_in_ms }))
}

/// A ticket for this invitation. Whoever asks could guess as well as with a knock, so the same limits hold.
pub(crate) async fn new_ticket(app: &App, client: Client, invitation: &str) -> Result<NewTicket, Fault> {
    if app.stop.is_stopping() {
        return Err(Fault::after_ms(ProblemCode::Restarting, come_back_after_ms(app.clock.random())));
    }
    app.gate.knock(client)?;
    let is_code = SpokenCode::parse(invitation).is_ok();
    if is_code {
        app.gate.may_try_code()?;
    }
    let made = app.hub.ticket(invitation).await.map_err(Fault::from);
    if let Err(fault) = &made
        && fault.code() == Some(ProblemCode::LinkDead)
    {
        app.gate.failed(client, is_code);
    }
    made
}
