//! A real service on a free port, and somebody to talk to it.
#![allow(dead_code, reason = "every test binary uses a part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

use std::sync::Arc;
use std::time::Duration;

use onecall_service::clock::{Clock, SystemClock};
use onecall_service::config::{AgentToken, Config};
use onecall_service::operator::Operator;
use onecall_service::{Running, serve_with};
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The token of the agent "API".
pub(crate) const TOKEN: &str = "the-api-token-of-the-tests-32-char";

/// Only so that a test that waits for something that never comes ends.
const PATIENCE: Duration = Duration::from_secs(30);

/// A service of its own for one test.
pub(crate) struct Service {
    pub(crate) running: Running,
    pub(crate) folder: TempDir,
    pub(crate) client: Client,
}

pub(crate) async fn start() -> Service {
    start_with(|_| {}).await
}

/// With settings of the test's own.
pub(crate) async fn start_with(change: impl FnOnce(&mut Config)) -> Service {
    start_on(Arc::new(SystemClock), change).await
}

/// And with a clock of its own.
pub(crate) async fn start_on(clock: Arc<dyn Clock>, change: impl FnOnce(&mut Config)) -> Service {
    let folder = tempfile::tempdir().unwrap();
    let mut config = Config::on_free_ports(folder.path().join("data"));
    config.agent_token = Some(AgentToken::parse(TOKEN, true).unwrap());
    change(&mut config);
    let running = serve_with(config, clock).await.unwrap();
    Service { running, folder, client: client() }
}

pub(crate) fn client() -> Client {
    // Somebody may have been first; then it is installed as well.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(PATIENCE).build().unwrap()
}

/// The example's apps, for Android and iPhone.
pub(crate) fn operator() -> Operator {
    Operator::from_toml(include_str!("../../../operator.toml")).unwrap()
}

impl Service {
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.running.addr)
    }

    /// As nobody in particular.
    pub(crate) fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, self.url(path))
    }

    /// As the agent "API".
    pub(crate) fn as_agent(&self, method: Method, path: &str) -> RequestBuilder {
        self.ask(method, path).bearer_auth(TOKEN)
    }

    pub(crate) async fn create(&self) -> Call {
        let answer = self.as_agent(Method::POST, "/v1/calls").json(&json!({"title": "Boiler"})).send().await.unwrap();
        assert_eq!(answer.status(), 201);
        let call: Value = answer.json().await.unwrap();
        let link = call["link"].as_str().unwrap().to_owned();
        Call { id: call["id"].as_str().unwrap().to_owned(), token: link.rsplit_once('/').unwrap().1.to_owned(), link }
    }

    pub(crate) async fn command(&self, call: &Call, command: Value) -> Response {
        let path = format!("/v1/calls/{}/commands", call.id);
        self.as_agent(Method::POST, &path).json(&command).send().await.unwrap()
    }

    pub(crate) async fn view(&self, call: &Call) -> Value {
        let path = format!("/v1/calls/{}", call.id);
        self.as_agent(Method::GET, &path).send().await.unwrap().json().await.unwrap()
    }

    pub(crate) async fn knock(&self, invitation: &str, who: &str) -> Response {
        self.ask(Method::POST, "/v1/knock").json(&knock(invitation, who)).send().await.unwrap()
    }

    /// One state, and no stream.
    pub(crate) async fn knock_once(&self, invitation: &str, who: &str) -> Response {
        let request = self.ask(Method::POST, "/v1/knock").header("accept", "application/json");
        request.json(&knock(invitation, who)).send().await.unwrap()
    }

    pub(crate) async fn act(&self, who: &str, kind: &str) -> Response {
        let command = json!({"knock_id": id(who), "secret": id("secret-of-".to_owned() + who),
            "command_id": id(format!("{kind}-by-{who}")), "type": kind});
        self.ask(Method::POST, "/v1/knock/commands").json(&command).send().await.unwrap()
    }
}

/// A call as its agent sees it.
pub(crate) struct Call {
    pub(crate) id: String,
    pub(crate) link: String,
    pub(crate) token: String,
}

/// An identifier that a person can read: padded to the length that identifiers have.
pub(crate) fn id(name: impl AsRef<str>) -> String {
    format!("{:-<22}", name.as_ref())
}

pub(crate) fn knock(invitation: &str, who: &str) -> Value {
    json!({"invitation": invitation, "knock_id": id(who), "secret": id("secret-of-".to_owned() + who), "name": who})
}

/// The problem of an answer: status, code, detail.
pub(crate) async fn problem(answer: Response) -> (u16, String, String) {
    let status = answer.status().as_u16();
    assert_eq!(answer.headers()["content-type"], "application/problem+json", "{status}");
    assert!(answer.headers().contains_key("x-request-id"));
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["status"], status);
    let code = body["type"].as_str().unwrap().trim_start_matches("/problems/").to_owned();
    (status, code, body["detail"].as_str().unwrap().to_owned())
}

/// An event stream, read one event after another.
pub(crate) struct Events {
    answer: Response,
    unread: String,
}

impl Events {
    pub(crate) fn of(answer: Response) -> Self {
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        assert_eq!(answer.headers()["cache-control"], "no-store");
        assert_eq!(answer.headers()["x-accel-buffering"], "no");
        Self { answer, unread: String::new() }
    }

    /// Name and data; nothing at the end.
    pub(crate) async fn next(&mut self) -> Option<(String, Value)> {
        loop {
            while let Some((block, rest)) = self.unread.split_once("\n\n") {
                let block = block.to_owned();
                self.unread = rest.to_owned();
                let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
                if let (Some(event), Some(data)) = (field("event: "), field("data: ")) {
                    return Some((event, serde_json::from_str(&data).unwrap()));
                }
            }
            let chunk = self.answer.chunk().await.unwrap()?;
            self.unread.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }

    /// The data of the next event of this name.
    pub(crate) async fn until(&mut self, name: &str) -> Value {
        loop {
            let (event, data) = self.next().await.unwrap_or_else(|| panic!("the stream ended before {name}"));
            if event == name {
                return data;
            }
        }
    }
}
