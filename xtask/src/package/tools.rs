//! The C compiler, the linker and their kin for one target: the vendor's when it is here, otherwise a stand-in.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::target::{ANDROID_API, Os, Target};
use super::{stand_in_android, stand_in_ios};
use crate::program::Program;

/// What builds the C in our dependencies for a target and links the library.
pub(super) struct CTools {
    pub(super) compiler: PathBuf,
    pub(super) archiver: PathBuf,
    /// Nothing for iOS: a static library is not linked.
    pub(super) linker: Option<PathBuf>,
    pub(super) strip: PathBuf,
    /// Further settings of the build.
    pub(super) env: Vec<(String, String)>,
    /// Whether what is built may be shipped: the vendor's tools made it.
    pub(super) genuine: bool,
}

/// The tools for a target.
pub(super) fn c_tools(target: &Target) -> Result<CTools> {
    match target.os {
        Os::Android => match ndk()? {
            Some(bin) => Ok(of_ndk(&bin, target)),
            None => stand_in_android::tools(target),
        },
        Os::Ios if xcode() => Ok(CTools {
            compiler: "clang".into(),
            archiver: "ar".into(),
            linker: None,
            strip: "strip".into(),
            env: Vec::new(),
            genuine: true,
        }),
        Os::Ios => stand_in_ios::tools(target),
    }
}

/// The programs of the NDK that `ANDROID_NDK_HOME` names; nothing where it names none.
pub(super) fn ndk() -> Result<Option<PathBuf>> {
    let home = std::env::var_os("ANDROID_NDK_HOME").filter(|home| !home.is_empty());
    home.map(|home| programs_of(Path::new(&home))).transpose()
}

/// A folder that has none is a mistake: whoever names one wants no stand-in.
fn programs_of(home: &Path) -> Result<PathBuf> {
    let hosts = home.join("toolchains/llvm/prebuilt").read_dir().ok();
    let programs = hosts.and_then(|mut hosts| hosts.find_map(Result::ok)).map(|host| host.path().join("bin"));
    programs.with_context(|| format!("ANDROID_NDK_HOME is {}, and no Android NDK is there", home.display()))
}

fn of_ndk(bin: &Path, target: &Target) -> CTools {
    debug_assert!(target.clang.ends_with(ANDROID_API));
    let clang = bin.join(format!("{}-clang", target.clang));
    CTools {
        compiler: clang.clone(),
        archiver: bin.join("llvm-ar"),
        linker: Some(clang),
        strip: bin.join("llvm-strip"),
        env: Vec::new(),
        genuine: true,
    }
}

/// Whether Xcode can say where the SDK of iPhones is.
pub(super) fn xcode() -> bool {
    Program::new("xcrun").args(["--sdk", "iphoneos", "--show-sdk-path"]).answer().is_some()
}

#[cfg(test)]
mod tests {
    use super::super::target::TARGETS;
    use super::*;

    #[test]
    fn the_ndk_has_a_compiler_named_after_each_target_and_the_oldest_system() {
        let tools = of_ndk(Path::new("/ndk/bin"), &TARGETS[1]);
        assert_eq!(tools.compiler, Path::new("/ndk/bin/armv7a-linux-androideabi24-clang"));
        assert_eq!(tools.linker, Some(tools.compiler));
        assert!(tools.genuine);
    }

    #[test]
    fn a_folder_that_is_named_as_the_ndk_and_is_none_is_refused() {
        let home = tempfile::tempdir().unwrap();
        assert!(programs_of(home.path()).unwrap_err().to_string().contains("ANDROID_NDK_HOME"));
        let host = home.path().join("toolchains/llvm/prebuilt/linux-x86_64");
        std::fs::create_dir_all(&host).unwrap();
        assert_eq!(programs_of(home.path()).unwrap(), host.join("bin"));
    }
}
