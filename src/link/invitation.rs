//! The invitation: what a text was understood to be.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};

use super::{Host, SpokenCode, TeamsLink, Ticket, Token};

/// What lets a customer knock at one call.
///
/// `Debug` shows its kind and host, never the secret in it. Its serialised form holds the
/// secret: it is for the app's secure storage.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Invitation {
    /// Our own link.
    OneTime {
        /// The host of ours that it names.
        host: Host,
        /// Its secret part.
        token: Token,
    },
    /// A meeting in Microsoft Teams, which is joined there and not with us.
    Teams(TeamsLink),
    /// A code that was read out; the app's first configured host knows its call.
    SpokenCode(SpokenCode),
    /// A hand-over from the landing page; the app's first configured host knows its call.
    Ticket(Ticket),
}

impl Invitation {
    /// The link to share, `https://HOST/j/TOKEN` – plain `http` for a loopback host only, where
    /// no certificate can be had and nobody listens in. Of a Teams meeting the link for its client.
    /// `None` for what is not a link.
    #[must_use]
    pub fn url(&self) -> Option<String> {
        matches!(self, Self::OneTime { .. } | Self::Teams(_)).then(|| self.text())
    }

    /// A text that is understood as this invitation: the link, the code or the ticket. Secret.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::OneTime { host, token } => format!("{}/j/{token}", host.origin()),
            Self::Teams(link) => link.url(),
            Self::SpokenCode(code) => code.to_string(),
            Self::Ticket(ticket) => ticket.hand_over(),
        }
    }

    /// Serialises one as its [`text`](Self::text): how it crosses a door. Secret.
    ///
    /// # Errors
    /// Those of the serializer.
    pub(crate) fn as_text<S: Serializer>(invitation: &Self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&invitation.text())
    }

    /// Serialises each as its [`text`](Self::text): how they cross a door. Secret.
    ///
    /// # Errors
    /// Those of the serializer.
    pub(crate) fn as_texts<S: Serializer>(invitations: &[Self], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(invitations.iter().map(Self::text))
    }

    /// Whether both lead to the same call as far as their text tells: a service that is
    /// reached by two host names gives out the same token under both, and a Teams meeting has
    /// links of several forms.
    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::OneTime { token, .. }, Self::OneTime { token: other, .. }) => token == other,
            (Self::Teams(link), Self::Teams(other)) => link.joins_the_same_as(other),
            _ => self == other,
        }
    }
}

impl Invitation {
    /// Takes over what another link of the same call has and this one lacks.
    pub(super) fn learn_from(&mut self, other: Self) {
        if let (Self::Teams(link), Self::Teams(other)) = (self, other) {
            link.learn_from(other);
        }
    }
}

impl fmt::Debug for Invitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneTime { host, .. } => write!(f, "OneTime({host}, …)"),
            Self::Teams(link) => link.fmt(f),
            Self::SpokenCode(_) => f.write_str("SpokenCode(…)"),
            Self::Ticket(_) => f.write_str("Ticket(…)"),
        }
    }
}
