//! Hosts: the names our links lead to, and which of them are ours.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// RFC 1035, 2.3.4, less the root's length byte and the final dot.
const MAX_NAME: usize = 253;
const MAX_LABEL: usize = 63;

/// A host with its port when that is not the default one: `help.example.com`,
/// `localhost:8080`, `[::1]:8080`.
///
/// Always lower-case ASCII; a name of other letters is written in its `xn--` form. One host has
/// one spelling: a final dot, a default port (443, on loopback 80) and another way to write an
/// address are dropped. Cheap to clone. Crosses the wire as its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Host(Arc<str>);

impl Host {
    /// Reads `NAME`, `NAME:PORT`, `ADDRESS`, `ADDRESS:PORT`, `[V6]` or `[V6]:PORT`.
    ///
    /// # Errors
    /// One variant of [`HostError`] for each thing an operator can mend.
    pub fn parse(text: &str) -> Result<Self, HostError> {
        if text.len() > MAX_NAME + ":65535".len() {
            return Err(HostError::TooLong);
        }
        let (name, port) = split_port(text)?;
        let name = match name.strip_prefix('[') {
            Some(address) => {
                let address = address.strip_suffix(']').ok_or(HostError::Address)?;
                format!("[{}]", address.parse::<Ipv6Addr>().map_err(|_| HostError::Address)?)
            }
            None => dns_name_or_v4(name)?,
        };
        let default_port = if is_loopback_name(&name) { 80 } else { 443 };
        Ok(Self(match port {
            Some(port) if port != default_port => format!("{name}:{port}").into(),
            _ => name.into(),
        }))
    }

    /// The host as it stands in a link.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name or address without the port; a v6 address keeps its brackets.
    #[must_use]
    pub fn name(&self) -> &str {
        match self.0.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => name,
            _ => &self.0,
        }
    }

    /// Whether it can only be this machine: `localhost` and names below it (RFC 6761, 6.3),
    /// 127.0.0.0/8, `::1`.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        is_loopback_name(self.name())
    }

    /// Scheme and host, `https://HOST`; `http://HOST` on loopback only.
    #[must_use]
    pub fn origin(&self) -> String {
        let scheme = if self.is_loopback() { "http" } else { "https" };
        format!("{scheme}://{self}")
    }
}

fn split_port(text: &str) -> Result<(&str, Option<u16>), HostError> {
    match text.rsplit_once(':') {
        // The colon may stand inside the brackets of a v6 address.
        Some((name, port)) if !port.ends_with(']') => {
            let digits = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
            match port.parse() {
                Ok(port @ 1..) if digits => Ok((name, Some(port))),
                _ => Err(HostError::Port),
            }
        }
        _ => Ok((text, None)),
    }
}

fn dns_name_or_v4(name: &str) -> Result<String, HostError> {
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    if name.is_empty() {
        return Err(HostError::Empty);
    }
    if name.len() > MAX_NAME {
        return Err(HostError::TooLong);
    }
    if !name.split('.').all(is_label) {
        return Err(HostError::Label);
    }
    // Browsers take every name whose last label is a number for an address, in many spellings
    // (URL Standard, "ends in a number checker"): only the usual one is taken here.
    let last = name.rsplit('.').next().unwrap_or_default();
    let hexadecimal = last.strip_prefix("0x").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_hexdigit()));
    if hexadecimal || last.bytes().all(|byte| byte.is_ascii_digit()) {
        name.parse::<Ipv4Addr>().map_err(|_| HostError::Address)?;
    }
    Ok(name)
}

fn is_label(label: &str) -> bool {
    (1..=MAX_LABEL).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

fn is_loopback_name(name: &str) -> bool {
    name == "localhost"
        || name.ends_with(".localhost")
        || name == "[::1]"
        || name.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for Host {
    type Err = HostError;

    fn from_str(text: &str) -> Result<Self, HostError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Host {
    type Error = HostError;

    fn try_from(text: String) -> Result<Self, HostError> {
        Self::parse(&text)
    }
}

impl From<Host> for String {
    fn from(host: Host) -> Self {
        host.0.as_ref().to_owned()
    }
}

/// Why a text is no host, one variant for each thing to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum HostError {
    /// There is no name.
    #[error("The host is empty: write a name such as help.example.com.")]
    Empty,
    /// Longer than a DNS name can be.
    #[error("The host is too long: a DNS name has at most 253 characters.")]
    TooLong,
    /// A part between dots is not letters, digits and inner hyphens, 1 to 63 of them.
    #[error(
        "The host is not a DNS name: write only letters a to z, digits and hyphens between its \
         dots, and other letters in their xn-- form."
    )]
    Label,
    /// It looks like an address and is none.
    #[error("The host is not an IP address: write one as 192.0.2.1 or [2001:db8::1].")]
    Address,
    /// What follows the colon is no port.
    #[error("The port is not a number from 1 to 65535: correct it or leave it out.")]
    Port,
}

impl HostError {
    /// The stable, kebab-case name of this error.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "host-empty",
            Self::TooLong => "host-too-long",
            Self::Label => "host-label",
            Self::Address => "host-address",
            Self::Port => "host-port",
        }
    }
}

/// The configured hosts that are ours. The first is the one new links are printed with, and the
/// one that is asked about spoken codes and tickets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hosts(Vec<Host>);

impl Hosts {
    /// These hosts, in this order.
    #[must_use]
    pub fn new(hosts: impl IntoIterator<Item = Host>) -> Self {
        Self(hosts.into_iter().collect())
    }

    /// Whether this host is ours.
    #[must_use]
    pub fn contains(&self, host: &Host) -> bool {
        self.0.contains(host)
    }

    /// The first configured host.
    #[must_use]
    pub fn first(&self) -> Option<&Host> {
        self.0.first()
    }

    /// The host of ours that this part of a URL names in any of its spellings.
    pub(super) fn find(&self, authority: &str) -> Option<&Host> {
        // The usual spelling costs no allocation.
        let first = authority.as_bytes().first()?.to_ascii_lowercase();
        let mut alike = self.0.iter().filter(|host| first == b'[' || host.0.as_bytes()[0] == first).peekable();
        alike.peek()?;
        alike.clone().find(|host| host.0.eq_ignore_ascii_case(authority)).or_else(|| {
            // Other spellings of a host begin with its name, but for those of an address.
            let is_spelling_of = |host: &Host| {
                let (name, start) = (host.name().as_bytes(), authority.as_bytes());
                start.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
            };
            if first != b'[' && !alike.any(is_spelling_of) {
                return None;
            }
            let host = Host::parse(authority).ok()?;
            self.0.iter().find(|ours| **ours == host)
        })
    }
}

impl FromIterator<Host> for Hosts {
    fn from_iter<I: IntoIterator<Item = Host>>(hosts: I) -> Self {
        Self::new(hosts)
    }
}
