//! The book: who stands where, kept by events alone and by what was asked for when they happened. It
//! never asks the lobby whether the lobby is right.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;

use onecall::lobby::{Admitter, Command, Event};
use onecall::protocol::{AgentAct, AgentId, CommandId, CustomerAct, KnockId, Timestamp};

use super::policy::Policy;

/// So many commands are known to be done; the lobby remembers 256.
pub(super) const REMEMBERED: usize = 200;
/// A phone is shown asleep after two and a half of its beats, of ten seconds by default.
pub(super) const SILENCE_MS: u64 = 25_000;

/// Who stands where, as far as the events tell.
pub(crate) struct Book {
    lease_ms: u64,
    silence_ms: u64,
    pub(crate) here: BTreeMap<KnockId, Stand>,
    /// Whoever was blocked, removed, or left the call.
    never_again: BTreeSet<KnockId>,
    pub(super) known: BTreeSet<KnockId>,
    /// The last visit that is over.
    left: BTreeMap<KnockId, u32>,
    over: bool,
    pub(super) done: VecDeque<CommandId>,
    policy: Policy,
}

#[derive(Clone, Copy)]
pub(crate) struct Stand {
    pub(crate) at: Where,
    pub(super) heard: Timestamp,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Where {
    Lobby,
    LetIn,
    InCall,
}

/// What a step was asked.
pub(crate) enum Asked {
    Knock(KnockId),
    Customer(KnockId, CustomerAct),
    Agent(AgentId, AgentAct),
    Presence,
    Wake,
    Other,
}

impl Asked {
    pub(super) fn of(command: &Command) -> Self {
        match command {
            Command::Knock(knock) => Self::Knock(knock.knock.clone()),
            Command::Customer { knock, act, .. } => Self::Customer(knock.clone(), *act),
            Command::Agent { by, act, .. } => Self::Agent(by.id.clone(), act.clone()),
            Command::AgentsPresent(_) => Self::Presence,
            Command::Wake => Self::Wake,
            Command::Create(_) | Command::Edit { .. } | Command::Ticket { .. } => Self::Other,
        }
    }
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Knock(knock) => write!(f, "knock of {knock}"),
            Self::Customer(knock, act) => write!(f, "{act:?} of {knock}"),
            Self::Agent(by, act) => write!(f, "{} by {by}", act.kind()),
            Self::Presence => f.write_str("presence"),
            Self::Wake => f.write_str("wake-up"),
            Self::Other => f.write_str("other"),
        }
    }
}

impl Book {
    pub(super) fn new(lease_ms: u64, policy: Policy) -> Self {
        Self::with(lease_ms, SILENCE_MS, policy)
    }

    /// With another silence after which a phone is shown asleep.
    pub(crate) fn with(lease_ms: u64, silence_ms: u64, policy: Policy) -> Self {
        Self {
            lease_ms,
            silence_ms,
            here: BTreeMap::new(),
            never_again: BTreeSet::new(),
            known: BTreeSet::new(),
            left: BTreeMap::new(),
            over: false,
            done: VecDeque::new(),
            policy,
        }
    }

    /// No console is connected any more, and every phone gets a fresh grace. What was heard at a time that was not written down
    /// is forgotten, also if a clock set back puts that time into the future.
    pub(super) fn restart(&mut self, now: Timestamp) {
        self.policy.nobody_is_present();
        for stand in self.here.values_mut() {
            stand.heard = now;
        }
    }

    fn come(&mut self, knock: &KnockId, stand: Stand) -> Result<(), &'static str> {
        if self.never_again.contains(knock) {
            return Err("rule 5: one who was blocked, removed or has left the call came back");
        }
        self.known.insert(knock.clone());
        match self.here.insert(knock.clone(), stand) {
            None => Ok(()),
            Some(_) => Err("somebody who is there came again"),
        }
    }

    fn go(&mut self, knock: &KnockId) -> Result<Stand, &'static str> {
        self.here.remove(knock).ok_or("somebody left who was not there")
    }

    fn from(&mut self, knock: &KnockId, from: &[Where], to: Where) -> Result<(), &'static str> {
        match self.here.get_mut(knock) {
            Some(stand) if from.contains(&stand.at) => {
                stand.at = to;
                Ok(())
            }
            _ => Err("rule 2: in the call without an unused admission, or admitted or sent back from elsewhere"),
        }
    }

    fn hear(&mut self, knock: &KnockId, at: Timestamp) {
        if let Some(stand) = self.here.get_mut(knock) {
            stand.heard = stand.heard.max(at);
        }
    }

    /// Writes down an event, or says which rule it breaks.
    pub(crate) fn enter(&mut self, event: &Event, at: Timestamp, asked: &Asked) -> Result<(), &'static str> {
        if self.over && !matches!(event, Event::Forgotten | Event::Declined { block: true, .. }) {
            return Err("something happened to a call that is over");
        }
        self.policy.see(event);
        match event {
            Event::Knocked { knock, visit, .. } => {
                if self.left.get(knock).is_some_and(|left| visit <= left) {
                    return Err("somebody who had left came by a late knock");
                }
                self.come(knock, Stand { at: Where::Lobby, heard: at })
            }
            Event::Moved { from, to, .. } => {
                let stand = self.go(from)?;
                self.come(to, Stand { heard: at, ..stand })
            }
            Event::Admitted { knock, by } => {
                match (asked, by) {
                    (Asked::Agent(agent, AgentAct::Admit { knock: whom }), Admitter::Agent(by))
                        if whom == knock && *agent == by.id => {}
                    // At the knock itself, so that the agent's arrival admits nobody.
                    (Asked::Knock(whom), Admitter::Policy { issuer }) if whom == knock => {
                        self.policy.may_admit(knock, issuer)?;
                    }
                    _ => {
                        return Err(
                            "rules 2 and 6: admitted neither by an agent's click on exactly that knock nor by policy",
                        );
                    }
                }
                if self.never_again.contains(knock) {
                    return Err("rule 5: a barred identity was admitted");
                }
                self.from(knock, &[Where::Lobby], Where::LetIn)
            }
            Event::Entered { knock } => {
                if !matches!(asked, Asked::Customer(whom, CustomerAct::Enter) if whom == knock) {
                    return Err("rule 2: in the call without having entered");
                }
                self.hear(knock, at);
                self.from(knock, &[Where::LetIn], Where::InCall)
            }
            Event::SentBack { knock, .. } => self.from(knock, &[Where::LetIn, Where::InCall], Where::Lobby),
            Event::LeaseEnded { knock } => {
                let stand = self.go(knock)?;
                if at.0.saturating_sub(stand.heard.0) < self.lease_ms {
                    return Err("rule 8: a place was lost before its lease ended");
                }
                Ok(())
            }
            Event::LeftLobby { knock, visit: None } => self.go(knock).map(drop),
            Event::LeftLobby { knock, visit: Some(visit) } => {
                self.here.remove(knock);
                let left = self.left.entry(knock.clone()).or_default();
                *left = (*left).max(*visit);
                Ok(())
            }
            Event::Declined { knock, block, .. } => {
                if *block {
                    self.never_again.insert(knock.clone());
                }
                // Declined before, and now blocked too: not there any more.
                if self.here.contains_key(knock) || !*block { self.go(knock).map(drop) } else { Ok(()) }
            }
            Event::Removed { knock, .. } | Event::LeftCall { knock } => {
                self.never_again.insert(knock.clone());
                self.go(knock).map(drop)
            }
            Event::Over(_) => {
                self.over = true;
                self.here.clear();
                Ok(())
            }
            Event::Beat { knock, .. } | Event::WokeUp { knock, .. } => {
                self.hear(knock, at);
                Ok(())
            }
            Event::FellAsleep { knock, .. } => {
                if matches!(asked, Asked::Customer(..)) {
                    self.hear(knock, at);
                } else if self.here.get(knock).is_some_and(|stand| at.0.saturating_sub(stand.heard.0) < self.silence_ms)
                {
                    return Err("a phone was shown asleep that was heard");
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}
