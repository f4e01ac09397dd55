//! The Kotlin compiler, as the app's sources need it: every warning an error, Compose's plugin beside it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::catalogue::Catalogue;
use super::fetch::Parts;
use crate::program::Program;

/// Compiles these files for a phone: against the framework's own Java, and no other.
pub(super) fn compile(
    catalogue: &Catalogue,
    parts: &Parts,
    sources: &[PathBuf],
    class_path: &[PathBuf],
    classes: &Path,
) -> Result<()> {
    run(catalogue, parts, sources, class_path, classes, &["-no-jdk"])
}

/// Compiles these files for the JVM.
pub(super) fn compile_for_jvm(
    catalogue: &Catalogue,
    parts: &Parts,
    sources: &[PathBuf],
    class_path: &[PathBuf],
    classes: &Path,
) -> Result<()> {
    run(catalogue, parts, sources, class_path, classes, &[])
}

fn run(
    catalogue: &Catalogue,
    parts: &Parts,
    sources: &[PathBuf],
    class_path: &[PathBuf],
    classes: &Path,
    more: &[&str],
) -> Result<()> {
    let _ = fs::remove_dir_all(classes);
    fs::create_dir_all(classes)?;
    // A file of arguments: a class path of fifty jars is longer than some systems take.
    let arguments = classes.with_extension("arguments");
    let mut lines = vec![
        "-Werror".to_owned(),
        "-no-stdlib".to_owned(),
        "-no-reflect".to_owned(),
        "-jvm-target".to_owned(),
        catalogue.version("java")?.to_owned(),
        format!("-Xplugin={}", parts.compose_compiler.display()),
        "-classpath".to_owned(),
        super::joined(class_path),
        "-d".to_owned(),
        classes.display().to_string(),
    ];
    lines.extend(more.iter().map(|&argument| argument.to_owned()));
    lines.extend(sources.iter().map(|file| file.display().to_string()));
    fs::write(&arguments, lines.join("\n"))?;
    Program::new("java")
        .args(["-Xmx1g", "-XX:+UseSerialGC", "-cp"])
        .args([super::joined(&parts.compiler)])
        .args(["org.jetbrains.kotlin.cli.jvm.K2JVMCompiler"])
        .args([format!("@{}", arguments.display())])
        .run_quietly()
}
