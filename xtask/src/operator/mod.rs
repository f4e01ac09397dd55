//! `cargo xtask operator`: what is built into the apps of one operator, from `operator.toml`.

mod android;
mod association;
mod ios;
mod settings;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

pub(crate) use android::{kotlin, manifest, strings};
pub(crate) use settings::{Operator, SignIn};

use crate::generated::{self, Files, count};
use crate::repository;

const SETTINGS: &str = "operator.toml";
/// What an iPhone says when it asks for the camera, in a language that the app does not have.
const CAMERA_USAGE: (&str, &str) = ("locales/en/app.ftl", "app-ios-camera-usage = ");

/// The operator whose settings are committed.
pub(crate) fn read() -> Result<Operator> {
    let text = fs::read_to_string(repository::root().join(SETTINGS));
    Operator::parse(&text.with_context(|| format!("{SETTINGS} cannot be read"))?)
}

/// Writes every generated file anew.
pub(crate) fn write() -> Result<()> {
    let files = files()?;
    generated::write_to(&repository::root(), &files)?;
    println!("   wrote {}", count(files.len()));
    Ok(())
}

/// Fails if a committed file is not what the settings say.
pub(crate) fn check() -> Result<()> {
    let fresh = files()?;
    let read = |path: &PathBuf| Some((path.clone(), fs::read_to_string(repository::root().join(path)).ok()?));
    let committed = fresh.keys().filter_map(read).collect();
    let stale = "the committed files are not what operator.toml says: run `cargo xtask operator` and commit the result";
    generated::check(&committed, &fresh, stale)
}

fn files() -> Result<Files> {
    let operator = read()?;
    let committed = fs::read_to_string(repository::root().join(android::MANIFEST))
        .with_context(|| format!("{} cannot be read", android::MANIFEST))?;
    let camera_usage = camera_usage()?;
    let files = [
        (android::MANIFEST, manifest(&operator, &committed)?),
        (android::KOTLIN, kotlin(&operator)),
        (android::STRINGS, strings(&operator)),
        (android::GRADLE, android::gradle(&operator)),
        ("service/generated/assetlinks.json", association::asset_links(&operator)),
        ("service/generated/apple-app-site-association", association::apple_app_site_association(&operator)),
        (ios::ENTITLEMENTS, ios::entitlements(&operator)),
        (ios::PROPERTIES, ios::properties(&operator, &camera_usage)),
        (ios::BUILD_SETTINGS, ios::build_settings(&operator)),
        (ios::SWIFT, ios::swift(&operator)),
    ];
    Ok(files.into_iter().map(|(path, text)| (path.into(), text)).collect())
}

fn camera_usage() -> Result<String> {
    let (file, label) = CAMERA_USAGE;
    let text = fs::read_to_string(repository::root().join(file)).with_context(|| format!("{file} cannot be read"))?;
    let usage = text.lines().find_map(|line| line.strip_prefix(label));
    Ok(usage.with_context(|| format!("{file} has no `{label}`"))?.to_owned())
}
