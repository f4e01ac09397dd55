//! `cargo xtask surface`: what others build on, listed, so that it does not change without a word.
//!
//! Two listings are committed: the public Rust, and what crosses the door to Kotlin and Swift. Neither is written anew
//! while the unreleased section of the changelog is as it was when it was last written.

mod changelog;
mod listings;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::generated::{Files, show_difference};
use crate::repository;

/// Where they are committed.
const FOLDER: &str = "tests/golden/surface";

/// Begins the line with the digest of the changelog's section.
const WRITTEN_WITH: &str = "# Changelog: ";

/// The toolchain that the listings are made with is here.
pub(crate) fn ensure() -> Result<()> {
    listings::ensure()
}

pub(crate) fn check() -> Result<()> {
    let fresh = listings::fresh()?;
    let committed = committed();
    let stale: Vec<_> = fresh.iter().filter(|(name, lines)| body(committed.get(*name)) != **lines).collect();
    if stale.is_empty() {
        println!("   {} lines as committed", fresh.values().map(|listing| listing.lines().count()).sum::<usize>());
        return Ok(());
    }
    let named = |text: String, name: &str| (PathBuf::from(name), text);
    let before: Files = stale.iter().map(|(name, _)| named(body(committed.get(*name)), name)).collect();
    let now: Files = stale.iter().map(|(name, lines)| named((*lines).clone(), name)).collect();
    show_difference(&before, &now)?;
    bail!(
        "what others build on has changed: say so in CHANGELOG.md under Unreleased, run `cargo xtask surface` and \
         commit both"
    );
}

pub(crate) fn write() -> Result<()> {
    let fresh = listings::fresh()?;
    let committed = committed();
    let path = repository::root().join("CHANGELOG.md");
    let changelog = fs::read_to_string(path).context("CHANGELOG.md cannot be read")?;
    let section = changelog::unreleased(&changelog).context("CHANGELOG.md has no section `Unreleased`")?;
    let digest = changelog::digest(section);
    for (name, listing) in &fresh {
        let before = committed.get(name);
        if before.is_some() && body(before) == *listing {
            println!("   {name}: unchanged");
            continue;
        }
        if before.and_then(|text| written_with(text)) == Some(&digest) {
            bail!("{name} has changed and the section Unreleased of CHANGELOG.md has not: say there what changed");
        }
        let path = repository::root().join(FOLDER).join(name);
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        fs::write(&path, format!("{}{WRITTEN_WITH}{digest}\n{listing}", head(name)))
            .with_context(|| format!("{} cannot be written", path.display()))?;
        println!("   wrote {FOLDER}/{name}");
    }
    Ok(())
}

fn head(name: &str) -> String {
    let of = if name == listings::RUST { "Every public item of the crate" } else { "All that crosses the door" };
    format!("# {of}, listed by `cargo xtask surface`. Do not edit.\n")
}

fn committed() -> BTreeMap<&'static str, String> {
    let folder = repository::root().join(FOLDER);
    let read = |name| Some((name, fs::read_to_string(folder.join(name)).ok()?));
    [listings::RUST, listings::FOREIGN].into_iter().filter_map(read).collect()
}

/// What a file lists, without its head.
fn body(text: Option<&String>) -> String {
    let lines = text.into_iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with("# "));
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn written_with(text: &str) -> Option<&str> {
    text.lines().find_map(|line| line.strip_prefix(WRITTEN_WITH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listing_knows_with_which_changelog_it_was_written() {
        let text = format!("{}{WRITTEN_WITH}0123\n#[non_exhaustive] a\nb\n", head(listings::RUST));
        assert_eq!(written_with(&text), Some("0123"));
        assert_eq!(body(Some(&text)), "#[non_exhaustive] a\nb\n");
        assert_eq!(body(None), "");
    }
}
