//! The link that the link tests send, and short words for what can be wrong with it.
#![allow(dead_code, reason = "every test binary uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test may: helpers are not seen as tests")]

use onecall::link::{Host, Hosts, Invitation, LinkError, Token};

pub(crate) const TICKET: &str = "Zm9vYmFyYmF6cXV4X-0123";

pub(crate) fn host(text: &str) -> Host {
    Host::parse(text).unwrap()
}

pub(crate) fn ours() -> Hosts {
    Hosts::new([host("one.call.example.com"), host("help.example.com"), host("localhost:8080")])
}

pub(crate) fn token() -> Token {
    Token::from_bits(0x0123_4567_89ab_cdef_0f1e_2d3c_4b5a_6978)
}

pub(crate) fn sent() -> Invitation {
    Invitation::OneTime { host: host("one.call.example.com"), token: token() }
}

pub(crate) fn url() -> String {
    sent().url().unwrap()
}

pub(crate) fn missing(missing: usize) -> LinkError {
    LinkError::Truncated { missing }
}

pub(crate) fn unknown(host: &str) -> LinkError {
    LinkError::UnknownHost { host: host.to_owned() }
}
