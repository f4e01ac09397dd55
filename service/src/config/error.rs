//! What is wrong with the settings, one variant for each thing an operator can mend.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use onecall::link::HostError;

/// What is wrong with the settings; its sentence says what to change.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// Not an address with a port.
    #[error("{option} is `{text}`, which is not an address with a port: write it as 127.0.0.1:8080 or [::1]:8080.")]
    Address {
        /// Which option.
        option: &'static str,
        /// What was given.
        text: String,
    },
    /// Not a network.
    #[error("--trusted-proxy is `{0}`, which is no network: write it as 10.0.0.0/8, or one address as 10.0.0.1.")]
    Network(String),
    /// Not a time zone.
    #[error("--time-zone is `{0}`, which is no time zone: write it as Europe/Berlin or UTC.")]
    Zone(String),
    /// Nobody could reach the links.
    #[error(
        "The service is to listen on {0}, so links need an address that customers can reach: add \
         --public-url https://YOUR.HOST, or listen on 127.0.0.1."
    )]
    PublicUrlNeeded(SocketAddr),
    /// Plain http, or no scheme.
    #[error(
        "The public URL must begin with https:// (http:// only for localhost): customers send their secrets to it."
    )]
    PublicUrlScheme,
    /// https where links are printed with http.
    #[error(
        "The public URL names this machine itself: write it with http://, or use a host name that others can reach."
    )]
    PublicUrlLoopback,
    /// More than an origin.
    #[error("The public URL must be scheme and host alone, as https://help.example.com: remove the {0}.")]
    PublicUrlParts(&'static str),
    /// Its host is none.
    #[error("The public URL does not name a host: {0}")]
    PublicUrlHost(HostError),
    /// A number is out of bounds.
    #[error("{option} is {value}, and must be {low} to {high}.")]
    Range {
        /// Which option.
        option: &'static str,
        /// What was given.
        value: u32,
        /// The least it may be.
        low: u32,
        /// The most it may be.
        high: u32,
    },
    /// An agent's token is too easy to guess.
    #[error("The agent token has fewer than {0} characters: make one with `openssl rand -hex 32`.")]
    TokenShort(usize),
    /// It could not be sent in a header.
    #[error("The agent token may hold only letters, digits and - . _ ~ + / =: make one with `openssl rand -hex 32`.")]
    TokenCharacters,
    /// It was given twice.
    #[error("The agent token is given twice: set either ONECALL_AGENT_TOKEN or a token file, not both.")]
    TokenTwice,
    /// The file that should hold the token cannot be read.
    #[error("The agent token file {} cannot be read: {error}.", path.display())]
    TokenFile {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The configuration file cannot be read.
    #[error("The configuration file {} cannot be read: {error}.", path.display())]
    FileUnreadable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The configuration file says something we do not understand.
    #[error("The configuration file {} cannot be used:\n{error}", path.display())]
    FileContent {
        /// Which file.
        path: PathBuf,
        /// What, and where.
        error: String,
    },
    /// What the apps are built from cannot be read, or is of other apps.
    #[error("The operator file {} cannot be used: {error}.", path.display())]
    Operator {
        /// Which file.
        path: PathBuf,
        /// What, and where.
        error: String,
    },
    /// Not a word we know.
    #[error("{option} is `{text}`: write one of {known}.")]
    Word {
        /// Which option.
        option: &'static str,
        /// What was given.
        text: String,
        /// What may be given.
        known: String,
    },
}
