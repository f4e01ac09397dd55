//! Compilers from package registries, unpacked below `target/` and not installed: they stand in for the
//! Android NDK and Xcode where those are not.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::program::Program;
use crate::repository;
use crate::tools;

/// The C compiler, the linkers for both systems, and what reads and strips their files.
const LLVM: [&str; 14] = [
    "libllvm22",
    "clang-22",
    "libclang-cpp22",
    "libclang-common-22-dev",
    "lld-22",
    "llvm-22",
    // What those stand on, which a bare machine may lack.
    "libedit2",
    "libxml2",
    "libz3-4",
    "libzstd1",
    "libpfm4",
    "libbsd0",
    "libmd0",
    "libicu72",
];
/// A Rust compiler and the source of its standard library.
const RUST: [&str; 13] = [
    "rustc-web",
    "cargo-web",
    "libstd-rust-web-1.96",
    "libstd-rust-web-dev",
    "rust-web-src",
    "libllvm22",
    "libgit2-1.5",
    "libhttp-parser2.9",
    "libmbedcrypto7",
    "libmbedtls14",
    "libmbedx509-1",
    "libssh2-1",
    "libz3-4",
];
/// Headers of every system's C library, and the source of an unwinder.
const ZIG: &str = "ziglang==0.17.1";

/// The folder of clang, lld and their kin.
pub(crate) fn llvm() -> Result<PathBuf> {
    unpacked("llvm", |folder| debian(&LLVM, folder))
}

/// The folder of a Rust compiler that has the source of its standard library.
pub(super) fn rust() -> Result<PathBuf> {
    unpacked("rust", |folder| debian(&RUST, folder))
}

/// The folder with the headers of the phones' C libraries.
pub(super) fn headers() -> Result<PathBuf> {
    let folder = unpacked("headers", |folder| {
        if Program::new("pip3").args(["--version"]).answer().is_none() {
            tools::install(&["python3-pip"])?;
        }
        let pip =
            ["install", "-q", "--no-deps", "--no-compile", "--disable-pip-version-check", "--root-user-action=ignore"];
        Program::new("pip3").args(pip).args(["--target", &folder.to_string_lossy(), ZIG]).run()
    })?;
    Ok(folder.join("ziglang/lib"))
}

/// Filled under another name first: what broke off is never taken for the whole.
fn unpacked(name: &str, fill: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let all = repository::root().join("target/phone-tools");
    let folder = all.join(name);
    // Of two lanes that want it, one makes it and the other finds it.
    let _lock = repository::lock(&all.join(format!("{name}.lock")))?;
    if folder.is_dir() {
        return Ok(folder);
    }
    let half = all.join(format!("{name}.half"));
    if half.exists() {
        fs::remove_dir_all(&half)?;
    }
    fs::create_dir_all(&half)?;
    fill(&half)?;
    fs::rename(&half, &folder)?;
    Ok(folder)
}

fn debian(packages: &[&str], folder: &Path) -> Result<()> {
    if Program::new("apt-get").args(["--version"]).answer().is_none() {
        bail!("no phone toolchain: set ANDROID_NDK_HOME, run this on a Mac with Xcode, or on Debian 12");
    }
    let download = tempfile::tempdir().context("no temporary folder")?;
    let fetch = || Program::new("apt-get").args(["-q", "download"]).args(packages).dir(download.path()).answer();
    if fetch().is_none() {
        tools::update()?;
        Program::new("apt-get").args(["-q", "download"]).args(packages).dir(download.path()).run()?;
    }
    for entry in fs::read_dir(download.path())? {
        Program::new("dpkg-deb").args(["-x"]).args([entry?.path().as_path(), folder]).run()?;
    }
    Ok(())
}
