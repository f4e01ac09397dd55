//! `cargo xtask package`: the libraries that phones load, as an AAR and an XCFramework, and `cargo xtask sizes`.
//!
//! With the Android NDK (`ANDROID_NDK_HOME`) and Xcode these are for shipping. Without, compilers from package
//! registries stand in: all of it is compiled, linked where something is linked, assembled and read back, and a file
//! beside it says that it is not for shipping.

mod aar;
mod archive;
mod build;
pub(crate) mod debian;
mod dependencies;
mod gates;
mod library;
pub(crate) mod rust;
mod stand_in_android;
mod stand_in_ios;
mod symbols;
mod target;
mod tools;
mod xcframework;

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::beside::Beside;
use crate::{android, repository};
use build::{Built, Kind};
use gates::Sizes;
use target::{Os, Target, of};

/// Whose package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Platform {
    /// The AAR.
    Android,
    /// The XCFramework.
    Ios,
}

/// Rows of the report of what is in a library.
const BLOAT_ROWS: usize = 30;

/// Makes the packages, of both systems when none is named; with `check`, makes the app of them, minified, tries it, and
/// fails when a library grew beyond its limit or the list of dependencies is stale.
pub(crate) fn run(platform: Option<Platform>, check: bool) -> Result<()> {
    println!("   {}", rust::version()?);
    if platform != Some(Platform::Ios) {
        ensure_for_android(check)?;
    }
    let ourselves = env::current_exe().context("this program does not know where it is")?;
    // Most of a build for a phone is one linker or one R8 at work: two lanes.
    let mut beside = Vec::new();
    if platform.is_none() {
        beside.push(if check { vec!["package", "ios", "--check"] } else { vec!["package", "ios"] });
    }
    if platform != Some(Platform::Ios) && check {
        beside.push(vec!["android", "--minified"]);
    }
    let beside = if beside.is_empty() { None } else { Some(Beside::start("package", ourselves, beside)?) };
    let outcome = alone(platform.unwrap_or(Platform::Android), check);
    let outcome_beside = beside.map_or(Ok(()), |beside| beside.join()?.1);
    outcome.and(outcome_beside)
}

/// What is wanted only when the libraries are built is missed now.
fn ensure_for_android(check: bool) -> Result<()> {
    tools::ndk()?;
    crate::tools::java()?;
    if check { crate::tools::android() } else { Ok(()) }
}

/// One system's packages, without the tests of the app.
fn alone(platform: Platform, check: bool) -> Result<()> {
    let mut sizes = Sizes::new();
    match platform {
        Platform::Android => for_android(check, &mut sizes)?,
        Platform::Ios => for_ios(&mut sizes)?,
    }
    println!("\n{}", gates::judge(&sizes)?);
    if check { gates::hold(&sizes) } else { Ok(()) }
}

/// A line for each library for phones that has a limit: name, bytes, limit.
pub(crate) fn sizes() -> Result<()> {
    let mut sizes = Sizes::new();
    for os in [Os::Android, Os::Ios] {
        for target in of(os).filter(|target| target.gated) {
            measure(target, &build::library(target, Kind::Stable)?, &mut sizes)?;
        }
    }
    size_build(&mut sizes)?;
    print!("{}", gates::judge(&sizes)?);
    Ok(())
}

fn for_android(check: bool, sizes: &mut Sizes) -> Result<()> {
    let mut libraries = Vec::new();
    let mut genuine = true;
    for target in of(Os::Android) {
        let built = build::library(target, Kind::Stable)?;
        library::check_android(&built.path, target)?;
        if target.gated {
            println!("{} is made of:\n{}", target.name, library::bloat(&built.named, BLOAT_ROWS)?);
            dependencies::page(&library::crates(&built.named)?, check)?;
            measure(target, &built, sizes)?;
        }
        genuine &= built.genuine;
        libraries.push((target, built.path));
    }
    size_build(sizes)?;
    let folder = folder_of("android", genuine)?;
    aar::make(&folder, &libraries)?;
    for (target, path) in &libraries {
        let into = folder.join("jni").join(target.folder);
        fs::create_dir_all(&into)?;
        fs::copy(path, into.join("libonecall.so"))?;
    }
    if check {
        println!("\n   the app as a phone installs it, minified");
        android::apk()?;
    }
    Ok(())
}

fn for_ios(sizes: &mut Sizes) -> Result<()> {
    let mut libraries = Vec::new();
    let mut genuine = true;
    for target in of(Os::Ios) {
        let built = build::library(target, Kind::Stable)?;
        measure(target, &built, sizes)?;
        genuine &= built.genuine;
        libraries.push((target, built.path));
    }
    xcframework::make(&folder_of("ios", genuine)?, &libraries)?;
    Ok(())
}

/// The smallest build, which no stable toolchain makes.
fn size_build(sizes: &mut Sizes) -> Result<()> {
    for target in of(Os::Android).filter(|target| target.gated) {
        let built = build::library(target, Kind::Size)?;
        library::check_android(&built.path, target)?;
        sizes.insert(format!("{}-size-build", target.name), bytes(&built.path)?);
    }
    Ok(())
}

/// For iOS the library is linked as an app would: that is its size, and the check that the system has what it needs.
fn measure(target: &'static Target, built: &Built, sizes: &mut Sizes) -> Result<()> {
    let path = match target.os {
        Os::Ios if !built.genuine => stand_in_ios::link(target, &built.path)?,
        _ => built.path.clone(),
    };
    if target.gated {
        sizes.insert(target.name.to_owned(), bytes(&path)?);
    }
    Ok(())
}

fn bytes(path: &PathBuf) -> Result<u64> {
    Ok(fs::metadata(path).with_context(|| format!("no {}", path.display()))?.len())
}

/// Where packages are put, whatever target folder cargo is given: Gradle looks for them here.
pub(crate) fn folder() -> PathBuf {
    repository::root().join("target/package")
}

/// Where one system's package is put, with a warning in it when it was not made by the vendor's tools.
fn folder_of(name: &str, genuine: bool) -> Result<PathBuf> {
    let folder = folder().join(name);
    fs::create_dir_all(&folder)?;
    let warning = folder.join("NOT-FOR-SHIPPING");
    if genuine {
        if warning.exists() {
            fs::remove_file(&warning)?;
        }
    } else {
        println!("   {name}: made without the vendor's tools, to check that all of it builds; not for shipping");
        fs::write(&warning, "Made without the vendor's tools, to check that all of it builds.\n")?;
    }
    Ok(folder)
}
