//! A journey, step by step.

use onecall::capability::{ArLevel, SessionFailure};
use onecall::journey::{CameraAccess, MeetingReport, Source};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::house::House;
use crate::phone::Phone;

/// Takes every step; the first that comes out otherwise is told.
pub(crate) fn take(journey: &Value) -> Result<(), String> {
    let call_client = journey.get("call_client").is_some_and(|has| has.as_bool().unwrap());
    let house = journey.get("service").map(|_| House::open());
    let host = house.as_ref().map_or_else(|| journey["hosts"][0].as_str().unwrap().to_owned(), House::host);
    let phone = Phone::start(&host, call_client, None);
    let mut scene = Scene { house, host, call_client, phone, handed_over: None };
    for (number, step) in journey["steps"].as_array().unwrap().iter().enumerate() {
        scene.take(step.as_object().unwrap()).map_err(|error| format!("step {number}, {step}: {error}"))?;
    }
    Ok(())
}

struct Scene {
    house: Option<House>,
    host: String,
    call_client: bool,
    phone: Phone,
    handed_over: Option<String>,
}

/// What the customer or the device does.
#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
enum Does {
    Text {
        text: String,
        source: SourceWord,
    },
    Name {
        name: String,
        #[serde(default = "once")]
        times: usize,
    },
    Choose {
        index: u32,
    },
    Confirm {
        yes: bool,
    },
    Camera {
        #[serde(with = "CameraWord")]
        access: CameraAccess,
    },
    ArStarted {
        level: ArLevel,
    },
    ArFailed {
        failure: SessionFailure,
    },
    ArLost,
    Meeting {
        number: u64,
        #[serde(with = "ReportWord")]
        report: MeetingReport,
    },
    Leave,
    GoOn,
    HandOver,
    Open,
    KnockAgain,
    Dismiss,
    Sleep,
    Wake,
    NetworkBack,
    Restart,
    StartElsewhere,
}

const fn once() -> usize {
    1
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SourceWord {
    Link,
    Paste,
    QrCode,
    Keyboard,
    Referrer,
}

#[derive(Deserialize)]
#[serde(remote = "CameraAccess", rename_all = "kebab-case")]
enum CameraWord {
    Unknown,
    NotAsked,
    Granted,
    Denied,
    Missing,
}

#[derive(Deserialize)]
#[serde(remote = "MeetingReport", rename_all = "kebab-case")]
enum ReportWord {
    Joining,
    InLobby,
    InCall,
    Declined,
    TimedOutInLobby,
    Removed,
    Ended,
    Failed,
}

impl Scene {
    fn take(&mut self, step: &Map<String, Value>) -> Result<(), String> {
        if step.contains_key("see") {
            return self.phone.shows(step);
        }
        if step.contains_key("performed") {
            return self.phone.performed(step);
        }
        if step.contains_key("agent") {
            return self.house.as_mut().unwrap().act(step);
        }
        let does = serde_json::from_value(json!(step)).map_err(|error| error.to_string())?;
        self.does(does);
        Ok(())
    }

    fn does(&mut self, does: Does) {
        let client = &self.phone.client;
        match does {
            Does::Text { text, source } => client.text(self.fill(&text), source.into()),
            Does::Name { name, times } => client.name(name.repeat(times)),
            Does::Choose { index } => client.choose(index),
            Does::Confirm { yes } => client.confirm(yes),
            Does::Camera { access } => client.camera(access),
            Does::ArStarted { level } => client.ar_started(level),
            Does::ArFailed { failure } => client.ar_failed(failure),
            Does::ArLost => client.ar_lost(),
            Does::Meeting { number, report } => client.meeting(number, report),
            Does::Leave => client.leave(),
            Does::GoOn => client.go_on(),
            Does::HandOver => client.hand_over(),
            Does::Open => client.open(),
            Does::KnockAgain => client.knock_again(),
            Does::Dismiss => client.dismiss(),
            Does::Sleep => client.sleep(),
            Does::Wake => client.wake(),
            Does::NetworkBack => client.network_back(),
            Does::Restart => self.start_anew(true),
            Does::StartElsewhere => self.start_anew(false),
        }
    }

    fn start_anew(&mut self, with_blob: bool) {
        // Whoever shut down has saved all that is to be saved.
        self.phone.client.shutdown();
        self.handed_over = self.phone.handed_over().or(self.handed_over.take());
        let blob = self.phone.blob().filter(|_| with_blob);
        self.phone = Phone::start(&self.host, self.call_client, blob);
    }

    fn fill(&self, text: &str) -> String {
        let text = self.house.as_ref().map_or_else(|| text.to_owned(), |house| house.fill(text));
        self.handed_over.iter().fold(text, |text, handed_over| text.replace("{handed-over}", handed_over))
    }
}

impl From<SourceWord> for Source {
    fn from(word: SourceWord) -> Self {
        match word {
            SourceWord::Link => Self::Link,
            SourceWord::Paste => Self::Paste,
            SourceWord::QrCode => Self::QrCode,
            SourceWord::Keyboard => Self::Keyboard,
            SourceWord::Referrer => Self::Referrer,
        }
    }
}
