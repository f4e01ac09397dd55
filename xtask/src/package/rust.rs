//! Where the standard library for a target comes from. Decided here, and nowhere else.
//!
//! What rustup has for the target; else its source, compiled along; else Debian's compiler, whose source is
//! a package. The size build always compiles the standard library, because only then it can be made small.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::debian;
use crate::program::{Program, cargo};
use crate::repository;

/// How a target's standard library is had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Std {
    /// It came with the toolchain.
    Ready,
    /// The toolchain has its source.
    Source,
    /// Debian's compiler, unpacked in this folder, has its source.
    Debian(PathBuf),
}

/// What there is for a target; `built` when the standard library must be compiled in any case.
pub(crate) fn std_for(triple: &str, built: bool) -> Result<Std> {
    if !built && is_ready(triple) {
        return Ok(Std::Ready);
    }
    // Of two lanes that add something, one adds it and the other finds it.
    let _lock = repository::lock(&repository::root().join("target/rustup.lock"))?;
    if !built && rustup(&["target", "add", triple]) && is_ready(triple) {
        return Ok(Std::Ready);
    }
    if has_source() || (rustup(&["component", "add", "rust-src"]) && has_source()) {
        return Ok(Std::Source);
    }
    debian::rust().map(Std::Debian)
}

impl Std {
    /// Cargo, or Debian's, with what makes it compile the standard library.
    pub(crate) fn cargo(&self) -> Program {
        match self {
            Self::Ready => cargo(["rustc"]),
            // Compiling the standard library is not stable; this is how one says that one knows.
            Self::Source => cargo(["rustc"]).env("RUSTC_BOOTSTRAP", "1"),
            Self::Debian(folder) => Program::new(folder.join("usr/bin/cargo"))
                .env("LD_LIBRARY_PATH", &folder.join("usr/lib/x86_64-linux-gnu").to_string_lossy())
                .env("RUSTC", &folder.join("usr/bin/rustc").to_string_lossy())
                .env("RUSTC_BOOTSTRAP", "1")
                .args(["rustc"]),
        }
    }

    /// Builds with another compiler or another standard library do not share a folder, or each would
    /// throw away what the other made.
    pub(super) fn folder(&self) -> &'static str {
        match self {
            Self::Ready => "phone",
            Self::Source => "phone-std",
            Self::Debian(_) => "phone-debian",
        }
    }
}

fn is_ready(triple: &str) -> bool {
    rustc(&["--print", "target-libdir", "--target", triple]).is_some_and(|folder| PathBuf::from(folder).is_dir())
}

fn has_source() -> bool {
    let source = "lib/rustlib/src/rust/library/std/Cargo.toml";
    rustc(&["--print", "sysroot"]).is_some_and(|sysroot| PathBuf::from(sysroot).join(source).is_file())
}

fn rustc(arguments: &[&str]) -> Option<String> {
    Some(Program::new("rustc").args(arguments).answer()?.trim().to_owned())
}

fn rustup(arguments: &[&str]) -> bool {
    Program::new("rustup").args(arguments).answer().is_some()
}

/// The version of the compiler, for the report.
pub(super) fn version() -> Result<String> {
    rustc(&["--version"]).context("rustc does not say its version")
}
