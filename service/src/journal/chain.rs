//! The hash chain of a call: each version's link covers everything before it, so that a version
//! which storage lost, swapped or altered is noticed when the call is read.

use sha2::{Digest, Sha256};

/// SHA-256.
pub(super) type Link = [u8; 32];

/// The link before version 1. It covers the call, so that versions cannot move between calls.
pub(super) fn genesis(call: &str) -> Link {
    Sha256::digest(call.as_bytes()).into()
}

/// The link of a version: SHA-256 of the link before it and the version's body.
pub(super) fn next(previous: &Link, body: &str) -> Link {
    let mut hash = Sha256::new();
    hash.update(previous);
    hash.update(body.as_bytes());
    hash.finalize().into()
}
