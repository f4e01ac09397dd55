//! What the app is asked to do.

use std::fmt;

use serde::Serialize;

/// Something for the app to do, once.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum ShellEffect {
    /// Keep this in secure storage instead of what was kept before, and hand it to the next start.
    Save {
        /// What to keep. Nothing: keep nothing.
        blob: Option<String>,
    },
    /// Open this address outside the app. It may let in whoever has it: not to be logged.
    Open {
        /// `https:`.
        url: String,
    },
    /// Open our app, or another browser, with this text: it takes the customer's place along, once and within
    /// minutes. In answer to `hand_over`; an app without that button does nothing. Not to be logged.
    HandOver {
        /// What `text` takes over there.
        text: String,
    },
    /// Measure once more what the device can do, and say so by `measured`: the system could not say it the
    /// last time. An app that never measures is never asked.
    Measure,
    /// Find a fresh access token of the customer's account, by asking the account's server or the customer, and
    /// say it by `access_token`: the service did not take the last one. Say `None` at once where nobody can sign
    /// in; whoever says nothing holds the customer up for a minute.
    FreshAccessToken,
    /// Join this meeting in Microsoft Teams, after leaving any other one, and report what becomes of it by
    /// `meeting` with this number. Only asked of an app that said it has a client for it
    /// ([`Config::call_client`](super::Config::call_client)); any other does nothing.
    JoinMeeting {
        /// Its number, greater than any before.
        number: u64,
        /// It lets whoever has it in: not to be logged.
        url: String,
        /// Under which name.
        name: String,
    },
    /// Leave this meeting, if it is being joined or was. Nothing needs to be reported.
    LeaveMeeting {
        /// Its number.
        number: u64,
    },
}

impl ShellEffect {
    /// The kind alone, for logs.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Save { blob: Some(_) } => "save",
            Self::Save { blob: None } => "save-nothing",
            Self::Open { .. } => "open",
            Self::HandOver { .. } => "hand-over",
            Self::Measure => "measure",
            Self::FreshAccessToken => "fresh-access-token",
            Self::JoinMeeting { .. } => "join-meeting",
            Self::LeaveMeeting { .. } => "leave-meeting",
        }
    }
}

impl fmt::Debug for ShellEffect {
    /// All else is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind())
    }
}
