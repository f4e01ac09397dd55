//! A service with two calls, and the agent whose calls they are.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Map, Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::http_support::{Call, Service, start};

/// Long enough for any machine; what takes longer never comes.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct House {
    runtime: Runtime,
    service: Service,
    calls: [Call; 2],
    code: Option<String>,
    commands: usize,
}

impl House {
    pub(crate) fn open() -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let (service, calls) = runtime.block_on(async {
            let service = start().await;
            let calls = [service.create().await, service.create().await];
            let mut console = service.as_agent(Method::GET, "/v1/events").send().await.unwrap();
            // Somebody is there as soon as the console has its first event.
            assert!(console.chunk().await.unwrap().is_some());
            tokio::spawn(async move { while let Ok(Some(_)) = console.chunk().await {} });
            (service, calls)
        });
        Self { runtime, service, calls, code: None, commands: 0 }
    }

    pub(crate) fn host(&self) -> String {
        self.service.running.addr.to_string()
    }

    /// With the links and the code of this house in the places that name them.
    pub(crate) fn fill(&self, text: &str) -> String {
        let link = |call: &Call| self.view(call)["link"].as_str().unwrap_or_default().to_owned();
        let mut filled = text.replace("{old-link}", &self.calls[0].link).replace("{host}", &self.host());
        for (place, call) in [("{link}", &self.calls[0]), ("{second-link}", &self.calls[1])] {
            if filled.contains(place) {
                filled = filled.replace(place, &link(call));
            }
        }
        self.code.iter().fold(filled, |filled, code| filled.replace("{code}", code))
    }

    /// What a step makes the agent do.
    pub(crate) fn act(&mut self, step: &Map<String, Value>) -> Result<(), String> {
        let mut command = step.clone();
        let act = command.remove("agent").unwrap();
        let call = match command.remove("call").as_ref().and_then(Value::as_str) {
            None | Some("first") => &self.calls[0],
            Some("second") => &self.calls[1],
            Some(other) => panic!("no call {other}"),
        };
        let act = act.as_str().unwrap();
        if matches!(act, "admit" | "hold" | "decline" | "notice" | "release" | "send-back" | "remove") {
            command.insert("knock".to_owned(), self.last_knock(call).ok_or("nobody knocked")?);
        }
        self.commands += 1;
        command.insert("type".to_owned(), json!(act));
        command.insert("command_id".to_owned(), json!(format!("{:-<22}", self.commands)));
        let (status, answer) = self.runtime.block_on(async {
            let answer = self.service.command(call, Value::Object(command)).await;
            (answer.status(), answer.json::<Value>().await.unwrap())
        });
        if let Some(code) = answer["spoken_code"].as_str() {
            self.code = Some(code.to_owned());
        }
        if status.is_success() { Ok(()) } else { Err(format!("the service answers {act} with {answer}")) }
    }

    fn last_knock(&self, call: &Call) -> Option<Value> {
        let patience = Instant::now() + PATIENCE;
        loop {
            let view = self.view(call);
            if let Some(last) = view["knocks"].as_array().and_then(|knocks| knocks.last()) {
                return Some(last["knock"].clone());
            }
            if Instant::now() > patience {
                return None;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn view(&self, call: &Call) -> Value {
        self.runtime.block_on(self.service.view(call))
    }
}
