//! What agents hear: every call first, then every change.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::Response;
use axum::response::sse::Event;
use futures_util::{Stream, stream::unfold};
use onecall::protocol::{CallId, CallView, Problem, ProblemCode, Timestamp};
use serde::Serialize;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;
use tokio::time::{Interval, MissedTickBehavior, interval};

use super::auth::{Signed, blocking};
use super::stream::{answer, event, restarting};
use super::{App, Fault};
use crate::agents::SignInId;
use crate::hub::{AgentListener, Change};
use crate::limits::{Client, StreamGuard};
use crate::metrics::OpenStream;
use crate::stop::come_back_after_ms;

/// A revoked agent hears nothing more after this long at most. This often every console hears the time, too: a stream
/// that says nothing for much longer is broken, which a browser does not notice by itself.
const LOOK_AGAIN: Duration = Duration::from_secs(15);

#[utoipa::path(get, path = "/v1/events", tag = "agent", security(("bearer" = []), ("session" = [])),
    summary = "Listen to every call",
    description = "`event: snapshot` with all calls, then `event: call` with one that is new or changed and \
        `event: gone` with the id of one that is forgotten. A listener that fell behind gets another snapshot. \
        `event: clock` says the service's time every 15 seconds: a stream that is silent for longer is broken. \
        `event: signed-out` is the last one after the session or token has ended, `event: restarting` before the \
        service stops. While the stream is open the agent counts as present.",
    responses(
        (status = 200, description = "Events", body = CallView, content_type = "text/event-stream"),
        (status = "4XX", description = "Not signed in, or this client has too many streams", body = Problem,
            content_type = "application/problem+json"),
        (status = "5XX", description = "Full, or about to stop: try again", body = Problem,
            content_type = "application/problem+json"),
    ))]
pub(super) async fn listen(State(app): State<App>, client: Client, signed: Signed) -> Result<Response, Fault> {
    if app.stop.is_stopping() {
        return Err(Fault::after_ms(ProblemCode::Restarting, come_back_after_ms(app.clock.random())));
    }
    let guard = app.gate.streams.open(client)?;
    let ended = app.agents.ended();
    let sign_in = signed.sign_in.clone();
    let listener = app.hub.agent_listen(signed.name()).await;
    Ok(answer(events(app, listener, sign_in, ended, guard)))
}

struct Console {
    app: App,
    listener: AgentListener,
    /// None: by the token that is a setting.
    sign_in: Option<SignInId>,
    somebody_ended: watch::Receiver<()>,
    look_again: Interval,
    begun: bool,
    ended: bool,
    _guard: StreamGuard,
    _open: OpenStream,
}

#[derive(Serialize)]
struct Clock {
    /// Milliseconds since the Unix epoch.
    now: Timestamp,
}

#[derive(Serialize)]
struct Nothing {}

#[derive(Serialize)]
struct Gone<'a> {
    id: &'a CallId,
}

fn events(
    app: App,
    listener: AgentListener,
    sign_in: Option<SignInId>,
    somebody_ended: watch::Receiver<()>,
    guard: StreamGuard,
) -> impl Stream<Item = Result<Event, Infallible>> + Send + 'static {
    let open = app.metrics.stream("agent");
    let mut look_again = interval(LOOK_AGAIN);
    look_again.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let console = Console {
        app,
        listener,
        sign_in,
        somebody_ended,
        look_again,
        begun: false,
        ended: false,
        _guard: guard,
        _open: open,
    };
    unfold(console, |mut console| async move {
        if console.ended {
            return None;
        }
        let next = console.next().await?;
        Some((Ok(next), console))
    })
}

impl Console {
    async fn next(&mut self) -> Option<Event> {
        if !self.begun {
            self.begun = true;
            return Some(event("snapshot", &std::mem::take(&mut self.listener.snapshot)));
        }
        loop {
            tokio::select! {
                biased;
                () = self.app.stop.stopped() => {
                    self.ended = true;
                    return Some(restarting(self.app.clock.random()));
                }
                change = self.listener.changes.recv() => return match change {
                    Ok(Change::Call(call)) => Some(event("call", &*call)),
                    Ok(Change::Gone(id)) => Some(event("gone", &Gone { id: &id })),
                    // What was missed is in the calls as they are now.
                    Err(RecvError::Lagged(_)) => Some(event("snapshot", &self.app.hub.calls().await)),
                    Err(RecvError::Closed) => None,
                },
                Ok(()) = self.somebody_ended.changed() => {
                    if self.is_signed_out().await {
                        return Some(self.signed_out());
                    }
                }
                _ = self.look_again.tick() => {
                    if self.is_signed_out().await {
                        return Some(self.signed_out());
                    }
                    return Some(event("clock", &Clock { now: self.app.clock.now() }));
                }
            }
        }
    }

    async fn is_signed_out(&self) -> bool {
        let Some(sign_in) = self.sign_in.clone() else { return false };
        let asked = blocking(&self.app.agents, move |agents| agents.is_signed_in(&sign_in)).await;
        // A storage failure is no reason to take the console away.
        matches!(asked, Ok(false))
    }

    fn signed_out(&mut self) -> Event {
        self.ended = true;
        event("signed-out", &Nothing {})
    }
}
