//! Where an invitation leads.

use super::kept::Found;
use crate::link::{Hosts, Invitation, LinkError, TeamsLink, understand};

/// Where an invitation leads.
#[derive(Clone)]
pub(super) enum Door {
    /// To a lobby of ours.
    Ours(Found),
    /// To a meeting in Microsoft Teams: no service of ours knows it.
    Teams(TeamsLink),
}

impl Door {
    /// What a text is an invitation to.
    pub(super) fn read(text: &str, hosts: &Hosts) -> Result<Self, LinkError> {
        Self::of(understand(text, hosts)?, hosts).ok_or(LinkError::NothingFound)
    }

    /// Where this leads; nowhere without a host that knows it.
    pub(super) fn of(invitation: Invitation, hosts: &Hosts) -> Option<Self> {
        let is_ticket = matches!(invitation, Invitation::Ticket(_));
        let (host, invitation) = match invitation {
            Invitation::Teams(link) => return Some(Self::Teams(link)),
            Invitation::OneTime { host, token } => (Some(host), token.to_string()),
            Invitation::SpokenCode(code) => (hosts.first().cloned(), digits(&code.to_string())),
            Invitation::Ticket(ticket) => (hosts.first().cloned(), ticket.as_str().to_owned()),
        };
        host.map(|host| Self::Ours(Found { host, invitation, is_ticket }))
    }
}

/// A spoken code is printed in threes and travels as bare digits.
fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).collect()
}
