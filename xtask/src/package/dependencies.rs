//! docs/phone-dependencies.md: every crate that ships in the phone, with its licence and its bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, bail};

use crate::program::cargo;
use crate::repository;

const PAGE: &str = "docs/phone-dependencies.md";
/// The heading of the last column; a size is not compared, since it moves with every change.
const BYTES: &str = "bytes";

/// Writes the page, or holds the committed one against the tree.
pub(super) fn page(bytes: &BTreeMap<String, u64>, check: bool) -> Result<()> {
    let tree = cargo([
        "tree",
        "-p",
        "onecall",
        "--no-default-features",
        "--features",
        "ffi",
        "-e",
        "no-dev,no-build,no-proc-macro",
    ])
    .args(["--target", "aarch64-linux-android", "--prefix", "none", "--format", "{p}|{l}"])
    .stdout()?;
    let rows = rows(&tree);
    let path = repository::root().join(PAGE);
    if !check {
        fs::write(&path, text(&rows, bytes))?;
        println!("   wrote {PAGE}: {} crates", rows.len());
        return Ok(());
    }
    let committed = fs::read_to_string(&path).with_context(|| format!("{PAGE} is missing"))?;
    if without_bytes(&committed) != without_bytes(&text(&rows, bytes)) {
        bail!("{PAGE} is not what the phone carries: run `cargo xtask package android` and commit it");
    }
    println!("   {PAGE} names the {} crates there are", rows.len());
    Ok(())
}

/// Name, version, licence.
fn rows(tree: &str) -> BTreeSet<(String, String, String)> {
    let row = |line: &str| {
        let (package, licence) = line.split_once('|')?;
        let mut words = package.split_whitespace();
        let (name, version) = (words.next()?, words.next()?.trim_start_matches('v'));
        let licence = licence.trim_end_matches(" (*)").replace('/', " OR ");
        Some((name.to_owned(), version.to_owned(), licence))
    };
    tree.lines().filter_map(row).collect()
}

fn text(rows: &BTreeSet<(String, String, String)>, bytes: &BTreeMap<String, u64>) -> String {
    let mut text = format!(
        "# What the phone carries\n\nEvery crate in the library for arm64 Android, and in that for iPhones. Made by `cargo \
         xtask package android`; the check fails when a crate or a licence is missing here. The bytes are those of the \
         code and tables that still have the crate's name after link-time optimisation: what was inlined into another \
         crate counts there, strings and the roots' table have no name, and 0 means that nothing was left. C code of \
         `ring`, with its table of a curve, is in its row.\n\n| crate | version | licence | {BYTES} |\n|---|---|---|---:|\n"
    );
    for (name, version, licence) in rows {
        let size = bytes.get(&name.replace('-', "_")).copied().unwrap_or_default();
        let _ = writeln!(text, "| {name} | {version} | {licence} | {size} |");
    }
    text
}

fn without_bytes(text: &str) -> Vec<&str> {
    text.lines()
        .map(|line| {
            if line.starts_with("| ") {
                line.trim_end_matches(" |").rsplit_once('|').map_or(line, |(row, _)| row)
            } else {
                line
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_listed_once_with_its_licence() {
        let rows = rows(
            "log v0.4.35|MIT OR Apache-2.0\nlog v0.4.35|MIT OR Apache-2.0 (*)\nonecall v0.1.0 (/src)|MIT/Apache-2.0\n",
        );
        assert_eq!(rows.len(), 2);
        assert!(rows.contains(&("onecall".into(), "0.1.0".into(), "MIT OR Apache-2.0".into())));
    }

    #[test]
    fn other_bytes_are_the_same_page_and_another_licence_is_not() {
        let page = |licence: &str, size| {
            text(&[("a".into(), "1".into(), licence.into())].into(), &[("a".into(), size)].into())
        };
        assert_eq!(without_bytes(&page("MIT", 1)), without_bytes(&page("MIT", 2)));
        assert_ne!(without_bytes(&page("MIT", 1)), without_bytes(&page("ISC", 1)));
    }
}
