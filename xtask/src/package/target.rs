//! What is built for phones: a row for each target.

/// A phone's system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Os {
    /// API 24 and newer.
    Android,
    /// iOS 15 and newer.
    Ios,
}

/// One build of the library.
#[derive(Debug)]
pub(crate) struct Target {
    /// As gates and people call it.
    pub(crate) name: &'static str,
    /// As rustc calls it.
    pub(crate) triple: &'static str,
    /// As clang calls it, with the oldest system.
    pub(crate) clang: &'static str,
    /// The folder in the AAR below `jni/`, or in the XCFramework.
    pub(crate) folder: &'static str,
    pub(crate) os: Os,
    /// Whether its size has a gate, and so takes the slow link-time optimisation.
    pub(crate) gated: bool,
}

/// The oldest Android that loads the library.
pub(crate) const ANDROID_API: &str = "24";
/// The oldest iOS that loads the library.
pub(crate) const IOS: &str = "15.0";

// A table, one line a target.
#[rustfmt::skip]
pub(crate) const TARGETS: [Target; 6] = [
    Target { name: "android-arm64", triple: "aarch64-linux-android", clang: "aarch64-linux-android24", folder: "arm64-v8a", os: Os::Android, gated: true },
    Target { name: "android-armv7", triple: "armv7-linux-androideabi", clang: "armv7a-linux-androideabi24", folder: "armeabi-v7a", os: Os::Android, gated: false },
    Target { name: "android-x86_64", triple: "x86_64-linux-android", clang: "x86_64-linux-android24", folder: "x86_64", os: Os::Android, gated: false },
    Target { name: "ios-arm64", triple: "aarch64-apple-ios", clang: "arm64-apple-ios15.0", folder: "ios-arm64", os: Os::Ios, gated: true },
    Target { name: "ios-arm64-simulator", triple: "aarch64-apple-ios-sim", clang: "arm64-apple-ios15.0-simulator", folder: "ios-arm64_x86_64-simulator", os: Os::Ios, gated: false },
    Target { name: "ios-x86_64-simulator", triple: "x86_64-apple-ios", clang: "x86_64-apple-ios15.0-simulator", folder: "ios-arm64_x86_64-simulator", os: Os::Ios, gated: false },
];

/// Those of one system.
pub(crate) fn of(os: Os) -> impl Iterator<Item = &'static Target> {
    TARGETS.iter().filter(move |target| target.os == os)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_says_the_oldest_system_it_runs_on() {
        for target in &TARGETS {
            let oldest = if target.os == Os::Android { ANDROID_API } else { IOS };
            assert!(target.clang.contains(oldest), "{}", target.name);
        }
    }

    #[test]
    fn both_systems_have_one_target_whose_size_is_gated() {
        for os in [Os::Android, Os::Ios] {
            assert_eq!(of(os).filter(|target| target.gated).count(), 1, "{os:?}");
        }
    }
}
