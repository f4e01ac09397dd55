//! Where the repository is and which files are part of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::program::Program;

/// The repository's root: the folder above this package.
pub(crate) fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
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
