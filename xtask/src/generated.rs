//! Files that are made by a chore and committed: written, and held against what would be written now.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::program::Program;
use crate::repository;

/// How much of a difference is shown: enough to see what it is about.
const DIFF_LINES: usize = 200;

/// Generated files by their path below a folder.
pub(crate) type Files = BTreeMap<PathBuf, String>;

/// Fails, after showing the difference, with `stale` if what is committed is not what would be written.
pub(crate) fn check(committed: &Files, fresh: &Files, stale: &str) -> Result<()> {
    if fresh == committed {
        println!("   {} as committed", count(fresh.len()));
        return Ok(());
    }
    show_difference(committed, fresh)?;
    bail!("{stale}");
}

pub(crate) fn write_to(folder: &Path, files: &Files) -> Result<()> {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

/// What a folder holds; nothing if there is none.
pub(crate) fn read_from(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    if !folder.is_dir() {
        return Ok(files);
    }
    for path in repository::files_below(folder)? {
        let text = fs::read_to_string(&path).with_context(|| format!("{} is no text", path.display()))?;
        files.insert(path.strip_prefix(folder)?.to_owned(), text);
    }
    Ok(files)
}

pub(crate) fn show_difference(committed: &Files, fresh: &Files) -> Result<()> {
    let folder = tempfile::tempdir().context("no temporary folder")?;
    for (name, files) in [("committed", committed), ("generated", fresh)] {
        fs::create_dir(folder.path().join(name))?;
        write_to(&folder.path().join(name), files)?;
    }
    // Exits with 1 because there is a difference.
    let diff = Program::new("git")
        .args(["--no-pager", "diff", "--no-index", "--no-color", "--no-prefix", "--"])
        .args(["committed", "generated"])
        .dir(folder.path())
        .stdout_of_any_status()?;
    for line in diff.lines().take(DIFF_LINES) {
        println!("   {line}");
    }
    let more = diff.lines().count().saturating_sub(DIFF_LINES);
    if more > 0 {
        println!("   … and {more} lines more");
    }
    Ok(())
}

pub(crate) fn count(files: usize) -> String {
    if files == 1 { "1 file".to_owned() } else { format!("{files} files") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_written_are_read_back_with_their_paths() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::from([(PathBuf::from("org/onecall/core/a.kt"), "text\n".to_owned())]);
        write_to(folder.path(), &files).unwrap();
        assert_eq!(read_from(folder.path()).unwrap(), files);
    }

    #[test]
    fn what_is_not_as_committed_is_told_with_what_to_do() {
        let files = |text: &str| Files::from([(PathBuf::from("a"), text.to_owned())]);
        assert!(check(&files("1"), &files("1"), "do it").is_ok());
        assert_eq!(check(&files("1"), &files("2"), "do it").unwrap_err().to_string(), "do it");
    }
}
