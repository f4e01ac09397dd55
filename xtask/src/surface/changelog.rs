//! The section of the changelog that a change to the surface is told in.

/// What stands under `Unreleased`.
pub(super) fn unreleased(changelog: &str) -> Option<&str> {
    let (_, section) = changelog.split_once("\n## Unreleased\n")?;
    Some(section.split_once("\n## ").map_or(section, |(section, _)| section))
}

/// Differs when the section says something else: blanks and empty lines do not count. FNV-1a, which is the same on
/// every machine and in every release of Rust.
pub(super) fn digest(section: &str) -> String {
    let hash = section
        .split_whitespace()
        .flat_map(|word| word.bytes().chain([b' ']))
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANGELOG: &str = "# Changelog\n\n## Unreleased\n\n- One.\n- Two.\n\n## 1.0\n\n- Zero.\n";

    #[test]
    fn only_the_unreleased_section_counts() {
        assert_eq!(unreleased(CHANGELOG), Some("\n- One.\n- Two.\n"));
        assert_eq!(unreleased("# Changelog\n\n## Unreleased\n\n- One.\n"), Some("\n- One.\n"));
        assert_eq!(unreleased("# Changelog\n"), None);
    }

    #[test]
    fn another_word_is_another_digest_and_another_line_break_is_not() {
        assert_eq!(digest("a b\n"), digest("\na\n b"));
        assert_ne!(digest("a b"), digest("ab"));
        assert_eq!(digest(""), "cbf29ce484222325");
    }
}
