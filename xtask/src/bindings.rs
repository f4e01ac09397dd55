//! `cargo xtask bindings`: the Kotlin and the Swift that the core's `ffi` module generates, and
//! whether the committed ones are it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::generated::{self, Files, count, read_from, write_to};
use crate::program::{Program, cargo};
use crate::{kotlin, repository};

/// The languages, as the generator knows them, each with where its files are committed.
const LANGUAGES: [(&str, &[Place]); 2] = [
    ("kotlin", &[Place { folder: "bindings/kotlin/src/main/kotlin/generated", extensions: &["kt"] }]),
    (
        "swift",
        &[
            Place { folder: "bindings/swift/Sources/OneCallCore/generated", extensions: &["swift"] },
            Place { folder: "bindings/swift/Sources/OneCallCoreFFI/generated", extensions: &["h", "modulemap"] },
        ],
    ),
];

/// A folder with generated files and nothing else.
struct Place {
    /// From the repository's root.
    folder: &'static str,
    extensions: &'static [&'static str],
}

pub(crate) fn write() -> Result<()> {
    let fresh = generate()?;
    for place in places() {
        let folder = repository::root().join(place.folder);
        if folder.exists() {
            fs::remove_dir_all(&folder).context("the old bindings cannot be removed")?;
        }
    }
    write_to(&repository::root(), &fresh)?;
    println!("   wrote {}", count(fresh.len()));
    Ok(())
}

pub(crate) fn check() -> Result<()> {
    let fresh = generate()?;
    let mut committed = Files::new();
    for place in places() {
        let files = read_from(&repository::root().join(place.folder))?;
        committed.extend(files.into_iter().map(|(path, text)| (Path::new(place.folder).join(path), text)));
    }
    generated::check(
        &committed,
        &fresh,
        "the committed bindings are not what the core generates: run `cargo xtask bindings` and commit the result",
    )
}

fn places() -> impl Iterator<Item = &'static Place> {
    LANGUAGES.iter().flat_map(|(_, places)| places.iter())
}

/// Builds the library as an app loads it and returns its path.
///
/// With the core's own features and no others: in the whole workspace the service would switch on
/// parts of tokio that the core forgot to ask for. As the only crate type, because a `lib` beside
/// it switches link-time optimisation off.
pub(crate) fn build_library() -> Result<PathBuf> {
    library(&[])
}

/// The same as quick as it gets, for an app on this machine: what phones carry is made small instead.
pub(crate) fn release_library() -> Result<PathBuf> {
    library(&["--release"])
}

fn library(options: &[&str]) -> Result<PathBuf> {
    let library =
        cargo(["rustc", "-p", "onecall", "--lib", "--features", "ffi", "--crate-type", "cdylib"]).args(options);
    let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    library.built("onecall", &format!("{prefix}onecall{suffix}"))
}

/// What the core generates now, by its path from the repository's root.
fn generate() -> Result<Files> {
    let library = build_library()?;
    let lock = fs::read_to_string(repository::root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    let uniffi = locked_version(&lock, "uniffi").context("Cargo.lock names no uniffi")?;

    let mut files = Files::new();
    for (language, places) in &LANGUAGES {
        let folder = tempfile::tempdir().context("no temporary folder")?;
        generate_into(&library, language, "onecall", folder.path())?;
        let generated = read_from(folder.path())?;
        if generated.is_empty() {
            bail!("the generator wrote no {language}: is there a `setup_scaffolding!` in the core?");
        }
        for (path, text) in generated {
            files.insert(place_of(&path, places)?, marked(&text, uniffi));
        }
    }
    Ok(files)
}

/// Writes the bindings of one crate in a built library into a folder, as they come.
pub(crate) fn generate_into(library: &Path, language: &str, of: &str, folder: &Path) -> Result<()> {
    let name = format!("onecall-bindgen{}", std::env::consts::EXE_SUFFIX);
    let build = cargo(["build", "-p", "xtask", "--features", "bindgen", "--bin", "onecall-bindgen"]);
    let generator = build.built("onecall-bindgen", &name)?;
    let run = Program::new(generator).args([library.as_os_str(), language.as_ref(), folder.as_os_str(), of.as_ref()]);
    run.dir(&repository::root()).run()
}

/// Where a generated file is committed, from the repository's root.
fn place_of(generated: &Path, places: &[Place]) -> Result<PathBuf> {
    let extension = generated.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let place = places.iter().find(|place| place.extensions.contains(&extension));
    let folder = place.with_context(|| format!("the generator wrote a {}", generated.display()))?.folder;
    // The one name under which compilers look for it.
    let path = if extension == "modulemap" { Path::new("module.modulemap") } else { generated };
    Ok(Path::new(folder).join(path))
}

/// A file with a first line that says where it comes from, and without blanks at line ends, which
/// the generator leaves and a diff shows.
fn marked(generated: &str, uniffi: &str) -> String {
    let mut text = format!("// Generated by `cargo xtask bindings` (UniFFI {uniffi}) from src/ffi. Do not edit.\n");
    for line in kotlin::taking_any_text(generated).trim_end().lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, rest) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generated_file_says_so_in_its_first_line_and_has_no_blanks_at_line_ends() {
        assert_eq!(
            marked("package a  \n\n\tval b = 1\t\n\n\n", "1.2.3"),
            "// Generated by `cargo xtask bindings` (UniFFI 1.2.3) from src/ffi. Do not edit.\n\
             package a\n\n\tval b = 1\n"
        );
    }

    #[test]
    fn every_generated_file_has_its_place() {
        let (_, kotlin) = LANGUAGES[0];
        let (_, swift) = LANGUAGES[1];
        let place_of = |path: &str, places| place_of(Path::new(path), places).ok();
        assert_eq!(place_of("org/a.kt", kotlin), Some("bindings/kotlin/src/main/kotlin/generated/org/a.kt".into()));
        assert_eq!(place_of("A.swift", swift), Some("bindings/swift/Sources/OneCallCore/generated/A.swift".into()));
        assert_eq!(
            place_of("A.modulemap", swift),
            Some("bindings/swift/Sources/OneCallCoreFFI/generated/module.modulemap".into())
        );
        assert_eq!(place_of("A.py", swift), None);
    }

    #[test]
    fn the_version_of_exactly_the_named_package_is_read() {
        let lock = "[[package]]\nname = \"uniffi_core\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"uniffi\"\nversion = \"0.32.2\"\n";
        assert_eq!(locked_version(lock, "uniffi"), Some("0.32.2"));
        assert_eq!(locked_version(lock, "tokio"), None);
    }
}
