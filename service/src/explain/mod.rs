//! What `onecall explain` says: what a text is, where it opens and why. The same core decides on the
//! phone and on the landing page; here it is asked at a desk.

mod told;
mod words;

use onecall::link::{Hosts, LinkError};
use onecall::route::{Explained, Places, Policy, Situation};
use serde::Serialize;

use told::{Told, Way};

pub use words::sentences;

/// Everything that decides beside the text.
#[derive(Clone, Debug)]
pub struct Circumstances {
    /// The hosts that are ours.
    pub hosts: Hosts,
    /// Where the text was opened.
    pub situation: Situation,
    /// Who may join from what.
    pub policy: Policy,
    /// What addresses are made of.
    pub places: Places,
}

/// One text, understood. Serialises as the object that `--json` prints, and so holds what is secret
/// in the text.
#[derive(Serialize)]
pub struct Explanation {
    /// What the text invites to.
    invitation: Option<Told>,
    /// Why it is no invitation.
    error: Option<Trouble>,
    /// The invitations to choose from, when there are several.
    choices: Vec<Told>,
    /// Where the invitation opens: the first step is the one to take, the others are alternatives.
    route: Vec<Way>,
}

/// Why a text is no invitation.
#[derive(Serialize)]
struct Trouble {
    /// Stable, kebab-case.
    code: &'static str,
    /// What to do, for a person.
    message: String,
    #[serde(skip)]
    is_foreign: bool,
}

impl Explanation {
    /// Understands `text`.
    #[must_use]
    pub fn of(text: &str, at: &Circumstances) -> Self {
        match Explained::of(text, &at.hosts, &at.situation, &at.policy, &at.places) {
            Explained::Leads { invitation, steps, .. } => Self {
                route: steps.into_iter().map(Way::from).collect(),
                invitation: Some(Told(invitation)),
                error: None,
                choices: Vec::new(),
            },
            Explained::Problem { error, .. } => {
                let is_foreign = matches!(error, LinkError::UnknownHost { .. });
                let trouble = Trouble { code: error.code(), message: error.to_string(), is_foreign };
                let choices = if let LinkError::Several { choices } = error { choices } else { Vec::new() };
                Self {
                    invitation: None,
                    error: Some(trouble),
                    choices: choices.into_iter().map(Told).collect(),
                    route: Vec::new(),
                }
            }
        }
    }

    /// Whether the text leads to a host that is not ours, which may be because none was named.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.error.as_ref().is_some_and(|trouble| trouble.is_foreign)
    }

    /// Whether the text is one invitation.
    #[must_use]
    pub const fn is_invitation(&self) -> bool {
        self.invitation.is_some()
    }
}
