//! What a newcomer sees first.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::process::Command;

#[test]
fn the_demo_plays_every_call_to_its_end_and_ends_well() {
    let output = Command::new(env!("CARGO_BIN_EXE_onecall-demo")).arg("--once").output().unwrap();
    let transcript = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{transcript}\n{}", String::from_utf8_lossy(&output.stderr));
    for promise in [
        "creates \"Boiler makes a noise\" and sends http",
        "You are in the call with Alex. What is drawn stays where it belongs in the room.",
        "This link no longer works: ask for a new one.",
        "You are in the call with Alex. You both draw on still pictures.",
        "The agent expects somebody else.",
        "phone sleeps, and that the place is kept",
        "Somebody else is in this call.",
        "Every call went as it should.",
    ] {
        assert!(transcript.contains(promise), "not in the transcript: {promise}\n{transcript}");
    }
    assert!(!transcript.contains('\x1b'), "colours are for terminals");
}
