//! A phone that runs the real client, with a shell that remembers.

use std::sync::{Arc, Condvar, Mutex};

use onecall::client::{Client, Config, Shell, ShellEffect};
use onecall::journey::Screen;
use onecall::message::{Argument, Named};
use onecall::protocol::App;
use onecall::route::{Device, Platform};
use serde_json::{Map, Value, json};

use crate::house::PATIENCE;

pub(crate) struct Phone {
    pub(crate) client: Client,
    shell: Arc<Memory>,
}

#[derive(Default)]
struct Memory {
    seen: Mutex<Seen>,
    news: Condvar,
}

#[derive(Default)]
struct Seen {
    screen: Option<Screen>,
    performed: Vec<Value>,
    blob: Option<String>,
    handed_over: Option<String>,
}

impl Phone {
    /// Starts the app, from this blob.
    pub(crate) fn start(host: &str, call_client: bool, blob: Option<String>) -> Self {
        let config = Config {
            hosts: vec![host.to_owned()],
            device: Device { platform: Platform::Android, ..Device::default() },
            app: App::App,
            suggested_name: Some("Maria".to_owned()),
            call_client,
            ..Config::default()
        };
        let shell =
            Arc::new(Memory { seen: Mutex::new(Seen { blob: blob.clone(), ..Seen::default() }), ..Memory::default() });
        let client = Client::start(config, blob, Arc::clone(&shell) as Arc<dyn Shell>).unwrap();
        Self { client, shell }
    }

    pub(crate) fn blob(&self) -> Option<String> {
        self.shell.seen.lock().unwrap().blob.clone()
    }

    pub(crate) fn handed_over(&self) -> Option<String> {
        self.shell.seen.lock().unwrap().handed_over.clone()
    }

    /// Until it shows what a step wants to see.
    pub(crate) fn shows(&self, step: &Map<String, Value>) -> Result<(), String> {
        self.awaits(|seen| seen.screen.as_ref().is_some_and(|screen| is_like(screen, step))).map_err(|seen| {
            let shown = seen.screen.as_ref().map(told);
            format!("it does not show {}, but {}", json!(step), shown.unwrap_or_default())
        })
    }

    /// Until it was asked for what a step wants performed.
    pub(crate) fn performed(&self, step: &Map<String, Value>) -> Result<(), String> {
        let wanted = Value::Object(step.clone());
        self.awaits(|seen| {
            seen.performed
                .iter()
                .any(|performed| performed == &wanted || wanted == json!({ "performed": performed["performed"] }))
        })
        .map_err(|seen| format!("{wanted} was not performed, but {}", json!(seen.performed)))
    }

    fn awaits(&self, wanted: impl Fn(&Seen) -> bool) -> Result<(), std::sync::MutexGuard<'_, Seen>> {
        let seen = self.shell.seen.lock().unwrap();
        let (seen, waited) = self.shell.news.wait_timeout_while(seen, PATIENCE, |seen| !wanted(seen)).unwrap();
        if waited.timed_out() { Err(seen) } else { Ok(()) }
    }
}

impl Shell for Memory {
    fn show(&self, screen: Screen) {
        self.seen.lock().unwrap().screen = Some(screen);
        self.news.notify_all();
    }

    fn perform(&self, effect: ShellEffect) {
        let mut seen = self.seen.lock().unwrap();
        let mut performed = json!({ "performed": effect.kind() });
        match effect {
            ShellEffect::Save { blob } => seen.blob = blob,
            ShellEffect::Open { url } => performed["url"] = json!(url),
            ShellEffect::HandOver { text } => seen.handed_over = Some(text),
            ShellEffect::JoinMeeting { number, url, name } => {
                performed["number"] = json!(number);
                performed["url"] = json!(url);
                performed["name"] = json!(name);
            }
            ShellEffect::LeaveMeeting { number } => performed["number"] = json!(number),
            ShellEffect::FreshAccessToken | ShellEffect::Measure => {}
        }
        seen.performed.push(performed);
        drop(seen);
        self.news.notify_all();
    }
}

fn is_like(screen: &Screen, step: &Map<String, Value>) -> bool {
    let told = told(screen);
    told["see"] == step["see"]
        && told["lines"] == step["lines"]
        && step.get("arguments").is_none_or(|wanted| are_like(&told["arguments"], wanted))
        && step.get("lease_ms").is_none_or(|wanted| told["lease_ms"] == *wanted)
}

/// A `*` stands for any text.
fn are_like(told: &Value, wanted: &Value) -> bool {
    let (Some(told), Some(wanted)) = (told.as_array(), wanted.as_array()) else { return false };
    told.len() == wanted.len()
        && told.iter().zip(wanted).all(|(told, wanted)| {
            told == wanted || (wanted["text"] == "*" && told["name"] == wanted["name"] && told["text"].is_string())
        })
}

/// The screen as a step would see it.
fn told(screen: &Screen) -> Value {
    let lines = screen.messages();
    json!({
        "see": screen.kind(),
        "lines": lines.iter().map(|line| line.id).collect::<Vec<_>>(),
        "arguments": lines.iter().flat_map(|line| &line.arguments).map(argument).collect::<Vec<_>>(),
        "lease_ms": if let Screen::Waiting(waiting) = screen { waiting.lease_ms } else { None },
    })
}

fn argument(Named { name, value }: &Named) -> Value {
    match value {
        Argument::Text(text) => json!({ "name": name, "text": text }),
        Argument::Number(number) => json!({ "name": name, "number": number }),
        Argument::Word(word) => json!({ "name": name, "word": word }),
    }
}
