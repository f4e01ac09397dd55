//! The people at the door: those who have a place, and those who had one.

use crate::capability::ArSupport;
use crate::name::CustomerName;
use crate::protocol::{AgentName, DeclineReason, DeviceInfo, KnockId, Timestamp};

use super::{Account, Admitter, CodeHash, LinkHash, SecretHash, TicketHash};

/// Somebody who has a place: waiting, let in, or in the call.
#[derive(Clone, PartialEq)]
pub(super) struct Guest {
    pub(super) knock: KnockId,
    pub(super) visit: u32,
    pub(super) secret: SecretHash,
    pub(super) name: CustomerName,
    pub(super) account: Option<Account>,
    pub(super) device: DeviceInfo,
    pub(super) ar: ArSupport,
    pub(super) phrase: String,
    pub(super) since: Timestamp,
    pub(super) opened_with: OpenedWith,
    pub(super) standing: Standing,
    pub(super) admitted_by: Option<Admitter>,
    /// The agent who last did something with them.
    pub(super) attended_by: Option<AgentName>,
    pub(super) message: Option<String>,
    pub(super) asleep: bool,
    /// Last sign of life that was written down; beats in between are volatile.
    pub(super) seen: Timestamp,
    /// Last beat that was written down.
    pub(super) beat: u64,
    /// An agent has declined or sent back this identity: policy lets it in no more, only people do.
    pub(super) judged: bool,
}

/// Where somebody with a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Waiting,
    Noticed,
    Held,
    Admitted,
    InCall,
}

impl Standing {
    /// In the lobby, not let in.
    pub(super) fn waits(self) -> bool {
        matches!(self, Self::Waiting | Self::Noticed | Self::Held)
    }

    pub(super) fn is_in_call(self) -> bool {
        self == Self::InCall
    }

    /// Takes the call's one place.
    pub(super) fn takes_the_call(self) -> bool {
        !self.waits()
    }
}

/// What a place was opened with: whether its owner may open it again depends on it.
#[derive(Clone, PartialEq)]
pub(super) enum OpenedWith {
    Link(LinkHash),
    Code(CodeHash),
    Ticket(TicketHash),
}

/// Somebody who had a place. Kept so that the same device learns what became of it and a block
/// holds; who they were and what was written to them is not kept.
#[derive(Clone, PartialEq)]
pub(super) struct Past {
    pub(super) knock: KnockId,
    pub(super) visit: u32,
    pub(super) secret: SecretHash,
    pub(super) account: Option<Account>,
    pub(super) opened_with: OpenedWith,
    pub(super) judged: bool,
    pub(super) how: Gone,
}

/// How a place was lost.
#[derive(Clone, PartialEq)]
pub(super) enum Gone {
    Declined {
        reason: DeclineReason,
        block: bool,
        by: AgentName,
    },
    LeftLobby,
    LeaseEnded,
    Removed,
    LeftCall,
    Moved,
    /// The call ended around them.
    CallOver,
}

impl Gone {
    /// Whether another visit may follow.
    pub(super) fn may_return(&self) -> bool {
        matches!(self, Self::LeftLobby | Self::LeaseEnded | Self::Declined { block: false, .. })
    }

    /// Whether forgetting this identity would let somebody in whom an agent has put out.
    pub(super) fn must_be_remembered(&self) -> bool {
        matches!(self, Self::Declined { block: true, .. } | Self::Removed | Self::LeftCall | Self::CallOver)
    }

    /// Whether the verified account is kept out together with the identity.
    pub(super) fn bars_account(&self) -> bool {
        matches!(self, Self::Declined { block: true, .. } | Self::Removed)
    }
}

impl Guest {
    pub(super) fn leave(self, how: Gone) -> Past {
        Past {
            knock: self.knock,
            visit: self.visit,
            secret: self.secret,
            account: self.account,
            opened_with: self.opened_with,
            judged: self.judged || matches!(how, Gone::Declined { .. }),
            how,
        }
    }
}
