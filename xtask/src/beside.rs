//! A second lane: chores of ours that run beside what this process does, one after the other. Most chores keep one
//! processor busy, and every machine has two.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, bail};

use crate::repository;

/// Chores under way.
pub(crate) struct Beside {
    /// What they print, which is shown when they are over: two that print at once are read by nobody.
    printed: PathBuf,
    chores: JoinHandle<Result<()>>,
}

impl Beside {
    /// Starts these chores, each given by its words after `cargo xtask`; one that fails is the last.
    ///
    /// `ourselves` is this program, found before anything was compiled: a build may put another one in its place.
    pub(crate) fn start(name: &str, ourselves: PathBuf, chores: Vec<Vec<&'static str>>) -> Result<Self> {
        let folder = repository::root().join("target/beside");
        fs::create_dir_all(&folder).context("no folder for what is printed")?;
        Self::printing_into(folder.join(format!("{name}.txt")), ourselves, chores)
    }

    fn printing_into(printed: PathBuf, ourselves: PathBuf, chores: Vec<Vec<&'static str>>) -> Result<Self> {
        let file = File::create(&printed).with_context(|| format!("{} cannot be written", printed.display()))?;
        println!("\n   begun beside what follows, and shown when it is over; until then in {}", printed.display());
        let chores = thread::spawn(move || chores.iter().try_for_each(|chore| run(&ourselves, chore, &file)));
        Ok(Self { printed, chores })
    }

    /// Waits for them and shows what they printed; returns that, and how it went.
    pub(crate) fn join(self) -> Result<(String, Result<()>)> {
        let outcome = self.chores.join().unwrap_or_else(|_| bail!("what ran beside was broken off"));
        let printed = fs::read(&self.printed).with_context(|| format!("{} cannot be read", self.printed.display()))?;
        let printed = String::from_utf8_lossy(&printed).into_owned();
        print!("{printed}");
        Ok((printed, outcome))
    }
}

fn run(ourselves: &Path, chore: &[&str], into: &File) -> Result<()> {
    let words = format!("cargo xtask {}", chore.join(" "));
    let status = Command::new(ourselves)
        .args(chore)
        .stdin(Stdio::null())
        .stdout(into.try_clone()?)
        .stderr(into.try_clone()?)
        .status()
        .with_context(|| format!("`{words}` could not be started"))?;
    if !status.success() {
        bail!("`{words}` failed ({status})");
    }
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_chore_that_fails_is_the_last_one_and_all_that_was_printed_is_shown() {
        let folder = tempfile::tempdir().unwrap();
        let shell = |script| vec!["-c", script];
        let chores = vec![shell("echo first"), shell("echo second >&2; exit 3"), shell("echo third")];
        let beside = Beside::printing_into(folder.path().join("printed.txt"), "sh".into(), chores).unwrap();
        let (printed, outcome) = beside.join().unwrap();
        assert_eq!(printed, "first\nsecond\n");
        assert!(outcome.unwrap_err().to_string().contains("exit status: 3"));
    }
}
