//! What can be asked about a call.

use crate::protocol::{AgentName, CommandId, KnockId, SetUp, Timestamp};

use super::call::{Heard, REMEMBERED_COMMANDS};
use super::guest::{Guest, Past};
use super::{Account, Call, CodeHash, LinkHash, SecretHash, TicketHash};

/// Questions of the service.
impl Call {
    /// What the agent called it.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// When it starts.
    #[must_use]
    pub fn starts_at(&self) -> Timestamp {
        self.starts_at
    }

    /// How long it should take, in minutes.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.minutes
    }

    /// Where the agent joins from.
    #[must_use]
    pub fn set_up(&self) -> SetUp {
        self.set_up
    }

    /// Language of the invitation.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whose call it is.
    #[must_use]
    pub fn agent(&self) -> &AgentName {
        &self.agent
    }

    /// Hash of the link that opens; none when the call is over.
    #[must_use]
    pub fn link(&self) -> Option<&LinkHash> {
        if self.is_over() { None } else { self.links.last() }
    }

    /// Number of the newest link: 0 at first, one more with each replacement.
    #[must_use]
    pub fn link_number(&self) -> u32 {
        u32::try_from(self.links.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// Every link there ever was, oldest first: an old one still leads back whoever came by it.
    #[must_use]
    pub fn links(&self) -> &[LinkHash] {
        &self.links
    }

    /// The spoken codes by which this call is to be found: unused ones, and used ones whose knock
    /// is remembered, since its phone resumes with nothing else. Whether one opens anything is
    /// decided at the knock.
    pub fn codes(&self) -> impl Iterator<Item = &CodeHash> {
        self.codes.iter().map(|code| &code.hash)
    }

    /// Until when this spoken code opens the lobby for somebody new, if it is one of this call's.
    #[must_use]
    pub fn code_until(&self, code: &CodeHash) -> Option<Timestamp> {
        self.codes.iter().find(|made| made.hash == *code).map(|made| made.until)
    }

    /// The tickets by which this call is to be found, likewise.
    pub fn tickets(&self) -> impl Iterator<Item = &TicketHash> {
        self.tickets.iter().map(|ticket| &ticket.hash)
    }

    /// For how long this ticket still opens what it was made for, if nobody uses it; nothing if there is none.
    #[must_use]
    pub fn ticket_life(&self, hash: &TicketHash, now: Timestamp) -> Option<std::time::Duration> {
        self.tickets.iter().find(|ticket| ticket.hash == *hash).map(|ticket| ticket.until.since(now))
    }

    /// Every identity that is remembered: those with a place first, in the order they came.
    pub fn knock_ids(&self) -> impl Iterator<Item = &KnockId> {
        self.guests.iter().map(|guest| &guest.knock).chain(self.past.iter().map(|past| &past.knock))
    }

    /// Every identity that is remembered, with the hash of its secret.
    pub fn identities(&self) -> impl Iterator<Item = (&KnockId, &SecretHash)> {
        let here = self.guests.iter().map(|guest| (&guest.knock, &guest.secret));
        here.chain(self.past.iter().map(|past| (&past.knock, &past.secret)))
    }

    /// Over: the link is dead.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.over.is_some()
    }

    /// To be deleted; nothing of it may be shown any more.
    #[must_use]
    pub fn is_forgotten(&self) -> bool {
        self.volatile.forgotten
    }
}

/// Questions the rules ask.
impl Call {
    /// Time of the last event, of whatever kind: nothing happens before it.
    pub(super) fn clock(&self) -> Timestamp {
        self.last.max(self.volatile.clock)
    }

    pub(super) fn guest(&self, knock: &KnockId) -> Option<&Guest> {
        self.guests.iter().find(|guest| guest.knock == *knock)
    }

    pub(super) fn past(&self, knock: &KnockId) -> Option<&Past> {
        self.past.iter().find(|past| past.knock == *knock)
    }

    pub(super) fn secret(&self, knock: &KnockId) -> Option<&SecretHash> {
        self.guest(knock).map(|guest| &guest.secret).or_else(|| self.past(knock).map(|past| &past.secret))
    }

    /// Who takes the call's one place.
    pub(super) fn taken_by(&self) -> Option<&Guest> {
        self.guests.iter().find(|guest| guest.standing.takes_the_call())
    }

    pub(super) fn waiting(&self) -> impl Iterator<Item = &Guest> {
        self.guests.iter().filter(|guest| guest.standing.waits())
    }

    pub(super) fn expires_at(&self) -> Timestamp {
        self.starts_at.after(self.settings.link_life)
    }

    /// Last sign of life and highest beat.
    pub(super) fn heard(&self, guest: &Guest) -> Heard {
        let volatile = self.volatile.heard.get(&guest.knock);
        Heard {
            at: volatile.map_or(guest.seen, |heard| heard.at.max(guest.seen)),
            beat: volatile.map_or(guest.beat, |heard| heard.beat.max(guest.beat)),
        }
    }

    pub(super) fn is_barred(&self, account: &Account) -> bool {
        self.past.iter().any(|past| past.how.bars_account() && past.account.as_ref() == Some(account))
    }

    pub(super) fn has_done(&self, command: Option<&CommandId>) -> bool {
        command.is_some_and(|command| self.commands.contains(command))
    }

    pub(super) fn remember(&mut self, command: Option<&CommandId>) {
        if let Some(command) = command {
            self.commands.push_back(command.clone());
            if self.commands.len() > REMEMBERED_COMMANDS {
                self.commands.pop_front();
            }
        }
    }
}
