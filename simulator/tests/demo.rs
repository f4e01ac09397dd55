//! What a newcomer sees first.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

#[test]
fn the_demo_plays_every_call_to_its_end_and_ends_well() {
    let output = Command::new(env!("CARGO_BIN_EXE_onecall-demo")).arg("--once").output().unwrap();
    let transcript = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{transcript}\n{}", String::from_utf8_lossy(&output.stderr));
    for promise in [
        "creates \"Boiler makes a noise\" and sends http",
        "You are in the call with Alex. What is drawn stays where it belongs in the room.",
        "This link no longer works. Ask the person who sent it for a new one.",
        "You are in the call with Alex. You both draw on still pictures.",
        "The agent expects somebody else: ask the person who sent you the link.",
        "phone sleeps, and that the place is kept",
        "Somebody else is in this call.",
        "Every call went as it should.",
    ] {
        assert!(transcript.contains(promise), "not in the transcript: {promise}\n{transcript}");
    }
    assert!(!transcript.contains('\x1b'), "colours are for terminals");
}

#[test]
fn the_demo_plays_on_when_nobody_reads_any_more() {
    let mut demo = Command::new(env!("CARGO_BIN_EXE_onecall-demo"))
        .arg("--once")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(demo.stdout.take());
    let output = demo.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Also in the middle of a call, and whether by Ctrl-C or by the system.
#[cfg(unix)]
#[test]
fn the_demo_leaves_nothing_behind_when_it_is_stopped() {
    for (signal, until, well) in [("INT", "Now you.", true), ("TERM", "Now you.", true), ("INT", "creates", false)] {
        let folder = tempfile::tempdir().unwrap();
        let mut demo = Command::new(env!("CARGO_BIN_EXE_onecall-demo"))
            .env("TMPDIR", folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(demo.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().contains(until)), "{until}");
        let kill = Command::new("kill").args(["-s", signal, &demo.id().to_string()]).status().unwrap();
        assert!(kill.success());
        let rest: Vec<_> = lines.map(Result::unwrap).collect();
        let output = demo.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(i32::from(!well)), "{signal} after {until}: {rest:?}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "{signal} after {until}");
    }
}
