//! One build of the library for one target.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::rust;
use super::target::{IOS, Os, Target};
use super::tools::c_tools;
use crate::program::Program;
use crate::repository;

/// How small, at what price.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// On the stable toolchain: what is shipped.
    Stable,
    /// With a standard library made for size: needs unstable flags.
    Size,
}

/// A built library.
pub(super) struct Built {
    /// As it ships.
    pub(super) path: PathBuf,
    /// With its names, for the report.
    pub(super) named: PathBuf,
    /// Whether it may be shipped.
    pub(super) genuine: bool,
}

/// C code without what nobody reads: see docs/adr/0009-a-panic-ends-the-program.md.
const C_FLAGS: &str = "-fno-unwind-tables -fno-asynchronous-unwind-tables";

/// Compiles the library for a target, and for Android links and strips it.
pub(super) fn library(target: &Target, kind: Kind) -> Result<Built> {
    let c = c_tools(target)?;
    let std = rust::std_for(target.triple, kind == Kind::Size)?;
    let under = target.triple.replace('-', "_");
    let upper = under.to_uppercase();
    let shown = |path: &PathBuf| path.to_string_lossy().into_owned();
    let folder = folder(&std, target, kind);
    let mut cargo: Program = std
        .cargo()
        .args(["-p", "onecall", "--lib", "--no-default-features", "--features", "ffi", "--target", target.triple])
        .args(["--profile", if target.gated || c.genuine { "phone" } else { "phone-quick" }])
        .args(["--crate-type", if target.os == Os::Android { "cdylib" } else { "staticlib" }])
        .env("CARGO_TARGET_DIR", &repository::root().join("target").join(folder).to_string_lossy())
        .env(&format!("CC_{under}"), &shown(&c.compiler))
        .env(&format!("AR_{under}"), &shown(&c.archiver))
        .env(&format!("CFLAGS_{under}"), C_FLAGS)
        .env("IPHONEOS_DEPLOYMENT_TARGET", IOS)
        .env(&format!("CARGO_TARGET_{upper}_RUSTFLAGS"), &rust_flags(target, kind));
    if let Some(linker) = &c.linker {
        cargo = cargo.env(&format!("CARGO_TARGET_{upper}_LINKER"), &shown(linker));
    }
    for (name, value) in &c.env {
        cargo = cargo.env(name, value);
    }
    if std != rust::Std::Ready {
        cargo = cargo.args(["-Zbuild-std=std,panic_abort"]);
    }
    if kind == Kind::Size {
        cargo = cargo.args(["-Zbuild-std-features=optimize_for_size"]);
    }
    let file = if target.os == Os::Android { "libonecall.so" } else { "libonecall.a" };
    let named = cargo.built("onecall", file)?;
    if target.os == Os::Ios {
        return Ok(Built { path: named.clone(), named, genuine: c.genuine });
    }
    let path = named.parent().context("a library is in a folder")?.join("shipped").join(file);
    fs::create_dir_all(path.parent().context("a file is in a folder")?)?;
    Program::new(&c.strip).args(["--strip-all", "-o"]).args([&path, &named]).run()?;
    Ok(Built { path, named, genuine: c.genuine })
}

/// Where it is built, below the target folder: one for each system, for those are built at the same time, and one for
/// the size build, whose standard library is another.
fn folder(std: &rust::Std, target: &Target, kind: Kind) -> String {
    let system = if target.os == Os::Ios { "-ios" } else { "" };
    let size = if kind == Kind::Size { "-size" } else { "" };
    format!("{}{system}{size}", std.folder())
}

/// Flags beyond the profile's: what Cargo has no word for.
fn rust_flags(target: &Target, kind: Kind) -> String {
    let mut flags = vec!["-Cforce-unwind-tables=no".to_owned()];
    if target.os == Os::Android {
        let mut link =
            vec!["-z,max-page-size=16384", "-soname,libonecall.so", "--icf=all", "--pack-dyn-relocs=android"];
        // 32-bit ARM keeps its tables elsewhere, and they are small.
        if !target.triple.starts_with("armv7") {
            link.push("--no-eh-frame-hdr");
        }
        flags.extend(link.iter().map(|argument| format!("-Clink-arg=-Wl,{argument}")));
        let script = repository::root().join("xtask/src/package/discard.ld");
        if !target.triple.starts_with("armv7") {
            flags.push(format!("-Clink-arg=-Wl,-T,{}", script.display()));
        }
    }
    if kind == Kind::Size {
        // A panic stops the program where it stands and says nothing: the standard library and ours lose all words for it.
        let silent = ["-Zlocation-detail=none", "-Zfmt-debug=none", "-Zunstable-options", "-Cpanic=immediate-abort"];
        flags.extend(silent.map(str::to_owned));
    }
    flags.join(" ")
}
