//! The Kotlin compiler, as the app's sources need it: every warning an error, Compose's plugin beside it.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::catalogue::Catalogue;
use super::fetch::Parts;
use crate::program::Program;

/// Whether Compose's plugin is asked for, which fails where nothing is composed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Compose {
    With,
    Without,
}

/// Compiles these files into a folder of classes; does nothing if an earlier run compiled the same. `resources` are the
/// sources of the `R` classes on the class path.
pub(super) fn compile(
    catalogue: &Catalogue,
    parts: &Parts,
    compose: Compose,
    sources: &[PathBuf],
    resources: &[PathBuf],
    class_path: &[PathBuf],
    classes: &Path,
) -> Result<()> {
    let mut lines = vec![
        "-Werror".to_owned(),
        "-no-stdlib".to_owned(),
        "-no-reflect".to_owned(),
        "-jvm-target".to_owned(),
        catalogue.version("java")?.to_owned(),
        "-classpath".to_owned(),
        super::joined(class_path),
        "-d".to_owned(),
        classes.display().to_string(),
    ];
    if compose == Compose::With {
        lines.push(format!("-Xplugin={}", parts.compose_compiler.display()));
    }
    lines.extend(sources.iter().map(|file| file.display().to_string()));
    let arguments = lines.join("\n");

    let done = classes.with_extension("compiled");
    let fingerprint = fingerprint(&arguments, sources.iter().chain(resources))?;
    if fs::read_to_string(&done).ok().as_deref() == Some(&fingerprint) {
        return Ok(());
    }
    let _ = fs::remove_file(&done);
    let _ = fs::remove_dir_all(classes);
    fs::create_dir_all(classes)?;
    // A file of arguments: a class path of fifty jars is longer than some systems take.
    let arguments_file = classes.with_extension("arguments");
    fs::write(&arguments_file, arguments)?;
    Program::new("java")
        // Over before the JVM's best code would come, which takes half of the work.
        .args(["-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"])
        .args([super::joined(&parts.compiler)])
        .args(["org.jetbrains.kotlin.cli.jvm.K2JVMCompiler"])
        .args([format!("@{}", arguments_file.display())])
        .run_from(&format!("kotlinc @{}", arguments_file.display()))?;
    fs::write(&done, fingerprint)?;
    Ok(())
}

/// Differs when anything that goes into the compiler does. Of jars the names will do, which bear their versions; but a
/// resource that is gone is missed here, and not by the app when it runs.
fn fingerprint<'a>(arguments: &str, sources: impl IntoIterator<Item = &'a PathBuf>) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    arguments.hash(&mut hasher);
    for file in sources {
        fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_app_is_compiled_again_when_a_resource_is_gone_and_no_kotlin_has_changed() {
        let folder = tempfile::tempdir().unwrap();
        let files = ["A.kt", "R.java"].map(|name| folder.path().join(name));
        fs::write(&files[0], "fun a() = R.string.b").unwrap();
        fs::write(&files[1], "class R { class string { static int b = 1; } }").unwrap();
        let before = fingerprint("-d classes", &files).unwrap();
        assert_eq!(fingerprint("-d classes", &files).unwrap(), before);
        fs::write(&files[1], "class R { class string { } }").unwrap();
        assert_ne!(fingerprint("-d classes", &files).unwrap(), before);
    }
}
