//! Signing in.

use std::time::Duration;

use onecall::name::CustomerName;
use onecall::protocol::{AgentId, AgentName, CommandId};
use rusqlite::{OptionalExtension, TransactionBehavior, params};

use super::directory::{agent_id, at};
use super::session::RENEW_EVERY;
use super::{Agent, Agents, AgentsError, Proof, Role};
use crate::config::AgentToken;
use crate::keys::plain_hash;

/// The page of a sign-in link. The secret stands in the fragment, which no browser sends and no
/// server logs.
pub const SIGN_IN_PATH: &str = "/sign-in#";

/// A sign-in link is good for this long.
pub(super) const INVITATION_LIFE: Duration = Duration::from_secs(24 * 60 * 60);

/// Who does not come back for this long signs in again.
pub(crate) const CREDENTIAL_LIFE: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// Somebody who has just signed in.
pub struct SignedIn {
    /// Who.
    pub agent: Agent,
    /// For the browser's cookie. Never logged.
    pub session: String,
    /// For a program, if one was asked for. Never logged.
    pub token: Option<String>,
}

/// The agent "API", whose token is a setting.
pub(super) struct Api {
    pub(super) hash: String,
}

impl Api {
    pub(super) fn new(token: &AgentToken) -> Self {
        Self { hash: hash("token", token.reveal()) }
    }

    pub(super) fn agent(&self) -> Agent {
        // The same id for ever, whatever the token is: calls keep their agent when it changes.
        const ID: u128 = 0x6f6e_6563_616c_6c2d_6167_656e_742d_6170;
        Agent { name: AgentName { id: AgentId::from_bits(ID), name: "API".to_owned() }, role: Role::Admin }
    }
}

impl Proof {
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Token => "token",
        }
    }
}

pub(super) fn hash(label: &str, secret: &str) -> String {
    plain_hash(label, secret.as_bytes())
}

impl Agents {
    /// Whether this secret of a sign-in link signs somebody in. Uses nothing up.
    ///
    /// # Errors
    /// [`AgentsError`] when the storage does not work.
    pub(crate) fn is_invited_by(&self, secret: &str) -> Result<bool, AgentsError> {
        let query = "SELECT 1 FROM invitations WHERE hash = ?1 AND expires_at > ?2";
        let values = params![hash("invitation", secret), at(self.clock.now())];
        Ok(self.database().query_row(query, values, |_| Ok(())).optional()?.is_some())
    }

    /// Signs in by the secret of a sign-in link, which is used up by it. A `name` that is given
    /// replaces the one of the invitation. A token is for a program: a page gets along with its session. The same
    /// `command_id` again is given the same session: the answer may have been lost.
    ///
    /// # Errors
    /// [`AgentsError::Name`], which uses nothing up, and when the storage does not work. [`None`]:
    /// the link is unknown, used or too old.
    pub fn sign_in(
        &self,
        secret: &str,
        name: Option<&str>,
        with_token: bool,
        command_id: Option<&CommandId>,
    ) -> Result<Option<SignedIn>, AgentsError> {
        let name = name.map(CustomerName::parse).transpose().map_err(AgentsError::Name)?;
        let now = self.clock.now();
        // Known to nobody who does not know both.
        let again = command_id.map(|command| hash("session-of", &format!("{secret} {}", command.as_str())));
        let session = again.clone().unwrap_or_else(|| self.secret());
        let token = with_token.then(|| self.secret());
        let mut database = self.database();
        // Immediate: of two at once, one waits and then finds the link used.
        let change = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let used: Option<String> = change
            .query_row(
                "DELETE FROM invitations WHERE hash = ?1 AND expires_at > ?2 RETURNING agent",
                params![hash("invitation", secret), at(now)],
                |row| row.get(0),
            )
            .optional()?;
        let Some(id) = used else {
            drop(change);
            drop(database);
            return self.signed_in_before(again);
        };
        let agent = change.query_row(
            "UPDATE agents SET signed_in_at = coalesce(signed_in_at, ?2), name = coalesce(?3, name)
             WHERE id = ?1 RETURNING id, name, role",
            params![id, at(now), name.as_ref().map(CustomerName::as_str)],
            agent_of,
        )?;
        change.execute("DELETE FROM credentials WHERE expires_at <= ?1", params![at(now)])?;
        let made = [(Proof::Session, Some(&session)), (Proof::Token, token.as_ref())];
        for (proof, secret) in made.into_iter().filter_map(|(proof, secret)| Some((proof, secret?))) {
            change.execute(
                "INSERT INTO credentials (hash, agent, kind, expires_at, sign_in, renew_at)
                 VALUES (?1, ?2, ?3, ?4, ?1, ?5)",
                params![
                    hash(proof.label(), secret),
                    id,
                    proof.label(),
                    at(now.after(CREDENTIAL_LIFE)),
                    at(now.after(RENEW_EVERY))
                ],
            )?;
        }
        change.commit()?;
        Ok(Some(SignedIn { agent, session, token }))
    }

    fn signed_in_before(&self, session: Option<String>) -> Result<Option<SignedIn>, AgentsError> {
        let Some(session) = session else { return Ok(None) };
        let agent = self.authenticate(Proof::Session, &session)?;
        Ok(agent.map(|agent| SignedIn { agent, session, token: None }))
    }
}

pub(super) fn agent_of(row: &rusqlite::Row<'_>) -> Result<Agent, rusqlite::Error> {
    let id: String = row.get(0)?;
    let role: String = row.get(2)?;
    Ok(Agent { name: AgentName { id: agent_id(&id)?, name: row.get(1)? }, role: Role::parse(&role) })
}
