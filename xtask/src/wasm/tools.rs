//! Node.js, and what `bindings/web/package-lock.json` names.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::program::Program;
use crate::{node, repository, tools};

/// Where everything is.
pub(super) struct Tools {
    pub(super) node: PathBuf,
    /// The folder `node_modules`.
    pub(super) modules: PathBuf,
}

/// Installs what was not installed yet. Not beside the scripts, or the service would take it for a part of them.
pub(super) fn ensure() -> Result<Tools> {
    let is_here = || Program::new("npm").args(["--version"]).answer().is_some();
    if !is_here() {
        tools::install(&["npm"])?;
    }
    if !is_here() {
        bail!("npm is missing: install the package `npm`");
    }
    let package = repository::root().join("bindings/web");
    let folder = repository::root().join("target/web-tools");
    fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        fs::copy(package.join(file), folder.join(file)).with_context(|| format!("{file} cannot be copied"))?;
    }
    node::packages(&folder)?;
    Ok(Tools { node: node::program(&folder), modules: folder.join("node_modules") })
}
