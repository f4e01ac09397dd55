//! The tools that are not Rust's own: found, installed where we may, or named in one sentence.

use std::fs::File;
use std::path::Path;

use anyhow::{Result, bail};

use crate::program::{Program, cargo};
use crate::{repository, surface};

/// The oldest Java that the Kotlin package is compiled for.
const JAVA: u32 = 17;

/// What the Android app's resources are linked with, and its package read, aligned and signed: program, and the Debian
/// package that brings it.
const ANDROID: [(&str, &str); 4] =
    [("aapt", "aapt"), ("aapt2", "aapt"), ("zipalign", "zipalign"), ("apksigner", "apksigner")];

pub(crate) fn ensure() -> Result<()> {
    android()?;
    proxy()?;
    component("fmt", "rustfmt")?;
    component("clippy", "clippy")?;
    surface::ensure()?;
    java()
}

/// What the Android app is made with, besides a JDK.
pub(crate) fn android() -> Result<()> {
    let missing = || ANDROID.iter().filter(|(program, _)| where_is(program).is_none());
    let packages: Vec<&str> = missing().map(|(_, package)| *package).collect();
    if !packages.is_empty() {
        install(&packages)?;
    }
    if let Some((program, package)) = missing().next() {
        bail!("{program} is missing: install the package `{package}`");
    }
    Ok(())
}

/// Maven, and a JDK.
pub(crate) fn java() -> Result<()> {
    // Something else may have brought Java for Maven to run on, but no compiler.
    if java_of_maven().is_none() || java_of_compiler().is_none() {
        install(&["maven", "default-jdk-headless"])?;
    }
    let packages = "`maven` and `default-jdk-headless`";
    for (program, found) in [("Maven", java_of_maven()), ("javac", java_of_compiler())] {
        match found {
            Some(found) if found >= JAVA => {}
            Some(found) => {
                bail!("{program} is of Java {found}: install a JDK of version {JAVA} or newer, set JAVA_HOME")
            }
            None => bail!("{program} is missing: install the packages {packages} (JDK {JAVA} or newer)"),
        }
    }
    Ok(())
}

/// Where the shell finds a program.
pub(crate) fn where_is(program: &str) -> Option<String> {
    let found = Program::new("sh").args(["-c", &format!("command -v {program}")]).answer()?;
    Some(found.trim().to_owned()).filter(|path| !path.is_empty())
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
    java_version(&Program::new("mvn").args(["--version"]).answer()?, "Java version: ")
}

/// That of the compiler on the path; an old one does not know this question.
fn java_of_compiler() -> Option<u32> {
    java_version(&Program::new("javac").args(["--version"]).answer()?, "javac ")
}

fn java_version(answer: &str, before: &str) -> Option<u32> {
    let (_, rest) = answer.split_once(before)?;
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
    fn the_java_of_maven_and_of_the_compiler_is_read_from_their_versions() {
        let before = "Java version: ";
        let maven = "Apache Maven 3.8.7\nMaven home: /usr/share/maven\nJava version: 17.0.15, vendor: Debian\n";
        assert_eq!(java_version(maven, before), Some(17));
        assert_eq!(java_version("Apache Maven 3.8.7\nJava version: 1.8.0_412, vendor: x", before), Some(1));
        assert_eq!(java_version("mvn: JAVA_HOME is wrong", before), None);
        assert_eq!(java_version("javac 21-ea\n", "javac "), Some(21));
    }
}
