//! The tools that are not Rust's own: found, installed where we may, or named in one sentence.

use std::fs::File;
use std::path::Path;

use anyhow::{Result, bail};

use crate::program::{Program, cargo};
use crate::repository;

/// The oldest Java that the Kotlin package is compiled for.
const JAVA: u32 = 17;

/// What the Android app's resources are linked with, and its package aligned and signed.
const ANDROID_TOOLS: [&str; 3] = ["aapt", "zipalign", "apksigner"];

pub(crate) fn ensure() -> Result<()> {
    android_tools()?;
    proxy()?;
    component("fmt", "rustfmt")?;
    component("clippy", "clippy")?;
    if java_of_maven().is_none() {
        install(&["maven", "default-jdk-headless"])?;
    }
    match java_of_maven() {
        Some(found) if found >= JAVA => Ok(()),
        Some(found) => bail!("Maven runs on Java {found}: install a JDK of version {JAVA} or newer and set JAVA_HOME"),
        None => {
            bail!("Maven is missing: install the packages `maven` and `default-jdk-headless` (JDK {JAVA} or newer)")
        }
    }
}

fn android_tools() -> Result<()> {
    // Its package brings aapt2 along.
    let are_here = || Program::new("aapt2").args(["version"]).answer().is_some();
    if !are_here() || Program::new("apksigner").args(["--version"]).answer().is_none() {
        install(&ANDROID_TOOLS)?;
    }
    if !are_here() {
        bail!("aapt2 is missing: install the packages {}", ANDROID_TOOLS.join(", "));
    }
    Ok(())
}

/// What the service is tried behind, and asked through.
fn proxy() -> Result<()> {
    // Where only root looks for it.
    let is_there =
        |name: &str| Path::new("/usr/sbin").join(name).exists() || Program::new(name).args(["-V"]).answer().is_some();
    if !is_there("nginx") || !is_there("curl") {
        install(&["nginx", "curl"])?;
    }
    if !is_there("nginx") || !is_there("curl") {
        bail!("nginx or curl is missing: install the packages `nginx` and `curl`");
    }
    Ok(())
}

/// A part of the Rust toolchain, which rustup can add.
fn component(subcommand: &str, name: &str) -> Result<()> {
    let is_here = || cargo([subcommand, "--version"]).answer().is_some();
    if !is_here() && Program::new("rustup").args(["--version"]).answer().is_some() {
        Program::new("rustup").args(["component", "add", name]).run()?;
    }
    if !is_here() {
        bail!("`cargo {subcommand}` is missing: install the package `{name}` or run `rustup component add {name}`");
    }
    Ok(())
}

/// The major version of the Java that Maven uses; `None` if there is no working Maven.
fn java_of_maven() -> Option<u32> {
    java_version(&Program::new("mvn").args(["--version"]).answer()?)
}

fn java_version(maven: &str) -> Option<u32> {
    let (_, rest) = maven.split_once("Java version: ")?;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// Installs packages if this is Debian or a relative of it and we are its root; otherwise leaves it
/// to the reader.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    if !is_root() || Program::new("apt-get").args(["--version"]).answer().is_none() {
        return Ok(());
    }
    let _lock = alone()?;
    Program::new("apt-get").args(["-q", "update"]).run()?;
    let install = Program::new("apt-get").args(["-q", "install", "-y", "--no-install-recommends"]).args(packages);
    install.env("DEBIAN_FRONTEND", "noninteractive").run()
}

/// Lists anew which packages there are, if we may.
pub(crate) fn update() -> Result<()> {
    if !is_root() {
        return Ok(());
    }
    let _lock = alone()?;
    Program::new("apt-get").args(["-q", "update"]).run()
}

/// The other lane may want packages, too, and Debian's own lock is not waited for.
fn alone() -> Result<File> {
    repository::lock(&std::env::temp_dir().join("onecall-packages.lock"))
}

pub(crate) fn is_root() -> bool {
    Program::new("id").args(["-u"]).answer().is_some_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_java_of_maven_is_read_from_its_version() {
        let maven = "Apache Maven 3.8.7\nMaven home: /usr/share/maven\nJava version: 17.0.15, vendor: Debian\n";
        assert_eq!(java_version(maven), Some(17));
        assert_eq!(java_version("Apache Maven 3.8.7\nJava version: 1.8.0_412, vendor: x"), Some(1));
        assert_eq!(java_version("mvn: JAVA_HOME is wrong"), None);
    }
}
