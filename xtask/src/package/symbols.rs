//! Which symbols of the system the library may need, and whether it needs more.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

const ANDROID: &str = include_str!("android.txt");

/// Those that one of Android's libraries (`c`, `dl`, …) has for a target.
pub(super) fn android_of(library: &str, triple: &str) -> BTreeSet<&'static str> {
    lines(ANDROID)
        .filter(|(_, notes)| !notes.contains(&"arm") || triple.starts_with("armv7"))
        .filter(|(_, notes)| if library == "c" { !notes.contains(&"dl") } else { notes.contains(&library) })
        .map(|(name, _)| name)
        .collect()
}

/// Fails with the names that are not on the list.
pub(super) fn check_android(needed: &[String], triple: &str) -> Result<()> {
    let mut known = android_of("c", triple);
    known.extend(android_of("dl", triple));
    let unknown: Vec<_> = needed.iter().filter(|name| !known.contains(name.as_str())).cloned().collect();
    if !unknown.is_empty() {
        bail!(
            "{triple} needs {}, which no list says Android has at API 24: check that, then add to \
             xtask/src/package/android.txt",
            unknown.join(", ")
        );
    }
    Ok(())
}

fn lines(list: &'static str) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut words = line.split_whitespace();
        Some((words.next()?, words.collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_that_is_not_on_the_list_is_named() {
        let needed = ["malloc".to_owned(), "dlsym".to_owned(), "pthread_getname_np".to_owned()];
        let error = check_android(&needed, "aarch64-linux-android").unwrap_err().to_string();
        assert!(error.contains("pthread_getname_np") && !error.contains("malloc"), "{error}");
        check_android(&needed[..2], "aarch64-linux-android").unwrap();
    }

    #[test]
    fn what_only_32_bit_arm_has_is_refused_elsewhere() {
        let needed = ["__gnu_Unwind_Find_exidx".to_owned()];
        check_android(&needed, "armv7-linux-androideabi").unwrap();
        assert!(check_android(&needed, "x86_64-linux-android").is_err());
    }

    #[test]
    fn every_symbol_is_in_one_library() {
        assert!(android_of("dl", "aarch64-linux-android").contains("dladdr"));
        assert!(!android_of("c", "aarch64-linux-android").contains("dladdr"));
        assert!(android_of("log", "aarch64-linux-android").is_empty());
    }
}
