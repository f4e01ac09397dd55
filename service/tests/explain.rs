//! `onecall explain`, as a program is run.
#![allow(clippy::unwrap_used, reason = "a test may: helpers are not seen as tests")]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use onecall::link::Token;
use serde_json::{Value, json};

fn explain(arguments: &[&str], input: &[u8]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_onecall"))
        .arg("explain")
        .args(arguments)
        .env_remove("ONECALL_PUBLIC_URL")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that reads no input closes it.
    let _ = program.stdin.take().unwrap().write_all(input);
    program.wait_with_output().unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The objects printed, and the exit status.
fn objects(arguments: &[&str], input: &[u8]) -> (Vec<Value>, i32) {
    let output = explain(&[&["--json", "--host", "help.example.com"], arguments].concat(), input);
    let lines = text(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (lines, output.status.code().unwrap())
}

fn link() -> String {
    format!("https://help.example.com/j/{}", Token::from_bits(42))
}

/// The steps of the one object that is printed.
fn steps(arguments: &[&str]) -> Vec<String> {
    let (objects, status) = objects(&[arguments, &[&link()]].concat(), b"");
    assert_eq!(status, 0, "{arguments:?}");
    objects[0]["route"].as_array().unwrap().iter().map(|way| way["step"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_invitation_is_one_object_with_its_route_and_exit_status_0() {
    let (objects, status) = objects(&["--device", "ios", "--installed", "yes", &link()], b"");
    assert_eq!(status, 0);
    let expected = json!({
        "invitation": { "kind": "one-time", "host": "help.example.com" },
        "error": null,
        "choices": [],
        "route": [{
            "step": "open-app", "url": link(), "why": "The app is on this device.", "reason": "app-installed",
        }],
    });
    assert_eq!(objects, [expected]);
}

#[test]
fn a_teams_link_is_told_with_all_that_it_says() {
    let long = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_QUJD%40thread.v2/0?context=%7b%22Tid%22%3a\
        %2200000000-0000-0000-0000-000000000001%22%2c%22Oid%22%3a%2200000000-0000-0000-0000-000000000002%22%7d";
    let (long, _) = objects(&[long], b"");
    assert_eq!(
        long[0]["invitation"],
        json!({
            "kind": "teams", "cloud": "worldwide", "form": "meetup-join", "thread": "19:meeting_QUJD@thread.v2",
            "message": "0", "tenant": "00000000-0000-0000-0000-000000000001",
            "organiser": "00000000-0000-0000-0000-000000000002",
        })
    );
    assert_eq!(long[0]["route"][0]["step"], "teams-client");
    let (short, _) = objects(&["https://teams.live.com/meet/9312345678901?p=AbC"], b"");
    assert_eq!(
        short[0]["invitation"],
        json!({
            "kind": "teams", "cloud": "consumer", "form": "meet", "meeting_id": "9312345678901", "passcode": "AbC",
        })
    );
}

#[test]
fn what_is_no_invitation_has_a_code_a_sentence_and_exit_status_2() {
    let cut = link()[..link().len() - 3].to_owned();
    for (text, code) in [
        ("", "nothing-found"),
        ("hello", "nothing-found"),
        ("--", "nothing-found"),
        (cut.as_str(), "truncated"),
        ("https://help.example.net/j/0", "unknown-host"),
        ("https://teams.microsoft.com/l/chat/0/0", "not-joinable"),
    ] {
        let (objects, status) = objects(&["--", text], text.as_bytes());
        assert_eq!(status, 2, "{text}");
        assert_eq!(objects[0]["invitation"], Value::Null, "{text}");
        assert_eq!(objects[0]["error"]["code"], code, "{text}");
        assert!(objects[0]["error"]["message"].as_str().unwrap().ends_with('.'), "{text}");
    }
}

#[test]
fn two_invitations_are_choices_and_not_a_guess() {
    let (objects, status) = objects(&[&format!("{} https://teams.live.com/meet/9312345678901", link())], b"");
    assert_eq!(status, 2);
    assert_eq!(objects[0]["error"]["code"], "several");
    let kinds: Vec<_> = objects[0]["choices"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect();
    assert_eq!(kinds, ["one-time", "teams"]);
}

#[test]
fn every_line_gets_an_answer_of_its_own_whatever_bytes_it_is_made_of() {
    let input = [link().as_bytes(), b"\n\xff\xfe\xed\xa0\x80\n\n123 456 789"].concat();
    for arguments in [&["--lines"][..], &["--lines", "-"]] {
        let (objects, status) = objects(arguments, &input);
        let kinds: Vec<_> = objects.iter().map(|one| one["invitation"]["kind"].clone()).collect();
        assert_eq!(kinds, [json!("one-time"), Value::Null, Value::Null, json!("spoken-code")]);
        assert_eq!(status, 2, "not every line is an invitation");
    }
    assert_eq!(objects(&["--lines"], link().as_bytes()).1, 0);
}

#[test]
fn a_whole_message_is_read_from_the_standard_input() {
    let message = format!("Hello,\r\n> please open <{}>.\r\nBye", link());
    let (objects, status) = objects(&[], message.as_bytes());
    assert_eq!((objects.len(), status), (1, 0));
    assert_eq!(objects[0]["invitation"]["kind"], "one-time");
}

#[test]
fn device_installation_set_up_and_policy_each_change_the_route() {
    assert_eq!(steps(&["--device", "linux"]), ["join-in-browser"]);
    assert_eq!(steps(&["--device", "hololens"]), ["tell"]);
    assert_eq!(steps(&["--device", "ios", "--os-version", "14.8.1", "--installed", "no"]), ["join-in-browser"]);
    assert_eq!(steps(&["--device", "ios", "--os-version", "17", "--installed", "no"]), ["join-in-browser", "get-app"]);
    assert_eq!(steps(&["--device", "windows", "--policy", "remote-assist"]), ["tell"]);
    assert_eq!(steps(&["--device", "windows", "--policy", "remote-assist", "--set-up", "mobile"]), ["join-in-browser"]);
    assert_eq!(steps(&["--in-app-browser", "--installed", "yes"]), ["landing-page", "open-app", "tell"]);
}

#[test]
fn for_people_it_is_sentences_and_a_host_that_was_not_named_is_asked_for() {
    let known = explain(&["--host", "help.example.com", "--installed", "yes", &link()], b"");
    let expected = format!(
        "This is a link to a one-time call at help.example.com.\n  1. Open it in the app: {}\n     The app is on this \
         device.\n",
        link()
    );
    assert_eq!(text(&known), expected);
    let unknown = explain(&[&link()], b"");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown).contains("help.example.com") && text(&unknown).contains("--host HOST"));
}
