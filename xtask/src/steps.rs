//! `cargo xtask test`: the table of what must be green, and the loop that runs it.
//!
//! Cargo compiles a crate once for every set of features it is asked with. The steps therefore ask
//! for the same set, [`EVERYTHING`], and only two ask for another one on purpose: the core without
//! any feature, and the library that phones load, which must compile with its own features and not
//! with what its neighbours switch on.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::program::cargo;
use crate::{android, bindings, hygiene, ios, kotlin, operator, purity, strings, surface, swift, tools, wasm, web};

/// Packages and features of every step that compiles the whole workspace.
pub(crate) const EVERYTHING: [&str; 3] = ["--workspace", "--features", "onecall/ffi"];

// A table, one line a step.
#[rustfmt::skip]
const STEPS: &[Step] = &[
    step("tools", "what the later steps need is installed", tools::ensure),
    step("hygiene", "short files, nothing unfinished, no dead links", hygiene::check),
    step("strings", "the committed string files of the apps are what `locales/` holds", strings::check),
    step("operator", "the committed files of the example operator are what `operator.toml` says", operator::check),
    step("format", "rustfmt has nothing to change", format),
    step("purity", "the core alone reaches no runtime, network or dice", purity::check),
    step("lint core", "the core alone, without a warning", lint_core),
    step("lint", "libraries, programs, tests and benchmarks, without a warning", lint),
    step("docs", "the documentation, without a warning", docs),
    step("build", "the service and all tests compile", build),
    step("test", "all tests, and the examples in the documentation", test),
    step("bindings", "the committed Kotlin and Swift are what the core generates", bindings::check),
    step("surface", "what others build on is as listed, or the changelog says what changed", surface::check),
    step("wasm", "the committed core for browsers is made from what is here, and does as the others do", wasm::check),
    step("kotlin", "the Kotlin package on the library and the service just built", kotlin::test),
    step("swift", "the Swift package on the same, and its parallel calls under a race detector", swift::check),
    step("screens", "every screen of the Android app, drawn and read as a screen reader would", android::screens::check),
    step("android", "whole calls on the Android app, under Robolectric", android::check),
    step("ios", "the iPhone's app without a phone, and its views as far as they can be read", ios::check),
    step("web", "the pages, in a browser and by validators and readers that others wrote", web::check),
];

struct Step {
    name: &'static str,
    what: &'static str,
    run: fn() -> Result<()>,
}

const fn step(name: &'static str, what: &'static str, run: fn() -> Result<()>) -> Step {
    Step { name, what, run }
}

/// Runs every step in order, or those of these names alone, and stops at the first that fails.
pub(crate) fn run(only: &[String]) -> Result<()> {
    if let Some(unknown) = only.iter().find(|name| STEPS.iter().all(|step| step.name != name.as_str())) {
        bail!("there is no step {unknown:?}: {}", STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", "));
    }
    let is_wanted = |step: &&Step| only.is_empty() || only.iter().any(|name| name == step.name);
    let steps: Vec<&Step> = STEPS.iter().filter(is_wanted).collect();
    let mut taken = Vec::new();
    let mut outcome = Ok(());
    for (index, step) in steps.iter().enumerate() {
        println!("\n== {}/{} {}: {}", index + 1, steps.len(), step.name, step.what);
        let started = Instant::now();
        outcome = (step.run)();
        taken.push(started.elapsed());
        if let Err(error) = &outcome {
            println!("   failed after {:.1} s: {error:#}", seconds(&taken, index));
            break;
        }
        println!("   ok, {:.1} s", seconds(&taken, index));
    }
    println!("\n{}", summary(&steps.iter().map(|step| step.name).collect::<Vec<_>>(), &taken, outcome.is_ok()));
    outcome
}

fn seconds(taken: &[Duration], index: usize) -> f64 {
    taken.get(index).map_or(0.0, Duration::as_secs_f64)
}

/// One line a step; those never reached are said to be so.
fn summary(names: &[&str], taken: &[Duration], passed: bool) -> String {
    let mut lines = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let result = match (index + 1).cmp(&taken.len()) {
            std::cmp::Ordering::Greater => "not run",
            std::cmp::Ordering::Equal if !passed => "FAILED",
            _ => "ok",
        };
        lines.push(format!("{name:<10} {result:<8} {:>7.1} s", seconds(taken, index)));
    }
    let total: Duration = taken.iter().sum();
    let verdict = if passed { "all green" } else { "stopped at the first failure" };
    lines.push(format!("{:<10} {verdict}, {:.0} s", "total", total.as_secs_f64()));
    lines.join("\n")
}

fn format() -> Result<()> {
    cargo(["fmt", "--all", "--check"]).run()
}

fn lint_core() -> Result<()> {
    cargo(["clippy", "-p", "onecall", "--lib", "--no-default-features", "--", "-D", "warnings"]).run()
}

fn lint() -> Result<()> {
    // Without the binding generator: checking that one dependency would take longer than all the
    // rest together.
    cargo(["clippy", "--all-targets"]).args(EVERYTHING).args(["--", "-D", "warnings"]).run()
}

fn docs() -> Result<()> {
    // Libraries only: the service's program has the name of the core's library, and their pages
    // would collide. Examples, though there may be none, because with them cargo resolves the
    // features that the lints had, and what they compiled serves again.
    cargo(["doc", "--no-deps", "--lib", "--examples"]).args(EVERYTHING).env("RUSTDOCFLAGS", "-D warnings").run()
}

fn build() -> Result<()> {
    cargo(kotlin::SERVICE_BUILD).args(EVERYTHING).run()
}

fn test() -> Result<()> {
    cargo(["test"]).args(EVERYTHING).run()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_tells_what_passed_what_failed_and_what_never_ran() {
        let taken = [Duration::from_millis(1_500), Duration::from_millis(250)];
        assert_eq!(
            summary(&["format", "lint", "test"], &taken, false),
            "format     ok           1.5 s\n\
             lint       FAILED       0.2 s\n\
             test       not run      0.0 s\n\
             total      stopped at the first failure, 2 s"
        );
    }

    #[test]
    fn no_two_steps_share_a_name() {
        let mut names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STEPS.len());
    }
}
