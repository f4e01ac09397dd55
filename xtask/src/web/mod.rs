//! The pages, checked as a stranger would: a browser, screen reader's view, validators and readers that others wrote,
//! against the real service. The checks themselves are in `web/tests`.

mod tools;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::program::{Program, cargo};
use crate::steps::EVERYTHING;
use crate::{kotlin, repository};

/// Test files run side by side, each with a service and a browser of its own; the last ones one after the other.
const SIDE_BY_SIDE: u8 = 2;

/// Types, pages, people and readers.
pub(crate) fn check() -> Result<()> {
    let tools = tools::ensure()?;
    types(&tools.node)?;

    let out = repository::root().join("target/web");
    // Pictures and markup of states that are no more would be checked, too.
    for stale in ["pictures", "markup", "sheets"] {
        let stale = out.join(stale);
        if stale.exists() {
            fs::remove_dir_all(&stale).with_context(|| format!("{} cannot be emptied", stale.display()))?;
        }
    }
    let (last, tests): (Vec<_>, Vec<_>) = tests()?.into_iter().partition(|path| is_last(path));
    let run = |tests: &[PathBuf], side_by_side: u8| {
        Program::new(&tools.node)
            .args(["--test", "--test-force-exit", "--test-reporter=spec"])
            .args([format!("--test-concurrency={side_by_side}")])
            .args(tests)
            .env("ONECALL_WEB_OUT", &out.to_string_lossy())
            .env("ONECALL_SERVICE", &service()?.to_string_lossy())
            .env("ONECALL_CHROMIUM", &tools.chromium)
            .env("ONECALL_PYTHON", &tools.python.to_string_lossy())
            .dir(&repository::root().join("web"))
            .run_from("node --test web/tests/*.test.js")
    };
    run(&tests, SIDE_BY_SIDE)?;
    run(&last, 1)
}

/// Reads what the others have left, or measures: nothing may run beside it.
fn is_last(test: &Path) -> bool {
    test.file_name().is_some_and(|name| name.to_string_lossy().starts_with("last-"))
}

fn types(node: &Path) -> Result<()> {
    let web = repository::root().join("web");
    for project in [".", "tests"] {
        Program::new(node).args(["node_modules/typescript/bin/tsc", "-p", project]).dir(&web).run()?;
    }
    Ok(())
}

fn tests() -> Result<Vec<PathBuf>> {
    let all = repository::files_below(&repository::root().join("web/tests"))?;
    Ok(all.into_iter().filter(|path| path.to_string_lossy().ends_with(".test.js")).collect())
}

/// The program that the step "build" has made.
fn service() -> Result<PathBuf> {
    let mut name = OsString::from("onecall");
    name.push(std::env::consts::EXE_SUFFIX);
    cargo(kotlin::SERVICE_BUILD).args(EVERYTHING).built("onecall", &name.to_string_lossy())
}
