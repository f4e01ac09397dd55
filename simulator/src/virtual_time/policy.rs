//! Whom policy may let in, kept by events alone: rule 2's lobby bypass.

use std::collections::{BTreeMap, BTreeSet};

use onecall::lobby::{Account, Event};
use onecall::protocol::{AgentId, KnockId};

/// Whom policy may let in.
pub(crate) struct Policy {
    issuer: Option<&'static str>,
    /// Whose call it is.
    agent: AgentId,
    /// Whose console is open.
    present: BTreeSet<AgentId>,
    accounts: BTreeMap<KnockId, Account>,
    /// Declined or sent back by an agent: only people let them in.
    judged: BTreeSet<KnockId>,
}

impl Policy {
    /// For the accounts of this issuer, over the head of nobody but this agent.
    pub(super) fn new(issuer: Option<&'static str>, agent: AgentId) -> Self {
        let (present, accounts, judged) = (BTreeSet::new(), BTreeMap::new(), BTreeSet::new());
        Self { issuer, agent, present, accounts, judged }
    }

    /// Where only people let anybody in.
    pub(crate) fn people_only() -> Self {
        Self::new(None, AgentId::from_bits(0))
    }

    pub(super) fn nobody_is_present(&mut self) {
        self.present.clear();
    }

    pub(super) fn see(&mut self, event: &Event) {
        match event {
            Event::HandedOver { to, .. } => self.agent = to.id.clone(),
            Event::AgentsPresent { agents } => self.present.clone_from(agents),
            Event::Knocked { knock, account: Some(account), .. } => {
                self.accounts.insert(knock.clone(), account.clone());
            }
            Event::Moved { from, to, .. } => {
                if let Some(account) = self.accounts.get(from).cloned() {
                    self.accounts.insert(to.clone(), account);
                }
                if self.judged.contains(from) {
                    self.judged.insert(to.clone());
                }
            }
            Event::Declined { knock, .. } | Event::SentBack { knock, .. } | Event::Removed { knock, .. } => {
                self.judged.insert(knock.clone());
            }
            _ => {}
        }
    }

    /// Whether policy may let this knock in, vouched for by `issuer`; otherwise what speaks against it.
    pub(super) fn may_admit(&self, knock: &KnockId, issuer: &str) -> Result<(), &'static str> {
        let Some(account) = self.accounts.get(knock) else {
            return Err("rule 2: policy admitted somebody without a verified account");
        };
        if self.issuer != Some(issuer) || account.issuer != issuer {
            return Err("rule 2: policy admitted an account whose issuer is not listed");
        }
        if !self.present.contains(&self.agent) {
            return Err("rule 2: policy admitted somebody while the call's agent was away");
        }
        let judged = |other: &KnockId| other == knock || self.accounts.get(other) == Some(account);
        if self.judged.iter().any(judged) {
            return Err("rule 2: policy admitted somebody over an agent's head");
        }
        Ok(())
    }
}
