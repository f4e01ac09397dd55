//! A stand-in for Xcode's SDK: headers and the list of what the system's library has, from a package registry. What
//! it makes is not for shipping.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::debian;
use super::stand_in_android::script;
use super::target::{IOS, Target};
use super::tools::CTools;
use crate::program::Program;
use crate::repository;

/// The stand-in for one target.
pub(super) fn tools(target: &Target) -> Result<CTools> {
    let llvm = debian::llvm()?;
    let bin = llvm.join("usr/lib/llvm-22/bin");
    let libraries = llvm.join("usr/lib/x86_64-linux-gnu");
    let folder = repository::root().join("target/phone-tools").join(target.triple);
    let sdk = sdk(&folder)?;
    let (compiler, archiver, strip) = (folder.join("cc"), folder.join("ar"), folder.join("strip"));
    script(&compiler, &libraries, &bin, &format!("clang-22 -isysroot {}", sdk.display()))?;
    script(&archiver, &libraries, &bin, "llvm-ar")?;
    script(&strip, &libraries, &bin, "llvm-strip")?;
    let env = vec![("SDKROOT".to_owned(), sdk.to_string_lossy().into_owned())];
    Ok(CTools { compiler, archiver, linker: None, strip, env, genuine: false })
}

fn sdk(folder: &Path) -> Result<PathBuf> {
    let (sdk, headers) = (folder.join("sdk"), debian::headers()?);
    fs::create_dir_all(sdk.join("usr/lib"))?;
    if !sdk.join("usr/include").exists() {
        std::os::unix::fs::symlink(headers.join("libc/include/any-darwin-any"), sdk.join("usr/include"))?;
    }
    fs::copy(headers.join("libc/darwin/SDKSettings.json"), sdk.join("SDKSettings.json"))?;
    let system = fs::read_to_string(headers.join("libc/darwin/libSystem.tbd"))?;
    fs::write(sdk.join("usr/lib/libSystem.tbd"), for_iphones(&system))?;
    Ok(sdk)
}

/// The list is the Mac's; an iPhone's library has the same names for all that we use.
fn for_iphones(list: &str) -> String {
    list.replace("arm64e-macos", "arm64-ios")
        .replace("arm64e.x1-macos", "arm64-ios-simulator")
        .replace("x86_64-macos", "x86_64-ios-simulator")
        // A processor that the linker does not know yet, and that of no iPhone.
        .replace("arm64e.x1-", "arm64-")
}

/// Links the smallest dynamic library that has the whole door, as an app would: its size is what an app grows by,
/// and a symbol that the system lacks fails here.
pub(super) fn link(target: &Target, archive: &Path) -> Result<PathBuf> {
    let tools = tools(target)?;
    let llvm = debian::llvm()?;
    let linked = archive.with_extension("dylib");
    let simulator = target.clang.ends_with("simulator");
    Program::new(llvm.join("usr/lib/llvm-22/bin/ld64.lld"))
        .env("LD_LIBRARY_PATH", &llvm.join("usr/lib/x86_64-linux-gnu").to_string_lossy())
        .args(["-dylib", "-dead_strip", "-x", "-arch", target.clang.split('-').next().unwrap_or_default()])
        .args(["-platform_version", if simulator { "ios-simulator" } else { "ios" }, IOS, IOS])
        .args(["-exported_symbol", "_uniffi_*", "-exported_symbol", "_ffi_*"])
        .args(["-install_name", "@rpath/OneCallCore.dylib", "-syslibroot"])
        .args([&tools.env[0].1, "-lSystem", "-force_load"])
        .args([archive.as_os_str(), "-o".as_ref(), linked.as_os_str()])
        .run()?;
    Ok(linked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_symbols_is_turned_to_iphones_and_their_simulators() {
        let list =
            "targets: [ x86_64-macos, x86_64-maccatalyst, arm64e-macos, arm64e.x1-macos, arm64e.x1-maccatalyst ]";
        let expected =
            "targets: [ x86_64-ios-simulator, x86_64-maccatalyst, arm64-ios, arm64-ios-simulator, arm64-maccatalyst ]";
        assert_eq!(for_iphones(list), expected);
    }
}
