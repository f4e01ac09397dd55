//! What can be asked, and its answer.

use onecall::capability::{AgentClient, ArSupport, Features, Measurement};
use onecall::journey::Now;
use onecall::json::{self, Unreadable};
use onecall::name::CheckedName;
use onecall::shell::{Config, StartError};
use serde::{Deserialize, Serialize};

use crate::journeys::{Happened, Journeys};

/// What can be asked.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Ask {
    /// Begin a journey, from `blob` when there is one that was saved. A blob that cannot be read is as good as none.
    Start {
        config: Config,
        #[serde(default)]
        blob: Option<String>,
        now: Now,
    },
    /// Take a journey one step further.
    Step { journey: u32, now: Now, happened: Happened },
    /// Forget a journey.
    End { journey: u32 },
    /// What a text is, and where it opens from here.
    Explain { config: Config, text: String },
    /// What a customer on a device with this measurement can do with an agent on this client.
    Features { measurement: Measurement, signed_in: bool, agent: AgentClient },
    /// Check a name while it is typed; what the customer goes on with is checked again.
    CheckName { typed: String },
    /// The version of this core, as `major.minor.patch`.
    Version,
}

/// Why there is no answer. Quotes nothing of what was asked.
#[derive(Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
enum AskError {
    /// Not JSON, or not of this form.
    Malformed,
    /// There is no such journey, or it was ended.
    NoJourney,
    /// Nothing can be started with this configuration.
    #[serde(untagged)]
    Start(StartError),
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Answer<T> {
    Ok(T),
    Error(AskError),
}

/// Answers what was asked, both as JSON.
pub(crate) fn answer(journeys: &mut Journeys, asked: &[u8]) -> Vec<u8> {
    let Ok(asked) = std::str::from_utf8(asked) else { return malformed() };
    match json::read(asked) {
        Ok(ask) => answer_to(journeys, ask),
        Err(Unreadable) => malformed(),
    }
}

fn answer_to(journeys: &mut Journeys, ask: Ask) -> Vec<u8> {
    match ask {
        Ask::Start { config, blob, now } => {
            written(journeys.start(config, blob.as_deref(), &now).map_err(AskError::Start))
        }
        Ask::Step { journey, now, happened } => written(match journeys.get(journey) {
            Some(running) => Ok(running.step(&now, happened)),
            None => Err(AskError::NoJourney),
        }),
        Ask::End { journey } => written(if journeys.end(journey) { Ok(()) } else { Err(AskError::NoJourney) }),
        Ask::Explain { config, text } => written(config.explain(&text).map_err(AskError::Start)),
        Ask::Features { measurement, signed_in, agent } => {
            written(Ok(Features::for_pair(signed_in, ArSupport::from_measurement(&measurement), agent)))
        }
        Ask::CheckName { typed } => written(Ok(CheckedName::of(&typed))),
        Ask::Version => written(Ok(env!("CARGO_PKG_VERSION"))),
    }
}

fn malformed() -> Vec<u8> {
    written::<()>(Err(AskError::Malformed))
}

fn written<T: Serialize>(answer: Result<T, AskError>) -> Vec<u8> {
    let answer = match answer {
        Ok(answer) => Answer::Ok(answer),
        Err(error) => Answer::Error(error),
    };
    // Strings, numbers and lists of them: nothing that could fail to be written.
    serde_json::to_vec(&answer).unwrap_or_default()
}
