//! The log: one line for each thing that happened, and nothing secret at any level.
//!
//! The chosen level is for our own code alone. What other libraries say – an HTTP server's trace
//! prints paths, and a join link's path is the link – is heard only when it is a warning.
//!
//! In JSON every line is an object with `timestamp` (RFC 3339, UTC), `level`, `target` and `message`,
//! and whatever else the message has to say. While a request is answered it also has
//! `span.request`: what the client was told in `X-Request-Id`. The line of an answer – `message` is
//! `answered` – has `method`, `route` (the template, never the path), `status`, `ms`, and where there
//! is one, `problem` (its code) and `call` (its id).

use std::io::{self, IsTerminal};

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::{self, MakeWriter};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::{ConfigError, Options};

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Human,
    /// One JSON object a line.
    Json,
}

/// What is logged, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Logging {
    /// How a line looks.
    pub format: Format,
    /// What is said.
    pub level: LevelFilter,
}

impl Logging {
    /// From the options.
    ///
    /// # Errors
    /// [`ConfigError::Word`] for a word that is none of the known ones.
    pub fn resolve(options: &Options) -> Result<Self, ConfigError> {
        let format = match options.log_format.as_deref().unwrap_or("human") {
            "human" => Format::Human,
            "json" => Format::Json,
            text => return Err(word("--log-format", text, "human, json")),
        };
        let level = match options.log_level.as_deref().unwrap_or("info") {
            "error" => LevelFilter::ERROR,
            "warn" => LevelFilter::WARN,
            "info" => LevelFilter::INFO,
            "debug" => LevelFilter::DEBUG,
            "trace" => LevelFilter::TRACE,
            text => return Err(word("--log-level", text, "error, warn, info, debug, trace")),
        };
        Ok(Self { format, level })
    }

    /// Logs to standard error from here on, for the whole process. `RUST_LOG` is not looked at: it
    /// could open what is closed here.
    pub fn start(self) {
        self.start_writing_to(io::stderr, io::stderr().is_terminal());
    }

    /// The same into `writer`, with `colours` or without (JSON never has any).
    pub fn start_writing_to<W>(self, writer: W, colours: bool)
    where
        W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
    {
        let ours = Targets::new()
            .with_default(self.level.min(LevelFilter::WARN))
            .with_target("onecall", self.level)
            .with_target("onecall_service", self.level);
        let registry = tracing_subscriber::registry().with(ours);
        // A second subscriber in one process is a test's; the first one stays.
        let _ = match self.format {
            Format::Human => {
                registry.with(fmt::layer().with_writer(writer).with_ansi(colours).with_target(false)).try_init()
            }
            Format::Json => {
                let lines = fmt::layer().json().flatten_event(true).with_span_list(false);
                registry.with(lines.with_writer(writer)).try_init()
            }
        };
        // A panic's message may hold what it stumbled over; the place is enough to find it.
        std::panic::set_hook(Box::new(|panic| {
            let place = panic.location().map(ToString::to_string).unwrap_or_default();
            tracing::error!(place, "a bug: the code panicked");
        }));
    }
}

fn word(option: &'static str, text: &str, known: &'static str) -> ConfigError {
    ConfigError::Word { option, text: text.to_owned(), known: known.to_owned() }
}
