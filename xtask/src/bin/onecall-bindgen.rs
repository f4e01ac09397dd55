//! Writes the Kotlin or the Swift of a built core: `onecall-bindgen LIBRARY kotlin|swift OUT_DIR CRATE`.
//!
//! A program of its own, so that `cargo xtask test` fails in its first second and not after
//! compiling a generator. Run it from the repository's root: the crate's `uniffi.toml` is found
//! from there.

use anyhow::{Context, bail};
use camino::Utf8PathBuf;
use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate};

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let source = arguments.next().context("name the library to read")?;
    let language = match arguments.next().as_deref() {
        Some("kotlin") => TargetLanguage::Kotlin,
        Some("swift") => TargetLanguage::Swift,
        _ => bail!("name the language, kotlin or swift"),
    };
    let out_dir = arguments.next().context("name the folder to write to")?;
    let of = arguments.next().context("name the crate in the library")?;

    generate(GenerateOptions {
        languages: vec![language],
        source: Utf8PathBuf::from(source),
        out_dir: Utf8PathBuf::from(out_dir),
        // A formatter, where one is installed, would make the result depend on the machine.
        format: false,
        crate_filter: Some(of),
        ..GenerateOptions::default()
    })
}
