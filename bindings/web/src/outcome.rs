//! What a step came to, as JSON.

use onecall::answers::{EVENT_STREAM, JSON};
use onecall::journey::Effect;
use onecall::link::Host;
use onecall::protocol::CommandId;
use onecall::shell::{LogLine, ShellEffect, Shown};
use serde::Serialize;

/// What a step came to.
#[derive(Default, Serialize)]
pub(crate) struct Outcome {
    /// The handle, of a journey that was just begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) journey: Option<u32>,
    /// What to do, in order; then what to draw.
    pub(crate) effects: Vec<Wanted>,
    /// What to draw, if that changed.
    pub(crate) shown: Option<Shown>,
    /// Tell a `tick` when this time since boot is reached.
    pub(crate) wake_at_ms: Option<u64>,
    /// More was heard: ask for the `next` step at once.
    pub(crate) more: bool,
    /// Lines for the log.
    pub(crate) log: Vec<LogLine>,
}

/// Something to do: by the script that runs the journey, or by the page.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(crate) enum Wanted {
    /// Open a connection, so that the knock finds it warm.
    Warm { url: String },
    /// Post this and listen to the answer, instead of to any other one.
    OpenStream {
        stream: u64,
        url: String,
        accept: &'static str,
        body: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        token: Option<String>,
    },
    /// Listen no longer.
    CloseStream,
    /// Post this, and say what was answered.
    Send { command_id: CommandId, url: String, accept: &'static str, body: String },
    /// For the page.
    #[serde(untagged)]
    Shell(ShellEffect),
}

impl From<Effect> for Wanted {
    fn from(effect: Effect) -> Self {
        match effect {
            Effect::Save(blob) => Self::Shell(ShellEffect::Save { blob }),
            Effect::Warm { host } => Self::Warm { url: url(&host, "/healthz") },
            Effect::OpenStream { stream, host, request, token } => Self::OpenStream {
                stream,
                url: url(&host, "/v1/knock"),
                accept: EVENT_STREAM,
                body: json(&request),
                token: token.map(|token| token.as_str().to_owned()),
            },
            Effect::HandOver { text } => Self::Shell(ShellEffect::HandOver { text }),
            Effect::Open { url } => Self::Shell(ShellEffect::Open { url }),
            Effect::JoinMeeting { number, link, name } => {
                Self::Shell(ShellEffect::JoinMeeting { number, url: link.url(), name })
            }
            Effect::LeaveMeeting { number } => Self::Shell(ShellEffect::LeaveMeeting { number }),
            Effect::Measure => Self::Shell(ShellEffect::Measure),
            Effect::FreshAccessToken => Self::Shell(ShellEffect::FreshAccessToken),
            Effect::CloseStream => Self::CloseStream,
            Effect::Send { host, command } => Self::Send {
                url: url(&host, "/v1/knock/commands"),
                accept: JSON,
                body: json(&command),
                command_id: command.command_id,
            },
        }
    }
}

fn url(host: &Host, path: &str) -> String {
    format!("{}{path}", host.origin())
}

fn json(body: &impl Serialize) -> String {
    // The types of the protocol are strings, numbers and lists of them: nothing that could fail to be written.
    serde_json::to_string(body).unwrap_or_default()
}
