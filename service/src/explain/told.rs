//! Invitations and steps as `--json` tells them.

use onecall::link::{Invitation, TeamsLink};
use onecall::route::{ExplainedStep, Kind, Step, Why};
use serde::{Serialize, Serializer};

use crate::locales::{Language, render};

/// An invitation without what lets one knock: `{"kind": …}` and, of our link, its host; of a Teams
/// link, all that it says.
pub(super) struct Told(pub(super) Invitation);

#[derive(Serialize)]
struct Fields<'a> {
    kind: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    host: Option<&'a str>,
    #[serde(flatten)]
    teams: Option<&'a TeamsLink>,
}

impl Serialize for Told {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (host, teams) = match &self.0 {
            Invitation::OneTime { host, .. } => (Some(host.as_str()), None),
            Invitation::Teams(link) => (None, Some(link)),
            _ => (None, None),
        };
        Fields { kind: (&self.0).into(), host, teams }.serialize(serializer)
    }
}

/// One step of a route.
#[derive(Serialize)]
pub(super) struct Way {
    pub(super) step: Step,
    /// What it opens.
    pub(super) url: Option<String>,
    /// Why, for a person.
    pub(super) why: String,
    /// Why, for a program.
    pub(super) reason: Why,
}

impl From<ExplainedStep> for Way {
    fn from(one: ExplainedStep) -> Self {
        let why = render(&one.because, Language::English);
        Self { step: one.step, url: one.url, why, reason: one.why }
    }
}
