//! The hub: every live call in memory, woken when something is due, fanned out to whoever listens.
//!
//! It adds durability and transport to [`onecall::lobby`], never a rule: a command is decided by
//! `lobby::step`, its events go to the journal, and only when they are durable is the new state kept,
//! shown and answered (`room`).

mod agents;
mod customers;
mod error;
mod index;
mod listeners;
mod room;
mod timers;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use futures_util::future::join_all;
use onecall::link::Token;
use onecall::lobby::{Command, Moment, Settings};
use onecall::protocol::{CallId, CallView, CommandId, SetUp};
use tokio::sync::broadcast;

use crate::clock::Clock;
use crate::journal::{Journal, JournalError};
use crate::keys::Keys;
use crate::sharing::Sharing;

pub use customers::NewTicket;
pub use error::HubError;
pub use listeners::{AgentListener, Change, Listener};

use agents::Presence;
use index::Index;
use room::{Record, Room, TRY_AGAIN};
use timers::Timers;

/// How many changes a console may be behind before it is given a fresh snapshot.
const CHANGES_KEPT: usize = 1024;

/// All calls of one organisation.
pub struct Hub {
    journal: Arc<dyn Journal>,
    keys: Keys,
    settings: Settings,
    clock: Arc<dyn Clock>,
    sharing: Sharing,
    rooms: RwLock<HashMap<CallId, Arc<Room>>>,
    index: RwLock<Index>,
    timers: Timers,
    presence: Mutex<Presence>,
    /// Held while a call is told who is present.
    telling: tokio::sync::Mutex<()>,
    changes: broadcast::Sender<Change>,
}

impl Hub {
    /// Reads every call that is not forgotten, and wakes what is due – before anybody can ask: after
    /// a backup was restored, what should be forgotten is so first.
    ///
    /// # Errors
    /// When the journal cannot be read, or holds a call that cannot be understood.
    pub async fn open(
        journal: Arc<dyn Journal>,
        keys: Keys,
        settings: Settings,
        clock: Arc<dyn Clock>,
        sharing: Sharing,
    ) -> Result<Arc<Self>, OpenHubError> {
        let hub = Arc::new(Self {
            journal,
            keys,
            settings,
            clock,
            sharing,
            rooms: RwLock::default(),
            index: RwLock::default(),
            timers: Timers::default(),
            presence: Mutex::default(),
            telling: tokio::sync::Mutex::default(),
            changes: broadcast::Sender::new(CHANGES_KEPT),
        });
        let mut kept = Vec::new();
        for name in hub.journal.calls().await? {
            let id = CallId::parse(&name).map_err(|_| OpenHubError::NotACall)?;
            let record = Record::read(&*hub.journal, &id).await?;
            // Time goes on from there, even if the machine's clock was set back meanwhile.
            hub.clock.count_from(record.written_at);
            kept.push((id, record));
        }
        // From here on it does so for all of them: nobody is taken for silent since before.
        for (id, record) in kept {
            hub.keep(Room::resume(id, record, hub.clock.now())).await;
        }
        hub.wake_due().await;
        Ok(hub)
    }

    /// Sends every wake-up that is due, and returns when all have done what they must. The service does so by itself
    /// ([`Hub::run_timers`]); a test with a clock of its own calls this.
    pub async fn wake_due(self: &Arc<Self>) {
        join_all(self.due()).await;
    }

    /// Waits for what is due, and does it, for ever. Nothing that is due waits for what was due before it: to forget a
    /// call takes as long as the journal is large.
    pub async fn run_timers(self: Arc<Self>) {
        loop {
            self.timers.wait(&*self.clock).await;
            for wake in self.due() {
                tokio::spawn(wake);
            }
        }
    }

    /// All at once: what is forgotten together is wiped together.
    fn due(self: &Arc<Self>) -> Vec<impl Future<Output = ()> + Send + 'static> {
        let due = self.timers.take_due(self.clock.now());
        let rooms = due.iter().filter_map(|id| self.room(id));
        rooms.map(|room| Arc::clone(self).wake(room)).collect()
    }

    async fn wake(self: Arc<Self>, room: Arc<Room>) {
        if let Err(problem) = self.act(&room, None, Command::Wake).await {
            // The journal's failure, and nobody else would ask for it again.
            self.timers.set(&room.id, Some(self.clock.now().after(TRY_AGAIN)));
            tracing::warn!(call = %room.id, %problem, "a due change could not be written down");
        }
    }

    /// Every call that is not forgotten, newest first.
    pub async fn calls(&self) -> Vec<CallView> {
        let rooms: Vec<_> = self.read_rooms().values().cloned().collect();
        let mut views = Vec::with_capacity(rooms.len());
        for room in rooms {
            views.push(self.show(&room).await);
        }
        views.sort_by(|a, b| b.starts_at.cmp(&a.starts_at).then_with(|| a.id.cmp(&b.id)));
        views
    }

    /// One call.
    pub async fn call(&self, id: &CallId) -> Option<CallView> {
        let room = self.room(id)?;
        Some(self.show(&room).await)
    }

    /// How the call is set up whose lobby this join link opens right now; nothing, if it opens none.
    /// Changes nothing.
    pub async fn set_up(&self, token: &Token) -> Option<SetUp> {
        let hash = self.keys.link_hash(token);
        let room = self.find_by(|index| index.link(&hash))?;
        let state = room.state.lock().await;
        (state.call.link() == Some(&hash)).then(|| state.call.set_up())
    }

    /// What is sent to customers, and in whose name.
    #[must_use]
    pub fn sharing(&self) -> &Sharing {
        &self.sharing
    }

    fn moment(&self, command_id: Option<CommandId>) -> Moment {
        Moment { now: self.clock.now(), entropy: self.clock.random() as u64, command_id }
    }

    fn room(&self, id: &CallId) -> Option<Arc<Room>> {
        self.read_rooms().get(id).cloned()
    }

    fn read_rooms(&self) -> std::sync::RwLockReadGuard<'_, HashMap<CallId, Arc<Room>>> {
        self.rooms.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn find_by(&self, look_up: impl FnOnce(&Index) -> Option<CallId>) -> Option<Arc<Room>> {
        let id = look_up(&self.index.read().unwrap_or_else(PoisonError::into_inner))?;
        self.room(&id)
    }

    fn change_index(&self, change: impl FnOnce(&mut Index)) {
        change(&mut self.index.write().unwrap_or_else(PoisonError::into_inner));
    }

    async fn show(&self, room: &Room) -> CallView {
        let state = room.state.lock().await;
        self.view_of(&room.id, &state)
    }
}

/// Why the hub cannot start.
#[derive(Debug, thiserror::Error)]
pub enum OpenHubError {
    /// The journal cannot be read.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// A record cannot be understood by this version.
    #[error("the record of call {call} cannot be understood: it was written by a newer version, or is damaged")]
    Record {
        /// Which call.
        call: CallId,
    },
    /// The journal holds something that is not a call.
    #[error("the journal holds a record that is not a call's")]
    NotACall,
}
