//! The file with the first admin's sign-in link.

use std::path::{Path, PathBuf};

use crate::agents::{Agents, AgentsError, SIGN_IN_PATH};

/// Holds the first sign-in link when there is no terminal to print it on.
#[derive(Clone)]
pub(crate) struct FirstSignInFile(PathBuf);

impl FirstSignInFile {
    /// The one of this data folder, whether it is there or not.
    pub(crate) fn of(data: &Path) -> Self {
        Self(data.join("first-sign-in"))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Takes the file away if its link signs nobody in any more: used, too old, or replaced by another.
    pub(crate) fn forget_if_dead(&self, agents: &Agents) -> Result<(), AgentsError> {
        // Nearly always there is none.
        let Ok(link) = std::fs::read_to_string(&self.0) else { return Ok(()) };
        let is_good = match link.trim().split_once(SIGN_IN_PATH) {
            Some((_, secret)) => agents.is_invited_by(secret)?,
            None => false,
        };
        if !is_good {
            // Whoever reads it all the same finds a dead link.
            let _ = std::fs::remove_file(&self.0);
        }
        Ok(())
    }
}
