//! A set of domains that is asked before any list is read.

use super::wrapper::Wrapper;

/// As many as ten bits can say.
const PLACES: usize = 1024;

/// The ends of hosts, as a set that may say yes to another, and never no to its own.
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

/// A number below [`PLACES`] that depends on the last eight characters of a host alone, without
/// regard to case: all that a host and the domain it is below have in common.
const fn place_of(host: &[u8]) -> usize {
    let end = match host.last_chunk::<8>() {
        Some(end) => u64::from_le_bytes(*end),
        None => {
            let mut end = 0;
            let mut at = 0;
            while at < host.len() {
                end = end << 8 | host[at] as u64;
                at += 1;
            }
            end
        }
    };
    ((end | 0x2020_2020_2020_2020).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54) as usize
}

#[cfg(test)]
mod tests {
    use super::super::teams::Cloud;
    use super::super::wrapper::WRAPPERS;
    use super::*;

    #[test]
    fn every_host_and_every_host_below_a_domain_is_in_the_set() {
        let hosts: Vec<&str> =
            WRAPPERS.iter().flat_map(|wrapper| wrapper.hosts).copied().chain(Cloud::HOST_NAMES).collect();
        let domains = Domains::new().with_all(&hosts);
        for host in hosts {
            // Below a shorter domain a host would end differently.
            assert!(!host.starts_with('.') || host.len() >= 8, "{host}");
            for name in
                [host.to_owned(), host.to_uppercase(), format!("eur03{host}"), host.trim_start_matches('.').to_owned()]
            {
                let is_below = host.starts_with('.') || !name.starts_with("eur03");
                assert!(!is_below || domains.may_have(&name), "{name}");
            }
        }
        let strangers = ["www.example.net", "example.org", "help.example.com", "a", ""];
        assert!(strangers.iter().filter(|host| domains.may_have(host)).count() <= 1);
    }
}
