//! The door for Swift and Kotlin: plain functions and records, no rule of its own.

/// The version of this core, as `major.minor.patch`.
///
/// The packages around it (Maven, Swift) carry the same version; their tests compare the two, so a
/// library of another release on the path is found out.
#[uniffi::export]
#[must_use]
pub fn core_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
