//! What agents do.

use onecall::protocol::DeclineReason;
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
