//! Swift packages: judged, compiled and tested, with the machine's own Swift or with the one in
//! [a root](root) made for it.

mod root;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::bench::fixture;
use crate::program::Program;
use crate::{bindings, kotlin, repository};
use root::Mount;

/// The language mode of our packages.
const OLDEST: u32 = 6;

/// The benchmark of the door.
pub(crate) const BENCH: &str = "bindings/bench/swift";

/// The step of `cargo xtask test`: the package of the bindings, and its calls at the same time once
/// more under the race detector.
pub(crate) fn check() -> Result<()> {
    let swift = Swift::find()?;
    swift.lint(&["Package.swift", "bindings/swift", BENCH])?;
    let built = Built::new()?;
    swift.test(Path::new("."), &built, &[])?;
    swift.test(Path::new("."), &built, &["--sanitize=thread", "--filter", "Crowd"])?;
    // Compiled here, that it may not rot.
    fixture::for_swift(&fixture::build(&[])?)?;
    swift.package("build", Path::new(BENCH), &built, "plain", &["-Xswiftc", "-warnings-as-errors"])
}

/// Judges the hand-written files of the Swift package in `folder` (from the repository's root), and
/// runs its tests on the library and the service as they are now.
pub(crate) fn test(folder: &str) -> Result<()> {
    let swift = Swift::find()?;
    swift.lint(&[folder])?;
    swift.test(Path::new(folder), &Built::new()?, &[])
}

/// Builds the program of the Swift package in `folder` as it would be shipped, on these libraries, and runs it; it may
/// start the service.
pub(crate) fn run(folder: &Path, libraries: &Path, service: &Path) -> Result<()> {
    let built = Built { library: libraries.join("any"), service: service.to_owned() };
    let release = &["--configuration", "release"];
    Swift::find()?.package("run", folder, &built, "release", release)
}

/// Judges the files in `folders` that stand on frameworks of Apple's: elsewhere than on a Mac they can be read, and not
/// compiled.
pub(crate) fn parse(folders: &[&str]) -> Result<()> {
    let swift = Swift::find()?;
    swift.lint(folders)?;
    let root = repository::root();
    let files = files(folders)?;
    let command = swift.tool("swiftc", &root, &[], &[Mount::Read(root.clone())]);
    command.args(["-parse", "-swift-version", "6"]).args(files).run()
}

/// What the tests of a package load and start.
struct Built {
    library: PathBuf,
    service: PathBuf,
}

impl Built {
    fn new() -> Result<Self> {
        let library = bindings::build_library()?;
        Ok(Self { library, service: kotlin::service()? })
    }
}

/// A compiler of Swift and its tools.
enum Swift {
    /// On the path.
    Here,
    /// In this root.
    In(PathBuf),
}

impl Swift {
    fn find() -> Result<Self> {
        let version = Program::new("swift").args(["--version"]).answer();
        match version.as_deref().and_then(major_version) {
            Some(found) if found >= OLDEST => Ok(Self::Here),
            _ => Ok(Self::In(root::ensure()?)),
        }
    }

    /// What the formatter would write otherwise, in every file that a person wrote.
    fn lint(&self, paths: &[&str]) -> Result<()> {
        let files = files(paths)?;
        println!("   {} files of Swift", files.len());
        let root = repository::root();
        self.program(&root, &[], &[Mount::Read(root.clone())]).args(["format", "lint", "--strict"]).args(files).run()
    }

    fn test(&self, package: &Path, built: &Built, options: &[&str]) -> Result<()> {
        let kind = if options.is_empty() { "plain" } else { "checked" };
        let options = [&["-Xswiftc", "-warnings-as-errors"], options].concat();
        self.package("test", package, built, kind, &options)
    }

    /// Does this with a package, in a folder of what is built in this way.
    fn package(&self, what: &str, package: &Path, built: &Built, kind: &str, options: &[&str]) -> Result<()> {
        let root = repository::root();
        let library = built.library.parent().context("a library is in a folder")?;
        let service = built.service.parent().context("a program is in a folder")?;
        // Without the dot of a package that is the root itself: no folder of that name can be made.
        let scratch: PathBuf = root.join("target/swift").join(kind).join(package).components().collect();
        std::fs::create_dir_all(&scratch).context("no folder to build in")?;

        let environment = [variable("ONECALL_LIBRARY_PATH", library), variable("ONECALL_SERVICE", &built.service)];
        let mut mounts: Vec<Mount> = [root.as_path(), library, service].map(|path| Mount::Read(path.to_owned())).into();
        mounts.push(Mount::Write(scratch.clone()));
        self.program(&root.join(package), &environment, &mounts)
            .args([what, "--scratch-path"])
            .args([&scratch])
            .args(options)
            .run()
    }

    /// `swift`, about to be run in `folder`.
    fn program(&self, folder: &Path, environment: &[OsString], mounts: &[Mount]) -> Program {
        self.tool("swift", folder, environment, mounts)
    }

    fn tool(&self, name: &str, folder: &Path, environment: &[OsString], mounts: &[Mount]) -> Program {
        match self {
            Self::Here => Program::new("env").args(environment).args([name]).dir(folder),
            Self::In(root) => root::program(root, folder, mounts).args(environment).args([name]),
        }
    }
}

/// Every Swift file in these folders that a person wrote.
fn files(paths: &[&str]) -> Result<Vec<PathBuf>> {
    let files: Vec<PathBuf> = repository::files()?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "swift"))
        .filter(|file| !file.components().any(|part| part.as_os_str().eq_ignore_ascii_case("generated")))
        .filter(|file| paths.iter().any(|path| file.starts_with(path)))
        .collect();
    if files.is_empty() {
        bail!("no Swift file in {}", paths.join(", "));
    }
    Ok(files)
}

fn variable(name: &str, value: &Path) -> OsString {
    let mut variable = OsString::from(format!("{name}="));
    variable.push(value);
    variable
}

/// From what `swift --version` prints.
fn major_version(printed: &str) -> Option<u32> {
    let (_, rest) = printed.split_once("Swift version ")?;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_swift_is_read_on_both_systems() {
        assert_eq!(major_version("Swift version 6.0.3 (swift-6.0.3-RELEASE)\nTarget: x86_64"), Some(6));
        assert_eq!(major_version("Apple Swift version 5.10 (swiftlang-5.10.0.13 clang-1500.3.9.4)\n"), Some(5));
        assert_eq!(major_version("swift: command not found"), None);
    }
}
