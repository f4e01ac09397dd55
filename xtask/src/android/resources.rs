//! The app's resources and manifest, linked by aapt2 into a package without code.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::catalogue::Catalogue;
use super::fetch::Parts;
use crate::program::Program;

/// What `link` made.
pub(super) struct Linked {
    /// The package: binary manifest and resources.
    pub(super) package: PathBuf,
    /// The sources of the `R` classes, of the app and of every archive.
    pub(super) r_sources: Vec<PathBuf>,
    /// Those classes, compiled.
    pub(super) r_classes: PathBuf,
    /// What R8 has to keep because the manifest or a resource names it.
    pub(super) keep_rules: PathBuf,
    /// The manifest as it was linked.
    pub(super) manifest: PathBuf,
}

/// What is linked.
pub(super) struct Sources<'a> {
    /// The manifest as it is committed, or of another operator.
    pub(super) manifest: &'a str,
    /// The name under which the operator's app is installed.
    pub(super) application_id: &'a str,
    /// Folders of resources, ours.
    pub(super) folders: &'a [PathBuf],
    pub(super) version_name: &'a str,
    pub(super) version_code: u32,
}

/// The package of the Kotlin sources, whatever the operator calls the app.
pub(super) const NAMESPACE: &str = "org.onecall.app";

pub(super) fn link(catalogue: &Catalogue, parts: &Parts, sources: &Sources, folder: &Path) -> Result<Linked> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    let framework = framework(parts, folder)?;
    let manifest = folder.join("AndroidManifest.xml");
    fs::write(&manifest, with_package(sources.manifest)?)?;
    let mut linked = Linked {
        package: folder.join("resources.apk"),
        r_sources: Vec::new(),
        r_classes: folder.join("r-classes"),
        keep_rules: folder.join("keep.pro"),
        manifest,
    };

    let generated = folder.join("r-sources");
    let mut link = Program::new("aapt2").args(["link", "--auto-add-overlay", "--non-final-ids"]);
    link = link.args([Path::new("-I"), &framework, Path::new("--manifest"), &linked.manifest]);
    link = link.args([Path::new("-o"), &linked.package, Path::new("--java"), &generated]);
    // Debian's aapt2 is older than `<property>`, which it writes down all the same.
    link = link.args(["--warn-manifest-validation"]);
    link = link.args([Path::new("--proguard"), &linked.keep_rules]);
    link = link.args(["--rename-manifest-package", sources.application_id]);
    link = link.args(["--min-sdk-version", catalogue.version("min-sdk")?]);
    link = link.args(["--target-sdk-version", catalogue.version("target-sdk")?]);
    link = link.args(["--version-name", sources.version_name]);
    link = link.args(["--version-code", &sources.version_code.to_string()]);
    link = link.args(["--extra-packages", &packages(parts)?.join(":")]);
    // Signed with a key for tests alone; a release comes from Gradle.
    link = link.args(["--debug-mode"]);
    for compiled in compile(parts, sources, &folder.join("compiled"))? {
        link = link.args([Path::new("-R"), &compiled]);
    }
    link.run_quietly()?;
    linked.r_sources = super::files_below(&generated, "java")?;
    compile_r(&linked.r_sources, &linked.r_classes)?;
    Ok(linked)
}

/// Compiles every folder of resources; what comes later goes before what came earlier.
fn compile(parts: &Parts, sources: &Sources, into: &Path) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(into)?;
    let of_archives = parts.archives.iter().map(|archive| archive.join("res"));
    let folders = of_archives.chain(sources.folders.iter().cloned()).filter(|folder| folder.is_dir());
    let mut compiled = Vec::new();
    for (number, folder) in folders.enumerate() {
        // An archive without resources has an empty folder, which aapt2 calls an error.
        if fs::read_dir(&folder)?.next().is_none() {
            continue;
        }
        let archive = into.join(format!("{number}.zip"));
        let aapt2 = Program::new("aapt2").args(["compile", "--dir"]);
        aapt2.args([folder.as_path(), Path::new("-o"), &archive]).run_quietly()?;
        compiled.push(archive);
    }
    Ok(compiled)
}

/// A package with nothing but the framework's table of resources, not compressed: all that aapt2 wants of it.
fn framework(parts: &Parts, folder: &Path) -> Result<PathBuf> {
    let folder = folder.join("framework");
    fs::create_dir_all(&folder)?;
    let take = Program::new("jar").args([Path::new("xf"), &parts.resources]);
    take.args(["resources.arsc", "AndroidManifest.xml"]).dir(&folder).run_quietly()?;
    let pack = Program::new("jar").args(["cfM0", "framework.apk", "resources.arsc", "AndroidManifest.xml"]);
    pack.dir(&folder).run_quietly()?;
    Ok(folder.join("framework.apk"))
}

/// Each archive's own classes look for `R` in its own package.
fn packages(parts: &Parts) -> Result<Vec<String>> {
    let mut packages = vec!["org.onecall.android".to_owned()];
    for archive in &parts.archives {
        let manifest = archive.join("AndroidManifest.xml");
        let text = fs::read_to_string(&manifest).with_context(|| format!("{} cannot be read", manifest.display()))?;
        let package = attribute(&text, "package").with_context(|| format!("{} has no package", manifest.display()))?;
        if !packages.iter().any(|known| known == package) {
            packages.push(package.to_owned());
        }
    }
    Ok(packages)
}

fn compile_r(sources: &[PathBuf], classes: &Path) -> Result<()> {
    let javac = Program::new("javac").args(["-nowarn", "--release", "17", "-d"]).args([classes]);
    javac.args(sources).run_quietly()
}

/// Gradle's plugin wants a manifest without its package, aapt2 one with it.
fn with_package(manifest: &str) -> Result<String> {
    let (before, after) = manifest.split_once("<manifest").context("the manifest has no element of that name")?;
    Ok(format!("{before}<manifest package=\"{NAMESPACE}\"{after}"))
}

/// The value of an attribute, in the first element that has it.
fn attribute<'a>(xml: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = xml.split_once(&format!("{name}=\""))?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_is_put_into_a_manifest_that_has_none() {
        let manifest = with_package("<?xml?>\n<manifest xmlns:android=\"a\">").unwrap();
        assert_eq!(manifest, "<?xml?>\n<manifest package=\"org.onecall.app\" xmlns:android=\"a\">");
        assert_eq!(attribute(&manifest, "package"), Some("org.onecall.app"));
        assert!(with_package("<application>").is_err());
    }
}
