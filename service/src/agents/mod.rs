//! The organisation's agents: who they are, how they sign in, what they show afterwards.
//!
//! They live in a small database of their own, `agents.db`, which the service and the command line
//! may have open at once. It holds hashes of invitations, sessions and tokens, never these
//! themselves.

mod database;
mod directory;
mod session;
mod sign_in;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use onecall::name::NameError;
use onecall::protocol::{AgentId, AgentName};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use utoipa::ToSchema;

use crate::clock::Clock;
use crate::config::AgentToken;

pub use directory::{Invited, Listed, Standing};
pub use session::{Recognised, SignInId};
pub(crate) use sign_in::CREDENTIAL_LIFE;
pub use sign_in::{SIGN_IN_PATH, SignedIn};

/// What an agent may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Their own and their colleagues' calls.
    #[default]
    Agent,
    /// That, and the organisation's agents and settings.
    Admin,
}

impl Role {
    fn as_str(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Admin => "admin",
        }
    }

    fn parse(text: &str) -> Self {
        // An unknown role of a newer version may do the least.
        if text == "admin" { Self::Admin } else { Self::Agent }
    }
}

/// An agent who has shown who they are.
#[derive(Clone, Debug)]
pub struct Agent {
    /// What colleagues and customers see.
    pub name: AgentName,
    /// What they may do.
    pub role: Role,
}

/// How an agent shows who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// A cookie: sent by the browser by itself, so the request's origin must be ours.
    Session,
    /// A bearer token: sent on purpose.
    Token,
}

/// Why something about agents did not work; each sentence says what to do.
#[derive(Debug, thiserror::Error)]
pub enum AgentsError {
    /// Made by a later version.
    #[error(
        "The agents' database is from a newer version of this program ({found}, this one knows {known}): install that version again. Nothing was changed."
    )]
    Newer {
        /// The version of what is there.
        found: i64,
        /// The version this program writes.
        known: i64,
    },
    /// The storage does not work.
    #[error("The agents' database cannot be used: {0}.")]
    Storage(#[from] rusqlite::Error),
    /// The file cannot be made or opened.
    #[error("The agents' database cannot be opened: {0}.")]
    Io(#[from] std::io::Error),
    /// A name that cannot be shown.
    #[error("This name cannot be used: {0}")]
    Name(NameError),
    /// No agent has this id.
    #[error("There is no agent with this id: `onecall agents list` shows them all.")]
    NoSuchAgent,
}

/// The organisation's agents. Blocks for some microseconds at each call; for milliseconds when it
/// writes.
pub struct Agents {
    database: Mutex<Connection>,
    clock: Arc<dyn Clock>,
    api: Option<sign_in::Api>,
    /// Says that somebody was signed out: who listens looks again.
    ended: watch::Sender<()>,
}

impl Agents {
    /// Opens the agents' database in the data folder, or makes it. `token` is that of the agent
    /// "API", who is in no database.
    ///
    /// # Errors
    /// [`AgentsError`].
    pub fn open(folder: &Path, token: Option<&AgentToken>, clock: Arc<dyn Clock>) -> Result<Self, AgentsError> {
        let database = Mutex::new(database::open(folder)?);
        Ok(Self { database, clock, api: token.map(sign_in::Api::new), ended: watch::Sender::new(()) })
    }

    /// Whether there is an agents' database in the data folder.
    #[must_use]
    pub fn exist(folder: &Path) -> bool {
        folder.join(database::FILE).is_file()
    }

    /// An agent of the organisation who can be given a call.
    ///
    /// # Errors
    /// [`AgentsError`] when the storage does not work.
    pub fn find(&self, id: &AgentId) -> Result<Option<AgentName>, AgentsError> {
        Ok(self.all()?.into_iter().find(|agent| agent.id == *id))
    }

    /// Everybody who can be given a call, by name.
    ///
    /// # Errors
    /// [`AgentsError`] when the storage does not work.
    pub fn all(&self) -> Result<Vec<AgentName>, AgentsError> {
        let listed = self.list()?;
        let active = listed.into_iter().filter(|agent| agent.standing == Standing::Active).map(|agent| agent.name);
        Ok(active.chain(self.api.as_ref().map(|api| api.agent().name)).collect())
    }

    fn database(&self) -> MutexGuard<'_, Connection> {
        self.database.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// 128 random bits as text.
    fn secret(&self) -> String {
        onecall::protocol::CommandId::from_bits(self.clock.random()).into()
    }
}
