//! What happened to a call. The durable ones are written down as JSON; golden files keep old versions
//! readable.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Account, CodeHash, LinkHash, SecretHash, Settings, TicketHash};
use crate::capability::ArSupport;
use crate::name::CustomerName;
use crate::protocol::{AgentId, AgentName, DeclineReason, DeviceInfo, KnockId, SetUp, Timestamp};

/// Who let somebody in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "kebab-case")]
pub enum Admitter {
    /// An agent.
    Agent(AgentName),
    /// The organisation's policy for a listed issuer, while the call's agent was present.
    Policy {
        /// The issuer that vouched.
        issuer: String,
    },
}

/// Why a call is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum WhyOver {
    /// An agent ended it.
    Ended {
        /// Who.
        by: AgentName,
    },
    /// The customer hung up.
    CustomerLeft,
    /// The link's time was up and nobody was there.
    Expired,
}

/// What happened.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Event {
    /// The call was created.
    Created {
        /// Whose call it is.
        agent: AgentName,
        /// What the agent called it.
        title: String,
        /// When it starts.
        starts_at: Timestamp,
        /// How long it should take.
        minutes: u32,
        /// Where the agent joins from.
        set_up: SetUp,
        /// Language of the invitation.
        language: String,
        /// Hash of link number 0.
        link: LinkHash,
        /// What the operator had set.
        settings: Settings,
    },
    /// What the agent may edit has changed; this is how it is now.
    Edited {
        /// Who.
        by: AgentName,
        /// Title.
        title: String,
        /// Start.
        starts_at: Timestamp,
        /// Duration.
        minutes: u32,
        /// Where the agent joins from, if that changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        set_up: Option<SetUp>,
        /// Language of the invitation, if that changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    },
    /// The old link is dead, this is the new one.
    LinkReplaced {
        /// Hash of the new link.
        link: LinkHash,
    },
    /// A spoken code was made.
    CodeMade {
        /// Its hash.
        code: CodeHash,
        /// Good until then.
        until: Timestamp,
    },
    /// A hand-over ticket was made that opens the lobby as the newest link does, and dies with it.
    OpeningTicketMade {
        /// Its hash.
        ticket: TicketHash,
        /// Good until then.
        until: Timestamp,
        /// The spoken code that was used up for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<CodeHash>,
    },
    /// A hand-over ticket was made that takes a place along.
    TicketMade {
        /// Its hash.
        ticket: TicketHash,
        /// Whose place it takes along.
        moves: KnockId,
        /// Good until then.
        until: Timestamp,
    },
    /// Somebody came to the lobby.
    Knocked {
        /// Who.
        knock: KnockId,
        /// How often they came.
        visit: u32,
        /// Hash of their secret.
        secret: SecretHash,
        /// What they typed.
        name: CustomerName,
        /// Their verified account.
        account: Option<Account>,
        /// What they are on.
        device: DeviceInfo,
        /// What was measured.
        ar: ArSupport,
        /// Two words for the agent to ask for.
        match_phrase: String,
        /// The spoken code that this knock has used up.
        code: Option<CodeHash>,
        /// The ticket that this knock has used up.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ticket: Option<TicketHash>,
    },
    /// A place went from one app or browser to another; name, phrase and standing go along.
    Moved {
        /// Whose it was.
        from: KnockId,
        /// Whose it is.
        to: KnockId,
        /// Hash of the new identity's secret.
        secret: SecretHash,
        /// What the customer is on now.
        device: DeviceInfo,
        /// What was measured there.
        ar: ArSupport,
        /// The ticket that this has used up.
        ticket: TicketHash,
    },
    /// A phone, resuming, said what it has measured by now.
    Measured {
        /// Who.
        knock: KnockId,
        /// What was measured.
        ar: ArSupport,
    },
    /// An agent has seen it.
    Noticed {
        /// Who waits.
        knock: KnockId,
        /// Who saw it.
        by: AgentName,
    },
    /// Asked to wait.
    Held {
        /// Who.
        knock: KnockId,
        /// What they were told.
        message: Option<String>,
        /// By whom.
        by: AgentName,
    },
    /// No longer held.
    Released {
        /// Who.
        knock: KnockId,
        /// By whom.
        by: AgentName,
    },
    /// Written to.
    Messaged {
        /// Who.
        knock: KnockId,
        /// What.
        text: String,
        /// By whom.
        by: AgentName,
    },
    /// The phone sleeps, said so or fell silent.
    FellAsleep {
        /// Who.
        knock: KnockId,
        /// The beat it said so with, or the last one heard.
        n: u64,
        /// When it was last heard: its lease runs from then.
        seen: Timestamp,
    },
    /// The phone is awake again.
    WokeUp {
        /// Who.
        knock: KnockId,
        /// The beat it said so with.
        n: u64,
    },
    /// Silent for longer than the lease: the place is free.
    LeaseEnded {
        /// Who.
        knock: KnockId,
    },
    /// Left the lobby, or gave up an admission.
    LeftLobby {
        /// Who.
        knock: KnockId,
        /// The visit that they left, where it is a later one than that of their place: its knock is still
        /// on its way, and comes too late.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        visit: Option<u32>,
    },
    /// Let in.
    Admitted {
        /// Who.
        knock: KnockId,
        /// By whom.
        by: Admitter,
    },
    /// In the call: the admission is used up.
    Entered {
        /// Who.
        knock: KnockId,
    },
    /// Not let in.
    Declined {
        /// Who.
        knock: KnockId,
        /// What they were told.
        reason: DeclineReason,
        /// For good.
        block: bool,
        /// By whom.
        by: AgentName,
    },
    /// Back in the lobby.
    SentBack {
        /// Who.
        knock: KnockId,
        /// By whom.
        by: AgentName,
    },
    /// Out of the call for good.
    Removed {
        /// Who.
        knock: KnockId,
        /// By whom.
        by: AgentName,
    },
    /// Hung up, for good. The call is over with it.
    LeftCall {
        /// Who.
        knock: KnockId,
    },
    /// Another agent's call now.
    HandedOver {
        /// Whose.
        to: AgentName,
        /// By whom.
        by: AgentName,
    },
    /// Over; the link is dead.
    Over(WhyOver),
    /// Volatile: a phone was heard.
    Beat {
        /// Who.
        knock: KnockId,
        /// Which beat; 0 for the knock request itself.
        n: u64,
    },
    /// Volatile: these agents have their console open.
    AgentsPresent {
        /// Nobody else.
        agents: BTreeSet<AgentId>,
    },
    /// Volatile: the start has come, and those who were too early are not any more.
    Started,
    /// Volatile: everything of this call is to be deleted now. The journal does it.
    Forgotten,
}
