//! Who is asking: an address.

use std::net::{IpAddr, Ipv6Addr};

use axum::http::HeaderMap;
use ipnet::IpNet;

/// One client: an IPv4 address or an IPv6 network of 64 bits. Its `Debug` shows nothing: an address
/// names a person.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Client(IpAddr);

impl From<IpAddr> for Client {
    fn from(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V6(v6) => Self(IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX)))),
            v4 => Self(v4),
        }
    }
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Client(…)")
    }
}

/// Who speaks: the peer, or, when the peer is a trusted proxy, the last address in
/// `X-Forwarded-For` that is not one. Whatever stands before that was written by the client and
/// proves nothing.
#[must_use]
pub fn client_of(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> Client {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(&address.to_canonical()));
    let mut client = peer;
    if is_trusted(&peer) {
        let hops: Vec<&str> = headers
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .collect();
        for hop in hops.iter().rev() {
            // A proxy that writes no address hides its client: count them all as that proxy.
            let Some(address) = address(hop) else { break };
            client = address;
            if !is_trusted(&address) {
                break;
            }
        }
    }
    Client::from(client)
}

/// An address, with or without a port, as proxies write it.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(text, |(inside, _)| inside);
    bare.parse().ok().or_else(|| text.parse::<std::net::SocketAddr>().ok().map(|address| address.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(peer: &str, forwarded: &[&str], trusted: &[&str]) -> Client {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        let trusted: Vec<IpNet> = trusted.iter().map(|text| text.parse().unwrap()).collect();
        client_of(peer.parse().unwrap(), &headers, &trusted)
    }

    fn client(text: &str) -> Client {
        Client::from(text.parse::<IpAddr>().unwrap())
    }

    #[test]
    fn nobody_but_a_trusted_proxy_can_name_another_client() {
        assert!(of("192.0.2.1", &["198.51.100.1"], &[]) == client("192.0.2.1"));
        assert!(of("10.0.0.1", &["198.51.100.1"], &["10.0.0.0/8"]) == client("198.51.100.1"));
        // What the client wrote itself stands further left.
        assert!(of("10.0.0.1", &["203.0.113.9, 198.51.100.1"], &["10.0.0.0/8"]) == client("198.51.100.1"));
        assert!(of("10.0.0.1", &["203.0.113.9", "198.51.100.1, 10.0.0.2"], &["10.0.0.0/8"]) == client("198.51.100.1"));
        assert!(of("10.0.0.1", &["198.51.100.1:4711"], &["10.0.0.0/8"]) == client("198.51.100.1"));
        assert!(of("10.0.0.1", &["[2001:db8::1]:4711"], &["10.0.0.0/8"]) == client("2001:db8::1"));
        assert!(of("10.0.0.1", &["unknown"], &["10.0.0.0/8"]) == client("10.0.0.1"));
        assert!(of("10.0.0.1", &[], &["10.0.0.0/8"]) == client("10.0.0.1"));
    }
}
