//! What the artefact was made from: a list, committed beside it, in which a change of any source shows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest as _, Sha256};

use super::{WASM, build};
use crate::program::cargo;
use crate::repository;

const LIST: &str = "onecall.sources";

/// So many digits of a digest tell two files apart; more would only make the list wider.
const DIGITS: usize = 32;

/// How many differences are named.
const NAMED: usize = 10;

/// Writes the list beside the artefact that was just made.
pub(super) fn write(folder: &Path) -> Result<()> {
    let head = "# What onecall.wasm was made from, and itself. Made by `cargo xtask wasm`. Do not edit.\n";
    let lines: String = list(folder)?.iter().map(|(name, digest)| format!("{name} {digest}\n")).collect();
    fs::write(folder.join(LIST), format!("{head}{lines}")).context("the list of sources cannot be written")
}

/// Fails when the artefact was made from something else, or is not the one that the list names.
pub(super) fn check(folder: &Path) -> Result<()> {
    let text = fs::read_to_string(folder.join(LIST)).unwrap_or_default();
    let fresh = list(folder)?;
    let stale = difference(&read(&text), &fresh);
    if stale.is_empty() {
        println!("   made from the {} sources that are here", fresh.len());
        return Ok(());
    }
    let more = if stale.len() > NAMED { format!(" and {} more", stale.len() - NAMED) } else { String::new() };
    let named = stale.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    bail!("onecall.wasm is stale ({named}{more}): run `cargo xtask wasm` and commit bindings/web/dist")
}

fn read(text: &str) -> BTreeMap<String, String> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.rsplit_once(' ')).map(|(name, digest)| (name.to_owned(), digest.to_owned())).collect()
}

/// The names of what is in one of them only, or differs.
fn difference(committed: &BTreeMap<String, String>, fresh: &BTreeMap<String, String>) -> Vec<String> {
    let names: BTreeSet<_> = committed.keys().chain(fresh.keys()).collect();
    names.into_iter().filter(|name| committed.get(*name) != fresh.get(*name)).cloned().collect()
}

fn list(folder: &Path) -> Result<BTreeMap<String, String>> {
    let root = repository::root();
    let mut list = BTreeMap::new();
    let artefact = fs::read(folder.join(WASM)).unwrap_or_default();
    list.insert(WASM.to_owned(), digest(&artefact));
    for path in repository::files()?.into_iter().filter(|path| is_source(path)) {
        let bytes = fs::read(root.join(&path)).with_context(|| format!("{} cannot be read", path.display()))?;
        list.insert(path.to_string_lossy().into_owned(), digest(&bytes));
    }
    list.insert("the crates it stands on".to_owned(), digest(crates()?.as_bytes()));
    list.insert("profile and flags".to_owned(), digest(settings(&root)?.as_bytes()));
    Ok(list)
}

/// The core without what a browser does not carry, and the door.
fn is_source(path: &Path) -> bool {
    let is_rust = path.extension().is_some_and(|extension| extension == "rs");
    let is_test = path.components().any(|part| part.as_os_str() == "tests") || path.ends_with("tests.rs");
    let is_elsewhere = ["src/client", "src/ffi"].iter().any(|folder| path.starts_with(folder));
    let is_ours = path.starts_with("src") || path.starts_with("bindings/web/src");
    is_rust && is_ours && !is_test && !is_elsewhere || path == Path::new("bindings/web/Cargo.toml")
}

/// Every crate with its version and features.
fn crates() -> Result<String> {
    let tree = cargo(["tree", "--locked", "-p", "onecall-web", "--target", "wasm32-unknown-unknown"])
        .args(["-e", "normal,build", "--prefix", "none", "--no-dedupe", "-f", "{p} [{f}]"])
        .stdout()?;
    // Where a crate lies differs from machine to machine.
    let lines: BTreeSet<String> = tree.lines().map(without_parentheses).collect();
    Ok(lines.into_iter().collect::<Vec<_>>().join("\n"))
}

fn without_parentheses(line: &str) -> String {
    let mut depth = 0_usize;
    let outside = line.chars().filter(|c| {
        depth += usize::from(*c == '(');
        let is_outside = depth == 0;
        depth = depth.saturating_sub(usize::from(*c == ')'));
        is_outside
    });
    outside.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The profile, the flags, and the release of what shrinks it.
fn settings(root: &Path) -> Result<String> {
    let manifest: toml::Table = fs::read_to_string(root.join("Cargo.toml"))?.parse()?;
    let profile = |name: &str| manifest.get("profile").and_then(|profiles| profiles.get(name));
    let tools: serde_json::Value = serde_json::from_str(&fs::read_to_string(root.join("bindings/web/package.json"))?)?;
    let shrinker = &tools["devDependencies"]["binaryen"];
    let mut settings = String::new();
    writeln!(settings, "{:?} {:?}", profile("phone"), profile("release"))?;
    writeln!(settings, "{} {} {shrinker}", build::FLAGS, build::SHRINK.join(" "))?;
    Ok(settings)
}

fn digest(bytes: &[u8]) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(bytes).iter().take(DIGITS / 2) {
        digits.push_str(&format!("{byte:02x}"));
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_what_a_browser_carries() {
        for (path, is) in [
            ("src/journey/step.rs", true),
            ("bindings/web/src/lib.rs", true),
            ("bindings/web/Cargo.toml", true),
            ("src/client/http.rs", false),
            ("src/ffi/mod.rs", false),
            ("src/journey/tests/ar.rs", false),
            ("src/answers/sse/tests.rs", false),
            ("src/journey/journey.md", false),
            ("service/src/lib.rs", false),
            ("bindings/web/onecall.js", false),
        ] {
            assert_eq!(is_source(Path::new(path)), is, "{path}");
        }
    }

    #[test]
    fn whatever_differs_is_named() {
        let committed = read("# head\na 1\nb c 2\nd 3\n");
        let fresh = read("a 1\nb c 4\ne 5\n");
        assert_eq!(difference(&committed, &fresh), ["b c", "d", "e"]);
        assert!(difference(&committed, &committed).is_empty());
    }

    #[test]
    fn a_crate_is_named_without_the_folder_it_lies_in() {
        assert_eq!(without_parentheses("onecall v0.1.0 (/src (1)/x) [a,b]"), "onecall v0.1.0 [a,b]");
        assert_eq!(without_parentheses("serde_derive v1.0.0 (proc-macro) []"), "serde_derive v1.0.0 []");
    }
}
