//! The Android app without Google's build tools: the same sources and versions as Gradle's project in `android/`,
//! compiled by the Kotlin compiler against the framework's classes, tried under Robolectric, and packed.

mod apk;
mod app;
mod catalogue;
mod fetch;
mod kotlin;
mod minify;
mod resources;
mod robolectric;
pub(crate) mod screens;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::repository;

/// Everything that is made here, below the target folder.
fn folder() -> PathBuf {
    // Asked for as cargo does, so that `CARGO_TARGET_DIR` is respected.
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository::root().join("target"), PathBuf::from);
    target.join("android")
}

/// The step of `cargo xtask test android`.
pub(crate) fn check() -> Result<()> {
    test(None)
}

/// Drives the real activity under Robolectric, on the library and the service in this folder: built now if none is
/// named.
pub(crate) fn test(built: Option<&Path>) -> Result<()> {
    robolectric::test(built)
}

/// The same on the classes that R8 leaves of the app.
pub(crate) fn test_minified(built: Option<&Path>) -> Result<()> {
    robolectric::test_minified(built)
}

/// Makes the app's package, minified, from the libraries that `cargo xtask package` built, and checks it.
pub(crate) fn apk() -> Result<()> {
    apk::make()
}

/// All files with this extension below a folder, in order.
fn files_below(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let all = repository::files_below(folder)?.into_iter();
    Ok(all.filter(|path| path.extension().is_some_and(|found| found == extension)).collect())
}

/// Paths as Java takes a list of them.
fn joined(paths: &[PathBuf]) -> String {
    let separator = if cfg!(windows) { ";" } else { ":" };
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(separator)
}

/// `-DNAME=VALUE`.
fn property(name: &str, value: impl AsRef<std::ffi::OsStr>) -> OsString {
    let mut property = OsString::from(format!("-D{name}="));
    property.push(value);
    property
}
