//! What a start asks of the system, on the thread that starts: `strace` writes it down, and nothing of it may wait for a
//! network, a disk or another thread.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};

use crate::program::{Program, cargo};
use crate::tools;

/// What the example asks for, in vain, right before and right after the start.
const BEGIN: &str = "/start-begins";
const END: &str = "/start-ended";

/// The calls that a start needs, none of which waits for anything outside of this machine's memory and processor. The one
/// file is the kernel's own, which is no file on any disk.
const QUICK: [&str; 14] = [
    "brk",
    "clone",
    "clone3",
    "close",
    "epoll_create1",
    "epoll_ctl",
    "eventfd2",
    "fcntl",
    "getrandom",
    "mmap",
    "mprotect",
    "prctl",
    "rt_sigaction",
    "rt_sigprocmask",
];
/// Only on [`BOOT_ID`].
const OF_THE_FILE: [&str; 3] = ["openat", "read", "statx"];
const BOOT_ID: &str = "/proc/sys/kernel/random/boot_id";

/// Starts a journey under `strace`, and fails if the thread that started it could have waited.
pub(super) fn watch() -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("   what a start asks of the system can be written down on Linux alone");
        return Ok(());
    }
    if Program::new("strace").args(["--version"]).answer().is_none() {
        tools::install(&["strace"])?;
    }
    let example = cargo(["build", "--release", "-p", "onecall-bench-fixture", "--example", "start"]);
    let example = example.built("start", "start")?;
    let folder = tempfile::tempdir().context("no temporary folder")?;
    // Each thread has a file of its own, by its number.
    let traces = folder.path().join("trace");
    Program::new("strace").args(["-ff", "-o"]).args([&traces]).args([&example]).run()?;
    for file in fs::read_dir(folder.path())? {
        let trace = fs::read_to_string(file?.path()).context("what strace wrote cannot be read")?;
        if let Some(calls) = between(&trace) {
            let counted = judge(&calls)?;
            let counted: Vec<_> = counted.iter().map(|(call, times)| format!("{call} {times}")).collect();
            println!("A start, on the thread that starts it, asks of the system: {}", counted.join(", "));
            return Ok(());
        }
    }
    bail!("strace did not see the start")
}

/// The lines of a trace between the two marks; nothing if it is another thread's.
fn between(trace: &str) -> Option<Vec<&str>> {
    let (_, rest) = trace.split_once(BEGIN)?;
    let (start, _) = rest.split_once(END)?;
    let lines: Vec<&str> = start.lines().collect();
    // The rest of the first mark's line, and the beginning of the last one's.
    Some(lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default().to_vec())
}

/// How often each call was made.
///
/// # Errors
/// One of them may wait.
fn judge<'a>(calls: &[&'a str]) -> Result<BTreeMap<&'a str, usize>> {
    let mut counted = BTreeMap::new();
    let mut has_file = false;
    for line in calls {
        let Some((call, arguments)) = line.split_once('(') else { continue };
        match call {
            "openat" => has_file = arguments.contains(BOOT_ID),
            "close" => has_file = false,
            _ => {}
        }
        let may_wait = !QUICK.contains(&call) && (!has_file || !OF_THE_FILE.contains(&call));
        if may_wait {
            bail!("the thread that starts a journey may have to wait: {line}");
        }
        *counted.entry(call).or_insert(0) += 1;
    }
    Ok(counted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_the_marks_is_counted_and_nothing_else() {
        let trace = "execve(\"start\")\nstatx(AT_FDCWD, \"/start-begins\", 0) = -1\nmmap(NULL) = 0\nmmap(NULL) = 1\n\
                     statx(AT_FDCWD, \"/start-ended\", 0) = -1\nexit_group(0)\n";
        assert_eq!(judge(&between(trace).unwrap()).unwrap(), BTreeMap::from([("mmap", 2)]));
        assert_eq!(between("mmap(NULL) = 0\n"), None);
    }

    #[test]
    fn a_start_that_waits_is_told() {
        for line in
            ["connect(3, 127.0.0.1) = 0", "openat(AT_FDCWD, \"/etc/hosts\") = 3", "read(3, \"\") = 0", "futex(0)"]
        {
            assert!(judge(&[line]).is_err(), "{line}");
        }
        let boot_id = format!("openat(AT_FDCWD, \"{BOOT_ID}\") = 3");
        assert!(judge(&[&boot_id, "read(3, \"1\") = 1", "close(3) = 0"]).is_ok());
        assert!(judge(&[&boot_id, "close(3) = 0", "read(3, \"1\") = 1"]).is_err());
    }
}
