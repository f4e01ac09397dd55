//! Opaque identifiers: URL-safe strings of 22 to 64 characters.
//!
//! Whoever makes one takes 128 random bits; nobody reads anything out of one.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Shortest identifier: 128 bits in base 64.
pub(super) const MIN_LENGTH: usize = 22;
/// Longest identifier that is accepted.
pub(super) const MAX_LENGTH: usize = 64;

/// Why a text is not an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an identifier is {MIN_LENGTH} to {MAX_LENGTH} characters out of A-Z a-z 0-9 - _")]
pub struct IdError;

fn check(text: &str) -> Result<(), IdError> {
    let fits = (MIN_LENGTH..=MAX_LENGTH).contains(&text.len());
    let safe = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if fits && safe { Ok(()) } else { Err(IdError) }
}

/// 128 bits as 22 characters of URL-safe base 64 without padding (RFC 4648 §5).
fn print_bits(bits: u128) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    (0..MIN_LENGTH)
        .map(|i| {
            // The last character holds the two bits that are left over, at its top.
            let six = if i == MIN_LENGTH - 1 { bits << 4 } else { bits >> (122 - 6 * i) };
            ALPHABET.get((six & 63) as usize).map_or('A', |b| char::from(*b))
        })
        .collect()
}

macro_rules! opaque {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Made from 128 random bits.
            #[must_use]
            pub fn from_bits(bits: u128) -> Self {
                Self(print_bits(bits))
            }

            /// Checks a text that came from outside.
            ///
            /// # Errors
            /// [`IdError`] when the text is not 22 to 64 URL-safe characters.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                check(text).map(|()| Self(text.to_owned()))
            }

            /// The identifier as it travels.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                check(&text).map(|()| Self(text))
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    };
}

macro_rules! shown {
    ($name:ident) => {
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

opaque! {
    /// One one-time call. Means nothing outside the service: it may be logged.
    CallId
}
opaque! {
    /// One identity knocking on one link: made by the phone, kept in its blob. It may be logged.
    KnockId
}
opaque! {
    /// One command, so that sending it twice does it once. It may be logged.
    CommandId
}
opaque! {
    /// One agent of the organisation. It may be logged.
    AgentId
}
opaque! {
    /// What proves that a knock is one's own: 128 random bits made by the phone. The service keeps
    /// only its hash. Never logged.
    Secret
}
shown!(CallId);
shown!(KnockId);
shown!(CommandId);
shown!(AgentId);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_prints_as_base_64_of_its_bits() {
        // RFC 4648 §5 of sixteen bytes, by hand: all zero, all one, and 1.
        assert_eq!(KnockId::from_bits(0).as_str(), "AAAAAAAAAAAAAAAAAAAAAA");
        assert_eq!(KnockId::from_bits(u128::MAX).as_str(), "_____________________w");
        assert_eq!(KnockId::from_bits(1).as_str(), "AAAAAAAAAAAAAAAAAAAAAQ");
    }

    #[test]
    fn an_identifier_is_22_to_64_url_safe_characters_and_nothing_else() {
        for (text, good) in [
            ("a".repeat(21), false),
            ("a".repeat(22), true),
            ("-_".repeat(32), true),
            ("a".repeat(65), false),
            (format!("{}/", "a".repeat(22)), false),
            (format!("{}é", "a".repeat(22)), false),
            (String::new(), false),
        ] {
            assert_eq!(KnockId::parse(&text).is_ok(), good, "{text:?}");
        }
    }

    #[test]
    fn a_secret_does_not_print_itself() {
        let secret = Secret::from_bits(77);
        assert!(!format!("{secret:?}").contains(secret.as_str()));
    }
}
