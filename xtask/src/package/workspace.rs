//! The core as phones get it: the same sources and the same lock file, but for one crate.
//!
//! `idna_adapter` is chosen in a lock file; its version 1.0.0 knows no Unicode host names and saves a tenth of the
//! library (docs/adr/0007-a-small-library.md). The repository's own lock file keeps the whole one: there `url` is
//! what our reading of host names is tested against.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::program::cargo;
use crate::repository;

/// What the core's manifest names.
const LINKED: [&str; 4] = ["src", "tests", "benches", "uniffi.toml"];
/// The crate, and its version for phones.
const PINNED: (&str, &str) = ("idna_adapter", "1.0.0");

/// The folder to run cargo in, made anew when the repository's manifest or lock file changed.
pub(super) fn folder() -> Result<PathBuf> {
    let root = repository::root();
    let folder = root.join("target/phone-workspace");
    fs::create_dir_all(&folder)?;
    for name in LINKED {
        let link = folder.join(name);
        if link.symlink_metadata().is_err() {
            link_to(&root.join(name), &link).with_context(|| format!("{} cannot be linked", link.display()))?;
        }
    }
    let manifest = alone(&fs::read_to_string(root.join("Cargo.toml"))?)?;
    let lock = fs::read_to_string(root.join("Cargo.lock"))?;
    let came_from = format!("{manifest}\n{lock}");
    let stamp = folder.join("came-from");
    if fs::read_to_string(&stamp).is_ok_and(|old| old == came_from) {
        return Ok(folder);
    }
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("Cargo.lock"), lock)?;
    cargo(["update", "-q", "-p", PINNED.0, "--precise", PINNED.1]).dir(&folder).run()?;
    fs::write(&stamp, came_from)?;
    Ok(folder)
}

#[cfg(unix)]
fn link_to(original: &std::path::Path, link: &std::path::Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(original, link)
}

#[cfg(not(unix))]
fn link_to(_: &std::path::Path, _: &std::path::Path) -> std::io::Result<()> {
    Err(std::io::Error::other("the libraries for phones are made on Linux or on a Mac"))
}

/// The manifest with the core as the workspace's only member.
fn alone(manifest: &str) -> Result<String> {
    let mut found = 0;
    let lines: Vec<String> = manifest
        .lines()
        .map(|line| match line.split_once(" = ") {
            Some((key @ ("members" | "default-members"), _)) => {
                found += 1;
                format!("{key} = [\".\"]")
            }
            _ => line.to_owned(),
        })
        // The service depends on the core, never the other way round.
        .filter(|line| !line.starts_with("onecall = ") && !line.starts_with("onecall-service = "))
        .collect();
    if found != 2 {
        bail!("Cargo.toml names the members of the workspace in a way that xtask does not know");
    }
    Ok(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_is_the_only_member_and_all_else_stays() {
        let manifest = "[workspace]\nmembers = [\".\", \"a\"]\ndefault-members = [\".\"]\n\n[workspace.dependencies]\n\
                        onecall = { path = \".\" }\nserde = \"1\"\n";
        let expected =
            "[workspace]\nmembers = [\".\"]\ndefault-members = [\".\"]\n\n[workspace.dependencies]\nserde = \"1\"\n";
        assert_eq!(alone(manifest).unwrap(), expected);
        assert!(alone("[workspace]\n").is_err());
    }
}
