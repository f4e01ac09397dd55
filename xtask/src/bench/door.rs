//! The door against the emptiest crossing that UniFFI has, from a JVM and from Swift, on release builds. What the figures
//! mean is said in docs/speed.md.

use std::path::Path;

use anyhow::{Context, Result};

use super::{fixture, start};
use crate::program::Program;
use crate::{bindings, kotlin, repository, swift};

pub(crate) fn run() -> Result<()> {
    let library = bindings::release_library()?;
    let fixture = fixture::build(&["--release"])?;
    let service = kotlin::service()?;
    let folder = library.parent().context("a library is in a folder")?;

    start::watch()?;
    fixture::for_kotlin(&fixture)?;
    from_kotlin(folder, &service)?;
    fixture::for_swift(&fixture)?;
    swift::run(Path::new(swift::BENCH), folder, &service)
}

fn from_kotlin(libraries: &Path, service: &Path) -> Result<()> {
    Program::new("mvn")
        .args(["-B", "-q", "-ntp", "-Dstyle.color=never", "-Pbench"])
        .args([kotlin::property("jna.library.path", libraries), kotlin::property("onecall.service", service)])
        .args([kotlin::property("onecall.repository", &repository::root())])
        .args(["test-compile", "exec:java"])
        // One size from the start to the end, so that what grows is the library.
        .env("MAVEN_OPTS", "-Xms512m -Xmx512m -XX:+AlwaysPreTouch")
        .dir(&repository::root().join("bindings/kotlin"))
        .run()
}
