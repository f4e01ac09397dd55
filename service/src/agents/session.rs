//! What is shown after signing in: sessions and tokens, their renewal and their end.

use std::time::Duration;

use onecall::protocol::AgentId;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use subtle::ConstantTimeEq;
use tokio::sync::watch;

use super::directory::at;
use super::sign_in::{CREDENTIAL_LIFE, agent_of, hash};
use super::{Agent, Agents, AgentsError, Proof};

/// A token is prolonged at most this often: not every request needs a write.
const PROLONG_EVERY: Duration = Duration::from_secs(60 * 60);

/// A session is replaced by another this often, so that one that was copied is soon worth nothing.
pub(super) const RENEW_EVERY: Duration = Duration::from_secs(60 * 60);

/// One that was replaced is replaced again after this long, if it is still in use: then the answer with the new one
/// was lost. Requests that are under way together get one new session between them.
const RENEW_AGAIN: Duration = Duration::from_secs(10);

/// The old session is good for this long after the new one was first shown, for requests that are under way.
const GRACE: Duration = Duration::from_secs(60);

/// An agent who has shown who they are.
#[derive(Clone, Debug)]
pub struct Recognised {
    /// Who.
    pub agent: Agent,
    /// Since which sign-in. None: by the token that is a setting, which nobody can sign out.
    pub sign_in: Option<SignInId>,
}

/// A sign-in: it stays the same when its session is replaced by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInId(String);

impl Agents {
    /// Who shows this; nobody, when it is unknown, too old or revoked.
    ///
    /// # Errors
    /// [`AgentsError`] when the storage does not work.
    pub fn authenticate(&self, proof: Proof, secret: &str) -> Result<Option<Agent>, AgentsError> {
        Ok(self.recognise(proof, secret)?.map(|recognised| recognised.agent))
    }

    /// Who shows this, and since when they are signed in.
    ///
    /// # Errors
    /// [`AgentsError`] when the storage does not work.
    pub fn recognise(&self, proof: Proof, secret: &str) -> Result<Option<Recognised>, AgentsError> {
        let hash = hash(proof.label(), secret);
        if let Some(api) = self.api.as_ref().filter(|_| proof == Proof::Token)
            && bool::from(api.hash.as_bytes().ct_eq(hash.as_bytes()))
        {
            return Ok(Some(Recognised { agent: api.agent(), sign_in: None }));
        }
        let now = at(self.clock.now());
        let database = self.database();
        let mut query = database.prepare_cached(
            "SELECT agents.id, name, role, expires_at, sign_in, replaces FROM credentials
             JOIN agents ON agents.id = agent
             WHERE hash = ?1 AND kind = ?2 AND expires_at > ?3 AND revoked_at IS NULL",
        )?;
        let found = query
            .query_row(params![hash, proof.label(), now], |row| {
                let (expires_at, replaces): (i64, Option<String>) = (row.get(3)?, row.get(5)?);
                let recognised = Recognised { agent: agent_of(row)?, sign_in: Some(SignInId(row.get(4)?)) };
                Ok((recognised, expires_at, replaces))
            })
            .optional()?;
        let Some((recognised, expires_at, replaces)) = found else { return Ok(None) };
        let written = match (proof, replaces) {
            (Proof::Session, Some(replaced)) => settle(&database, &hash, &replaced, now),
            (Proof::Token, _) => prolong(&database, &hash, expires_at, now),
            (Proof::Session, None) => Ok(()),
        };
        if let Err(error) = written {
            // It is still good as it is; on a full disk agents should be able to look, at least.
            tracing::warn!(%error, "the use of a sign-in could not be written down");
        }
        Ok(Some(recognised))
    }

    /// Another session for the one that is shown, if it is time: the browser should keep that one from now on. The
    /// old one ends when the new one is first shown, so that an answer that is lost on its way signs nobody out.
    ///
    /// # Errors
    /// [`AgentsError`] when the storage does not work.
    pub fn renew(&self, session: &str) -> Result<Option<String>, AgentsError> {
        let old = hash(Proof::Session.label(), session);
        let now = self.clock.now();
        let mut database = self.database();
        let due = "SELECT 1 FROM credentials
                   WHERE hash = ?1 AND kind = 'session' AND renew_at <= ?2 AND expires_at > ?2";
        if database.prepare_cached(due)?.query_row(params![old, at(now)], |_| Ok(())).optional()?.is_none() {
            return Ok(None);
        }
        let change = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let claimed: Option<(String, String)> = change
            .query_row(
                "UPDATE credentials SET renew_at = ?3 WHERE hash = ?1 AND renew_at <= ?2 RETURNING agent, sign_in",
                params![old, at(now), at(now.after(RENEW_AGAIN))],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let Some((agent, sign_in)) = claimed else { return Ok(None) };
        let session = self.secret();
        change.execute(
            "INSERT INTO credentials (hash, agent, kind, expires_at, sign_in, renew_at, replaces)
             VALUES (?1, ?2, 'session', ?3, ?4, ?5, ?6)",
            params![
                hash(Proof::Session.label(), &session),
                agent,
                at(now.after(CREDENTIAL_LIFE)),
                sign_in,
                at(now.after(RENEW_EVERY)),
                old
            ],
        )?;
        change.execute("DELETE FROM credentials WHERE expires_at <= ?1", params![at(now)])?;
        change.commit()?;
        Ok(Some(session))
    }

    /// Whether somebody is still signed in. Streams ask: what they were opened with may have been replaced since.
    ///
    /// # Errors
    /// [`AgentsError`] when the storage does not work.
    pub fn is_signed_in(&self, sign_in: &SignInId) -> Result<bool, AgentsError> {
        let database = self.database();
        let mut query = database.prepare_cached(
            "SELECT 1 FROM credentials JOIN agents ON agents.id = agent
             WHERE sign_in = ?1 AND expires_at > ?2 AND revoked_at IS NULL",
        )?;
        Ok(query.exists(params![sign_in.0, at(self.clock.now())])?)
    }

    /// Makes a session and those that replaced it, or a token, worthless.
    ///
    /// # Errors
    /// [`AgentsError`] when the storage does not work.
    pub fn sign_out(&self, sign_in: &SignInId) -> Result<(), AgentsError> {
        self.database().execute("DELETE FROM credentials WHERE sign_in = ?1", params![sign_in.0])?;
        self.ended.send_replace(());
        Ok(())
    }

    /// Makes every session and token of an agent worthless. Sign-in links that were not used yet stay good: one of
    /// them is how they come back.
    ///
    /// # Errors
    /// [`AgentsError`] when the storage does not work.
    pub fn sign_out_everywhere(&self, agent: &AgentId) -> Result<(), AgentsError> {
        self.database().execute("DELETE FROM credentials WHERE agent = ?1", params![agent.as_str()])?;
        self.ended.send_replace(());
        Ok(())
    }

    /// Changes whenever somebody was signed out in this process. The command line does so in another one.
    pub(crate) fn ended(&self) -> watch::Receiver<()> {
        self.ended.subscribe()
    }
}

/// The new session has arrived where it should be: the old one goes.
fn settle(database: &Connection, new: &str, old: &str, now: i64) -> Result<(), rusqlite::Error> {
    database.execute(
        "UPDATE credentials SET expires_at = min(expires_at, ?2), renew_at = ?2 WHERE hash = ?1",
        params![old, now.saturating_add(millis(GRACE))],
    )?;
    database.execute("UPDATE credentials SET replaces = NULL WHERE hash = ?1", params![new])?;
    Ok(())
}

fn prolong(database: &Connection, hash: &str, expires_at: i64, now: i64) -> Result<(), rusqlite::Error> {
    let fresh = now.saturating_add(millis(CREDENTIAL_LIFE));
    if expires_at < fresh.saturating_sub(millis(PROLONG_EVERY)) {
        database.execute("UPDATE credentials SET expires_at = ?2 WHERE hash = ?1", params![hash, fresh])?;
    }
    Ok(())
}

fn millis(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}
