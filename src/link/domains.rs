//! A set of domains that is asked before any list is read.

use super::wrapper::Wrapper;

const PLACES: usize = 1024;

/// The last two labels of hosts, as a set that may say yes to another, and never no to its own.
pub(super) struct Domains([u64; PLACES / 64]);

impl Domains {
    pub(super) const fn new() -> Self {
        Self([0; PLACES / 64])
    }

    pub(super) const fn with_all(mut self, hosts: &[&str]) -> Self {
        let mut at = 0;
        while at < hosts.len() {
            let place = place_of(hosts[at].as_bytes());
            self.0[place / 64] |= 1 << (place % 64);
            at += 1;
        }
        self
    }

    pub(super) const fn with_wrappers(mut self, wrappers: &[Wrapper]) -> Self {
        let mut at = 0;
        while at < wrappers.len() {
            self = self.with_all(wrappers[at].hosts);
            at += 1;
        }
        self
    }

    /// Whether this host's domain may be one of these.
    pub(super) fn may_have(&self, host: &str) -> bool {
        let place = place_of(host.as_bytes());
        self.0[place / 64] >> (place % 64) & 1 == 1
    }
}

/// A number below [`PLACES`] that depends on the last two labels of a host alone (FNV-1a).
const fn place_of(host: &[u8]) -> usize {
    let mut hash = 0x811C_9DC5_u32;
    let mut dots = 0;
    let mut at = host.len();
    while at > 0 {
        at -= 1;
        if host[at] == b'.' {
            dots += 1;
            if dots == 2 {
                break;
            }
        }
        hash = (hash ^ host[at].to_ascii_lowercase() as u32).wrapping_mul(0x0100_0193);
    }
    (hash >> 16) as usize % PLACES
}
