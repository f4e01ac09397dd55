//! The XCFramework: what an iPhone app adds to its build, and the SwiftPM manifest that names it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use object::Object as _;
use sha2::{Digest as _, Sha256};

use super::archive;
use super::debian;
use super::target::Target;
use super::tools::xcode;
use crate::program::Program;
use crate::repository;
use crate::version::VERSION;

const NAME: &str = "OneCallCoreFFI.xcframework";
/// Where a library has its headers. Xcode copies them together with those of every other such framework into one folder:
/// a module map that is not in a folder of its own meets theirs there. Compilers look in one of the module's name.
const HEADERS: &str = "Headers/OneCallCoreFFI";
/// Each library of the framework: its folder, its processors, and whether it is for simulators.
const LIBRARIES: [(&str, &[&str], bool); 2] =
    [("ios-arm64", &["arm64"], false), ("ios-arm64_x86_64-simulator", &["arm64", "x86_64"], true)];

/// Puts the framework together beside its archive and the manifest, and reads it back.
pub(super) fn make(folder: &Path, libraries: &[(&Target, PathBuf)]) -> Result<PathBuf> {
    let framework = folder.join(NAME);
    if framework.exists() {
        fs::remove_dir_all(&framework)?;
    }
    let headers = repository::root().join("bindings/swift/Sources/OneCallCoreFFI/generated");
    for (name, _, _) in LIBRARIES {
        let slice = framework.join(name);
        fs::create_dir_all(slice.join(HEADERS))?;
        for file in ["OneCallCoreFFI.h", "module.modulemap"] {
            fs::copy(headers.join(file), slice.join(HEADERS).join(file)).with_context(|| format!("no {file}"))?;
        }
        let parts: Vec<&PathBuf> =
            libraries.iter().filter(|(target, _)| target.folder == name).map(|(_, path)| path).collect();
        lipo(&parts, &slice.join("libonecall.a"))?;
    }
    fs::write(framework.join("Info.plist"), info())?;
    read_back(&framework)?;

    let files = archive::of_folder(&framework)?.into_iter().map(|(name, bytes)| (format!("{NAME}/{name}"), bytes));
    let zip = archive::pack(&files.collect())?;
    fs::write(folder.join(format!("{NAME}.zip")), &zip)?;
    fs::write(folder.join("Package.swift"), manifest(&checksum(&zip)))?;
    println!("   {}: {} bytes zipped, checksum {}", framework.display(), zip.len(), checksum(&zip));
    Ok(framework)
}

/// One library for all the processors of a slice.
fn lipo(parts: &[&PathBuf], out: &Path) -> Result<()> {
    if let [only] = parts {
        // One for a single processor would be wrapped for nothing.
        fs::copy(only, out).with_context(|| format!("no {}", only.display()))?;
        return Ok(());
    }
    let program = if xcode() {
        Program::new("lipo")
    } else {
        let llvm = debian::llvm()?;
        Program::new(llvm.join("usr/lib/llvm-22/bin/llvm-lipo"))
            .env("LD_LIBRARY_PATH", &llvm.join("usr/lib/x86_64-linux-gnu").to_string_lossy())
    };
    program.args(["-create", "-output"]).args([out]).args(parts).run()
}

fn read_back(framework: &Path) -> Result<()> {
    let plist = fs::read_to_string(framework.join("Info.plist"))?;
    for (name, processors, _) in LIBRARIES {
        let slice = framework.join(name);
        let bytes = fs::read(slice.join("libonecall.a")).with_context(|| format!("{name} has no library"))?;
        let found = if processors.len() == 1 {
            vec![processor_of_archive(&bytes)?]
        } else {
            let fat =
                object::read::macho::MachOFatFile32::parse(&*bytes).context("no library for several processors")?;
            let part = |arch: &object::macho::FatArch32| -> Result<String> {
                let data = object::read::macho::FatArch::data(arch, &*bytes)?;
                processor_of_archive(data)
            };
            fat.arches().iter().map(part).collect::<Result<_>>()?
        };
        let missing: Vec<_> = processors.iter().filter(|one| !found.iter().any(|other| other == *one)).collect();
        if !missing.is_empty() || !plist.contains(&format!("<string>{name}</string>")) {
            bail!("{name} lacks {missing:?}, or the Info.plist does not name it");
        }
        headers_in(&slice).with_context(|| format!("{name} has no header for Swift"))?;
    }
    Ok(())
}

/// Whether the module is where compilers look for it, and where no other framework has one.
fn headers_in(slice: &Path) -> Result<()> {
    let (searched, module) = HEADERS.split_once('/').context("a folder in the one that is searched")?;
    let map = fs::read_to_string(slice.join(HEADERS).join("module.modulemap"))?;
    if !map.contains(&format!("module {module} {{")) || !map.contains("header \"OneCallCoreFFI.h\"") {
        bail!("the module map is for something else");
    }
    if !slice.join(HEADERS).join("OneCallCoreFFI.h").is_file() || fs::read_dir(slice.join(searched))?.count() != 1 {
        bail!("a file is missing, or beside the folder");
    }
    Ok(())
}

/// The processor that the first object of a static library is for.
fn processor_of_archive(bytes: &[u8]) -> Result<String> {
    let archive = object::read::archive::ArchiveFile::parse(bytes).context("no static library")?;
    for member in archive.members() {
        let Ok(file) = object::File::parse(member?.data(bytes)?) else { continue };
        return match file.architecture() {
            object::Architecture::Aarch64 => Ok("arm64".to_owned()),
            object::Architecture::X86_64 => Ok("x86_64".to_owned()),
            other => bail!("a library for {other:?}"),
        };
    }
    bail!("a static library without an object")
}

fn info() -> String {
    let mut libraries = String::new();
    for (name, processors, simulator) in LIBRARIES {
        let architectures: String = processors.iter().map(|one| format!("<string>{one}</string>")).collect();
        let variant = "<key>SupportedPlatformVariant</key><string>simulator</string>";
        let _ = writeln!(
            libraries,
            "<dict><key>LibraryIdentifier</key><string>{name}</string><key>LibraryPath</key><string>libonecall.a</string>\
             <key>HeadersPath</key><string>Headers</string><key>SupportedArchitectures</key><array>{architectures}\
             </array><key>SupportedPlatform</key><string>ios</string>{}</dict>",
            if simulator { variant } else { "" }
        );
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \
         \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\"><dict>\n\
         <key>AvailableLibraries</key><array>\n{libraries}</array>\n<key>CFBundlePackageType</key><string>XFWK</string>\n\
         <key>XCFrameworkFormatVersion</key><string>1.0</string>\n</dict></plist>\n"
    )
}

/// What `swift package compute-checksum` says.
fn checksum(zip: &[u8]) -> String {
    Sha256::digest(zip).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// For a release: its page holds the archive, and Swift fetches what has this checksum and nothing else.
fn manifest(checksum: &str) -> String {
    let repository = env!("CARGO_PKG_REPOSITORY");
    format!(
        "// swift-tools-version: 6.0\nimport PackageDescription\n\nlet package = Package(\n    name: \"OneCallCoreFFI\",\n    \
         platforms: [.iOS(.v15)],\n    products: [.library(name: \"OneCallCoreFFI\", targets: [\"OneCallCoreFFI\"])],\n    \
         targets: [\n        .binaryTarget(\n            name: \"OneCallCoreFFI\",\n            \
         url: \"{repository}/releases/download/v{VERSION}/{NAME}.zip\",\n            checksum: \"{checksum}\"\n        )\n    ]\n)\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_swiftpm_sha_256_in_hexadecimal() {
        assert_eq!(checksum(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert!(manifest("c0ffee").contains("checksum: \"c0ffee\""));
    }

    #[test]
    fn a_module_map_that_could_meet_another_frameworks_is_refused() {
        let slice = tempfile::tempdir().unwrap();
        let headers = slice.path().join(HEADERS);
        fs::create_dir_all(&headers).unwrap();
        assert!(headers_in(slice.path()).is_err());
        fs::write(headers.join("OneCallCoreFFI.h"), "").unwrap();
        fs::write(headers.join("module.modulemap"), "module OneCallCoreFFI {\n    header \"OneCallCoreFFI.h\"\n}\n")
            .unwrap();
        headers_in(slice.path()).unwrap();
        fs::write(slice.path().join("Headers/module.modulemap"), "").unwrap();
        assert!(headers_in(slice.path()).is_err());
    }

    #[test]
    fn the_list_names_both_libraries_and_marks_the_simulators() {
        let info = info();
        assert_eq!(info.matches("LibraryIdentifier").count(), 2);
        assert_eq!(info.matches("<string>simulator</string>").count(), 1);
    }
}
