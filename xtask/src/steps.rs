//! `cargo xtask test`: the table of what must be green, and the loop that runs it.
//!
//! Cargo compiles a crate once for every set of features it is asked with. The steps therefore ask
//! for the same set, [`EVERYTHING`], and only two ask for another one on purpose: the core without
//! any feature, and the library that phones load, which must compile with its own features and not
//! with what its neighbours switch on.

use std::env;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::beside::Beside;
use crate::program::cargo;
use crate::{android, bindings, hygiene, ios, kotlin, operator, purity, strings, surface, swift, tools, wasm, web};

/// Packages and features of every step that compiles the whole workspace.
pub(crate) const EVERYTHING: [&str; 3] = ["--workspace", "--features", "onecall/ffi"];

// Tables, one line a step. First these, one after the other.
#[rustfmt::skip]
const FIRST: &[Step] = &[
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
];

/// Then these, in two lanes side by side: each keeps about one processor busy.
#[rustfmt::skip]
const LANE: &[Step] = &[
    step("test", "all tests, and the examples in the documentation", test),
    step("bindings", "the committed Kotlin and Swift are what the core generates", bindings::check),
    step("surface", "what others build on is as listed, or the changelog says what changed", surface::check),
    step("wasm", "the committed core for browsers is made from what is here, and does as the others do", wasm::check),
    step("swift", "the Swift package on the same, and its parallel calls under a race detector", swift::check),
    step("ios", "the iPhone's app without a phone, and its views as far as they can be read", ios::check),
];
#[rustfmt::skip]
const LANE_BESIDE: &[Step] = &[
    step("kotlin", "the Kotlin package on the library and the service just built", kotlin::test),
    step("screens", "every screen of the Android app, drawn and read as a screen reader would", android::screens::check),
    step("android", "whole calls on the Android app, under Robolectric", android::check),
];

/// And these by themselves: several browsers keep every processor busy.
#[rustfmt::skip]
const LAST: &[Step] = &[
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

/// Runs every step, or those of these names alone; each lane stops at the first that fails, and then so does the rest.
pub(crate) fn run(only: &[String]) -> Result<()> {
    if let Some(unknown) = only.iter().find(|name| all().all(|step| step.name != name.as_str())) {
        bail!("there is no step {unknown:?}: {}", all().map(|step| step.name).collect::<Vec<_>>().join(", "));
    }
    let wanted = |step: &&Step| only.is_empty() || only.iter().any(|name| name == step.name);
    let of = |steps: &'static [Step]| -> Vec<&Step> { steps.iter().filter(wanted).collect() };
    let mut run = Run { names: all().filter(wanted).map(|step| step.name).collect(), rows: Vec::new() };
    let started = Instant::now();
    let ourselves = env::current_exe().context("this program does not know where it is")?;
    let outcome = run
        .in_order(&of(FIRST))
        .and_then(|()| run.side_by_side(&of(LANE), &of(LANE_BESIDE), ourselves))
        .and_then(|()| run.in_order(&of(LAST)));
    println!("\n{}", summary(&run.names, &run.rows, started.elapsed()));
    outcome
}

fn all() -> impl Iterator<Item = &'static Step> {
    [FIRST, LANE, LANE_BESIDE, LAST].into_iter().flatten()
}

/// A step that was run.
#[derive(Debug, PartialEq)]
struct Row {
    name: &'static str,
    passed: bool,
    seconds: f64,
}

/// What is to be run, and what was.
struct Run {
    names: Vec<&'static str>,
    rows: Vec<Row>,
}

impl Run {
    /// One after the other, up to the first that fails.
    fn in_order(&mut self, steps: &[&Step]) -> Result<()> {
        steps.iter().try_for_each(|step| {
            println!("\n== {}/{} {}: {}", self.rows.len() + 1, self.names.len(), step.name, step.what);
            let started = Instant::now();
            let outcome = (step.run)();
            let seconds = started.elapsed().as_secs_f64();
            match &outcome {
                Ok(()) => println!("   ok, {seconds:.1} s"),
                Err(error) => println!("   failed after {seconds:.1} s: {error:#}"),
            }
            self.rows.push(Row { name: step.name, passed: outcome.is_ok(), seconds });
            outcome
        })
    }

    /// Two lanes, the second in a process of its own. Of one that fails the other is waited for.
    fn side_by_side(&mut self, lane: &[&Step], beside: &[&Step], ourselves: PathBuf) -> Result<()> {
        if lane.is_empty() || beside.is_empty() {
            return self.in_order(lane).and_then(|()| self.in_order(beside));
        }
        let names: Vec<&'static str> = beside.iter().map(|step| step.name).collect();
        let beside = Beside::start("test", ourselves, vec![[&["test"], names.as_slice()].concat()])?;
        let outcome = self.in_order(lane);
        println!("\n== What ran beside: {}", names.join(", "));
        let (printed, outcome_beside) = beside.join()?;
        self.rows.extend(rows(&names, &printed));
        outcome.and(outcome_beside)
    }
}

/// One line a step; those never reached are said to be so.
fn summary(names: &[&str], rows: &[Row], taken: Duration) -> String {
    let mut lines = Vec::new();
    for name in names {
        let row = rows.iter().find(|row| row.name == *name);
        let result = row.map_or("not run", |row| if row.passed { "ok" } else { "FAILED" });
        lines.push(format!("{name:<10} {result:<8} {:>7.1} s", row.map_or(0.0, |row| row.seconds)));
    }
    let passed = rows.len() == names.len() && rows.iter().all(|row| row.passed);
    let verdict = if passed { "all green" } else { "stopped at the first failure" };
    lines.push(format!("{:<10} {verdict}, {:.0} s", "total", taken.as_secs_f64()));
    lines.join("\n")
}

/// What a [`summary`] in this text says of steps.
fn rows(names: &[&'static str], text: &str) -> Vec<Row> {
    let row = |line: &str| {
        let mut words = line.split_whitespace();
        let name = words.next()?;
        let name = *names.iter().find(|step| **step == name)?;
        let passed = match words.next()? {
            "ok" => true,
            "FAILED" => false,
            _ => return None,
        };
        Some(Row { name, passed, seconds: words.next()?.parse().ok()? })
    };
    text.lines().filter_map(row).collect()
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

    fn row(name: &'static str, passed: bool, seconds: f64) -> Row {
        Row { name, passed, seconds }
    }

    #[test]
    fn the_summary_tells_what_passed_what_failed_and_what_never_ran() {
        let rows = [row("format", true, 1.5), row("lint", false, 0.25)];
        assert_eq!(
            summary(&["format", "lint", "test"], &rows, Duration::from_millis(1_750)),
            "format     ok           1.5 s\n\
             lint       FAILED       0.2 s\n\
             test       not run      0.0 s\n\
             total      stopped at the first failure, 2 s"
        );
    }

    #[test]
    fn what_ran_beside_is_in_the_summary_as_it_was_in_its_own() {
        let ran = [row("kotlin", true, 1.5), row("screens", false, 20.0)];
        let names = ["kotlin", "screens", "android"];
        let printed = format!("== kotlin: words\nkotlin is ok\n{}", summary(&names, &ran, Duration::ZERO));
        assert_eq!(rows(&names, &printed), ran);
    }

    #[test]
    fn no_two_steps_share_a_name() {
        let mut names: Vec<_> = all().map(|step| step.name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
