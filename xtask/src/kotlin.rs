//! The tests of the Kotlin package: its JVM loads the library and its tests start the service.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::bench::fixture;
use crate::program::{Program, cargo};
use crate::steps::EVERYTHING;
use crate::{bindings, repository};

/// The service together with all tests, since cargo resolves other features without them.
pub(crate) const SERVICE_BUILD: [&str; 4] = ["build", "--tests", "--bin", "onecall"];

pub(crate) fn test() -> Result<()> {
    let library = bindings::build_library()?;
    let folder = library.parent().context("a library is in a folder")?;
    let service = service()?;
    // The benchmark of the door is compiled with the tests, that it may not rot.
    fixture::for_kotlin(&fixture::build(&[])?)?;

    maven_test(&repository::root().join("bindings/kotlin"))
        .args(["-Pbench"])
        .args([property("onecall.library.path", folder), property("onecall.service", &service)])
        .run()
}

/// Maven, about to compile a package and to run its tests. The compiler is over before the JVM's best code would come,
/// which takes half of the work; it runs within Maven, so that nothing stays behind.
pub(crate) fn maven_test(package: &Path) -> Program {
    let quick = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    // After what is set already: a proxy, for instance.
    let options = std::env::var("MAVEN_OPTS").map_or_else(|_| quick.to_owned(), |set| format!("{set} {quick}"));
    Program::new("mvn")
        .args(["-B", "-q", "-ntp", "-Dstyle.color=never", "-Dkotlin.compiler.daemon=false", "test"])
        .env("MAVEN_OPTS", &options)
        .dir(package)
}

/// Builds the service, and says where it is.
pub(crate) fn service() -> Result<PathBuf> {
    let name = format!("onecall{}", std::env::consts::EXE_SUFFIX);
    cargo(SERVICE_BUILD).args(EVERYTHING).built("onecall", &name)
}

/// Installs the package into the local Maven repository, with the library of this machine in it.
pub(crate) fn install() -> Result<()> {
    let library = bindings::release_library()?;
    let file = library.file_name().context("a library has a name")?;
    let package = repository::root().join("bindings/kotlin");
    let natives = package.join("target/natives").join(folder_of_jna(std::env::consts::OS, std::env::consts::ARCH));
    fs::create_dir_all(&natives).context("the folder for the library cannot be made")?;
    fs::copy(&library, natives.join(file)).context("the library cannot be copied")?;
    let maven = Program::new("mvn").args(["-B", "-q", "-ntp", "-Dstyle.color=never", "-DskipTests", "install"]);
    maven.dir(&package).run()?;
    println!("   org.onecall:onecall-core is in the local Maven repository");
    Ok(())
}

/// The folder of a jar in which JNA looks for the libraries of a system.
fn folder_of_jna(system: &str, processor: &str) -> String {
    let system = match system {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    };
    format!("{system}-{}", processor.replace('_', "-"))
}

/// The generated Kotlin, but taking any text: UniFFI's own throws where a text is no Unicode, and what somebody
/// pastes would then end the app. A lone surrogate becomes a question mark, and the text a wrong one.
///
/// A test of the package pastes such texts, so a generator that writes other lines is found out.
pub(crate) fn taking_any_text(generated: &str) -> String {
    generated
        .replace(
            "// Make sure we don't have invalid UTF-16, check for lone surrogates.",
            "// Text that is no Unicode is a wrong text, not an exception in the app: lone surrogates become question marks.",
        )
        .replace("onMalformedInput(CodingErrorAction.REPORT)", "onMalformedInput(CodingErrorAction.REPLACE)")
}

pub(crate) fn property(name: &str, value: &Path) -> OsString {
    let mut property = OsString::from(format!("-D{name}="));
    property.push(value);
    property
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_goes_where_jna_looks_for_it() {
        assert_eq!(folder_of_jna("linux", "x86_64"), "linux-x86-64");
        assert_eq!(folder_of_jna("macos", "aarch64"), "darwin-aarch64");
        assert_eq!(folder_of_jna("windows", "x86_64"), "win32-x86-64");
    }
}
