//! Makes the listings.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::bindings::build_library;
use crate::program::{Program, cargo};
use crate::repository;

pub(super) const RUST: &str = "rust.txt";
pub(super) const FOREIGN: &str = "foreign.txt";

/// The toolchain whose rustdoc writes what `public-api` reads: the format differs with nearly every release, so this
/// is changed together with that dependency, in xtask/Cargo.toml.
const TOOLCHAIN: &str = "1.95.0";

pub(super) fn fresh() -> Result<BTreeMap<&'static str, String>> {
    let library = build_library()?;
    let name = format!("onecall-surface{}", std::env::consts::EXE_SUFFIX);
    let lister = cargo(["build", "-p", "xtask", "--features", "bindgen", "--bin", "onecall-surface"]);
    let lister = lister.built("onecall-surface", &name)?;
    let list = |kind: &str, of: &Path| Program::new(&lister).args([kind.as_ref(), of.as_os_str()]).stdout();
    Ok(BTreeMap::from([(RUST, list("rust", &rustdoc_json()?)?), (FOREIGN, list("foreign", &library)?)]))
}

/// What rustdoc knows of the crate with its default features: the door is listed by itself.
fn rustdoc_json() -> Result<PathBuf> {
    let folder = tempfile::tempdir().context("no temporary folder")?;
    let target = repository::root().join("target/surface");
    let arguments = ["rustdoc", "-p", "onecall", "--lib", "--target-dir"].map(str::to_owned);
    let json = ["--", "-Z", "unstable-options", "--output-format", "json", "--cap-lints", "allow"].map(str::to_owned);
    let arguments = arguments.into_iter().chain([target.display().to_string()]).chain(json);
    ensure()?;
    let (program, rustdoc) = if is_active() {
        (cargo([]), rustdoc_of(Program::new("rustc"))?)
    } else {
        let run = || Program::new("rustup").args(["run", TOOLCHAIN]);
        (run().args(["cargo"]), rustdoc_of(run().args(["rustc"]))?)
    };
    let wrapper = with_unstable_options(&rustdoc, folder.path())?;
    program.args(arguments).env("RUSTDOC", &wrapper.display().to_string()).run()?;
    Ok(target.join("doc/onecall.json"))
}

/// Has rustup install the toolchain, unless it is the one that is used anyway.
pub(super) fn ensure() -> Result<()> {
    let beside = || Program::new("rustup").args(["run", TOOLCHAIN, "rustc", "--version"]).answer().is_some();
    if is_active() || beside() {
        return Ok(());
    }
    let install = ["toolchain", "install", TOOLCHAIN, "--profile", "minimal"];
    let installed = Program::new("rustup").args(install).run();
    installed.with_context(|| format!("what others build on is listed with Rust {TOOLCHAIN}: install it, or rustup"))
}

fn is_active() -> bool {
    let version = Program::new("rustc").args(["--version"]).answer();
    version.is_some_and(|version| version.starts_with(&format!("rustc {TOOLCHAIN} ")))
}

/// The rustdoc beside this compiler.
fn rustdoc_of(rustc: Program) -> Result<PathBuf> {
    let sysroot = rustc.args(["--print", "sysroot"]).stdout()?;
    let path = Path::new(sysroot.trim()).join("bin/rustdoc");
    if !path.exists() {
        bail!("{} is missing", path.display());
    }
    Ok(path)
}

/// A rustdoc that takes unstable options. Only it is told so: whole cargo would build every dependency anew that asks
/// which compiler it has.
fn with_unstable_options(rustdoc: &Path, folder: &Path) -> Result<PathBuf> {
    let path = folder.join("rustdoc");
    fs::write(&path, format!("#!/bin/sh\nRUSTC_BOOTSTRAP=1 exec '{}' \"$@\"\n", rustdoc.display()))?;
    #[cfg(unix)]
    fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
    Ok(path)
}
