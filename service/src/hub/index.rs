//! Which call a link, a code, a ticket or a knock belongs to.
//!
//! The index only finds the call; whether the thing still opens it is the lobby's to say. So what is
//! used up or replaced stays here until the call is forgotten, and a phone that knocked with it finds
//! its place again.

use std::collections::HashMap;

use onecall::lobby::{Call, CodeHash, LinkHash, SecretHash, TicketHash};
use onecall::protocol::{CallId, KnockId};

/// Look-up tables over all calls.
#[derive(Default)]
pub(super) struct Index {
    links: HashMap<LinkHash, CallId>,
    codes: HashMap<CodeHash, CallId>,
    tickets: HashMap<TicketHash, CallId>,
    /// With the secret, so that nobody can draw another's commands to a call of their own.
    knocks: HashMap<(KnockId, SecretHash), CallId>,
}

impl Index {
    pub(super) fn link(&self, hash: &LinkHash) -> Option<CallId> {
        self.links.get(hash).cloned()
    }

    pub(super) fn code(&self, hash: &CodeHash) -> Option<CallId> {
        self.codes.get(hash).cloned()
    }

    pub(super) fn ticket(&self, hash: &TicketHash) -> Option<CallId> {
        self.tickets.get(hash).cloned()
    }

    pub(super) fn knock(&self, knock: &KnockId, secret: &SecretHash) -> Option<CallId> {
        self.knocks.get(&(knock.clone(), secret.clone())).cloned()
    }

    /// Adds whatever is new in `call`.
    pub(super) fn add(&mut self, id: &CallId, call: &Call) {
        for link in call.links() {
            self.links.insert(link.clone(), id.clone());
        }
        for code in call.codes() {
            self.codes.insert(code.clone(), id.clone());
        }
        for ticket in call.tickets() {
            self.tickets.insert(ticket.clone(), id.clone());
        }
        for (knock, secret) in call.identities() {
            self.knocks.insert((knock.clone(), secret.clone()), id.clone());
        }
    }

    /// Forgets a call.
    pub(super) fn remove(&mut self, id: &CallId) {
        self.links.retain(|_, call| call != id);
        self.codes.retain(|_, call| call != id);
        self.tickets.retain(|_, call| call != id);
        self.knocks.retain(|_, call| call != id);
    }
}
