//! Figures for Prometheus. No label holds anything of a person or a call.

use std::fmt::Write as _;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// What scrapers are told the answer is.
pub(crate) const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Request {
    route: String,
    method: String,
    status: u16,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Kind {
    kind: &'static str,
}

/// Everything that is counted.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    seconds: Family<Route, Histogram>,
    problems: Family<Kind, Counter>,
    streams: Family<Kind, Gauge>,
    start: Gauge<f64, AtomicU64>,
}

/// An open stream; dropping it counts it out.
pub(crate) struct OpenStream(Gauge);

impl Drop for OpenStream {
    fn drop(&mut self) {
        self.0.dec();
    }
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("onecall");
        let requests = Family::default();
        let seconds = Family::<Route, Histogram>::new_with_constructor(|| {
            Histogram::new([0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0])
        });
        let (problems, streams, start) = (Family::default(), Family::default(), Gauge::default());
        registry.register("http_requests", "Answered requests", requests.clone());
        registry.register_with_unit(
            "http_request_duration",
            "Time until the answer began",
            Unit::Seconds,
            seconds.clone(),
        );
        registry.register("problems", "Answers that were a problem, by its code", problems.clone());
        registry.register("streams", "Open event streams", streams.clone());
        registry.register_with_unit("start_time", "When the service started", Unit::Seconds, start.clone());
        Self { registry, requests, seconds, problems, streams, start }
    }
}

impl Metrics {
    /// The service started then, in milliseconds since the Unix epoch.
    pub(crate) fn started(&self, at_ms: u64) {
        self.start.set(Duration::from_millis(at_ms).as_secs_f64());
    }

    /// A request was answered. `route` is the route's template, never the path.
    pub(crate) fn answered(&self, route: &str, method: &str, status: u16, took: Duration) {
        let request = Request { route: route.to_owned(), method: method.to_owned(), status };
        self.requests.get_or_create(&request).inc();
        self.seconds.get_or_create(&Route { route: route.to_owned() }).observe(took.as_secs_f64());
    }

    /// An answer was this problem.
    pub(crate) fn problem(&self, code: &'static str) {
        self.problems.get_or_create(&Kind { kind: code }).inc();
    }

    /// A stream of a `customer` or an `agent` is open as long as the returned value lives.
    #[must_use]
    pub(crate) fn stream(&self, kind: &'static str) -> OpenStream {
        let gauge = self.streams.get_or_create_owned(&Kind { kind });
        gauge.inc();
        OpenStream(gauge)
    }

    /// All of it, as Prometheus reads it.
    #[must_use]
    pub(crate) fn print(&self) -> String {
        let mut text = String::new();
        if encode(&mut text, &self.registry).is_err() {
            // Writing to a string does not fail; a broken page must not look like a whole one.
            text.clear();
            let _ = writeln!(text, "# the metrics could not be written");
        }
        text
    }
}
