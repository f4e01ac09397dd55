//! What agents do, over the API.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use onecall::journey::Screen;
use onecall::link::SpokenCode;
use onecall::protocol::{
    AgentAct, AgentCommand, AgentId, CallId, CallView, CommandId, CreateCall, KnockId, Problem, Timestamp,
};

use super::desk::Unanswered;
use super::phone::Phone;
use super::world::{FASTER, Patience, Scene, World};
use crate::script::{Act, AgentDoes, PhoneDoes, Pick};

/// What agents have sent, and what came of it.
#[derive(Default)]
pub(super) struct Sent {
    orders: Mutex<BTreeMap<CommandId, Order>>,
    refusals: Mutex<Vec<(usize, Problem)>>,
}

/// One command of an agent.
#[derive(Clone)]
pub(super) struct Order {
    pub(super) by: AgentId,
    pub(super) act: AgentAct,
    pub(super) call: CallId,
    pub(super) acknowledged: bool,
}

/// What is known of the calls by whoever opens their links.
pub(super) struct Calls(Mutex<Vec<Option<Known>>>);

#[derive(Clone)]
pub(super) struct Known {
    pub(super) id: CallId,
    pub(super) first_link: String,
    pub(super) link: String,
    pub(super) code: Option<String>,
}

impl World {
    pub(super) fn agent_does(&mut self, agent: usize, does: &AgentDoes) {
        let scene = Arc::clone(&self.scene);
        let Some(desk) = scene.desks.get(agent) else { return };
        match does {
            AgentDoes::OpenConsole | AgentDoes::CloseConsole => {
                let open = *does == AgentDoes::OpenConsole;
                scene.log.line(format_args!("agent {agent} * console {}", if open { "opens" } else { "closes" }));
                desk.set_console(open);
            }
            AgentDoes::Create { call } => {
                let call = *call;
                self.errands.spawn(async move { scene.create(call, agent).await });
            }
            _ => {
                let does = does.clone();
                self.errands.spawn(async move { scene.click(agent, &does).await });
            }
        }
    }

    /// Until what somebody is about to do makes sense; not for ever.
    pub(super) async fn wait_for(&self, act: &Act) {
        let patience = Patience::new();
        while !self.scene.makes_sense(act).await {
            if !patience.lasts().await {
                self.scene.log.line(format_args!("nobody waits any longer"));
                return;
            }
        }
    }
}

impl Scene {
    async fn makes_sense(&self, act: &Act) -> bool {
        let (phone, does) = match act {
            Act::Agent {
                does: AgentDoes::OpenConsole | AgentDoes::CloseConsole | AgentDoes::Create { .. }, ..
            }
            | Act::Service { .. } => return true,
            Act::Agent { does, .. } => return self.order(does).await.is_some(),
            Act::Phone { phone, does } => (*phone, does),
        };
        if let PhoneDoes::Open { call, .. } = does {
            return self.calls.known(*call).is_some();
        }
        let screen = self.phones.get(phone).and_then(Phone::screen);
        // Of an app that does not run nothing can be awaited.
        screen.is_none()
            || match does {
                PhoneDoes::KillAmidStep => !matches!(screen, Some(Screen::Start)),
                PhoneDoes::TypeName | PhoneDoes::Type { .. } => matches!(screen, Some(Screen::AskName { .. })),
                PhoneDoes::Answer { .. } => matches!(screen, Some(Screen::Ask(_))),
                PhoneDoes::KnockAgain => matches!(screen, Some(Screen::Over { .. })),
                PhoneDoes::MoveTo { .. } | PhoneDoes::Sleep | PhoneDoes::Freeze | PhoneDoes::Leave => {
                    !matches!(screen, Some(Screen::Knocking { .. } | Screen::Admitted { .. }))
                }
                _ => true,
            }
    }

    async fn create(&self, call: usize, agent: usize) {
        let (Some(plan), Some(desk)) = (self.script.calls.get(call), self.desks.get(agent)) else { return };
        let starts_at = Timestamp(self.epoch.0 + plan.starts_at_ms / u64::from(FASTER));
        let command_id = Some(CommandId::from_bits(rand::random()));
        let request = CreateCall { command_id, starts_at: Some(starts_at), ..CreateCall::default() };
        match desk.post::<CallView>("/v1/calls", &request).await {
            Ok(view) => {
                self.log.line(format_args!("service   call {call} created"));
                self.calls.learn(call, &view);
            }
            Err(problem) => self.log.fail(&format!("a call could not be created: {}", words(&problem))),
        }
    }

    async fn click(&self, agent: usize, does: &AgentDoes) {
        let Some((call, id, act)) = self.order(does).await else { return };
        let Some(desk) = self.desks.get(agent) else { return };
        self.log.line(format_args!("agent {agent} * {}", act.kind()));
        let command = AgentCommand { command_id: CommandId::from_bits(rand::random()), act: act.clone() };
        let order = Order { by: desk.name.id.clone(), act, call: id.clone(), acknowledged: false };
        self.sent.add(&command.command_id, order);
        let path = format!("/v1/calls/{}/commands", id.as_str());
        if let Some((done_first, down_ms)) = self.set_dies_over_next(None) {
            let answer = desk.post_once::<CallView>(&path, &command);
            if done_first {
                // And nobody hears the answer.
                let _ = answer.await;
                self.crash().await;
            } else {
                let _ = tokio::join!(answer, self.crash());
            }
            self.come_back(down_ms).await;
        }
        match desk.post::<CallView>(&path, &command).await {
            Ok(view) => {
                self.sent.acknowledge(&command.command_id);
                self.calls.learn(call, &view);
            }
            Err(problem) => {
                self.log.line(format_args!("agent {agent}   is refused: {}", words(&problem)));
                self.sent.refused(agent, problem);
            }
        }
    }

    /// What a click asks of which call, with what the list shows now.
    async fn order(&self, does: &AgentDoes) -> Option<(usize, CallId, AgentAct)> {
        let mut lists = BTreeMap::new();
        for call in 0..self.script.calls.len() {
            if let Some(view) = self.look_at(call).await {
                lists.insert(call, view);
            }
        }
        let pick = |call: usize, whom: Pick| match whom {
            Pick::Phone(phone) => {
                let knock = self.knock_of(phone)?;
                lists.get(&call)?.knocks.iter().any(|listed| listed.knock == knock).then_some(knock)
            }
            _ => whom.among(&lists.get(&call)?.knocks),
        };
        let colleague = |agent: usize| {
            (agent < self.script.agents).then(|| self.desks.get(agent).map(|desk| desk.name.id.clone())).flatten()
        };
        let (call, act) = does.click(pick, colleague)?;
        Some((call, lists.remove(&call)?.id, act))
    }

    pub(super) fn knock_of(&self, phone: usize) -> Option<KnockId> {
        self.phones.get(phone)?.memory.place().map(|place| place.knock_id)
    }

    /// The call as every agent sees it.
    pub(super) async fn look_at(&self, call: usize) -> Option<CallView> {
        let id = self.calls.known(call)?.id;
        let view = self.desks.last()?.get::<CallView>(&format!("/v1/calls/{}", id.as_str())).await.ok()?;
        self.calls.learn(call, &view);
        Some(view)
    }
}

pub(super) fn words(problem: &Unanswered) -> &str {
    problem.as_ref().map_or("no answer", |problem| problem.kind.as_str())
}

impl Calls {
    pub(super) fn new(calls: usize) -> Self {
        Self(Mutex::new((0..calls).map(|_| None).collect()))
    }

    pub(super) fn known(&self, call: usize) -> Option<Known> {
        self.all().get(call)?.clone()
    }

    fn learn(&self, call: usize, view: &CallView) {
        let mut all = self.all();
        let Some(place) = all.get_mut(call) else { return };
        let link = view.link.clone();
        let known = place.get_or_insert_with(|| Known {
            id: view.id.clone(),
            first_link: link.clone().unwrap_or_default(),
            link: String::new(),
            code: None,
        });
        known.link = link.unwrap_or_else(|| known.link.clone());
        let code = view.spoken_code.as_deref().and_then(|code| SpokenCode::parse(code).ok());
        known.code = code.map(|code| code.to_string()).or(known.code.take());
    }

    fn all(&self) -> MutexGuard<'_, Vec<Option<Known>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sent {
    fn add(&self, id: &CommandId, order: Order) {
        self.all().insert(id.clone(), order);
    }

    fn acknowledge(&self, id: &CommandId) {
        if let Some(order) = self.all().get_mut(id) {
            order.acknowledged = true;
        }
    }

    fn refused(&self, agent: usize, problem: Unanswered) {
        let mut refusals = self.refusals.lock().unwrap_or_else(PoisonError::into_inner);
        refusals.extend(problem.map(|problem| (agent, *problem)));
    }

    pub(super) fn refusals(&self) -> Vec<(usize, Problem)> {
        self.refusals.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn all(&self) -> MutexGuard<'_, BTreeMap<CommandId, Order>> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
