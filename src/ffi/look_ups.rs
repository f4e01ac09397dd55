//! What can be asked without a journey: plain functions that answer at once.

use crate::capability::{AgentClient, ArSupport, Features, Measurement};
use crate::client::{Config, StartError};
use crate::link::{Invitation, LinkError, understand};
use crate::message::Message;
use crate::name::{CustomerName, NameError};
use crate::route::{Installed, Kind, Places, Policy, Situation, Step, Why, route, url_of};

/// The version of this core, as `major.minor.patch`.
///
/// The packages around it (Maven, Swift) carry the same version; their tests compare the two, so a
/// library of another release on the path is found out.
#[uniffi::export]
#[must_use]
pub fn core_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// What a text leads to.
#[derive(uniffi::Enum)]
pub enum Explained {
    /// One invitation.
    Leads {
        /// The invitation as [`OneCall::text`](super::OneCall::text) takes it. Secret: it lets whoever has it knock.
        invitation: Invitation,
        /// Of which kind it is.
        kind: Kind,
        /// Where it opens from this app on this device: the first step is the one to take, the others are what
        /// else the person may do.
        steps: Vec<ExplainedStep>,
    },
    /// None, or several.
    Problem {
        /// What is wrong.
        error: LinkError,
        /// The same, to be said.
        says: Message,
    },
}

/// A step of a route.
#[derive(uniffi::Record)]
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

/// What a text is, and where it opens from an app that is started with `config`, by the default policy.
///
/// # Errors
/// [`StartError`] for a configuration that nothing can be started with.
#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "a value that crossed the door is ours")]
pub fn explain(config: Config, text: String) -> Result<Explained, StartError> {
    let hosts = config.hosts()?;
    let places = Places { home: hosts.first().cloned(), stores: config.stores()? };
    Ok(match understand(&text, &hosts) {
        Ok(invitation) => {
            let situation = Situation {
                installed: Installed::Yes,
                call_client: config.call_client,
                ..Situation::on(config.device)
            };
            let steps = route(&invitation, &situation, &Policy::default()).steps.into_iter().map(|way| ExplainedStep {
                step: way.step,
                why: way.why,
                says: way.step.message(),
                because: way.why.message(),
                url: url_of(way.step, &invitation, config.device.platform, &places),
            });
            Explained::Leads { steps: steps.collect(), kind: Kind::from(&invitation), invitation }
        }
        Err(error) => Explained::Problem { says: error.message(), error },
    })
}

/// What a customer on a device with this measurement can do with an agent on this client.
#[uniffi::export]
#[must_use]
pub fn features(measurement: Measurement, signed_in: bool, agent: AgentClient) -> Features {
    Features::for_pair(signed_in, ArSupport::from_measurement(&measurement), agent)
}

/// What a typed name comes to.
#[derive(uniffi::Enum)]
pub enum CheckedName {
    /// A name.
    Good {
        /// As the agent will see it.
        name: String,
    },
    /// None.
    Problem {
        /// What is wrong.
        error: NameError,
        /// The same, to be said.
        says: Message,
    },
}

/// Checks a name while it is typed; [`OneCall::name`](super::OneCall::name) checks it again.
#[uniffi::export]
#[must_use]
#[expect(clippy::needless_pass_by_value, reason = "a value that crossed the door is ours")]
pub fn check_name(typed: String) -> CheckedName {
    match CustomerName::parse(&typed) {
        Ok(name) => CheckedName::Good { name: name.as_str().to_owned() },
        Err(error) => CheckedName::Problem { says: error.message(), error },
    }
}
