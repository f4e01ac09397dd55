//! What the app draws.

use serde::Serialize;

use crate::journey::{Screen, Whereabouts};
use crate::message::Message;

/// What the app draws now: complete, so that it keeps nothing else.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
pub struct Shown {
    /// The kind of the screen in kebab-case, such as `ask-name`: for logs and tests.
    pub kind: &'static str,
    /// Everything on it.
    pub screen: Screen,
    /// Where the customer is: what it takes to put the phone away.
    pub whereabouts: Whereabouts,
    /// Everything it says, in the order of its lines; the first is its headline.
    pub lines: Vec<Message>,
}

impl From<Screen> for Shown {
    fn from(screen: Screen) -> Self {
        Self { kind: screen.kind(), whereabouts: screen.whereabouts(), lines: screen.messages(), screen }
    }
}
