//! The tests of the Kotlin package: its JVM loads the library and its tests start the service.

use std::ffi::OsString;
use std::path::Path;

use anyhow::{Context, Result};

use crate::program::{Program, cargo};
use crate::steps::EVERYTHING;
use crate::{bindings, repository};

/// Builds the service together with all tests, since cargo resolves other features without them.
pub(crate) const SERVICE_BUILD: [&str; 4] = ["build", "--tests", "--bin", "onecall"];

pub(crate) fn test() -> Result<()> {
    let library = bindings::build_library()?;
    let folder = library.parent().context("a library is in a folder")?;
    let service_name = format!("onecall{}", std::env::consts::EXE_SUFFIX);
    let service = cargo(SERVICE_BUILD).args(EVERYTHING).built("onecall", &service_name)?;

    Program::new("mvn")
        .args(["-B", "-q", "-ntp", "-Dstyle.color=never"])
        .args([property("onecall.library.path", folder), property("onecall.service", &service)])
        .args(["test"])
        .dir(&repository::root().join("bindings/kotlin"))
        .run()
}

fn property(name: &str, value: &Path) -> OsString {
    let mut property = OsString::from(format!("-D{name}="));
    property.push(value);
    property
}
