//! `cargo xtask fuzz`: libFuzzer on each target, for a while.
//!
//! The compiler's own coverage pass and libFuzzer's runtime are all it takes: no other toolchain, and no
//! sanitiser, because nothing here is unsafe and a broken promise panics by itself.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::program::{Program, cargo};
use crate::repository;

const TARGETS: [&str; 5] = ["link", "name", "protocol", "journey", "door"];

/// What rustc needs to tell libFuzzer where a run has been. Debug assertions and overflow checks are
/// on: what would wrap around silently on a phone is to be found here.
const COVERAGE: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
     -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 -Cdebug-assertions -Coverflow-checks";

/// The longest input: a long e-mail. libFuzzer's own guess would follow the corpus and stay short.
const LONGEST: usize = 16 * 1024;

/// Fuzzes `target`, or all of them one after the other, for `seconds` each.
pub(crate) fn run(target: Option<&str>, seconds: u32) -> Result<()> {
    let chosen: Vec<&str> = match target {
        None => TARGETS.to_vec(),
        Some(name) => match TARGETS.iter().find(|known| **known == name) {
            Some(known) => vec![known],
            None => bail!("there is no target {name}; there are: {}", TARGETS.join(", ")),
        },
    };
    let root = repository::root();
    for target in chosen {
        fuzz(&root, target, seconds)?;
    }
    Ok(())
}

fn fuzz(root: &Path, target: &str, seconds: u32) -> Result<()> {
    let program = format!("fuzz-{target}");
    // The triple is named so that the flags are for the targets alone and not for build scripts.
    let built = cargo(["build", "--release", "-p", "onecall-fuzz", "--features", "libfuzzer"])
        .args(["--bin", &program, "--target", &host()?, "--target-dir", "target/fuzz"])
        .env("RUSTFLAGS", COVERAGE)
        .built(&program, &program)?;
    let work = root.join("target/fuzz");
    let (found, seen) = (work.join("found").join(target), work.join("corpus").join(target));
    for folder in [&found, &seen] {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    // The first folder is written to; the committed one is only read.
    let run = Program::new(built)
        .args([&seen, &root.join("fuzz/corpus").join(target)])
        .args([format!("-max_total_time={seconds}"), format!("-max_len={LONGEST}")])
        .args([format!("-artifact_prefix={}/", found.display()), "-print_final_stats=1".to_owned()])
        .args(["-timeout=10", "-verbosity=1"])
        .run();
    run.with_context(|| {
        format!(
            "{target} breaks a promise: mend it, then keep the input found in {} under fuzz/corpus/{target}",
            found.display()
        )
    })
}

fn host() -> Result<String> {
    let version = Program::new("rustc").args(["-vV"]).stdout()?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc -vV names no host")
}
