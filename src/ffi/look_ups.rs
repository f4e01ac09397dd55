//! What can be asked without a journey: plain functions that answer at once.

use crate::capability::{AgentClient, ArSupport, Features, Measurement};
use crate::name::CheckedName;
use crate::route::Explained;
use crate::shell::{Config, StartError};

/// The version of this core, as `major.minor.patch`.
///
/// The packages around it (Maven, Swift) carry the same version; their tests compare the two, so a
/// library of another release on the path is found out.
#[uniffi::export]
#[must_use]
pub fn core_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// What a text is, and where it opens from an app that is started with `config`, by the default policy.
///
/// # Errors
/// [`StartError`] for a configuration that nothing can be started with.
#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "a value that crossed the door is ours")]
pub fn explain(config: Config, text: String) -> Result<Explained, StartError> {
    config.explain(&text)
}

/// What a customer on a device with this measurement can do with an agent on this client.
#[uniffi::export]
#[must_use]
pub fn features(measurement: Measurement, signed_in: bool, agent: AgentClient) -> Features {
    Features::for_pair(signed_in, ArSupport::from_measurement(&measurement), agent)
}

/// Checks a name while it is typed; what the customer goes on with is checked again.
#[uniffi::export]
#[must_use]
#[expect(clippy::needless_pass_by_value, reason = "a value that crossed the door is ours")]
pub fn check_name(typed: String) -> CheckedName {
    CheckedName::of(&typed)
}
