//! A Debian of its own with Swift in it, for machines that have none: swift.org is not needed, only
//! the machine's own package source.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::program::Program;
use crate::{repository, tools};

/// The oldest Debian that has Swift.
const SUITE: &str = "trixie";

/// To be raised with [`PACKAGES`]: a root that is there is not made again.
const REVISION: u32 = 1;

const PACKAGES: &str = "swiftlang,libc6-dev,libstdc++-14-dev,ca-certificates";

/// In it once everything else is.
const READY: &str = ".ready";

/// The folder of the root; made if it is not there, which takes a minute or two and 2.5 GB.
pub(super) fn ensure() -> Result<PathBuf> {
    let cache = cache()?;
    let root = cache.join(format!("swift-{SUITE}-{REVISION}"));
    if root.join(READY).exists() {
        return Ok(root);
    }
    if !tools::is_root() {
        bail!("Swift 6 is missing: install it (https://swift.org/install), or run this as root on Debian");
    }
    // Held until the end: of two runs at once, one makes it and the other finds it.
    let _lock = repository::lock(&cache.join(".swift.lock"))?;
    if !root.join(READY).exists() {
        make(&cache, &root)?;
    }
    Ok(root)
}

/// A command to run in the root, from `folder` on, seeing the paths of `mounts`; it may write to
/// those that say so.
pub(super) fn program(root: &Path, folder: &Path, mounts: &[Mount]) -> Program {
    let mut arguments: Vec<OsString> = vec!["-m".into(), "--propagation".into(), "private".into(), "sh".into()];
    arguments.push(repository::root().join("xtask/src/swift/enter.sh").into());
    arguments.extend([root.into(), folder.into()]);
    for mount in mounts {
        let (mode, path) = match mount {
            Mount::Read(path) => ("ro", path),
            Mount::Write(path) => ("rw", path),
        };
        arguments.extend([mode.into(), path.into()]);
    }
    arguments.push("--".into());
    Program::new("unshare").args(arguments)
}

/// What is seen inside under its own name.
pub(super) enum Mount {
    Read(PathBuf),
    Write(PathBuf),
}

fn cache() -> Result<PathBuf> {
    let base = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let base = base.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache")));
    Ok(base.context("neither XDG_CACHE_HOME nor HOME says where toolchains are kept")?.join("onecall-toolchains"))
}

/// Under another name first: a run that was broken off leaves nothing that looks ready.
fn make(cache: &Path, root: &Path) -> Result<()> {
    if Program::new("mmdebstrap").args(["--version"]).answer().is_none() {
        tools::install(&["mmdebstrap"])?;
    }
    let unfinished = tempfile::Builder::new().prefix(".swift-tmp.").tempdir_in(cache)?;
    let made = unfinished.path().join("root");
    let sources = Program::new("apt-get").args(["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]);
    let mirror = sources.answer().and_then(|listed| debian_of(&listed));

    Program::new("mmdebstrap")
        .args(["--quiet", "--mode=root", "--variant=apt"])
        .args(["--aptopt=APT::Install-Recommends \"false\"", "--aptopt=Acquire::Retries \"3\""])
        .args(["--dpkgopt=path-exclude=/usr/share/doc/*", "--dpkgopt=path-exclude=/usr/share/man/*"])
        .args([format!("--include={PACKAGES}"), SUITE.to_owned()])
        .args([&made])
        .args(mirror)
        .run()
        .context("Swift's root could not be made")?;
    for left_over in ["var/cache/apt/archives", "var/lib/apt/lists"] {
        fs::remove_dir_all(made.join(left_over))?;
    }
    File::create(made.join(READY))?;
    if root.exists() {
        fs::remove_dir_all(root)?;
    }
    fs::rename(&made, root).context("Swift's root could not be put in its place")
}

/// The address from which this machine gets Debian; none, and mmdebstrap takes its own.
fn debian_of(listed: &str) -> Option<String> {
    listed.lines().map(str::trim).find(|address| address.trim_end_matches('/').ends_with("/debian")).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machines_own_source_of_debian_is_taken_and_no_other() {
        let listed = "http://a.example/debian-security/\nhttp://a.example/debian/\nhttp://b.example/debian\n";
        assert_eq!(debian_of(listed).as_deref(), Some("http://a.example/debian/"));
        assert_eq!(debian_of("http://a.example/ubuntu/\n"), None);
        assert_eq!(debian_of(""), None);
    }
}
