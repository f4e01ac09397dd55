//! Where the repository is and which files are part of it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::program::Program;

/// The repository's root: the folder above this package.
pub(crate) fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// Every file below a folder, committed or not, in order.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(current) = open.pop() {
        for entry in fs::read_dir(&current).with_context(|| format!("{} cannot be read", current.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A file that one process holds at a time, until it is dropped: for what two lanes or two clones would make at once.
pub(crate) fn lock(file: &Path) -> Result<File> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    let lock = File::create(file).with_context(|| format!("{} cannot be written", file.display()))?;
    lock.lock().with_context(|| format!("{} cannot be locked", file.display()))?;
    Ok(lock)
}

/// Paths, relative to the root, of every file that is or could be committed: a new file is judged
/// before `git add`.
pub(crate) fn files() -> Result<BTreeSet<PathBuf>> {
    let listed = Program::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .dir(&root())
        .stdout()
        .context("the files of the project are listed by git: run this in a clone")?;
    let root = root();
    Ok(listed
        .split('\0')
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
        // A deleted file is listed until its deletion is staged.
        .filter(|path| root.join(path).is_file())
        .collect())
}
