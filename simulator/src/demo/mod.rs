//! The demonstration: the real service on a free port, a real client for every phone, real HTTP.

mod agent;
mod phone;
mod stage;
mod words;

use std::pin::pin;
use std::sync::Arc;

use anyhow::{Result, bail};
use onecall::capability::{ArSystem, CameraPermission, Measurement};
use onecall_service::agents::Role;
use onecall_service::config::Config;
use onecall_service::{Running, serve};

use agent::Agent;
use phone::Phone;
use stage::Stage;

/// Plays everything; then stays until Ctrl-C, unless `once`. Whenever it is stopped, nothing is left behind.
///
/// # Errors
/// When the service does not start, a call does not go as it should, or somebody stops it before the end.
pub(crate) async fn run(once: bool) -> Result<()> {
    // The only TLS provider there is; the demonstration itself speaks plain HTTP on loopback.
    rustls::crypto::ring::default_provider().install_default().ok();
    let folder = tempfile::tempdir()?;
    let service = serve(Config::on_free_ports(folder.path().join("data"))).await?;
    let stage = Arc::new(Stage::new());
    // One and the same from here to the end: a signal between two of them would be lost.
    let mut stopped = pin!(stopped());
    let played = tokio::select! {
        agent = play(&service, &stage) => agent,
        stopped = &mut stopped => stopped.and_then(|()| bail!("stopped before every call was played")),
    };
    let played = match played {
        Ok(agent) if !once => match invite(&service, &stage, &agent).await {
            Ok(()) => stopped.await,
            failed => failed,
        },
        played => played.map(drop),
    };
    service.stop();
    service.wait().await;
    if once && played.is_ok() {
        stage.plain("\nEvery call went as it should.");
    }
    played
}

async fn play(service: &Running, stage: &Arc<Stage>) -> Result<Agent> {
    stage.heading(&format!("The service is at {}", service.public_url));
    let agent = Agent::sign_in(&service.public_url, &service.invite("Alex", Role::Admin)?, stage).await?;

    whole_call(stage, &agent).await?;
    without_ar_and_declined(stage, &agent).await?;
    asleep_and_killed(stage, &agent).await?;
    second_knocker(stage, &agent).await?;
    Ok(agent)
}

async fn invite(service: &Running, stage: &Stage, agent: &Agent) -> Result<()> {
    stage.heading("Now you. Ctrl-C ends it and deletes everything");
    let call = agent.create("Try it yourself").await?;
    stage.plain("  Play a call with yourself, in two tabs of a browser:");
    stage.plain(&format!("  1. the agent's:    {}", service.invite("You", Role::Admin)?));
    stage.plain("     Sign in; the call \"Try it yourself\" is in your list.");
    stage.plain(&format!("  2. the customer's: {}", call.link.unwrap_or_default()));
    stage.plain("     Join in this browser, type a name, knock; then admit yourself in the first tab.");
    stage.plain("  Or without a browser: README.md, \"A call by hand\", shows what to send with curl.");
    stage.plain(&format!("     the agent's token: {}", agent.token()));
    Ok(())
}

/// Returns when somebody presses Ctrl-C, or ends the process in good order.
async fn stopped() -> Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            pressed = tokio::signal::ctrl_c() => pressed?,
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await?;
    Ok(())
}

async fn whole_call(stage: &Arc<Stage>, agent: &Agent) -> Result<()> {
    stage.heading("A whole call, from the agent's click to the dead link");
    let call = agent.create("Boiler makes a noise").await?;
    let link = call.link.clone().unwrap_or_default();
    let grace = Phone::start("Grace", agent.host(), stage)?;
    grace.measure(Measurement {
        system: ArSystem::ArKit { world_tracking: true, scene_reconstruction: true, scene_depth: true },
        camera: CameraPermission::Granted,
        simulated: false,
    });
    grace.tap(&link);
    grace.reach("ask-name").await?;
    grace.say_name();
    grace.reach("waiting").await?;
    let knock = agent.first_knock(&call).await?;
    agent.hold(&call, &knock, "One moment, I am fetching the plans.").await?;
    agent.admit(&call, &knock).await?;
    grace.reach("in-call").await?;
    grace.start_ar();
    grace.end_call().await?;
    grace.reach("over").await?;
    agent.sees_over(&call).await?;

    stage.heading("The same link again: dead for everybody, and honest to the one who was there");
    grace.tap(&link);
    grace.reach("over").await?;
    let stranger = Phone::start("A stranger", agent.host(), stage)?;
    stranger.tap(&link);
    stranger.say_name_when_asked().await?;
    stranger.reach("over").await?;

    stage.heading("A new link works at once, from the screen that says it is over");
    let next = agent.create("Boiler again").await?;
    grace.tap(&next.link.clone().unwrap_or_default());
    grace.say_name_when_asked().await?;
    grace.reach("waiting").await?;
    agent.end(&next).await?;
    grace.reach("over").await
}

async fn without_ar_and_declined(stage: &Arc<Stage>, agent: &Agent) -> Result<()> {
    stage.heading("A phone without AR: annotations on stills");
    let call = agent.create("Router blinks").await?;
    let noor = Phone::start("Noor", agent.host(), stage)?;
    noor.tap(&call.link.clone().unwrap_or_default());
    noor.say_name_when_asked().await?;
    noor.reach("waiting").await?;
    let knock = agent.first_knock(&call).await?;
    agent.admit(&call, &knock).await?;
    noor.reach("in-call").await?;
    agent.end(&call).await?;
    noor.reach("over").await?;

    stage.heading("Declined: told so, and why");
    let call = agent.create("Not for Bob").await?;
    let bob = Phone::start("Bob", agent.host(), stage)?;
    bob.tap(&call.link.clone().unwrap_or_default());
    bob.say_name_when_asked().await?;
    bob.reach("waiting").await?;
    let knock = agent.first_knock(&call).await?;
    agent.decline(&call, &knock).await?;
    bob.reach("over").await
}

async fn asleep_and_killed(stage: &Arc<Stage>, agent: &Agent) -> Result<()> {
    stage.heading("A phone that sleeps keeps its place, and one whose app was killed takes it again");
    let call = agent.create("Pump leaks").await?;
    let mut lin = Phone::start("Lin", agent.host(), stage)?;
    lin.tap(&call.link.clone().unwrap_or_default());
    lin.say_name_when_asked().await?;
    lin.reach("waiting").await?;
    lin.sleep();
    agent.sees_asleep(&call).await?;
    lin.wake();
    lin.kill_and_restart(agent.host(), stage)?;
    lin.reach("waiting").await?;
    let knock = agent.first_knock(&call).await?;
    agent.admit(&call, &knock).await?;
    lin.reach("in-call").await?;
    agent.end(&call).await?;
    lin.reach("over").await
}

async fn second_knocker(stage: &Arc<Stage>, agent: &Agent) -> Result<()> {
    stage.heading("A second knocker is told that the call is taken");
    let call = agent.create("Two at the door").await?;
    let link = call.link.clone().unwrap_or_default();
    let ada = Phone::start("Ada", agent.host(), stage)?;
    ada.tap(&link);
    ada.say_name_when_asked().await?;
    ada.reach("waiting").await?;
    let knock = agent.first_knock(&call).await?;
    agent.admit(&call, &knock).await?;
    ada.reach("in-call").await?;
    let eve = Phone::start("Eve", agent.host(), stage)?;
    eve.tap(&link);
    eve.say_name_when_asked().await?;
    eve.reach("waiting").await?;
    agent.end(&call).await?;
    ada.reach("over").await?;
    eve.reach("over").await
}
