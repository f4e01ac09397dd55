//! What agents do.

use onecall::protocol::{AgentAct, AgentId, DeclineReason, KnockId, KnockState, KnockView};
use serde::{Deserialize, Serialize};

/// What an agent does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "kebab-case")]
pub enum AgentDoes {
    /// Opens the console.
    OpenConsole,
    /// Closes it, or loses it.
    CloseConsole,
    /// Creates a call and gives its link to whoever opens it later.
    Create {
        /// Which, from 0.
        call: usize,
    },
    /// Takes notice of somebody.
    Notice {
        /// In which call.
        call: usize,
        /// Of whom.
        whom: Pick,
    },
    /// Lets somebody in.
    Admit {
        /// Into which call.
        call: usize,
        /// Whom.
        whom: Pick,
    },
    /// Asks somebody to wait.
    Hold {
        /// In which call.
        call: usize,
        /// Whom.
        whom: Pick,
        /// What they are told.
        message: Option<String>,
    },
    /// Takes back a hold.
    Release {
        /// In which call.
        call: usize,
        /// Of whom.
        whom: Pick,
    },
    /// Writes to somebody, or to all who wait.
    Message {
        /// In which call.
        call: usize,
        /// To whom; nobody in particular: to all.
        whom: Option<Pick>,
        /// What.
        text: String,
    },
    /// Does not let somebody in.
    Decline {
        /// Into which call.
        call: usize,
        /// Whom.
        whom: Pick,
        /// What they are told.
        reason: DeclineReason,
        /// For good.
        block: bool,
    },
    /// Sends somebody back to the lobby.
    SendBack {
        /// Out of which call.
        call: usize,
        /// Whom.
        whom: Pick,
    },
    /// Puts somebody out for good; the call goes on with a new link.
    Remove {
        /// Out of which call.
        call: usize,
        /// Whom.
        whom: Pick,
    },
    /// Replaces the link.
    ReplaceLink {
        /// Of which call.
        call: usize,
    },
    /// Makes a spoken code and reads it out to whoever types it later.
    SpokenCode {
        /// For which call.
        call: usize,
    },
    /// Gives the call to a colleague.
    HandOver {
        /// Which call.
        call: usize,
        /// To whom, from 0.
        to: usize,
    },
    /// Ends the call.
    End {
        /// Which.
        call: usize,
    },
}

/// Whom an agent means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pick {
    /// The customer with this phone, from 0: the match phrase tells.
    Phone(usize),
    /// Whoever waits longest.
    Oldest,
    /// Whoever waits shortest.
    Newest,
    /// Whoever is in the call, or let in.
    InCall,
}

impl AgentDoes {
    /// What a click asks of which call. Nothing for what is no click on a call, and when there is nobody to
    /// click on: `pick` looks at the list, `colleague` knows the other agents.
    pub(crate) fn click(
        &self,
        pick: impl Fn(usize, Pick) -> Option<KnockId>,
        colleague: impl Fn(usize) -> Option<AgentId>,
    ) -> Option<(usize, AgentAct)> {
        Some(match self {
            Self::OpenConsole | Self::CloseConsole | Self::Create { .. } => return None,
            Self::Notice { call, whom } => (*call, AgentAct::Notice { knock: pick(*call, *whom)? }),
            Self::Admit { call, whom } => (*call, AgentAct::Admit { knock: pick(*call, *whom)? }),
            Self::Hold { call, whom, message } => {
                (*call, AgentAct::Hold { knock: pick(*call, *whom)?, message: message.clone() })
            }
            Self::Release { call, whom } => (*call, AgentAct::Release { knock: pick(*call, *whom)? }),
            Self::Message { call, whom, text } => {
                let knock = match whom {
                    Some(whom) => Some(pick(*call, *whom)?),
                    None => None,
                };
                (*call, AgentAct::Message { knock, text: text.clone() })
            }
            Self::Decline { call, whom, reason, block } => {
                let knock = pick(*call, *whom)?;
                (*call, AgentAct::Decline { knock, reason: *reason, block: *block })
            }
            Self::SendBack { call, whom } => (*call, AgentAct::SendBack { knock: pick(*call, *whom)? }),
            Self::Remove { call, whom } => (*call, AgentAct::Remove { knock: pick(*call, *whom)? }),
            Self::ReplaceLink { call } => (*call, AgentAct::ReplaceLink),
            Self::SpokenCode { call } => (*call, AgentAct::SpokenCode),
            Self::HandOver { call, to } => (*call, AgentAct::HandOver { to: colleague(*to)? }),
            Self::End { call } => (*call, AgentAct::End),
        })
    }
}

impl Pick {
    /// Whom the list shows in this position; a list does not know whose phone is whose.
    pub(crate) fn among(self, list: &[KnockView]) -> Option<KnockId> {
        let in_call = |listed: &&KnockView| matches!(listed.state, KnockState::Admitted | KnockState::InCall);
        let mut waiting = list.iter().filter(|listed| !in_call(listed));
        let listed = match self {
            Self::Phone(_) => None,
            Self::Oldest => waiting.next(),
            Self::Newest => waiting.next_back(),
            Self::InCall => list.iter().find(in_call),
        };
        listed.map(|listed| listed.knock.clone())
    }
}
