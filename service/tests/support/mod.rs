//! What the journal's tests share.
#![allow(dead_code, reason = "each test binary uses its part")]
#![allow(clippy::unwrap_used, reason = "a test ends at the first error")]

pub(crate) mod power;
mod vfs;
mod vfs_file;
mod vfs_shm;

use std::fs;

use onecall_service::journal::{Journal, Options, Recorded};
use tempfile::TempDir;

/// Deterministic numbers (SplitMix64): a failure names its seed and replays from it.
pub(crate) struct Random(pub u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// 0 ≤ n < `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }
}

/// The bodies of a call, having checked that its versions are 1, 2, 3, …
pub(crate) async fn bodies(journal: &dyn Journal, call: &str) -> Vec<String> {
    let log = journal.read(call).await.unwrap();
    let versions: Vec<u64> = log.iter().map(|recorded| recorded.version).collect();
    assert_eq!(versions, (1..=log.len() as u64).collect::<Vec<_>>());
    log.into_iter().map(|Recorded { body, .. }| body).collect()
}

/// A place for a database, in a folder that does not exist yet.
pub(crate) fn place() -> (TempDir, Options) {
    let folder = tempfile::tempdir().unwrap();
    let options = Options::new(folder.path().join("data").join("test.db"));
    (folder, options)
}

/// Every file of a database but the lock, with its bytes.
pub(crate) fn files(options: &Options) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(options.path.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("test.db.lock"))
        .map(|path| (path.display().to_string(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}
