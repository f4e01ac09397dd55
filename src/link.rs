//! Placeholder until branch `link` lands.
use serde::{Deserialize, Serialize};
use std::fmt;
/// Token.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Token(u128);
impl Token {
    /// bits
    #[must_use]
    pub fn from_bits(bits: u128) -> Self {
        Self(bits)
    }
    /// bits
    #[must_use]
    pub fn bits(self) -> u128 {
        self.0
    }
    /// Parse.
    /// # Errors
    /// bad
    pub fn parse(text: &str) -> Result<Self, LinkError> {
        u128::from_str_radix(text, 16).map(Self).map_err(|_| LinkError::Mistyped)
    }
}
impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:027x}", self.0)
    }
}
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}
/// Host.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Host(String);
/// Host error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a host")]
pub struct HostError;
impl Host {
    /// Parse.
    /// # Errors
    /// bad
    pub fn parse(text: &str) -> Result<Self, HostError> {
        Ok(Self(text.to_owned()))
    }
    /// text
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// loopback
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.0.starts_with("127.") || self.0.starts_with("localhost")
    }
}
/// Hosts.
#[derive(Clone, Debug, Default)]
pub struct Hosts(Vec<Host>);
impl Hosts {
    /// New.
    pub fn new(hosts: impl IntoIterator<Item = Host>) -> Self {
        Self(hosts.into_iter().collect())
    }
    /// Ours.
    #[must_use]
    pub fn contains(&self, host: &Host) -> bool {
        self.0.contains(host)
    }
    /// First.
    #[must_use]
    pub fn first(&self) -> Option<&Host> {
        self.0.first()
    }
}
/// Invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Invitation {
    /// One-time.
    OneTime {
        /// host
        host: Host,
        /// token
        token: Token,
    },
    /// Code.
    SpokenCode(SpokenCode),
    /// Ticket
    Ticket(Ticket),
}
/// Code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenCode(pub(crate) String);
/// Ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket(pub(crate) String);
impl fmt::Display for SpokenCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl Ticket {
    /// Text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
/// Link error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LinkError {
    /// bad
    #[error("mistyped")]
    Mistyped,
    /// none
    #[error("nothing found")]
    NothingFound,
}
/// Understand.
/// # Errors
/// bad
pub fn understand(text: &str, ours: &Hosts) -> Result<Invitation, LinkError> {
    let host = ours.first().cloned().ok_or(LinkError::NothingFound)?;
    let (_, token) = text.trim().rsplit_once("/j/").ok_or(LinkError::NothingFound)?;
    Ok(Invitation::OneTime { host, token: Token::parse(token)? })
}
