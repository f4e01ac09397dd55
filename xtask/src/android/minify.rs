//! The app as R8 leaves it: smaller, its classes renamed, what nobody reaches gone.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::app::App;
use crate::program::Program;
use crate::repository;

/// What an app with our library has to keep; the archive carries it, so that no app has to know.
const RULES: &str = "android/onecall/consumer-rules.pro";

/// How the file of Kotlin's own library begins. For the tests it stays as it is: Robolectric decides by the package which of
/// its two loaders a class is from, what is below `kotlin` is the machine's and not the phone's, and R8 moves classes from
/// one package into another.
const KOTLIN: &str = "kotlin-stdlib-";

/// What R8 makes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum For<'a> {
    /// `classes.dex`, for a phone.
    Phone,
    /// Classes for the JVM, on which the compiled tests in this folder run again.
    Tests(&'a Path),
}

/// Minifies the whole app into a file: an archive of dex or of classes.
pub(super) fn minify(app: &App, target: For<'_>, folder: &Path) -> Result<PathBuf> {
    let name = if target == For::Phone { "minified-dex" } else { "minified-classes" };
    let into = folder.join(format!("{name}.jar"));
    let mut r8 = Program::new("java").args(["-Xmx4g", "-XX:+UseSerialGC", "-cp"]).args([&app.parts.r8]);
    r8 = r8.args(["com.android.tools.r8.R8", "--release", "--output"]).args([&into]);
    // Robolectric's framework leaves Java's own classes to the machine that it runs on.
    r8 = r8.args([Path::new("--lib"), &app.parts.framework, Path::new("--lib"), &java_home()?]);
    let (as_it_is, libraries): (Vec<_>, Vec<_>) =
        app.parts.app_classes().into_iter().partition(|jar| matches!(target, For::Tests(_)) && is_kotlins_own(jar));
    for jar in &as_it_is {
        r8 = r8.args([Path::new("--lib"), jar]);
    }
    for rules in rules(app, target, folder)? {
        r8 = r8.args([Path::new("--pg-conf"), &rules]);
    }
    r8 = match target {
        For::Phone => r8.args(["--min-api", app.catalogue.version("min-sdk")?]),
        For::Tests(_) => r8.args(["--classfile"]),
    };
    let own = folder.join("own.jar");
    jar(&[&app.classes, &app.linked.r_classes], &own)?;
    let mut inputs = vec![own];
    inputs.push(if target == For::Phone { app.parts.jna_archive.join("classes.jar") } else { app.parts.jna.clone() });
    inputs.extend(libraries);
    r8.args(&inputs).run_quietly()?;
    Ok(into)
}

fn java_home() -> Result<PathBuf> {
    let javac = Program::new("which").args(["javac"]).answer().context("there is no javac")?;
    let real = fs::canonicalize(javac.trim()).context("javac cannot be found")?;
    Ok(real.parent().and_then(Path::parent).context("javac is in a JDK")?.to_owned())
}

/// Our own rules, those of the archives, and what aapt2 found in manifest and resources.
fn rules(app: &App, target: For<'_>, folder: &Path) -> Result<Vec<PathBuf>> {
    let mut rules = vec![repository::root().join(RULES), app.linked.keep_rules.clone()];
    rules.extend(app.parts.archives.iter().map(|archive| archive.join("proguard.txt")).filter(|file| file.is_file()));
    if let For::Tests(tests) = target {
        let for_tests = folder.join("tests.pro");
        let named = Program::new("jdeps").args(["-verbose:class", "-filter:none"]).args([tests]).stdout()?;
        fs::write(&for_tests, named_by_tests(&named)?)
            .with_context(|| format!("{} cannot be written", for_tests.display()))?;
        rules.push(for_tests);
    }
    Ok(rules)
}

/// Rules that keep what the tests name outside of themselves and Java: how they look at the screen, and what they need of
/// Kotlin's library. Not one class more: a rule that kept a package would try another app than the one that people get,
/// and where R8 merges the interfaces above a class that it has to keep, the JVM may refuse that class.
fn named_by_tests(jdeps: &str) -> Result<String> {
    let mut rules = BTreeSet::new();
    // An indented line for each pair: who, an arrow, whom, and where that is, `not found` for all that is beside Java.
    for line in jdeps.lines().filter(|line| line.starts_with(' ') && line.trim_end().ends_with("not found")) {
        let whom = line.split_once("->").and_then(|(_, rest)| rest.split_whitespace().next());
        rules.insert(format!("-keep class {} {{ *; }}\n", whom.context("jdeps names nobody")?));
    }
    ensure!(!rules.is_empty(), "jdeps finds nothing that the tests name");
    Ok(rules.into_iter().collect())
}

/// Classes of several folders in one jar.
pub(super) fn jar(folders: &[&PathBuf], into: &Path) -> Result<()> {
    let mut jar = Program::new("jar").args(["cf"]).args([into]);
    for folder in folders {
        jar = jar.args([Path::new("-C"), folder, Path::new(".")]);
    }
    jar.run_quietly()
}

/// What the tests run on: what R8 left, and what it was not given.
pub(super) fn jars(app: &App, minified: PathBuf) -> Vec<PathBuf> {
    // JNA's native part for this machine is beside its classes, as a file that R8 does not carry along.
    let mut jars = vec![minified, app.parts.jna.clone()];
    jars.extend(app.parts.app_classes().into_iter().filter(|jar| is_kotlins_own(jar)));
    jars
}

fn is_kotlins_own(jar: &Path) -> bool {
    jar.file_name().is_some_and(|name| name.to_string_lossy().starts_with(KOTLIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_tests_name_is_kept_once_and_neither_java_nor_the_tests_themselves() {
        let jdeps = "test-classes -> not found\n\
                     \x20  a.Node                -> kotlin.Unit                  not found\n\
                     \x20  a.Node                -> java.lang.Object             java.base\n\
                     \x20  a.ScenesKt            -> a.Node                       test-classes\n\
                     \x20  a.ScenesKt            -> kotlin.Unit                  not found\n";
        assert_eq!(named_by_tests(jdeps).unwrap(), "-keep class kotlin.Unit { *; }\n");
        assert!(named_by_tests("").is_err());
    }
}
