//! The core is pure: without its features nothing in it can wait, send, draw lots or cross a
//! language.

use anyhow::{Result, bail};

use crate::program::cargo;

/// What must be out of reach, as crate names.
const DRIVERS: [&str; 7] = ["tokio", "hyper", "rustls", "mio", "socket2", "getrandom", "uniffi"];

pub(crate) fn check() -> Result<()> {
    let found = drivers_in(&dependencies(&[])?);
    if !found.is_empty() {
        bail!("the core without features depends on {}: only features `client` and `ffi` may", found.join(", "));
    }
    // The same question about the whole core must find them, or the question is wrong.
    let found = drivers_in(&dependencies(&["--features", "ffi"])?);
    if found.len() != DRIVERS.len() {
        bail!("the core with features no longer depends on all of {}: mend this list", DRIVERS.join(", "));
    }
    Ok(())
}

fn dependencies(features: &[&str]) -> Result<String> {
    cargo(["tree", "-p", "onecall", "--no-default-features"])
        .args(features)
        .args(["-e", "normal", "--prefix", "none"])
        .stdout()
}

/// Those of [`DRIVERS`] in the output of `cargo tree --prefix none`: one line a package, the name
/// first.
fn drivers_in(tree: &str) -> Vec<&'static str> {
    let names: Vec<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    DRIVERS.into_iter().filter(|driver| names.contains(driver)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_is_recognised_by_its_whole_name() {
        let tree = "onecall v0.1.0 (/src)\nserde v1.0.0\ntokio-util v0.7.0\nmio v1.0.0 (*)\n";
        assert_eq!(drivers_in(tree), ["mio"]);
    }
}
