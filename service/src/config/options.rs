//! Every option once: as a flag, an environment variable and a key of the configuration file.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;

use super::ConfigError;

/// What an operator may say; nothing of it must be said.
///
/// A flag wins over its environment variable, and that over the configuration file.
#[derive(Args, Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Options {
    /// Address to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "ONECALL_LISTEN", value_name = "IP:PORT")]
    pub listen: Option<String>,

    /// How the world reaches this service, as in `https://help.example.com`; needed unless it listens
    /// on loopback
    #[arg(long, env = "ONECALL_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,

    /// Folder for the database and the key; made if missing [default: ./onecall-data]
    #[arg(long, env = "ONECALL_DATA", value_name = "FOLDER")]
    pub data: Option<PathBuf>,

    /// A reverse proxy (address or network) whose X-Forwarded-For is believed; may be repeated
    #[arg(long, env = "ONECALL_TRUSTED_PROXY", value_name = "CIDR", value_delimiter = ',')]
    pub trusted_proxy: Option<Vec<String>>,

    /// Address that serves /metrics, or "off" [default: 127.0.0.1:9090]
    #[arg(long, env = "ONECALL_METRICS_LISTEN", value_name = "IP:PORT")]
    pub metrics_listen: Option<String>,

    /// File with the API token of the agent "API": 16 characters or more, 32 when not listening on
    /// loopback. The token itself may be in ONECALL_AGENT_TOKEN instead
    #[arg(long, env = "ONECALL_AGENT_TOKEN_FILE", value_name = "FILE")]
    pub agent_token_file: Option<PathBuf>,

    /// "human" or "json" [default: human]
    ///
    /// With "json" every line is an object with timestamp, level, target and message, and while a request
    /// is answered with span.request, the X-Request-Id of the answer. The line "answered" has method, route,
    /// status, ms, and where there is one, problem and call.
    #[arg(long, env = "ONECALL_LOG_FORMAT", value_name = "FORMAT")]
    pub log_format: Option<String>,

    /// "error", "warn", "info", "debug" or "trace"; no level prints names, links or messages
    /// [default: info]
    #[arg(long, env = "ONECALL_LOG_LEVEL", value_name = "LEVEL")]
    pub log_level: Option<String>,

    /// Times in messages to customers are written in this zone, as in Europe/Berlin [default: the
    /// machine's]
    #[arg(long, env = "ONECALL_TIME_ZONE", value_name = "ZONE")]
    pub time_zone: Option<String>,

    /// Name of the organisation: customers whose names look like it are marked
    #[arg(long, env = "ONECALL_ORGANISATION", value_name = "NAME")]
    pub organisation: Option<String>,

    /// The operator.toml that your apps are built from: pages then open these apps and lead to their stores,
    /// and this service vouches for them under /.well-known/. Without it everybody joins in a browser
    #[arg(long, env = "ONECALL_OPERATOR_FILE", value_name = "FILE")]
    pub operator_file: Option<PathBuf>,

    /// Who may join from what: "default", every call from phones and computers, by app or browser; or
    /// "remote-assist", where phones join by the app only, and computers only a call that was set up on a
    /// phone [default: default]
    #[arg(long, env = "ONECALL_POLICY", value_name = "POLICY")]
    pub policy: Option<String>,

    /// A link lives until its call's start plus this many hours [default: 24]
    #[arg(long, env = "ONECALL_LINK_LIFE_HOURS", value_name = "HOURS")]
    pub link_life_hours: Option<u32>,

    /// A sleeping phone keeps its place for so many minutes [default: 10]
    #[arg(long, env = "ONECALL_LEASE_MINUTES", value_name = "MINUTES")]
    pub lease_minutes: Option<u32>,

    /// A call's names and messages are deleted so many hours after its end [default: 24]
    #[arg(long, env = "ONECALL_REMEMBER_HOURS", value_name = "HOURS")]
    pub remember_hours: Option<u32>,

    /// At most so many customers wait for one call [default: 8]
    #[arg(long, env = "ONECALL_MAX_WAITING", value_name = "NUMBER")]
    pub max_waiting: Option<u32>,

    /// Knocks that one client address may make a minute [default: 60]
    #[arg(long, env = "ONECALL_LIMIT_KNOCKS_PER_MINUTE", value_name = "NUMBER")]
    pub limit_knocks_per_minute: Option<u32>,

    /// Knocks that all clients together may make a second [default: 1000]
    #[arg(long, env = "ONECALL_LIMIT_KNOCKS_PER_SECOND", value_name = "NUMBER")]
    pub limit_knocks_per_second: Option<u32>,

    /// Dead links, wrong codes and failed sign-ins that one client address may try a minute
    /// [default: 10]
    #[arg(long, env = "ONECALL_LIMIT_FAILURES_PER_MINUTE", value_name = "NUMBER")]
    pub limit_failures_per_minute: Option<u32>,

    /// Wrong spoken codes that all clients together may try a minute [default: 100]
    #[arg(long, env = "ONECALL_LIMIT_FAILED_CODES_PER_MINUTE", value_name = "NUMBER")]
    pub limit_failed_codes_per_minute: Option<u32>,

    /// Event streams that one client address may hold open [default: 64]
    #[arg(long, env = "ONECALL_LIMIT_STREAMS_PER_CLIENT", value_name = "NUMBER")]
    pub limit_streams_per_client: Option<u32>,

    /// Event streams that all clients together may hold open [default: 20000]
    #[arg(long, env = "ONECALL_LIMIT_STREAMS", value_name = "NUMBER")]
    pub limit_streams: Option<u32>,
}

impl Options {
    /// Reads a configuration file.
    ///
    /// # Errors
    /// [`ConfigError`] when it cannot be read, is not TOML or holds an unknown key; the known ones
    /// are listed then.
    pub fn from_file(path: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| ConfigError::FileUnreadable { path: path.to_owned(), error })?;
        Self::from_toml(&text)
            .map_err(|error| ConfigError::FileContent { path: path.to_owned(), error: error.to_string() })
    }

    /// Reads the text of a configuration file.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// These, and where they say nothing, `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            listen: self.listen.or(other.listen),
            public_url: self.public_url.or(other.public_url),
            data: self.data.or(other.data),
            trusted_proxy: self.trusted_proxy.or(other.trusted_proxy),
            metrics_listen: self.metrics_listen.or(other.metrics_listen),
            agent_token_file: self.agent_token_file.or(other.agent_token_file),
            log_format: self.log_format.or(other.log_format),
            log_level: self.log_level.or(other.log_level),
            time_zone: self.time_zone.or(other.time_zone),
            organisation: self.organisation.or(other.organisation),
            operator_file: self.operator_file.or(other.operator_file),
            policy: self.policy.or(other.policy),
            link_life_hours: self.link_life_hours.or(other.link_life_hours),
            lease_minutes: self.lease_minutes.or(other.lease_minutes),
            remember_hours: self.remember_hours.or(other.remember_hours),
            max_waiting: self.max_waiting.or(other.max_waiting),
            limit_knocks_per_minute: self.limit_knocks_per_minute.or(other.limit_knocks_per_minute),
            limit_knocks_per_second: self.limit_knocks_per_second.or(other.limit_knocks_per_second),
            limit_failures_per_minute: self.limit_failures_per_minute.or(other.limit_failures_per_minute),
            limit_failed_codes_per_minute: self.limit_failed_codes_per_minute.or(other.limit_failed_codes_per_minute),
            limit_streams_per_client: self.limit_streams_per_client.or(other.limit_streams_per_client),
            limit_streams: self.limit_streams.or(other.limit_streams),
        }
    }
}
