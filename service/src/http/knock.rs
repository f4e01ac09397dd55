//! What customers send.

use std::convert::Infallible;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use futures_util::{Stream, stream::unfold};
use onecall::link::SpokenCode;
use onecall::protocol::{CustomerCommand, CustomerView, KnockRequest, Phase, Problem, ProblemCode};
use serde::Serialize;

use super::around::About;
use super::body::Body;
use super::stream::{answer, event, restarting};
use super::{App, Fault};
use crate::hub::Listener;
use crate::limits::{Client, StreamGuard};
use crate::metrics::OpenStream;
use crate::stop::come_back_after_ms;

#[utoipa::path(post, path = "/v1/knock", tag = "customer", request_body = KnockRequest,
    summary = "Take a place in the lobby, or the same place again, and listen",
    description = "The answer is an event stream; every event's data is the whole state. The stream ends after a \
        state with phase `over`, with `replaced` when the same knock was opened elsewhere, or with `restarting`. \
        With `Accept: application/json` it is one state.",
    responses(
        (status = 200, description = "Events named after the state", body = CustomerView, content_type = "text/event-stream"),
        (status = "4XX", description = "Nothing was changed", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Full, about to stop, or nothing can be written down: try again", body = Problem,
            content_type = "application/problem+json"),
    ))]
pub(super) async fn knock(
    State(app): State<App>,
    client: Client,
    headers: HeaderMap,
    Body(request): Body<KnockRequest>,
) -> Result<Response, Fault> {
    if app.stop.is_stopping() {
        return Err(Fault::after_ms(ProblemCode::Restarting, come_back_after_ms(app.clock.random())));
    }
    app.gate.knock(client)?;
    let is_code = SpokenCode::parse(&request.invitation).is_ok();
    if is_code {
        app.gate.may_try_code()?;
    }
    // A place in the lobby without a stream would be of no use: the stream comes first.
    let guard = if wants_one_state(&headers) { None } else { Some(app.gate.streams.open(client)?) };
    let listener = match app.hub.knock(request).await.map_err(Fault::from) {
        Ok(listener) => listener,
        Err(fault) => {
            if matches!(fault.code(), Some(ProblemCode::LinkDead | ProblemCode::NotYours)) {
                app.gate.failed(client, is_code);
            }
            return Err(fault);
        }
    };
    let call = About(listener.call.clone());
    let mut response = match guard {
        Some(guard) => answer(events(app, listener, guard)),
        None => Json(listener.view.borrow().clone()).into_response(),
    };
    response.extensions_mut().insert(call);
    Ok(response)
}

#[utoipa::path(post, path = "/v1/knock/commands", tag = "customer", request_body = CustomerCommand,
    summary = "Do something in the lobby or in the call",
    responses(
        (status = 200, description = "The whole state", body = CustomerView),
        (status = "4XX", description = "Nothing was changed", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Try again: a repeated command is done once", body = Problem,
            content_type = "application/problem+json"),
    ))]
pub(super) async fn command(
    State(app): State<App>,
    Body(command): Body<CustomerCommand>,
) -> Result<Json<CustomerView>, Fault> {
    app.gate.may_command(&command.knock_id)?;
    let knock = command.knock_id.clone();
    let view = app.hub.customer_command(command).await?;
    app.gate.commanded(knock);
    Ok(Json(view))
}

fn wants_one_state(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let types: Vec<&str> =
        accepted.flat_map(|value| value.split(',')).filter_map(|one| one.split(';').next()).map(str::trim).collect();
    types.contains(&"application/json") && !types.contains(&"text/event-stream")
}

struct Customer {
    app: App,
    listener: Listener,
    begun: bool,
    ended: bool,
    _guard: StreamGuard,
    _open: OpenStream,
}

#[derive(Serialize)]
struct Nothing {}

/// The latest state, again and again. What a slow reader misses is overtaken by what comes.
fn events(
    app: App,
    listener: Listener,
    guard: StreamGuard,
) -> impl Stream<Item = Result<Event, Infallible>> + Send + 'static {
    let open = app.metrics.stream("customer");
    let customer = Customer { app, listener, begun: false, ended: false, _guard: guard, _open: open };
    unfold(customer, |mut customer| async move {
        if customer.ended {
            return None;
        }
        let next = customer.next().await;
        Some((Ok(next), customer))
    })
}

impl Customer {
    async fn next(&mut self) -> Event {
        let view = &mut self.listener.view;
        if self.begun {
            let changed = tokio::select! {
                biased;
                changed = view.changed() => changed.is_ok(),
                () = self.app.stop.stopped() => {
                    self.ended = true;
                    return restarting(self.app.clock.random());
                }
            };
            if !changed {
                // So that the older of two tabs does not take the place back, and so on for ever.
                self.ended = true;
                return event("replaced", &Nothing {});
            }
        }
        self.begun = true;
        let state = view.borrow_and_update().clone();
        self.ended = state.phase == Phase::Over;
        event(state.state.event(), &state)
    }
}
