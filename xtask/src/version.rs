//! The version of the workspace, which is that of everything in it.

/// As `Cargo.toml` has it.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Android's number of a version, which grows with every release: two digits for each part.
pub(crate) fn code(version: &str) -> u32 {
    version.split('.').take(3).filter_map(|part| part.parse::<u32>().ok()).fold(0, |code, part| code * 100 + part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repository;

    /// Where a version is written by hand: the file, what stands before it and what behind. The tests of the Kotlin and
    /// Swift packages look after those of the bindings.
    const BY_HAND: [(&str, &str, &str); 4] = [
        ("android/app/build.gradle.kts", "versionName = \"", "\""),
        ("android/screens/pom.xml", "<artifactId>onecall-screens</artifactId>\n  <version>", "<"),
        ("bindings/swift/README.md", "from: \"", "\""),
        ("ios/OneCall.xcodeproj/project.pbxproj", "MARKETING_VERSION = ", ";"),
    ];

    fn written<'a>(text: &'a str, before: &str, behind: &str) -> Vec<&'a str> {
        text.split(before).skip(1).filter_map(|rest| rest.split(behind).next()).collect()
    }

    #[test]
    fn a_later_version_has_a_higher_code() {
        assert_eq!(code("0.1.0"), 100);
        assert!(code("0.2.0") > code("0.1.99"));
        assert!(code("1.0.0") > code("0.99.99"));
    }

    #[test]
    fn what_is_written_by_hand_is_the_version_of_cargo_toml() {
        let read = |file: &str| std::fs::read_to_string(repository::root().join(file)).unwrap();
        for (file, before, behind) in BY_HAND {
            let text = read(file);
            let written = written(&text, before, behind);
            assert!(!written.is_empty(), "{file} says nothing behind {before:?}");
            assert!(
                written.iter().all(|version| *version == VERSION),
                "{file} says {written:?}, and this is {VERSION}"
            );
        }
        let file = "android/app/build.gradle.kts";
        assert_eq!(written(&read(file), "versionCode = ", "\n"), [code(VERSION).to_string()], "versionCode in {file}");
    }
}
