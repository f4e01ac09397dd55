//! A text, explained: what it invites to, where that opens and why, or what is wrong with it.

use std::fmt;

use serde::Serialize;

use super::{Kind, Places, Policy, Situation, Step, Why, route, url_of};
use crate::link::{Hosts, Invitation, LinkError, understand};
use crate::message::Message;

/// What a text leads to.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum Explained {
    /// One invitation.
    Leads {
        /// The invitation, as `text` takes it. Secret: it lets whoever has it knock.
        #[serde(serialize_with = "Invitation::as_text")]
        invitation: Invitation,
        /// Of which kind it is.
        kind: Kind,
        /// Where it opens: the first step is the one to take, the others are what else the person may do.
        steps: Vec<ExplainedStep>,
    },
    /// None, or several.
    Problem {
        /// What is wrong. Of several, it holds each: secret.
        #[serde(serialize_with = "LinkError::as_told")]
        error: LinkError,
        /// The same, to be said.
        says: Message,
    },
}

/// A step of a route.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
pub struct ExplainedStep {
    /// What to do.
    pub step: Step,
    /// Why.
    pub why: Why,
    /// What to do, to be said.
    pub says: Message,
    /// Why, to be said.
    pub because: Message,
    /// The address that the step opens, if it opens any. As secret as the invitation.
    pub url: Option<String>,
}

impl Explained {
    /// What `text` is to a service of these hosts, and where it opens.
    #[must_use]
    pub fn of(text: &str, hosts: &Hosts, situation: &Situation, policy: &Policy, places: &Places) -> Self {
        let invitation = match understand(text, hosts) {
            Ok(invitation) => invitation,
            Err(error) => return Self::Problem { says: error.message(), error },
        };
        let steps = route(&invitation, situation, policy).steps.into_iter().map(|way| ExplainedStep {
            step: way.step,
            why: way.why,
            says: way.step.message(),
            because: way.why.message(),
            url: url_of(way.step, &invitation, situation.device.platform, places),
        });
        Self::Leads { steps: steps.collect(), kind: Kind::from(&invitation), invitation }
    }
}

impl fmt::Debug for Explained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Leads { kind, steps, .. } => write!(f, "Leads({kind:?}, {steps:?})"),
            Self::Problem { error, .. } => write!(f, "Problem({})", error.code()),
        }
    }
}

impl fmt::Debug for ExplainedStep {
    /// Without the address.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} because {:?}", self.step, self.why)
    }
}
