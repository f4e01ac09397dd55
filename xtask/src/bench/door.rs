//! The door against the emptiest crossing that UniFFI has (`bindings/bench/fixture`), from a JVM and from Swift, on
//! release builds. What the figures mean is said in docs/speed.md.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::start;
use crate::program::{Program, cargo};
use crate::{bindings, kotlin, repository, swift};

const FIXTURE: &str = "onecall-bench-fixture";
/// What its library is called.
const EMPTIEST: &str = "onecall_bench_fixture";
/// Where the Swift of the fixture is written, from the repository's root; git passes over both.
const SWIFT: [(&str, &[&str]); 2] = [
    ("bindings/bench/swift/Sources/Emptiest", &["swift"]),
    ("bindings/bench/swift/Sources/EmptiestFFI", &["h", "modulemap"]),
];

pub(crate) fn run() -> Result<()> {
    let library = release("onecall", &["--features", "ffi"], "onecall")?;
    let fixture = release(FIXTURE, &[], EMPTIEST)?;
    let service = kotlin::service()?;
    let folder = library.parent().context("a library is in a folder")?;

    start::watch()?;
    from_kotlin(folder, &fixture, &service)?;
    from_swift(folder, &fixture, &service)
}

/// As a library that an app loads, as quick as it gets: what phones carry is made small instead.
fn release(package: &str, options: &[&str], library: &str) -> Result<PathBuf> {
    let build = cargo(["rustc", "-p", package, "--lib", "--crate-type", "cdylib", "--release"]).args(options);
    build.built(library, &format!("{}{library}{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX))
}

fn from_kotlin(libraries: &Path, fixture: &Path, service: &Path) -> Result<()> {
    let package = repository::root().join("bindings/kotlin");
    bindings::generate_into(fixture, "kotlin", EMPTIEST, &package.join("target/fixture"))?;
    Program::new("mvn")
        .args(["-B", "-q", "-ntp", "-Dstyle.color=never", "-Pbench"])
        .args([kotlin::property("jna.library.path", libraries), kotlin::property("onecall.service", service)])
        .args([kotlin::property("onecall.repository", &repository::root())])
        .args(["test-compile", "exec:java"])
        // One size from the start to the end, so that what grows is the library.
        .env("MAVEN_OPTS", "-Xms512m -Xmx512m -XX:+AlwaysPreTouch")
        .dir(&package)
        .run()
}

fn from_swift(libraries: &Path, fixture: &Path, service: &Path) -> Result<()> {
    let generated = tempfile::tempdir().context("no temporary folder")?;
    bindings::generate_into(fixture, "swift", EMPTIEST, generated.path())?;
    for (folder, kinds) in SWIFT {
        let folder = repository::root().join(folder);
        fs::create_dir_all(&folder).context("no folder for the generated Swift")?;
        for file in fs::read_dir(generated.path()).context("nothing was generated")? {
            let file = file?.path();
            let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
            let name = file.file_name().context("a file has a name")?;
            // The one name under which compilers look for it.
            let name = if kind == "modulemap" { "module.modulemap".as_ref() } else { name };
            if kinds.contains(&kind) {
                fs::copy(&file, folder.join(name)).context("the generated Swift cannot be copied")?;
            }
        }
    }
    swift::run(Path::new("bindings/bench/swift"), libraries, service)
}
