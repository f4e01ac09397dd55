//! The tests of the real activity, on the JVM: Robolectric's Android, the real library, the real service.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::app::{self, App};
use super::kotlin::{self, Compose};
use super::minify::{self, For};
use super::{files_below, joined, property};
use crate::operator::{self, Operator, SignIn};
use crate::program::{Program, cargo};
use crate::steps::EVERYTHING;
use crate::{bindings, repository};

const TESTS: &str = "android/app/src/test";

/// On an address of this run alone, since the operator's host is compiled into the app.
const PORT: u16 = 47_180;
/// Of the accounts' server, which the tests play.
const ISSUER_PORT: u16 = 47_181;

/// What the tests run on.
pub(super) struct Built {
    /// The folder of the library.
    library: PathBuf,
    /// The service's binary.
    service: PathBuf,
}

impl Built {
    /// In this folder, or built now.
    pub(super) fn find(folder: Option<&Path>) -> Result<Self> {
        if let Some(folder) = folder {
            return Ok(Self { library: folder.to_owned(), service: folder.join("onecall") });
        }
        let library = bindings::build_library()?;
        let service = cargo(crate::kotlin::SERVICE_BUILD).args(EVERYTHING);
        Ok(Self {
            library: library.parent().context("a library is in a folder")?.to_owned(),
            service: service.built("onecall", &format!("onecall{}", std::env::consts::EXE_SUFFIX))?,
        })
    }
}

/// The operator of the tests: the committed one, with a service and an accounts' server on this machine.
pub(super) fn operator() -> Result<Operator> {
    let address = address(&super::folder());
    let sign_in = SignIn {
        issuer: format!("http://{address}:{ISSUER_PORT}"),
        client_id: "onecall-tests".to_owned(),
        scope: "openid offline_access".to_owned(),
    };
    Ok(Operator { hosts: vec![format!("{address}:{PORT}")], sign_in: Some(sign_in), ..operator::read()? })
}

/// A loopback address that no other clone on this machine has, and always the same for this one, so that an unchanged
/// app is not compiled again. Elsewhere than on Linux there is one alone.
fn address(folder: &Path) -> String {
    if !cfg!(target_os = "linux") {
        return "127.0.0.1".to_owned();
    }
    let mut hasher = DefaultHasher::new();
    folder.hash(&mut hasher);
    let [.., high, middle, low] = hasher.finish().to_be_bytes();
    // Neither 127.0.0.1, where others listen, nor an address that ends in 0 or 255.
    format!("127.{}.{middle}.{}", high | 0x40, 1 + low % 254)
}

pub(super) fn test(built: Option<&Path>) -> Result<()> {
    let built = Built::find(built)?;
    let operator = operator()?;
    let folder = super::folder().join("test");
    let app = app::build(&operator, &folder)?;
    let tests = compile_tests(&app, &folder)?;
    run(&app, &app.class_path(), &tests, Which::OfMost, &built, &operator, &folder)?;

    let operator = Operator { sign_in: None, ..operator };
    let folder = folder.join("without-accounts");
    let (app, mut class_path) = app::for_another(app, &operator, &folder)?;
    class_path.extend(app.class_path());
    run(&app, &class_path, &tests, Which::WithoutAccounts, &built, &operator, &folder)
}

/// The same tests on the classes that R8 left.
pub(super) fn test_minified(built: Option<&Path>) -> Result<()> {
    let built = Built::find(built)?;
    let operator = operator()?;
    let folder = super::folder().join("test");
    let app = app::build(&operator, &folder)?;
    let tests = compile_tests(&app, &folder)?;
    let minified = minify::minify(&app, For::Tests(&tests), &folder)?;
    run(&app, &minify::jars(&app, minified), &tests, Which::OfMost, &built, &operator, &folder)
}

/// Compiles the tests, which know of the app only what the system knows: they stay the same when its classes are
/// renamed.
pub(super) fn compile_tests(app: &App, folder: &Path) -> Result<PathBuf> {
    let sources = files_below(&repository::root().join(TESTS).join("kotlin"), "kt")?;
    let mut class_path = app.parts.test_jars.clone();
    class_path.push(app.parts.framework.clone());
    class_path.extend(app.parts.app_classes());
    let classes = folder.join("test-classes");
    kotlin::compile(&app.catalogue, &app.parts, Compose::Without, &sources, &[], &class_path, &classes)?;
    Ok(classes)
}

/// Which tests.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Those of the operator with everything.
    OfMost,
    /// Those of one whose customers have no accounts.
    WithoutAccounts,
}

impl Which {
    /// Whether this class is one of them.
    fn has(self, class: &str) -> bool {
        class.ends_with(".WithoutAccountsTest") == (self == Self::WithoutAccounts)
    }
}

/// Runs these of the classes named `…Test` against the app on this class path.
pub(super) fn run(
    app: &App,
    app_class_path: &[PathBuf],
    tests: &Path,
    which: Which,
    built: &Built,
    operator: &Operator,
    folder: &Path,
) -> Result<()> {
    let settings = folder.join("settings");
    write_settings(app, &settings)?;
    let framework = app.parts.instrumented.parent().context("the framework is in a folder")?;
    let names: Vec<String> = test_classes(tests)?.into_iter().filter(|class| which.has(class)).collect();
    ensure!(!names.is_empty(), "there is no test in {TESTS}");

    let mut class_path = vec![tests.to_owned(), settings, repository::root().join(TESTS).join("resources")];
    class_path.extend(app_class_path.iter().cloned());
    class_path.extend(app.parts.test_jars.iter().cloned());
    // For JUnit, which looks at the tests before Robolectric does.
    class_path.push(app.parts.framework.clone());
    Program::new("java")
        .args(["-Xmx2g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"])
        .args(["--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/java.util=ALL-UNNAMED"])
        .args([property("robolectric.offline", "true"), property("robolectric.dependency.dir", framework)])
        .args([property("jna.library.path", &built.library), property("onecall.service", &built.service)])
        .args([property("onecall.host", &operator.hosts[0])])
        .args(operator.sign_in.iter().map(|accounts| property("onecall.issuer", &accounts.issuer)))
        .args(["-cp".into(), std::ffi::OsString::from(joined(&class_path)), "org.junit.runner.JUnitCore".into()])
        .args(&names)
        .run_from(&format!("java … JUnitCore, {} classes of {TESTS}", names.len()))
}

/// Where Robolectric looks for what Gradle's plugin would have told it.
fn write_settings(app: &App, folder: &Path) -> Result<()> {
    let package = folder.join("com/android/tools");
    fs::create_dir_all(&package)?;
    let text = format!(
        "android_resource_apk={}\nandroid_merged_manifest={}\nandroid_custom_package={}\n",
        app.linked.package.display(),
        app.linked.manifest.display(),
        super::resources::NAMESPACE,
    );
    fs::write(package.join("test_config.properties"), text)?;
    Ok(())
}

fn test_classes(tests: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in files_below(tests, "class")? {
        let name = file.strip_prefix(tests)?.with_extension("");
        let name = name.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join(".");
        if name.ends_with("Test") {
            names.push(name);
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn two_clones_do_not_share_an_address_and_one_keeps_its_own() {
        assert_ne!(address(Path::new("/a")), address(Path::new("/b")));
        assert_eq!(address(Path::new("/a")), address(Path::new("/a")));
        assert!(address(Path::new("/a")).starts_with("127."));
    }
}
