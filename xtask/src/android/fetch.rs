//! What the build is made of, fetched by Maven: exactly what the catalogue names, and nothing it would resolve by
//! itself but for two tools (the compiler, Robolectric) that are complete in any repository.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::catalogue::{Artifact, Catalogue};
use crate::program::Program;
use crate::repository;

/// The plugin that copies; pinned, because the one that an old Maven takes by itself knows no archives.
const COPIER: &str = "<groupId>org.apache.maven.plugins</groupId><artifactId>maven-dependency-plugin</artifactId>\
                      <version>3.8.1</version>";

/// Everything fetched, as paths.
pub(super) struct Parts {
    /// Folders of unpacked archives that are in the app: `classes.jar`, `res`, `AndroidManifest.xml`.
    pub(super) archives: Vec<PathBuf>,
    /// Jars that are in the app.
    pub(super) jars: Vec<PathBuf>,
    /// Jars that Robolectric's tests need beside the app.
    pub(super) test_jars: Vec<PathBuf>,
    /// The Kotlin compiler with all that it needs.
    pub(super) compiler: Vec<PathBuf>,
    pub(super) compose_compiler: PathBuf,
    pub(super) jna: PathBuf,
    #[allow(dead_code, reason = "for the packed app")]
    /// JNA for phones: its native libraries, for each processor.
    pub(super) jna_archive: PathBuf,
    #[allow(dead_code, reason = "for the packed app")]
    pub(super) r8: PathBuf,
    /// The framework's classes.
    pub(super) framework: PathBuf,
    /// The framework as Robolectric runs it; in a folder of its own.
    pub(super) instrumented: PathBuf,
    /// The framework whose table of resources aapt2 can read.
    pub(super) resources: PathBuf,
}

impl Parts {
    /// All classes that are in the app, but for its own.
    pub(super) fn app_classes(&self) -> Vec<PathBuf> {
        let unpacked = self.archives.iter().map(|folder| folder.join("classes.jar")).filter(|jar| jar.is_file());
        unpacked.chain(self.jars.iter().cloned()).collect()
    }
}

/// Fetches into `folder`, or finds there what an earlier run fetched for the same catalogue.
pub(super) fn parts(catalogue: &Catalogue, folder: &Path) -> Result<Parts> {
    let projects = projects(catalogue)?;
    let wanted = projects.iter().map(|(name, pom)| format!("{name}\n{pom}")).collect::<String>();
    let stamp = folder.join("fetched.txt");
    let _lock = repository::lock(&folder.with_extension("lock"))?;
    if fs::read_to_string(&stamp).ok().as_deref() != Some(&wanted) {
        let _ = fs::remove_dir_all(folder);
        run_maven(&projects, folder)?;
        unpack(catalogue, folder)?;
        fs::write(&stamp, wanted).with_context(|| format!("{} cannot be written", stamp.display()))?;
    }
    laid_out(catalogue, folder)
}

fn laid_out(catalogue: &Catalogue, folder: &Path) -> Result<Parts> {
    let jar = |set: &str, alias: &str| -> Result<PathBuf> {
        Ok(folder.join(set).join(catalogue.library(alias)?.file_name("jar")))
    };
    let unpacked = |bundle: &str| -> Result<Vec<PathBuf>> {
        let archives = catalogue.bundle(bundle)?;
        Ok(archives.iter().map(|archive| unpacked_at(folder, archive)).collect())
    };
    let app_jars = catalogue.bundle("app-jars")?;
    let mut test_jars = in_folder(&folder.join("robolectric"))?;
    test_jars.extend(unpacked("test-archives")?.iter().map(|archive| archive.join("classes.jar")));
    Ok(Parts {
        archives: unpacked("app-archives")?,
        jars: app_jars.iter().map(|jar| folder.join("app-jars").join(jar.file_name("jar"))).collect(),
        test_jars,
        compiler: in_folder(&folder.join("kotlin-compiler"))?,
        compose_compiler: jar("jvm-jars", "compose-compiler")?,
        jna: jar("jvm-jars", "jna")?,
        jna_archive: unpacked_at(folder, &catalogue.library("jna")?),
        r8: jar("jvm-jars", "r8")?,
        framework: jar("platform-jars", "android-classes")?,
        instrumented: jar("platform-jars", "android-instrumented")?,
        resources: jar("platform-jars", "android-resources")?,
    })
}

fn unpacked_at(folder: &Path, archive: &Artifact) -> PathBuf {
    folder.join("unpacked").join(archive.file_name("aar"))
}

fn in_folder(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut jars = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    jars.sort();
    Ok(jars)
}

fn unpack(catalogue: &Catalogue, folder: &Path) -> Result<()> {
    let mut archives = catalogue.bundle("app-archives")?;
    archives.extend(catalogue.bundle("test-archives")?);
    archives.push(catalogue.library("jna")?);
    for archive in &archives {
        let into = unpacked_at(folder, archive);
        fs::create_dir_all(&into)?;
        let from = folder.join("archives").join(archive.file_name("aar"));
        Program::new("jar").args(["xf"]).args([from]).dir(&into).run_quietly()?;
    }
    Ok(())
}

fn run_maven(projects: &[(&str, String)], folder: &Path) -> Result<()> {
    let modules = projects.iter().map(|(name, _)| format!("<module>{name}</module>")).collect::<String>();
    let parent = project("parts", &format!("<modules>{modules}</modules>"));
    let sources = folder.join("maven");
    let write = |file: PathBuf, text: &str| -> Result<()> {
        fs::create_dir_all(file.parent().unwrap_or(&sources))?;
        fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
    };
    write(sources.join("pom.xml"), &parent)?;
    for (name, pom) in projects {
        write(sources.join(name).join("pom.xml"), pom)?;
    }
    let maven = Program::new("mvn").args(["-B", "-q", "-ntp", "-Dstyle.color=never", "process-sources"]);
    maven.dir(&sources).run().context(
        "the parts of the Android app could not be fetched: each is named with its version in \
         android/gradle/libs.versions.toml",
    )
}

/// A Maven project for each folder of files, by the folder's name.
fn projects(catalogue: &Catalogue) -> Result<Vec<(&'static str, String)>> {
    let mut archives = catalogue.bundle("app-archives")?;
    archives.extend(catalogue.bundle("test-archives")?);
    archives.push(catalogue.library("jna")?);
    let mut projects = vec![("archives", exactly("archives", "aar", &archives))];
    for bundle in ["app-jars", "jvm-jars", "platform-jars"] {
        projects.push((bundle, exactly(bundle, "jar", &catalogue.bundle(bundle)?)));
    }
    projects.push(("kotlin-compiler", complete("kotlin-compiler", &[catalogue.library("kotlin-compiler")?])));
    let robolectric = [catalogue.library("robolectric")?, catalogue.library("junit4")?];
    projects.push(("robolectric", complete("robolectric", &robolectric)));
    Ok(projects)
}

/// Copies these and nothing else.
fn exactly(name: &str, kind: &str, artifacts: &[Artifact]) -> String {
    let mut items = String::new();
    for artifact in artifacts {
        let _ = write!(items, "<artifactItem>{}<type>{kind}</type></artifactItem>", coordinates(artifact));
    }
    copying(name, "", "copy", &format!("<artifactItems>{items}</artifactItems>"))
}

/// Copies these and all that they need, but for AndroidX, which the catalogue names itself.
fn complete(name: &str, artifacts: &[Artifact]) -> String {
    let except = "<exclusions><exclusion><groupId>androidx.test</groupId><artifactId>*</artifactId></exclusion>\
                  <exclusion><groupId>androidx.test.espresso</groupId><artifactId>*</artifactId></exclusion></exclusions>";
    let mut dependencies = String::new();
    for artifact in artifacts {
        let _ = write!(dependencies, "<dependency>{}{except}</dependency>", coordinates(artifact));
    }
    let dependencies = format!("<dependencies>{dependencies}</dependencies>");
    copying(name, &dependencies, "copy-dependencies", "<includeScope>runtime</includeScope>")
}

fn copying(name: &str, dependencies: &str, goal: &str, what: &str) -> String {
    let configuration = format!("<configuration><outputDirectory>../../{name}</outputDirectory>{what}</configuration>");
    let plugin = format!(
        "<plugin>{COPIER}{configuration}<executions><execution><phase>process-sources</phase>\
         <goals><goal>{goal}</goal></goals></execution></executions></plugin>"
    );
    project(name, &format!("{dependencies}<build><plugins>{plugin}</plugins></build>"))
}

fn project(name: &str, inside: &str) -> String {
    format!(
        "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>\
         <groupId>org.onecall.build</groupId><artifactId>{name}</artifactId><version>1</version>\
         <packaging>pom</packaging>{inside}</project>\n"
    )
}

fn coordinates(artifact: &Artifact) -> String {
    let Artifact { group, name, version } = artifact;
    format!("<groupId>{group}</groupId><artifactId>{name}</artifactId><version>{version}</version>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_copied_exactly_names_no_dependency_that_maven_could_follow() {
        let a = Artifact { group: "x".to_owned(), name: "a".to_owned(), version: "1".to_owned() };
        let pom = exactly("archives", "aar", &[a]);
        assert!(pom.contains("<artifactId>a</artifactId><version>1</version><type>aar</type>"));
        assert!(!pom.contains("<dependency>"));
    }

    #[test]
    fn every_set_is_copied_into_a_folder_of_its_own() {
        let projects = projects(&Catalogue::read().unwrap()).unwrap();
        for (name, pom) in &projects {
            assert!(pom.contains(&format!("<outputDirectory>../../{name}</outputDirectory>")), "{name}");
        }
        assert_eq!(projects.len(), 6);
    }
}
