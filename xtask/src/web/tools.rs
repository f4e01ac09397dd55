//! What the checks of the pages need: found, installed where we may, or named in one sentence.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::program::Program;
use crate::{node, repository, tools};

/// Program, and the Debian package that brings it.
const PROGRAMS: [(&str, &str); 5] = [
    ("chromium", "chromium"),
    ("zbarimg", "zbar-tools"),
    ("npm", "npm"),
    ("java", "default-jre-headless"),
    ("python3", "python3"),
];

/// Letters of every language that the pages speak, and of one that is written from right to left.
const FONTS: [&str; 3] = ["fonts-dejavu-core", "fonts-roboto-unhinted", "fonts-droid-fallback"];

/// Readers of calendars and of interfaces, in Python.
const PYTHON: [&str; 2] = ["icalendar==7.3.2", "schemathesis==4.32.5"];

/// Where everything is.
pub(super) struct Tools {
    pub(super) node: PathBuf,
    pub(super) chromium: String,
    pub(super) python: PathBuf,
}

pub(super) fn ensure() -> Result<Tools> {
    programs()?;
    let web = repository::root().join("web");
    node::packages(&web)?;
    Ok(Tools { node: node::program(&web), chromium: chromium().unwrap_or_default(), python: python()? })
}

fn programs() -> Result<()> {
    let missing = || -> Vec<&str> {
        PROGRAMS.iter().filter(|(program, _)| tools::where_is(program).is_none()).map(|(_, package)| *package).collect()
    };
    let mut wanted = missing();
    let fonts = Program::new("fc-list").answer().unwrap_or_default();
    if !["DejaVu", "Roboto", "Droid"].iter().all(|family| fonts.contains(family)) {
        wanted.extend(FONTS);
    }
    // In Debian a virtual environment needs a package of its own.
    if Program::new("python3").args(["-c", "import ensurepip"]).answer().is_none() {
        wanted.push("python3-venv");
    }
    if !wanted.is_empty() {
        tools::install(&wanted)?;
    }
    let missing = missing();
    if !missing.is_empty() {
        bail!("the pages are checked with programs that are missing: install the packages {}", missing.join(", "));
    }
    Ok(())
}

fn chromium() -> Option<String> {
    tools::where_is("chromium")
}

/// The Python of a virtual environment with the readers in it.
fn python() -> Result<PathBuf> {
    let folder = repository::root().join("target/web/python");
    let python = folder.join("bin/python");
    let installed = folder.join("installed");
    let wanted = PYTHON.join("\n");
    if fs::read_to_string(&installed).is_ok_and(|before| before == wanted) {
        return Ok(python);
    }
    if folder.exists() {
        fs::remove_dir_all(&folder).context("an old virtual environment cannot be removed")?;
    }
    Program::new("python3").args(["-m", "venv"]).args([&folder]).run()?;
    let install = ["-m", "pip", "install", "-q", "--disable-pip-version-check"];
    Program::new(&python).args(install).args(PYTHON).run()?;
    fs::write(&installed, wanted).context("the virtual environment cannot be written to")?;
    Ok(python)
}
