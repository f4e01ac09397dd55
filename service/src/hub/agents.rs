//! What agents do, and which of them are there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use onecall::lobby::{self, Command};
use onecall::protocol::{
    AgentAct, AgentCommand, AgentId, AgentName, CallId, CallPatch, CallView, CreateCall, ProblemCode,
};

use super::listeners::Here;
use super::room::{Room, to_its_end};
use super::{AgentListener, Hub, HubError};

/// A console that is reloaded, or whose stream heals, is not gone.
const GRACE: Duration = Duration::from_secs(5);

/// How many spoken codes are tried before it is called a fault: with a billion of them, one is enough.
const CODE_TRIES: u32 = 16;

/// Planned duration of a call whose creator did not say.
const USUAL_MINUTES: u32 = 30;

/// Who is at their console.
#[derive(Default)]
pub(super) struct Presence {
    open: BTreeMap<AgentId, Open>,
}

/// An agent, and how many consoles they have open.
struct Open {
    consoles: usize,
    name: AgentName,
}

impl Hub {
    /// Creates a one-time call. The same command id of the same agent creates one call only.
    ///
    /// # Errors
    /// A title or number out of bounds; storage.
    pub async fn create(self: &Arc<Self>, by: AgentName, request: CreateCall) -> Result<CallView, HubError> {
        let id = match &request.command_id {
            Some(command) => self.keys.call_id(&by.id, command),
            None => CallId::from_bits(self.clock.random()),
        };
        if let Some(view) = self.call(&id).await {
            return Ok(view);
        }
        let language = request.language.unwrap_or_else(|| "en".to_owned());
        let create = lobby::Create {
            title: request.title.unwrap_or_else(|| self.sharing.usual_title(&language)),
            starts_at: request.starts_at.unwrap_or_else(|| self.clock.now()),
            minutes: request.minutes.unwrap_or(USUAL_MINUTES),
            set_up: request.set_up,
            language,
            link: self.keys.link_hash(&self.keys.token(&id, 0)),
            settings: self.settings.clone(),
            agent: by,
        };
        to_its_end(Arc::clone(self).create_room(id, request.command_id, create)).await
    }

    /// Changes the version that the agent saw.
    ///
    /// # Errors
    /// `stale` when the call has changed since; a value out of bounds; call over; storage.
    pub async fn edit(
        self: &Arc<Self>,
        by: AgentName,
        id: &CallId,
        if_version: u64,
        patch: CallPatch,
    ) -> Result<CallView, HubError> {
        let room = self.room(id).ok_or(ProblemCode::NoSuchCall)?;
        self.act_if(&room, if_version, Command::Edit { by, patch }).await
    }

    /// Ends the call if need be, and forgets it.
    ///
    /// # Errors
    /// No such call; storage.
    pub async fn delete(self: &Arc<Self>, by: AgentName, id: &CallId) -> Result<(), HubError> {
        let room = self.room(id).ok_or(ProblemCode::NoSuchCall)?;
        if !room.state.lock().await.call.is_over() {
            self.act(&room, None, agent_command(by, AgentAct::End)).await?;
        }
        let hub = Arc::clone(self);
        to_its_end(async move { hub.forget(&room.id).await }).await
    }

    /// Does an agent's command. `successor` is the agent that a hand-over names, if they exist.
    ///
    /// # Errors
    /// No such call; a [`lobby::Refusal`]; storage.
    pub async fn agent_command(
        self: &Arc<Self>,
        by: AgentName,
        id: &CallId,
        command: AgentCommand,
        successor: Option<AgentName>,
    ) -> Result<CallView, HubError> {
        let room = self.room(id).ok_or(ProblemCode::NoSuchCall)?;
        let next_link = {
            let state = room.state.lock().await;
            self.keys.link_hash(&self.keys.token(id, state.call.link_number().saturating_add(1)))
        };
        let digits = match command.act {
            AgentAct::SpokenCode => Some(self.fresh_code(id, &command)?),
            _ => None,
        };
        let code = digits.as_ref().map(|digits| self.keys.code_hash(digits));
        let command_id = Some(command.command_id);
        let act = Command::Agent { by, act: command.act, next_link: Some(next_link), code: code.clone(), successor };
        let good_until =
            move |state: &mut super::room::RoomState, _| code.and_then(|code| state.call.code_until(&code));
        let (mut view, until) = self.act_with(&room, command_id, act, good_until).await?;
        if until.is_some() {
            view.spoken_code = digits.map(|digits| in_threes(&digits));
            view.spoken_code_expires_at = until;
        }
        Ok(view)
    }

    /// A code that no other call has: made from the command, so that its repetition says it again.
    fn fresh_code(&self, id: &CallId, command: &AgentCommand) -> Result<String, HubError> {
        (0..CODE_TRIES)
            .map(|attempt| self.keys.spoken_code(id, &command.command_id, attempt))
            .find(|digits| {
                let hash = self.keys.code_hash(digits);
                let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
                index.code(&hash).is_none_or(|call| call == *id)
            })
            .ok_or_else(|| ProblemCode::Internal.into())
    }

    /// An agent's console opens: a snapshot, then every change.
    pub async fn agent_listen(self: &Arc<Self>, name: AgentName) -> AgentListener {
        let agent = name.id.clone();
        let changes = self.changes.subscribe();
        let first = {
            let mut presence = self.presence.lock().unwrap_or_else(PoisonError::into_inner);
            let open = presence.open.entry(agent.clone()).or_insert_with(|| Open { consoles: 0, name: name.clone() });
            open.consoles += 1;
            open.name = name;
            open.consoles == 1
        };
        let here = Here { hub: Arc::clone(self), agent };
        if first {
            let hub = Arc::clone(self);
            // A console that is closed again at once is told of all the same, and then that it is gone.
            tokio::spawn(async move { hub.announce_presence().await }).await.ok();
        }
        AgentListener { snapshot: self.calls().await, changes, _here: here }
    }

    /// A console closed. Customers learn of it only if it does not open again at once.
    pub(super) fn agent_closed(self: &Arc<Self>, agent: &AgentId) {
        // Not kept alive by it: a service that has stopped lets go of its journal at once.
        let hub = Arc::downgrade(self);
        let agent = agent.clone();
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        runtime.spawn(async move {
            tokio::time::sleep(GRACE).await;
            let Some(hub) = hub.upgrade() else { return };
            let gone = {
                let mut presence = hub.presence.lock().unwrap_or_else(PoisonError::into_inner);
                let left = presence.open.get_mut(&agent).map(|open| {
                    open.consoles = open.consoles.saturating_sub(1);
                    open.consoles
                });
                left == Some(0) && presence.open.remove(&agent).is_some()
            };
            if gone {
                hub.announce_presence().await;
            }
        });
    }

    pub(super) fn agents_present(&self) -> BTreeSet<AgentId> {
        let presence = self.presence.lock().unwrap_or_else(PoisonError::into_inner);
        presence.open.keys().cloned().collect()
    }

    /// Whom a customer could want to be taken for, by those who see the customer.
    pub(super) fn names_present(&self) -> Vec<AgentName> {
        let presence = self.presence.lock().unwrap_or_else(PoisonError::into_inner);
        presence.open.values().map(|open| open.name.clone()).collect()
    }

    async fn announce_presence(self: &Arc<Self>) {
        let rooms: Vec<_> = self.read_rooms().values().cloned().collect();
        for room in rooms {
            if let Err(problem) = self.tell_who_is_present(&room).await {
                tracing::warn!(call = %room.id, %problem, "a call did not learn which agents are present");
            }
        }
    }

    /// One at a time, so that the last that a call is told is the latest.
    pub(super) async fn tell_who_is_present(self: &Arc<Self>, room: &Arc<Room>) -> Result<CallView, HubError> {
        let _one = self.telling.lock().await;
        self.act(room, None, Command::AgentsPresent(self.agents_present())).await
    }
}

fn agent_command(by: AgentName, act: AgentAct) -> Command {
    Command::Agent { by, act, next_link: None, code: None, successor: None }
}

/// `123456789` as it is read out: `123 456 789`.
fn in_threes(digits: &str) -> String {
    digits.as_bytes().chunks(3).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}
