//! What the app may write into its log.

use serde::Serialize;

/// A line for a log. Its type keeps secrets out: only words that stand in this program, and numbers, can be
/// in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
pub struct LogLine {
    /// How much it matters.
    pub level: LogLevel,
    /// What happened.
    pub what: &'static str,
    /// To what: a word such as the kind of a screen.
    pub detail: Option<&'static str>,
}

/// How much a line of a log matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum LogLevel {
    /// Something is broken.
    Error,
    /// What a person saw: the kind of each screen.
    Info,
    /// Every input and effect; only where [`Config::verbose`](super::Config::verbose) asks for it.
    Debug,
}
