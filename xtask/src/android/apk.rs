//! The package that a phone installs, signed with a key for tests: made, then read back and held against what the
//! operator asked for.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::app::{self, App};
use super::minify::{self, For};
use crate::operator::{self, Operator};
use crate::package;
use crate::program::Program;

const LIBRARY: &str = "libonecall.so";

/// What the app may ask of a phone. One more is a decision, not an accident.
const PERMISSIONS: [&str; 8] = [
    "android.permission.ACCESS_NETWORK_STATE",
    "android.permission.CAMERA",
    "android.permission.FOREGROUND_SERVICE",
    "android.permission.FOREGROUND_SERVICE_SPECIAL_USE",
    "android.permission.INTERNET",
    "android.permission.POST_NOTIFICATIONS",
    "android.permission.WAKE_LOCK",
    // The store hands over what the link said before the app was installed.
    "com.google.android.finsky.permission.BIND_GET_INSTALL_REFERRER_SERVICE",
];

/// Makes the package of the committed operator, minified, and checks it.
pub(super) fn make() -> Result<()> {
    let operator = operator::read()?;
    let folder = super::folder().join("apk");
    let app = app::build(&operator, &folder)?;
    let package = packed(&app, &folder)?;
    let signed = signed(&app, &package, &folder)?;
    check(&app, &operator, &signed)?;
    println!("   {} {} bytes", signed.display(), fs::metadata(&signed)?.len());
    Ok(())
}

/// Resources, code and native libraries in one archive.
fn packed(app: &App, folder: &Path) -> Result<PathBuf> {
    let contents = folder.join("contents");
    let _ = fs::remove_dir_all(&contents);
    fs::create_dir_all(&contents)?;
    let dex = minify::minify(app, For::Phone, folder)?;
    Program::new("jar").args([Path::new("xf"), &dex]).dir(&contents).run_quietly()?;
    let _ = fs::remove_dir_all(contents.join("META-INF"));
    for library in libraries()? {
        let processor = library.parent().and_then(Path::file_name).context("a library is in a folder")?;
        let into = contents.join("lib").join(processor);
        fs::create_dir_all(&into)?;
        fs::copy(&library, into.join(LIBRARY))?;
        let jna = app.parts.jna_archive.join("jni").join(processor).join("libjnidispatch.so");
        fs::copy(&jna, into.join("libjnidispatch.so")).with_context(|| format!("{} is missing", jna.display()))?;
    }
    let package = folder.join("unaligned.apk");
    fs::copy(&app.linked.package, &package)?;
    // Native libraries are loaded from within the package: not compressed.
    let add = |options: &str, what: &str| {
        let jar = Program::new("jar").args([options]).args([&package]).args(["-C"]).args([&contents]).args([what]);
        jar.run_quietly()
    };
    for file in super::files_below(&contents, "dex")? {
        add("uf", &file.file_name().unwrap_or_default().to_string_lossy())?;
    }
    add("uf0", "lib")?;
    Ok(package)
}

/// One library for each processor that `cargo xtask package` built, each in a folder named by its processor.
fn libraries() -> Result<Vec<PathBuf>> {
    let folder = package::folder();
    let mut found: Vec<PathBuf> = Vec::new();
    let all = if folder.is_dir() { super::files_below(&folder, "so")? } else { Vec::new() };
    let is_abi = |name: &str| ["arm64-v8a", "armeabi-v7a", "x86_64"].contains(&name);
    for library in all.into_iter().filter(|file| file.ends_with(LIBRARY)) {
        let processor = library.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let is_new = found
            .iter()
            .all(|known| known.parent().and_then(Path::file_name) != library.parent().and_then(Path::file_name));
        if processor.is_some_and(|name| is_abi(&name)) && is_new {
            found.push(library);
        }
    }
    ensure!(
        !found.is_empty(),
        "no {LIBRARY} for a phone below {}: `cargo xtask package android` first",
        folder.display()
    );
    Ok(found)
}

fn signed(app: &App, package: &Path, folder: &Path) -> Result<PathBuf> {
    let aligned = folder.join("aligned.apk");
    // Libraries on pages of 4 KiB: Debian's zipalign knows no larger ones, which Gradle's does.
    Program::new("zipalign").args(["-f", "-p", "4"]).args([package, &aligned]).run_quietly()?;
    let key = folder.join("debug.p12");
    if !key.is_file() {
        let keytool = Program::new("keytool").args(["-genkeypair", "-storetype", "PKCS12", "-keyalg", "RSA"]);
        let named =
            keytool.args(["-alias", "debug", "-dname", "CN=debug", "-validity", "10000", "-storepass", "android"]);
        named.args(["-keystore"]).args([&key]).run_quietly()?;
    }
    let signed = folder.join("onecall-debug.apk");
    let sign = Program::new("apksigner").args(["sign", "--ks-pass", "pass:android", "--ks"]).args([&key]);
    let sign = sign.args(["--min-sdk-version", app.catalogue.version("min-sdk")?, "--out"]).args([&signed]);
    sign.args([&aligned]).run_quietly()?;
    let verify = Program::new("apksigner").args(["verify", "--min-sdk-version", app.catalogue.version("min-sdk")?]);
    verify.args([&signed]).run_quietly()?;
    Ok(signed)
}

/// Reads the finished package with a tool that did not make it.
fn check(app: &App, operator: &Operator, package: &Path) -> Result<()> {
    let badging = Program::new("aapt").args(["dump", "badging"]).args([package]).stdout_of_any_status()?;
    badging_is_right(&badging, operator, app.catalogue.version("min-sdk")?, app.catalogue.version("target-sdk")?)?;
    let manifest = Program::new("aapt").args(["dump", "xmltree"]).args([package]).args(["AndroidManifest.xml"]);
    manifest_is_right(&manifest.stdout_of_any_status()?, operator)?;
    let listed = Program::new("jar").args(["tf"]).args([package]).stdout()?;
    for library in libraries()? {
        let processor = library.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        for name in [LIBRARY, "libjnidispatch.so"] {
            let path = format!("lib/{processor}/{name}");
            ensure!(listed.lines().any(|line| line == path), "the package has no {path}");
        }
    }
    Ok(())
}

fn badging_is_right(badging: &str, operator: &Operator, min: &str, target: &str) -> Result<()> {
    for wanted in [
        format!("package: name='{}'", operator.android.application_id),
        format!("sdkVersion:'{min}'"),
        format!("targetSdkVersion:'{target}'"),
        format!("application-label:'{}'", operator.name),
        "launchable-activity: name='org.onecall.app.MainActivity'".to_owned(),
        "uses-feature-not-required: name='android.hardware.camera'".to_owned(),
    ] {
        ensure!(badging.contains(&wanted), "the package does not say {wanted}:\n{badging}");
    }
    let mut asked: Vec<&str> = badging
        .lines()
        .filter_map(|line| line.strip_prefix("uses-permission: name='"))
        .filter_map(|rest| rest.split('\'').next())
        .collect();
    asked.sort_unstable();
    ensure!(asked == PERMISSIONS, "the package asks for {asked:?}, and may ask for {PERMISSIONS:?}");
    Ok(())
}

fn manifest_is_right(tree: &str, operator: &Operator) -> Result<()> {
    ensure!(tree.contains("android:autoVerify"), "no link is verified");
    for host in &operator.hosts {
        ensure!(tree.contains(&format!("\"{host}\"")), "the host {host} is not declared");
    }
    for wanted in ["\"https\"", "\"/j/\"", "\"onecall\"", "PROPERTY_SPECIAL_USE_FGS_SUBTYPE"] {
        ensure!(tree.contains(wanted), "the manifest has no {wanted}");
    }
    let exported =
        tree.lines().filter(|line| line.contains("android:exported") && line.ends_with("0xffffffff")).count();
    ensure!(exported == 1, "{exported} components are exported, and only the activity may be");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_permission_more_than_decided_is_found() {
        let operator = operator::read().unwrap();
        let mut badging = format!(
            "package: name='{}' versionCode='1'\nsdkVersion:'24'\ntargetSdkVersion:'35'\napplication-label:'{}'\n\
             launchable-activity: name='org.onecall.app.MainActivity'\n\
             uses-feature-not-required: name='android.hardware.camera'\n",
            operator.android.application_id, operator.name
        );
        for permission in PERMISSIONS {
            badging += &format!("uses-permission: name='{permission}'\n");
        }
        badging_is_right(&badging, &operator, "24", "35").unwrap();
        badging += "uses-permission: name='android.permission.RECORD_AUDIO'\n";
        assert!(badging_is_right(&badging, &operator, "24", "35").is_err());
    }
}
