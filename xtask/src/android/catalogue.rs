//! The versions that both builds read: `android/gradle/libs.versions.toml`, Gradle's version catalogue.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;

const FILE: &str = "android/gradle/libs.versions.toml";

/// The catalogue, as far as this build needs it.
#[derive(Deserialize)]
pub(super) struct Catalogue {
    versions: BTreeMap<String, String>,
    libraries: BTreeMap<String, Library>,
    bundles: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Library {
    module: String,
    version: VersionRef,
}

#[derive(Deserialize)]
struct VersionRef {
    #[serde(rename = "ref")]
    name: String,
}

/// One published file, by Maven's coordinates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Artifact {
    pub(super) group: String,
    pub(super) name: String,
    pub(super) version: String,
}

impl Artifact {
    /// The file's name as Maven copies it.
    pub(super) fn file_name(&self, extension: &str) -> String {
        format!("{}-{}.{extension}", self.name, self.version)
    }
}

impl Catalogue {
    pub(super) fn read() -> Result<Self> {
        let text = std::fs::read_to_string(crate::repository::root().join(FILE));
        Self::parse(&text.with_context(|| format!("{FILE} cannot be read"))?)
    }

    fn parse(text: &str) -> Result<Self> {
        toml::from_str(text).with_context(|| format!("{FILE} is no version catalogue that this build understands"))
    }

    pub(super) fn version(&self, name: &str) -> Result<&str> {
        self.versions.get(name).map(String::as_str).with_context(|| format!("{FILE} names no version `{name}`"))
    }

    pub(super) fn library(&self, alias: &str) -> Result<Artifact> {
        let library = self.libraries.get(alias).with_context(|| format!("{FILE} names no library `{alias}`"))?;
        let (group, name) = library.module.split_once(':').with_context(|| format!("{alias} has no GROUP:NAME"))?;
        Ok(Artifact {
            group: group.to_owned(),
            name: name.to_owned(),
            version: self.version(&library.version.name)?.to_owned(),
        })
    }

    pub(super) fn bundle(&self, name: &str) -> Result<Vec<Artifact>> {
        let aliases = self.bundles.get(name).with_context(|| format!("{FILE} names no bundle `{name}`"))?;
        aliases.iter().map(|alias| self.library(alias)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_is_its_libraries_with_their_versions() {
        let catalogue = Catalogue::parse(
            "[versions]\nxy = \"1.2\"\n[libraries]\na = { module = \"x.y:a\", version.ref = \"xy\" }\n\
             [bundles]\nboth = [\"a\"]\n[plugins]\n",
        )
        .unwrap();
        let a = Artifact { group: "x.y".to_owned(), name: "a".to_owned(), version: "1.2".to_owned() };
        assert_eq!(catalogue.bundle("both").unwrap(), std::slice::from_ref(&a));
        assert_eq!(a.file_name("aar"), "a-1.2.aar");
        assert!(catalogue.bundle("none").is_err());
    }

    #[test]
    fn every_library_of_the_catalogue_has_a_version_and_every_bundle_its_libraries() {
        let catalogue = Catalogue::read().unwrap();
        for alias in catalogue.libraries.keys() {
            catalogue.library(alias).unwrap();
        }
        for name in catalogue.bundles.keys() {
            catalogue.bundle(name).unwrap();
        }
    }
}
