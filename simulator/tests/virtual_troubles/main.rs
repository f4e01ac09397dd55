//! What went wrong in lobbies elsewhere, each as a story that goes right here: in virtual time, through
//! both machines and a network between them.

#![expect(clippy::panic, clippy::unwrap_used, reason = "helpers of tests, outside any test function")]

mod lobby;
mod promises;

use onecall::journey::{OverReason, Screen, Waiting};
use onecall::lobby::{Admitter, Event, Refusal};
use onecall::protocol::{CallPhase, DeclineReason, KnockState, WaitReason};
use onecall_simulator::script::{
    AgentDoes, CallPlan, LISTED_ISSUER, LinkAge, PhoneDoes, PhonePlan, Pick, Script, ServiceDoes, Way, Weather,
};
use onecall_simulator::virtual_time::World;

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;
const ADA: usize = 0;
const BOB: usize = 1;

/// Agent 0 has created call 0.
fn created(phones: usize) -> Script {
    let phones = ["Ada", "Bob"].iter().take(phones).map(|name| PhonePlan::new(name)).collect();
    Script::new(phones).agent(0, 0, AgentDoes::Create { call: 0 })
}

/// And has the console open; Ada waits from the first second on.
fn waiting() -> Script {
    arrives(created(2).agent(0, 0, AgentDoes::OpenConsole), SECOND, ADA, 0)
}

/// And was let in after three.
fn in_call() -> Script {
    waiting().agent(3 * SECOND, 0, AgentDoes::Admit { call: 0, whom: Pick::Phone(ADA) })
}

fn arrives(script: Script, at: u64, phone: usize, call: usize) -> Script {
    let open = PhoneDoes::Open { call, way: Way::Tap, link: LinkAge::Newest };
    script.phone(at, phone, open).phone(at + 100, phone, PhoneDoes::TypeName)
}

fn admit(script: Script, at: u64, phone: usize) -> Script {
    script.agent(at, 0, AgentDoes::Admit { call: 0, whom: Pick::Phone(phone) })
}

fn world(script: &Script) -> World {
    World::new(script, 1)
}

/// Every rule held, and everybody found out.
fn all_is_well(world: World) {
    world.finish().unwrap_or_else(|failure| panic!("{failure}"));
}

fn waits(world: &World, phone: usize) -> Waiting {
    match world.screen(phone) {
        Some(Screen::Waiting(waiting)) => waiting,
        other => panic!("not waiting: {other:?}"),
    }
}

fn kind(world: &World, phone: usize) -> &'static str {
    world.screen(phone).map_or("off", |screen| screen.kind())
}

/// Who is listed: how far, and whether awake.
fn listed(world: &World) -> Vec<(KnockState, bool)> {
    world.console(0).unwrap().knocks.iter().map(|knock| (knock.state, knock.awake)).collect()
}

fn happened(world: &World, kind: &str) -> usize {
    world.log_of(0).iter().flat_map(|envelope| &envelope.events).filter(|event| event.kind() == kind).count()
}
