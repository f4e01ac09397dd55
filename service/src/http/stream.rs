//! Event streams (HTML Standard, "Server-sent events").

use std::convert::Infallible;
use std::time::Duration;

use axum::http::{HeaderValue, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::Stream;
use serde::Serialize;

use crate::stop::come_back_after_ms;

/// A comment this often keeps proxies from closing a stream that has nothing to say.
pub(super) const COMMENT_EVERY: Duration = Duration::from_secs(15);

/// Answers with a stream.
pub(super) fn answer(events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static) -> Response {
    let mut response = Sse::new(events).keep_alive(KeepAlive::new().interval(COMMENT_EVERY)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // nginx would otherwise hold events back until its buffer is full.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}

/// One event of this name, with `data` as JSON.
pub(super) fn event(name: &str, data: &impl Serialize) -> Event {
    Event::default().event(name).json_data(data).unwrap_or_else(|error| {
        // Types of the protocol always become JSON. An empty state would be a lie; a comment is none.
        tracing::error!(%error, "an event could not be written");
        Event::default().comment("an event could not be written")
    })
}

#[derive(Serialize)]
struct Restarting {
    retry_after_ms: u64,
}

/// The last event before the service stops: come back, each after another while.
pub(super) fn restarting(random: u128) -> Event {
    event("restarting", &Restarting { retry_after_ms: come_back_after_ms(random) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::stream::pending;
    use http_body_util::BodyExt;
    use tokio::time::Instant;

    #[tokio::test(start_paused = true)]
    async fn a_stream_that_has_nothing_to_say_says_so_every_15_seconds_and_past_every_buffer() {
        let answer = answer(pending());
        assert_eq!(answer.headers()["x-accel-buffering"], "no");
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-store");
        let mut body = answer.into_body();
        for _ in 0..3 {
            // The clock is the test's: it jumps to the next thing that is due.
            let before = Instant::now();
            let comment = body.frame().await.unwrap().unwrap().into_data().unwrap();
            assert_eq!(before.elapsed().as_secs(), 15);
            assert!(comment.starts_with(b":") && comment.ends_with(b"\n\n"), "{comment:?}");
        }
    }
}
