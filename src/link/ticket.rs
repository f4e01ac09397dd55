//! The hand-over ticket: carries an invitation from the landing page into the app.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::LinkError;

/// What stands before a ticket when the landing page opens the app: the whole text is
/// `onecall:ticket/<ticket>`.
///
/// Any app may register a custom scheme and receive what is sent by it (RFC 8252, 8.1), so the
/// token never travels this way: a ticket is good once, and for a short time.
pub const HAND_OVER_PREFIX: &str = "onecall:ticket/";

const MIN_CHARS: usize = 22;
const MAX_CHARS: usize = 64;

/// A one-use hand-over ticket: 22 to 64 characters of the URL-safe base-64 alphabet, opaque.
///
/// Case matters. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ticket(String);

impl Ticket {
    /// Reads a ticket, and nothing around it.
    ///
    /// # Errors
    /// [`LinkError::Truncated`] below 22 characters, [`LinkError::TooLong`] above 64,
    /// [`LinkError::Mistyped`] when a character is not of the alphabet.
    pub fn parse(text: &str) -> Result<Self, LinkError> {
        // Counting to one above the limit is enough, however long the text is.
        let count = text.chars().take(MAX_CHARS + 1).count();
        if count < MIN_CHARS {
            return Err(LinkError::Truncated { missing: MIN_CHARS - count });
        }
        if count > MAX_CHARS {
            return Err(LinkError::TooLong);
        }
        if !text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
            return Err(LinkError::Mistyped);
        }
        Ok(Self(text.to_owned()))
    }

    /// The ticket as it is sent to the service.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text by which the landing page hands this ticket to the app.
    #[must_use]
    pub fn hand_over(&self) -> String {
        format!("{HAND_OVER_PREFIX}{}", self.0)
    }

    /// The link by which the landing page hands this ticket over on the clipboard. A web address, because phones tell
    /// an app that there is one before they ask anybody whether the app may read it; behind the `#`, because a ticket
    /// is no matter of whoever serves the page.
    #[must_use]
    pub fn link(&self, host: &super::Host) -> String {
        format!("{}/j#{}", host.origin(), self.0)
    }

    /// What follows the hand-over prefix, if the text starts with it; schemes have no case.
    pub(super) fn strip_prefix(text: &str) -> Option<&str> {
        let (prefix, rest) = text.split_at_checked(HAND_OVER_PREFIX.len())?;
        prefix.eq_ignore_ascii_case(HAND_OVER_PREFIX).then_some(rest)
    }
}

impl fmt::Debug for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ticket(…)")
    }
}

impl TryFrom<String> for Ticket {
    type Error = LinkError;

    fn try_from(text: String) -> Result<Self, LinkError> {
        Self::parse(&text)
    }
}

impl From<Ticket> for String {
    fn from(ticket: Ticket) -> Self {
        ticket.0
    }
}
