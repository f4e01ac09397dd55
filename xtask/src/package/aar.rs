//! The AAR: what an Android app adds to its build.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::archive::{self, Files};
use super::library;
use super::target::{ANDROID_API, Os, Target, of};
use crate::hygiene::has_extension;
use crate::program::Program;
use crate::repository;
use crate::version::VERSION;

/// The very rules that the app is minified with when its tests run on what R8 leaves.
const KEEP_RULES: &str = include_str!("../../../android/onecall/consumer-rules.pro");

/// Puts the AAR together, writes it and reads it back.
pub(super) fn make(folder: &Path, libraries: &[(&Target, PathBuf)]) -> Result<PathBuf> {
    let mut files = Files::from([
        ("AndroidManifest.xml".to_owned(), manifest().into_bytes()),
        ("R.txt".to_owned(), Vec::new()),
        ("proguard.txt".to_owned(), KEEP_RULES.as_bytes().to_vec()),
        ("classes.jar".to_owned(), for_phones(&fs::read(classes()?).context("the Kotlin classes cannot be read")?)?),
    ]);
    for (target, path) in libraries {
        files.insert(library_path(target), fs::read(path)?);
    }
    let path = folder.join(format!("onecall-{VERSION}.aar"));
    fs::create_dir_all(folder)?;
    fs::write(&path, archive::pack(&files)?)?;
    read_back(&path)?;
    Ok(path)
}

/// Unpacks a finished AAR as an app's build would, and holds it against what that build wants.
fn read_back(path: &Path) -> Result<()> {
    let files = archive::unpack(&fs::read(path)?)?;
    let folder = tempfile::tempdir()?;
    for target in of(Os::Android) {
        let bytes = files.get(&library_path(target)).with_context(|| format!("the AAR lacks {}", target.folder))?;
        let library = folder.path().join(target.folder);
        fs::write(&library, bytes)?;
        library::check_android(&library, target)?;
    }
    let rules = files.get("proguard.txt").context("the AAR lacks the keep rules")?;
    if rules != KEEP_RULES.as_bytes() || !files.contains_key("AndroidManifest.xml") {
        bail!("the AAR does not say what its classes need");
    }
    let classes = archive::unpack(files.get("classes.jar").context("the AAR lacks its classes")?)?;
    check_classes(&classes)?;
    println!("   {}: {} files, {} classes", path.display(), files.len(), classes.len());
    Ok(())
}

/// They are all there, and nothing beside them that a phone cannot load.
fn check_classes(classes: &Files) -> Result<()> {
    for class in ["org/onecall/core/OneCall.class", "org/onecall/core/Journey.class"] {
        if !classes.contains_key(class) {
            bail!("the AAR's classes lack {class}");
        }
    }
    if let Some(library) = classes.keys().find(|name| has_extension(Path::new(name), &["so", "dylib", "dll"])) {
        bail!("the AAR's classes hold {library}, which is no phone's");
    }
    Ok(())
}

fn library_path(target: &Target) -> String {
    format!("jni/{}/libonecall.so", target.folder)
}

fn manifest() -> String {
    format!(
        "<manifest xmlns:android=\"http://schemas.android.com/apk/res/android\" package=\"org.onecall.core\">\n  \
         <uses-sdk android:minSdkVersion=\"{ANDROID_API}\" />\n</manifest>\n"
    )
}

/// The classes of the Kotlin package, compiled by its own build.
fn classes() -> Result<PathBuf> {
    let package = repository::root().join("bindings/kotlin");
    Program::new("mvn")
        .args(["-B", "-q", "-ntp", "-Dstyle.color=never", "-DskipTests", "-Dmaven.test.skip=true", "package"])
        .dir(&package)
        .run()?;
    Ok(package.join(format!("target/onecall-core-{VERSION}.jar")))
}

/// The jar without the library of this machine, which is in it from the first `cargo xtask kotlin` on.
fn for_phones(jar: &[u8]) -> Result<Vec<u8>> {
    let mut files = archive::unpack(jar)?;
    files.retain(|name, _| {
        // What Kotlin needs to know of its top-level functions is a file of META-INF.
        has_extension(Path::new(name), &["class"]) || name.starts_with("META-INF/") && !name.ends_with('/')
    });
    archive::pack(&files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_aar_that_lacks_a_library_is_refused_by_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.aar");
        fs::write(&path, archive::pack(&Files::from([("R.txt".to_owned(), Vec::new())])).unwrap()).unwrap();
        assert!(read_back(&path).unwrap_err().to_string().contains("arm64-v8a"));
    }

    #[test]
    fn the_library_of_a_desktop_does_not_come_along_with_the_classes() {
        let library = "linux-x86-64/libonecall.so";
        let module = "META-INF/onecall-core.kotlin_module";
        let names = ["META-INF/", "org/onecall/core/OneCall.class", "org/onecall/core/Journey.class", library, module];
        let jar = Files::from(names.map(|name| (name.to_owned(), Vec::new())));
        assert!(check_classes(&jar).unwrap_err().to_string().contains(library));

        let kept = archive::unpack(&for_phones(&archive::pack(&jar).unwrap()).unwrap()).unwrap();
        check_classes(&kept).unwrap();
        assert!(kept.contains_key(module));
        assert_eq!(kept.len(), 3);
    }

    #[test]
    fn the_manifest_says_the_oldest_android() {
        assert!(manifest().contains("android:minSdkVersion=\"24\""));
    }
}
