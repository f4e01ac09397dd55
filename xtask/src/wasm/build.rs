//! One build of the door for browsers.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::tools::Tools;
use crate::package::debian;
use crate::package::rust::{self, Std};
use crate::program::Program;
use crate::repository;

const TARGET: &str = "wasm32-unknown-unknown";

/// Besides those of the profile. The standard library is compiled along: the ready one brings the words of every panic,
/// which nobody in a browser would read. A panic is a trap, and there is no text that leads to one.
pub(super) const FLAGS: &str = "-Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort";

/// What makes it smaller still. Only what every browser of the last years has is switched on.
pub(super) const SHRINK: [&str; 11] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "-o",
];

/// Compiles and shrinks it, and says where it is.
pub(super) fn wasm(tools: &Tools) -> Result<PathBuf> {
    let std = rust::std_for(TARGET, true)?;
    let folder =
        repository::root().join("target").join(if matches!(std, Std::Debian(_)) { "wasm-debian" } else { "wasm" });
    let mut cargo = std
        .cargo()
        .args(["-p", "onecall-web", "--target", TARGET, "--profile", "phone"])
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
        .env("CARGO_TARGET_DIR", &folder.to_string_lossy())
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS);
    if matches!(std, Std::Debian(_)) {
        // rustup's compilers bring a linker along.
        let linker = debian::llvm()?.join("usr/lib/llvm-22/bin/wasm-ld");
        cargo = cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", &linker.to_string_lossy());
    }
    let large = cargo.built("onecall_web", "onecall_web.wasm")?;
    let small = large.parent().context("a file is in a folder")?.join("onecall.wasm");
    Program::new(&tools.node)
        .args([tools.modules.join("binaryen/bin/wasm-opt")])
        .args([&large])
        .args(SHRINK)
        .args([&small])
        .run()?;
    Ok(small)
}
