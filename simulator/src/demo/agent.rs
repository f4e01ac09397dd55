//! The agent, over the service's HTTP API.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use onecall::protocol::{
    AgentAct, AgentCommand, CallPhase, CallView, CommandId, CreateCall, DeclineReason, KnockId, Problem,
};

use super::stage::{Side, Stage};

const NAME: &str = "Alex, agent";

/// How long the agent waits for what must come.
const PATIENCE: Duration = Duration::from_secs(20);

/// The answer to a sign-in, as far as it matters here.
#[derive(serde::Deserialize)]
struct SignedIn {
    token: String,
}

pub(super) struct Agent {
    http: reqwest::Client,
    origin: String,
    token: String,
    stage: Arc<Stage>,
}

impl Agent {
    /// Signs in by a sign-in link, as a browser would, and keeps the console's event stream open: that is
    /// what tells customers that somebody is there.
    pub(super) async fn sign_in(origin: &str, link: &str, stage: &Arc<Stage>) -> Result<Self> {
        let http = reqwest::Client::builder().no_proxy().build()?;
        let (_, code) = link.split_once('#').context("a sign-in link holds its code behind #")?;
        let body = serde_json::json!({ "code": code, "token": true });
        let answer = http.post(format!("{origin}/v1/sign-in")).json(&body).send().await?.error_for_status()?;
        let token = answer.json::<SignedIn>().await?.token;
        let mut events =
            http.get(format!("{origin}/v1/events")).bearer_auth(&token).send().await?.error_for_status()?;
        tokio::spawn(async move { while let Ok(Some(_)) = events.chunk().await {} });
        Ok(Self { http, origin: origin.to_owned(), token, stage: Arc::clone(stage) })
    }

    /// For the reader to try it with `curl`.
    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// `NAME:PORT` of the service.
    pub(super) fn host(&self) -> &str {
        self.origin.split_once("://").map_or("", |(_, host)| host)
    }

    pub(super) async fn create(&self, title: &str) -> Result<CallView> {
        let request = CreateCall { title: Some(title.to_owned()), ..CreateCall::default() };
        let call: CallView = self.post("/v1/calls", &request).await?;
        self.say(&format!("creates \"{title}\" and sends {}", call.link.as_deref().unwrap_or("no link")));
        Ok(call)
    }

    pub(super) async fn hold(&self, call: &CallView, knock: &KnockId, message: &str) -> Result<()> {
        self.say(&format!("asks to wait: {message}"));
        self.command(call, AgentAct::Hold { knock: knock.clone(), message: Some(message.to_owned()) }).await
    }

    pub(super) async fn admit(&self, call: &CallView, knock: &KnockId) -> Result<()> {
        self.say("admits");
        self.command(call, AgentAct::Admit { knock: knock.clone() }).await
    }

    pub(super) async fn decline(&self, call: &CallView, knock: &KnockId) -> Result<()> {
        self.say("declines: expects somebody else");
        let act = AgentAct::Decline { knock: knock.clone(), reason: DeclineReason::NotExpected, block: false };
        self.command(call, act).await
    }

    pub(super) async fn end(&self, call: &CallView) -> Result<()> {
        self.say("ends the call");
        self.command(call, AgentAct::End).await
    }

    /// Who knocked first, as the console shows it.
    pub(super) async fn first_knock(&self, call: &CallView) -> Result<KnockId> {
        let knock = self.see(call, |view| view.knocks.into_iter().next()).await?;
        self.say(&format!("sees that {} waits, and asks: do you see \"{}\"?", knock.name, knock.match_phrase));
        Ok(knock.knock)
    }

    pub(super) async fn sees_asleep(&self, call: &CallView) -> Result<()> {
        let knock = self.see(call, |view| view.knocks.into_iter().find(|knock| !knock.awake)).await?;
        self.say(&format!("sees that {}'s phone sleeps, and that the place is kept", knock.name));
        Ok(())
    }

    /// A phone shows the end at once; the service hears of it a moment later.
    pub(super) async fn sees_over(&self, call: &CallView) -> Result<()> {
        self.see(call, |view| matches!(view.phase, CallPhase::Over { .. }).then_some(())).await?;
        self.say("sees that the call is over");
        Ok(())
    }

    /// Waits until the call's view shows what is wanted.
    async fn see<T>(&self, call: &CallView, wanted: impl Fn(CallView) -> Option<T>) -> Result<T> {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            let url = format!("{}/v1/calls/{}", self.origin, call.id);
            let answer = self.http.get(url).bearer_auth(&self.token).send().await?.error_for_status()?;
            let view: CallView = answer.json().await?;
            if let Some(seen) = wanted(view) {
                return Ok(seen);
            }
            if tokio::time::Instant::now() > deadline {
                bail!("the agent waited in vain for what must come");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn command(&self, call: &CallView, act: AgentAct) -> Result<()> {
        let command = AgentCommand { command_id: CommandId::from_bits(rand::random()), act };
        let _: CallView = self.post(&format!("/v1/calls/{}/commands", call.id), &command).await?;
        Ok(())
    }

    async fn post<T: serde::de::DeserializeOwned>(&self, path: &str, body: &impl serde::Serialize) -> Result<T> {
        let url = format!("{}{path}", self.origin);
        let answer = self.http.post(url).bearer_auth(&self.token).json(body).send().await?;
        if answer.status().is_success() {
            return answer.json().await.context("the service answered with something unexpected");
        }
        let problem: Problem = answer.json().await.context("the service answered with something unexpected")?;
        bail!("{} {}", problem.title, problem.detail)
    }

    fn say(&self, what: &str) {
        self.stage.line(Side::Agent, NAME, what);
    }
}
