//! Who belongs to the organisation: invite, list, revoke.

use onecall::name::CustomerName;
use onecall::protocol::{AgentId, AgentName, Timestamp};
use rusqlite::{Connection, OptionalExtension, params};

use super::sign_in::{INVITATION_LIFE, hash};
use super::{Agents, AgentsError, Role};

/// An agent who was invited, and the secret of their sign-in link.
#[derive(Clone)]
pub struct Invited {
    /// Who.
    pub name: AgentName,
    /// Whether they were an agent already: this is one more way in for them.
    pub again: bool,
    /// For the link's fragment; good once. Never logged.
    pub secret: String,
    /// Until when it is.
    pub expires_at: Timestamp,
}

/// One line of the list of agents.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Who.
    pub name: AgentName,
    /// What they may do.
    pub role: Role,
    /// Whether they can sign in.
    pub standing: Standing,
}

/// How an agent stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Has a sign-in link and has not used it.
    Invited,
    /// Has signed in.
    Active,
    /// May not any more.
    Revoked,
}

impl Agents {
    /// Invites an agent: a sign-in link for 24 hours. Who has this name already gets one more link,
    /// and becomes an admin if that is asked.
    ///
    /// # Errors
    /// [`AgentsError::Name`] for a name that cannot be shown, and when the storage does not work.
    pub fn invite(&self, name: &str, role: Role) -> Result<Invited, AgentsError> {
        let name = CustomerName::parse(name).map_err(AgentsError::Name)?;
        let now = self.clock.now();
        let expires_at = now.after(INVITATION_LIFE);
        let secret = self.secret();
        let mut database = self.database();
        let change = database.transaction()?;
        let known = active_by_name(&change, name.as_str())?;
        let again = known.is_some();
        let id = match known {
            Some(id) => {
                if role == Role::Admin {
                    change.execute("UPDATE agents SET role = 'admin' WHERE id = ?1", params![id.as_str()])?;
                }
                id
            }
            None => {
                let id = AgentId::from_bits(self.clock.random());
                change.execute(
                    "INSERT INTO agents (id, name, role, created_at) VALUES (?1, ?2, ?3, ?4)",
                    params![id.as_str(), name.as_str(), role.as_str(), at(now)],
                )?;
                id
            }
        };
        change.execute("DELETE FROM invitations WHERE expires_at <= ?1", params![at(now)])?;
        change.execute(
            "INSERT INTO invitations (hash, agent, expires_at) VALUES (?1, ?2, ?3)",
            params![hash("invitation", &secret), id.as_str(), at(expires_at)],
        )?;
        change.commit()?;
        Ok(Invited { name: AgentName { id, name: name.as_str().to_owned() }, again, secret, expires_at })
    }

    /// Invites the first admin, as long as nobody has ever signed in; links that were made for them
    /// before die.
    ///
    /// # Errors
    /// [`AgentsError`] when the storage does not work.
    pub fn invite_first(&self) -> Result<Option<Invited>, AgentsError> {
        const FIRST: &str = "Admin";
        {
            let database = self.database();
            let somebody = "SELECT 1 FROM agents WHERE signed_in_at IS NOT NULL AND revoked_at IS NULL";
            if database.query_row(somebody, [], |_| Ok(())).optional()?.is_some() {
                return Ok(None);
            }
            if let Some(id) = active_by_name(&database, FIRST)? {
                database.execute("DELETE FROM invitations WHERE agent = ?1", params![id.as_str()])?;
            }
        }
        self.invite(FIRST, Role::Admin).map(Some)
    }

    /// Every agent there ever was, by name.
    ///
    /// # Errors
    /// [`AgentsError`] when the storage does not work.
    pub fn list(&self) -> Result<Vec<Listed>, AgentsError> {
        let database = self.database();
        let mut query = database.prepare_cached(
            "SELECT id, name, role, signed_in_at IS NOT NULL, revoked_at IS NOT NULL FROM agents ORDER BY name, id",
        )?;
        let rows = query.query_map([], |row| {
            let role: String = row.get(2)?;
            let standing = match (row.get(3)?, row.get(4)?) {
                (_, true) => Standing::Revoked,
                (true, false) => Standing::Active,
                (false, false) => Standing::Invited,
            };
            Ok(Listed {
                name: AgentName { id: agent_id(&row.get::<_, String>(0)?)?, name: row.get(1)? },
                role: Role::parse(&role),
                standing,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Takes everything from an agent that lets them in.
    ///
    /// # Errors
    /// [`AgentsError::NoSuchAgent`], and when the storage does not work.
    pub fn revoke(&self, id: &AgentId) -> Result<AgentName, AgentsError> {
        let mut database = self.database();
        let change = database.transaction()?;
        let name: Option<String> = change
            .query_row(
                "UPDATE agents SET revoked_at = coalesce(revoked_at, ?2) WHERE id = ?1 RETURNING name",
                params![id.as_str(), at(self.clock.now())],
                |row| row.get(0),
            )
            .optional()?;
        let name = name.ok_or(AgentsError::NoSuchAgent)?;
        change.execute("DELETE FROM invitations WHERE agent = ?1", params![id.as_str()])?;
        change.execute("DELETE FROM credentials WHERE agent = ?1", params![id.as_str()])?;
        change.commit()?;
        self.ended.send_replace(());
        Ok(AgentName { id: id.clone(), name })
    }

    /// How the world reaches the service, so that the command line can print whole links.
    ///
    /// # Errors
    /// [`AgentsError`] when the storage does not work.
    pub fn origin(&self) -> Result<Option<String>, AgentsError> {
        let database = self.database();
        Ok(database.query_row("SELECT value FROM facts WHERE name = 'origin'", [], |row| row.get(0)).optional()?)
    }

    /// Remembers how the world reaches the service.
    ///
    /// # Errors
    /// [`AgentsError`] when the storage does not work.
    pub fn set_origin(&self, origin: &str) -> Result<(), AgentsError> {
        let change = "INSERT INTO facts (name, value) VALUES ('origin', ?1)
                      ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.database().execute(change, params![origin])?;
        Ok(())
    }
}

fn active_by_name(database: &Connection, name: &str) -> Result<Option<AgentId>, rusqlite::Error> {
    database
        .query_row("SELECT id FROM agents WHERE name = ?1 AND revoked_at IS NULL", params![name], |row| {
            agent_id(&row.get::<_, String>(0)?)
        })
        .optional()
}

/// Times are stored as SQLite's signed integers.
pub(super) fn at(time: Timestamp) -> i64 {
    i64::try_from(time.0).unwrap_or(i64::MAX)
}

pub(super) fn agent_id(text: &str) -> Result<AgentId, rusqlite::Error> {
    AgentId::parse(text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error)))
}
