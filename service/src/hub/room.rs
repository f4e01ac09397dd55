//! One live call: decide, write down, then show.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use onecall::lobby::{self, Call, Command, Envelope, Event};
use onecall::protocol::{CallId, CallView, CommandId, CustomerView, KnockId, ProblemCode, Timestamp};
use tokio::sync::{Mutex, watch};
use tracing::Instrument;

use super::{Change, Hub, HubError, OpenHubError};
use crate::journal::{AppendError, Journal};
use crate::locales::{Language, render};
use crate::look_alikes;

/// How often a command is decided anew because the journal was ahead.
const TRIES: usize = 4;

/// When a room whose change could not be written down is woken to try again.
pub(super) const TRY_AGAIN: Duration = Duration::from_secs(10);

/// One live call.
pub(super) struct Room {
    pub(super) id: CallId,
    /// Held while a command is decided and written down: one call's commands have one order.
    pub(super) state: Mutex<RoomState>,
}

pub(super) struct RoomState {
    pub(super) call: Call,
    pub(super) version: u64,
    /// It is uncertain whether the last append happened: read the journal before deciding again.
    stale: bool,
    listeners: HashMap<KnockId, watch::Sender<CustomerView>>,
}

/// What is asked of a call.
struct Request {
    command_id: Option<CommandId>,
    command: Command,
    /// Only if the call is still at this version.
    if_version: Option<u64>,
}

impl Room {
    fn new(id: CallId, call: Call, version: u64) -> Self {
        Self { id, state: Mutex::new(RoomState { call, version, stale: false, listeners: HashMap::new() }) }
    }

    /// As it is taken up again at a start.
    pub(super) fn resume(id: CallId, record: Record, now: Timestamp) -> Self {
        Self::new(id, record.call.resume(now), record.version)
    }
}

impl RoomState {
    /// Starts a stream; the one that this knock had before ends.
    pub(super) fn listen(&mut self, knock: &KnockId, now: Timestamp) -> Option<watch::Receiver<CustomerView>> {
        let (sender, receiver) = watch::channel(customer_view(&self.call, knock, now)?);
        self.listeners.insert(knock.clone(), sender);
        Some(receiver)
    }

    fn tell_customers(&mut self, now: Timestamp) {
        let call = &self.call;
        self.listeners.retain(|knock, sender| {
            if let Some(view) = customer_view(call, knock, now) {
                sender.send_if_modified(|old| {
                    let changed = *old != view;
                    *old = view;
                    changed
                });
            }
            !sender.is_closed()
        });
    }
}

/// What a customer is shown. An app that does not know the state says it in the call's language.
pub(super) fn customer_view(call: &Call, knock: &KnockId, now: Timestamp) -> Option<CustomerView> {
    let mut view = call.customer_view(knock, now)?;
    view.fallback = render(&view.state.message(), Language::of(call.language()).unwrap_or_default());
    Some(view)
}

impl Hub {
    /// Creates the call `id`, or finds it.
    pub(super) async fn create_room(
        self: Arc<Self>,
        id: CallId,
        command_id: Option<CommandId>,
        create: lobby::Create,
    ) -> Result<CallView, HubError> {
        let moment = self.moment(command_id);
        let step = lobby::step(None, &moment, Command::Create(create))?;
        let body = encode(&step.envelope(&moment).ok_or(ProblemCode::Internal)?)?;
        let room = match self.journal.append(id.as_str(), 0, vec![body]).await {
            Ok(version) => self.keep(Room::new(id, step.call, version)).await,
            // By this very command before, when nobody could say whether it was written.
            Err(AppendError::Conflict { .. }) => {
                let record = self.record(&id).await?;
                self.keep(Room::resume(id, record, moment.now)).await
            }
            Err(error) => return Err(error.into()),
        };
        self.tell_who_is_present(&room).await
    }

    /// Takes a room into memory, unless it is there.
    pub(super) async fn keep(&self, room: Room) -> Arc<Room> {
        let room = Arc::new(room);
        let state = room.state.lock().await;
        match self.rooms.write().unwrap_or_else(PoisonError::into_inner).entry(room.id.clone()) {
            Entry::Occupied(kept) => return Arc::clone(kept.get()),
            Entry::Vacant(place) => place.insert(Arc::clone(&room)),
        };
        self.change_index(|index| index.add(&room.id, &state.call));
        self.timers.set(&room.id, state.call.wake_at());
        self.changes.send(Change::Call(Arc::new(self.view_of(&room.id, &state)))).ok();
        drop(state);
        room
    }

    /// Does a command; answers with the call as it is then.
    pub(super) async fn act(
        self: &Arc<Self>,
        room: &Arc<Room>,
        command_id: Option<CommandId>,
        command: Command,
    ) -> Result<CallView, HubError> {
        self.act_with(room, command_id, command, |_, _| ()).await.map(|(view, ())| view)
    }

    /// Does a command if the call is still at `version`.
    pub(super) async fn act_if(
        self: &Arc<Self>,
        room: &Arc<Room>,
        version: u64,
        command: Command,
    ) -> Result<CallView, HubError> {
        let request = Request { command_id: None, command, if_version: Some(version) };
        self.run(room, request, |_, _| ()).await.map(|(view, ())| view)
    }

    /// Does a command, and looks at the state that it led to before anything else can happen.
    pub(super) async fn act_with<T: Send + 'static>(
        self: &Arc<Self>,
        room: &Arc<Room>,
        command_id: Option<CommandId>,
        command: Command,
        look: impl FnOnce(&mut RoomState, Timestamp) -> T + Send + 'static,
    ) -> Result<(CallView, T), HubError> {
        self.run(room, Request { command_id, command, if_version: None }, look).await
    }

    async fn run<T: Send + 'static>(
        self: &Arc<Self>,
        room: &Arc<Room>,
        request: Request,
        look: impl FnOnce(&mut RoomState, Timestamp) -> T + Send + 'static,
    ) -> Result<(CallView, T), HubError> {
        let (hub, room) = (Arc::clone(self), Arc::clone(room));
        to_its_end(async move { hub.decide(&room, request, look).await }).await
    }

    async fn decide<T>(
        self: &Arc<Self>,
        room: &Room,
        request: Request,
        look: impl FnOnce(&mut RoomState, Timestamp) -> T,
    ) -> Result<(CallView, T), HubError> {
        let mut state = room.state.lock().await;
        for _ in 0..TRIES {
            if state.stale {
                self.read_again(room, &mut state).await?;
            }
            if request.if_version.is_some_and(|version| version != state.version) {
                return Err(ProblemCode::Stale.into());
            }
            let moment = self.moment(request.command_id.clone());
            let step = lobby::step(Some(&state.call), &moment, request.command.clone())?;
            let visible = step.events.iter().any(|event| !matches!(event, Event::Beat { .. }));
            let envelope = step.envelope(&moment);
            if let Some(envelope) = &envelope {
                let body = encode(envelope)?;
                match self.journal.append(room.id.as_str(), state.version, vec![body]).await {
                    Ok(version) => state.version = version,
                    Err(AppendError::Conflict { .. }) => {
                        state.stale = true;
                        continue;
                    }
                    Err(error) => {
                        state.stale = matches!(error, AppendError::Uncertain(_));
                        self.timers.set(&room.id, Some(moment.now.after(TRY_AGAIN)));
                        return Err(error.into());
                    }
                }
            }
            state.call = step.call;
            self.timers.set(&room.id, step.wake_at);
            if envelope.is_some() {
                self.change_index(|index| index.add(&room.id, &state.call));
            }
            if visible {
                state.tell_customers(step.at);
            }
            let looked = look(&mut state, step.at);
            let view = self.view_of(&room.id, &state);
            if envelope.is_some() {
                self.changes.send(Change::Call(Arc::new(view.clone()))).ok();
            }
            if state.call.is_forgotten() && matches!(request.command, Command::Wake) {
                // That takes a while in a large journal, and nobody who looks at the list is to wait for it.
                drop(state);
                self.forget(&room.id).await?;
            }
            return Ok((view, looked));
        }
        Err(ProblemCode::StorageUnavailable.into())
    }

    /// Somebody else wrote, or it is uncertain whether we did: the journal knows. What it brings is news to everybody.
    async fn read_again(&self, room: &Room, state: &mut RoomState) -> Result<(), HubError> {
        let record = self.record(&room.id).await?;
        let agents = Command::AgentsPresent(self.agents_present());
        let call = record.call.resume(self.clock.now());
        let step = lobby::step(Some(&call), &self.moment(None), agents)?;
        state.call = step.call;
        state.version = record.version;
        state.stale = false;
        self.change_index(|index| index.add(&room.id, &state.call));
        state.tell_customers(step.at);
        self.changes.send(Change::Call(Arc::new(self.view_of(&room.id, state)))).ok();
        Ok(())
    }

    async fn record(&self, id: &CallId) -> Result<Record, HubError> {
        Record::read(&*self.journal, id).await.map_err(|_| ProblemCode::StorageUnavailable.into())
    }

    /// Deletes every trace of a call.
    pub(super) async fn forget(&self, id: &CallId) -> Result<(), HubError> {
        self.journal.forget(id.as_str()).await?;
        self.timers.set(id, None);
        self.change_index(|index| index.remove(id));
        self.rooms.write().unwrap_or_else(PoisonError::into_inner).remove(id);
        self.changes.send(Change::Gone(id.clone())).ok();
        Ok(())
    }

    /// What the console shows, with what only the service knows.
    pub(super) fn view_of(&self, id: &CallId, state: &RoomState) -> CallView {
        let mut view = state.call.agent_view(id, state.version, self.clock.now());
        if state.call.link().is_some() {
            let link = self.sharing.link(&self.keys.token(id, state.call.link_number()));
            view.message = Some(self.sharing.message(&view, &link));
            view.subject = Some(self.sharing.subject(&view));
            view.text_message = Some(self.sharing.text_message(&view, &link));
            view.link = Some(link);
        }
        // Most calls of a long list have nobody at the door, for whom names would be gathered.
        if !view.knocks.is_empty() {
            look_alikes::mark(&mut view, &self.names_present(), self.sharing.organisation());
        }
        view
    }
}

/// What the journal knows of a call.
pub(super) struct Record {
    call: Call,
    version: u64,
    /// When its last event happened.
    pub(super) written_at: Timestamp,
}

impl Record {
    pub(super) async fn read(journal: &dyn Journal, id: &CallId) -> Result<Self, OpenHubError> {
        let records = journal.read(id.as_str()).await?;
        let version = records.last().map_or(0, |record| record.version);
        let not_understood = || OpenHubError::Record { call: id.clone() };
        let envelopes: Vec<Envelope> = records
            .iter()
            .map(|record| serde_json::from_str(&record.body))
            .collect::<Result<_, _>>()
            .map_err(|_| not_understood())?;
        let call = Call::replay(&envelopes).map_err(|_| not_understood())?;
        let written_at = envelopes.last().map_or(Timestamp(0), |envelope| envelope.at);
        Ok(Self { call, version, written_at })
    }
}

/// Works to the end even when nobody waits for the answer any more: what the journal took must be shown.
pub(super) async fn to_its_end<T: Send + 'static>(
    work: impl Future<Output = Result<T, HubError>> + Send + 'static,
) -> Result<T, HubError> {
    // What it writes into the log is found by the id of the request all the same.
    tokio::spawn(work.in_current_span()).await.unwrap_or_else(|_| Err(ProblemCode::Internal.into()))
}

fn encode(envelope: &Envelope) -> Result<String, HubError> {
    serde_json::to_string(envelope).map_err(|_| ProblemCode::Internal.into())
}
