//! Files that are committed and never edited.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::repository;

/// A file as it has to be.
pub(super) struct Generated {
    path: &'static str,
    text: String,
}

impl Generated {
    pub(super) fn new(path: &'static str, text: String) -> Self {
        Self { path, text }
    }

    pub(super) fn write(&self) -> Result<()> {
        let file = repository::root().join(self.path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&file, &self.text).with_context(|| format!("{} cannot be written", self.path))?;
        println!("   wrote {}", self.path);
        Ok(())
    }

    pub(super) fn check(&self) -> Result<()> {
        if fs::read_to_string(repository::root().join(self.path)).ok().as_ref() == Some(&self.text) {
            return Ok(());
        }
        bail!("{} is not what operator.toml says: run `cargo xtask operator` and commit the result", self.path);
    }
}
