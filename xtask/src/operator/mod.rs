//! `cargo xtask operator`: what is built into the apps of one operator, from `operator.toml`.

mod android;
mod association;
mod generated;
mod ios;
mod settings;

use std::fs;

use anyhow::{Context, Result};

pub(crate) use android::{kotlin, manifest, strings};
pub(crate) use settings::Operator;

use crate::repository;
use generated::Generated;

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
    files()?.iter().try_for_each(Generated::write)
}

/// Fails if a committed file is not what the settings say.
pub(crate) fn check() -> Result<()> {
    files()?.iter().try_for_each(Generated::check)
}

fn files() -> Result<Vec<Generated>> {
    let operator = read()?;
    let committed = fs::read_to_string(repository::root().join(android::MANIFEST))
        .with_context(|| format!("{} cannot be read", android::MANIFEST))?;
    let camera_usage = camera_usage()?;
    Ok(vec![
        Generated::new(android::MANIFEST, manifest(&operator, &committed)?),
        Generated::new(android::KOTLIN, kotlin(&operator)),
        Generated::new(android::STRINGS, strings(&operator)),
        Generated::new(android::GRADLE, android::gradle(&operator)),
        Generated::new("service/generated/assetlinks.json", association::asset_links(&operator)),
        Generated::new(
            "service/generated/apple-app-site-association",
            association::apple_app_site_association(&operator),
        ),
        Generated::new(ios::ENTITLEMENTS, ios::entitlements(&operator)),
        Generated::new(ios::PROPERTIES, ios::properties(&operator, &camera_usage)),
        Generated::new(ios::BUILD_SETTINGS, ios::build_settings(&operator)),
        Generated::new(ios::SWIFT, ios::swift(&operator)),
    ])
}

fn camera_usage() -> Result<String> {
    let (file, label) = CAMERA_USAGE;
    let text = fs::read_to_string(repository::root().join(file)).with_context(|| format!("{file} cannot be read"))?;
    let usage = text.lines().find_map(|line| line.strip_prefix(label));
    Ok(usage.with_context(|| format!("{file} has no `{label}`"))?.to_owned())
}
