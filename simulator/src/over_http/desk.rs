//! An agent's desk: requests to the service, sent again until they are answered, and the open console.

use std::sync::Mutex;
use std::time::Duration;

use anyhow::{Context, Result};
use onecall::protocol::{AgentName, Problem};
use reqwest::{Method, header};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::task::JoinHandle;

use super::network::Door;
use super::world::PATIENCE;

/// A console sends again what is not answered, after so long.
const AGAIN_AFTER: Duration = Duration::from_millis(40);

pub(super) struct Desk {
    pub(super) name: AgentName,
    token: String,
    wire: Wire,
    console: Mutex<Option<JoinHandle<()>>>,
}

/// Plain requests, straight to the service: agents sit in an office.
#[derive(Clone)]
pub(super) struct Wire {
    http: reqwest::Client,
    door: Door,
}

/// Why there is no answer to use: what the service said, or nothing when nobody answered.
pub(super) type Unanswered = Option<Box<Problem>>;

/// The answer to a sign-in.
#[derive(serde::Deserialize)]
struct SignedIn {
    agent: AgentName,
    token: String,
}

impl Desk {
    /// Signs in by a sign-in link, as a program does.
    pub(super) async fn sign_in(wire: Wire, link: &str) -> Result<Self> {
        let (_, code) = link.split_once('#').context("a sign-in link holds its code behind #")?;
        let body = serde_json::json!({ "code": code, "token": true });
        let SignedIn { agent, token } =
            wire.insist(Method::POST, "/v1/sign-in", None, &body).await.ok().context("nobody could sign in")?;
        Ok(Self { name: agent, token, wire, console: Mutex::default() })
    }

    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Unanswered> {
        self.wire.insist(Method::GET, path, Some(&self.token), &()).await
    }

    pub(super) async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, Unanswered> {
        self.wire.insist(Method::POST, path, Some(&self.token), body).await
    }

    /// The same, sent once.
    pub(super) async fn post_once<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &impl Serialize,
    ) -> Result<T, Unanswered> {
        self.wire.ask(Method::POST, path, Some(&self.token), body).await
    }

    /// Opens the console, or closes it. While it is open it connects again and again.
    pub(super) fn set_console(&self, open: bool) {
        let mut console = self.console.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(task) = console.take() {
            task.abort();
        }
        if open {
            *console = Some(tokio::spawn(listen(self.wire.clone(), self.token.clone())));
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.set_console(false);
    }
}

async fn listen(wire: Wire, token: String) {
    loop {
        if let Some(url) = wire.url("/v1/events")
            && let Ok(mut events) = wire.http.get(url).bearer_auth(&token).send().await
        {
            while let Ok(Some(_)) = events.chunk().await {}
        }
        tokio::time::sleep(AGAIN_AFTER).await;
    }
}

impl Wire {
    pub(super) fn new(door: Door) -> Result<Self> {
        Ok(Self { http: reqwest::Client::builder().no_proxy().timeout(PATIENCE).build()?, door })
    }

    /// Sends until somebody answers.
    pub(super) async fn insist<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: &impl Serialize,
    ) -> Result<T, Unanswered> {
        let patience = tokio::time::Instant::now() + PATIENCE;
        loop {
            match self.ask(method.clone(), path, token, body).await {
                Err(None) if tokio::time::Instant::now() < patience => tokio::time::sleep(AGAIN_AFTER).await,
                answer => return answer,
            }
        }
    }

    async fn ask<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: &impl Serialize,
    ) -> Result<T, Unanswered> {
        let url = self.url(path).ok_or(None)?;
        let mut request = self.http.request(method.clone(), url).header(header::ACCEPT, "application/json");
        if method != Method::GET {
            request = request.json(body);
        }
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let answer = request.send().await.map_err(|_| None)?;
        if answer.status().is_success() {
            return answer.json().await.map_err(|_| None);
        }
        let problem: Problem = answer.json().await.map_err(|_| None)?;
        // Not now is no answer: it is asked again.
        Err(if problem.status >= 500 { None } else { Some(Box::new(problem)) })
    }

    fn url(&self, path: &str) -> Option<String> {
        let door = *self.door.borrow();
        door.map(|addr| format!("http://{addr}{path}"))
    }
}
