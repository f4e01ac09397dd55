//! The troubles of lobbies over real HTTP: the real service, the core's real client on every phone, and a
//! network between them that fails as scripted.
//!
//! The same scripts as in virtual time, in compressed real time: nobody asserts when something happens, only
//! that it comes to be.

#![expect(clippy::panic, clippy::unwrap_used, reason = "helpers of tests, outside any test function")]

mod network;
mod people;
mod service;

use onecall::journey::{OverReason, Screen, Waiting};
use onecall::protocol::{CallPhase, DeclineReason, KnockState, WaitReason};
use onecall_simulator::over_http::{Pace, Report, World, play};
use onecall_simulator::script::{
    AgentDoes, CallPlan, LinkAge, PhoneDoes, PhonePlan, Pick, Script, ServiceDoes, Way, Weather, random,
};
use tokio::task::JoinSet;

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;
const ADA: usize = 0;
const BOB: usize = 1;

/// Agent 0 has created call 0, with the console open; Ada waits.
fn waiting() -> Script {
    let script = Script::new(["Ada", "Bob"].map(PhonePlan::new).into())
        .agent(0, 0, AgentDoes::Create { call: 0 })
        .agent(0, 0, AgentDoes::OpenConsole);
    arrives(script, SECOND, ADA, 0)
}

/// And was let in.
fn in_call() -> Script {
    admit(waiting(), 3 * SECOND, ADA)
}

fn arrives(script: Script, at: u64, phone: usize, call: usize) -> Script {
    let open = PhoneDoes::Open { call, way: Way::Tap, link: LinkAge::Newest };
    script.phone(at, phone, open).phone(at + 100, phone, PhoneDoes::TypeName)
}

fn admit(script: Script, at: u64, phone: usize) -> Script {
    script.agent(at, 0, AgentDoes::Admit { call: 0, whom: Pick::Phone(phone) })
}

async fn begin(script: &Script) -> World {
    World::begin(script, 1, Pace::Patient).await.unwrap()
}

/// Every rule held, and everybody found out.
async fn all_is_well(world: World) -> Report {
    world.finish().await.unwrap_or_else(|failure| panic!("{failure}"))
}

async fn reaches(world: &World, phone: usize, kind: &str) -> Screen {
    let screen = world.reach(phone, kind).await;
    match screen {
        Some(screen) if screen.kind() == kind => screen,
        other => panic!("phone {phone} shows {other:?}, not {kind}"),
    }
}

async fn waits(world: &World, phone: usize) -> Waiting {
    match reaches(world, phone, "waiting").await {
        Screen::Waiting(waiting) => waiting,
        other => panic!("not waiting: {other:?}"),
    }
}

/// Waits until exactly these are listed: how far, and whether awake.
async fn listed(world: &World, expected: &[(KnockState, bool)]) {
    let standing = |view: &onecall::protocol::CallView| -> Vec<_> {
        view.knocks.iter().map(|knock| (knock.state, knock.awake)).collect()
    };
    let view = world.list(0, |view| standing(view) == expected).await.unwrap();
    assert_eq!(standing(&view), expected);
}

/// Stories nobody thought of: short ones, so that they are affordable.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn random_stories_keep_every_rule_over_real_sockets() {
    let short = |seed: &u64| {
        let script = random(*seed);
        script.ends_at_ms <= 2 * MINUTE && script.calls.iter().any(|call| call.lease_s <= 60)
    };
    let mut stories = JoinSet::new();
    for seed in (0..).filter(short).take(12) {
        stories.spawn(play(seed));
    }
    while let Some(story) = stories.join_next().await {
        story.unwrap().unwrap_or_else(|failure| panic!("{failure}"));
    }
}
