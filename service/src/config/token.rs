//! The API token of the agent "API", for programs.

use std::fmt;
use std::path::Path;

use super::ConfigError;

/// What a program shows to act as the agent "API". Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct AgentToken(String);

impl AgentToken {
    /// A token from outside: 16 characters or more, 32 where others can reach it.
    ///
    /// # Errors
    /// [`ConfigError`] when it is too short, or could not be sent in a header (RFC 6750, 2.1).
    pub fn parse(text: &str, on_loopback: bool) -> Result<Self, ConfigError> {
        let least = if on_loopback { 16 } else { 32 };
        if !text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/=".contains(&byte)) {
            return Err(ConfigError::TokenCharacters);
        }
        if text.len() < least {
            return Err(ConfigError::TokenShort(least));
        }
        Ok(Self(text.to_owned()))
    }

    /// From the environment or from a file, not both.
    pub(super) fn settle(
        given: Option<String>,
        file: Option<&Path>,
        on_loopback: bool,
    ) -> Result<Option<Self>, ConfigError> {
        let text = match (given, file) {
            (Some(_), Some(_)) => return Err(ConfigError::TokenTwice),
            (Some(text), None) => text,
            (None, Some(path)) => std::fs::read_to_string(path)
                .map_err(|error| ConfigError::TokenFile { path: path.to_owned(), error })?,
            (None, None) => return Ok(None),
        };
        Self::parse(text.trim(), on_loopback).map(Some)
    }

    /// The token itself.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for AgentToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AgentToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_that_others_could_reach_must_be_longer() {
        let (short, long) = ("a".repeat(16), "a".repeat(32));
        assert!(AgentToken::parse(&short, true).is_ok());
        assert!(matches!(AgentToken::parse(&short, false), Err(ConfigError::TokenShort(32))));
        assert!(AgentToken::parse(&long, false).is_ok());
        assert!(matches!(AgentToken::parse(&"a".repeat(15), true), Err(ConfigError::TokenShort(16))));
        assert!(matches!(AgentToken::parse("sixteen letters é", true), Err(ConfigError::TokenCharacters)));
        assert_eq!(format!("{:?}", AgentToken::parse(&long, true).unwrap()), "AgentToken(…)");
    }
}
