//! The service's one secret key, and everything that is derived from it.
//!
//! The key lies in a file beside the database, never in it: a stolen database or backup opens
//! nothing, because it holds only hashes, and tokens are made from the key again when an agent wants
//! to copy the link. Every derivation has a label of its own, so that no value of one kind can ever
//! pass for another.

mod file;

use std::fmt;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use onecall::link::Token;
use onecall::lobby::{CodeHash, LinkHash, SecretHash, TicketHash};
use onecall::protocol::{AgentId, CallId, CommandId, KnockId, Secret};
use sha2::{Digest, Sha256};

pub use file::{KEY_FILE, KeyError};

/// 256 bits, and what is made of them.
#[derive(Clone)]
pub struct Keys([u8; 32]);

impl Keys {
    /// Reads the key file in the data folder `dir`, or makes it when there is none.
    ///
    /// # Errors
    /// [`KeyError`] when the file can be read by others, has another length, or cannot be read or
    /// written.
    pub fn load_or_create(dir: &Path) -> Result<Self, KeyError> {
        file::load_or_create(dir).map(Self)
    }

    /// Keys of these bytes, for tests and simulations that must repeat.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The token of a call's link `number`, from 0: 128 bits of HMAC-SHA-256 (RFC 2104).
    #[must_use]
    pub fn token(&self, call: &CallId, number: u32) -> Token {
        Token::from_bits(first_128(&self.mac("token", &[call.as_str().as_bytes(), &number.to_be_bytes()])))
    }

    /// What the database knows a link by. Not keyed: 128 random bits cannot be guessed back.
    #[must_use]
    pub fn link_hash(&self, token: &Token) -> LinkHash {
        LinkHash(plain_hash("link", &token.bits().to_be_bytes()))
    }

    /// What the database knows a spoken code by: nine digits, without spaces. Keyed, because a
    /// thousand million codes are tried in seconds.
    #[must_use]
    pub fn code_hash(&self, digits: &str) -> CodeHash {
        CodeHash(URL_SAFE_NO_PAD.encode(self.mac("code", &[digits.as_bytes()])))
    }

    /// What the database knows a hand-over ticket by.
    #[must_use]
    pub fn ticket_hash(&self, ticket: &str) -> TicketHash {
        TicketHash(plain_hash("ticket", ticket.as_bytes()))
    }

    /// What the database knows a knock's secret by.
    #[must_use]
    pub fn secret_hash(&self, secret: &Secret) -> SecretHash {
        SecretHash(plain_hash("secret", secret.as_str().as_bytes()))
    }

    /// The hand-over ticket that this command makes: the same for a repeated command. 256 bits, so
    /// that it is never mistaken for a token.
    #[must_use]
    pub fn ticket(&self, call: &CallId, knock: &KnockId, command: &CommandId) -> String {
        let parts = [call.as_str().as_bytes(), knock.as_str().as_bytes(), command.as_str().as_bytes()];
        URL_SAFE_NO_PAD.encode(self.mac("new-ticket", &parts))
    }

    /// A hand-over ticket that opens the lobby; `random` makes it another each time.
    #[must_use]
    pub fn opening_ticket(&self, call: &CallId, random: u128) -> String {
        URL_SAFE_NO_PAD.encode(self.mac("opening-ticket", &[call.as_str().as_bytes(), &random.to_be_bytes()]))
    }

    /// The spoken code that this command makes, the same for a repeated command. `attempt` counts from
    /// 0 past codes that another call has.
    #[must_use]
    pub fn spoken_code(&self, call: &CallId, command: &CommandId, attempt: u32) -> String {
        let parts = [call.as_str().as_bytes(), command.as_str().as_bytes(), &attempt.to_be_bytes()];
        let number = first_128(&self.mac("new-code", &parts)) % 1_000_000_000;
        format!("{number:09}")
    }

    /// The call that this agent's command creates: the same for a repeated command, whatever
    /// happened in between.
    #[must_use]
    pub fn call_id(&self, agent: &AgentId, command: &CommandId) -> CallId {
        let parts = [agent.as_str().as_bytes(), command.as_str().as_bytes()];
        CallId::from_bits(first_128(&self.mac("call", &parts)))
    }

    fn mac(&self, label: &str, parts: &[&[u8]]) -> [u8; 32] {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else {
            // HMAC takes keys of every length (RFC 2104, 2).
            unreachable!("a key of 32 bytes")
        };
        for part in [label.as_bytes()].iter().chain(parts) {
            // Lengths first, so that no two lists of parts run together into the same bytes.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

fn first_128(bytes: &[u8; 32]) -> u128 {
    bytes.iter().take(16).fold(0, |bits, byte| bits << 8 | u128::from(*byte))
}

/// SHA-256 of a labelled value, as URL-safe base 64 without padding.
pub(crate) fn plain_hash(label: &str, value: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(label.as_bytes());
    hash.update([0]);
    hash.update(value);
    URL_SAFE_NO_PAD.encode(hash.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        Keys::from_bytes([7; 32])
    }

    #[test]
    fn every_call_and_every_link_number_has_a_token_of_its_own() {
        let (one, two) = (CallId::from_bits(1), CallId::from_bits(2));
        let all = [keys().token(&one, 0), keys().token(&one, 1), keys().token(&two, 0)];
        assert_eq!(all.iter().collect::<std::collections::HashSet<_>>().len(), 3);
        assert!(keys().token(&one, 0) == all[0]);
        assert!(Keys::from_bytes([8; 32]).token(&one, 0) != all[0]);
    }

    #[test]
    fn values_of_one_kind_never_pass_for_another() {
        let text = "123456789";
        let hashes = [keys().code_hash(text).0, keys().ticket_hash(text).0, plain_hash("secret", text.as_bytes())];
        assert_eq!(hashes.iter().collect::<std::collections::HashSet<_>>().len(), 3);
    }

    #[test]
    fn a_repeated_command_names_the_same_call() {
        let (agent, command) = (AgentId::from_bits(1), CommandId::from_bits(2));
        assert_eq!(keys().call_id(&agent, &command), keys().call_id(&agent, &command));
        assert_ne!(keys().call_id(&agent, &command), keys().call_id(&AgentId::from_bits(3), &command));
    }

    #[test]
    fn keys_do_not_print_themselves() {
        assert_eq!(format!("{:?}", keys()), "Keys(…)");
    }
}
