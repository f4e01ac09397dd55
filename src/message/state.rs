//! What a customer is told in the service's words, for an app that knows no better.

use super::{Message, waiting};
use crate::journey::{OverReason, Screen};
use crate::protocol::{CustomerState, WaitReason};

impl CustomerState {
    /// The sentence an app that knows this state would say first.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Waiting { reason, .. } => reason.message(),
            Self::Held { .. } => waiting::Detail::Held.message(),
            Self::Admitted { agent, .. } => Screen::Admitted { agent: agent.clone() }.message(),
            Self::InCall { agent, .. } => {
                let value = super::Argument::Text(agent.clone());
                Message { id: "screen-in-call", arguments: vec![super::Named { name: "agent", value }] }
            }
            Self::Declined { reason, .. } => OverReason::Declined(*reason).message(),
            Self::Ended { reason } => OverReason::from(*reason).message(),
            Self::UpdateRequired => Screen::UpdateRequired { store: None }.message(),
            Self::Unknown => WaitReason::Unknown.message(),
        }
    }
}
