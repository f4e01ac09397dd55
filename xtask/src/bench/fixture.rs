//! The emptiest crossing that UniFFI has, `bindings/bench/fixture`, for the benchmarks of the door: they are compiled in
//! the steps `kotlin` and `swift`, and run by `cargo xtask bench door`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::program::cargo;
use crate::{bindings, repository};

const PACKAGE: &str = "onecall-bench-fixture";
/// What its library is called.
const LIBRARY: &str = "onecall_bench_fixture";
/// Where its Kotlin is written, from the repository's root.
const KOTLIN: &str = "bindings/kotlin/target/fixture";
/// Where its Swift is written; git passes over both.
const SWIFT: [(&str, &[&str]); 2] = [
    ("bindings/bench/swift/Sources/Emptiest", &["swift"]),
    ("bindings/bench/swift/Sources/EmptiestFFI", &["h", "modulemap"]),
];

/// Its library, built with these options of cargo's.
pub(crate) fn build(options: &[&str]) -> Result<PathBuf> {
    let build = cargo(["rustc", "-p", PACKAGE, "--lib", "--crate-type", "cdylib"]).args(options);
    build.built(LIBRARY, &format!("{}{LIBRARY}{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX))
}

/// Writes what Kotlin calls of this library.
pub(crate) fn for_kotlin(library: &Path) -> Result<()> {
    bindings::generate_into(library, "kotlin", LIBRARY, &repository::root().join(KOTLIN))
}

/// Writes what Swift calls of this library.
pub(crate) fn for_swift(library: &Path) -> Result<()> {
    let generated = tempfile::tempdir().context("no temporary folder")?;
    bindings::generate_into(library, "swift", LIBRARY, generated.path())?;
    for (folder, kinds) in SWIFT {
        let folder = repository::root().join(folder);
        fs::create_dir_all(&folder).context("no folder for the generated Swift")?;
        for file in fs::read_dir(generated.path()).context("nothing was generated")? {
            let file = file?.path();
            let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
            let name = file.file_name().context("a file has a name")?;
            // The one name under which compilers look for it.
            let name = if kind == "modulemap" { "module.modulemap".as_ref() } else { name };
            if kinds.contains(&kind) {
                fs::copy(&file, folder.join(name)).context("the generated Swift cannot be copied")?;
            }
        }
    }
    Ok(())
}
