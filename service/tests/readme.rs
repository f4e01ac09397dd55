//! The examples of the README, as they stand there: what `onecall explain` prints, and a call by hand.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

#[path = "http_support/binary.rs"]
mod binary;

use std::io::{BufRead, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use binary::Process;
use serde_json::Value;

const README: &str = include_str!("../../README.md");

/// Where the README finds the service.
const ADDRESS: &str = "http://127.0.0.1:8080";

/// A command as one types it, and what the README says that it prints.
struct Example {
    command: String,
    printed: Vec<&'static str>,
}

/// What is typed in a section of the README.
fn examples(title: &str) -> Vec<Example> {
    let (_, section) = README.split_once(&format!("\n## {title}\n")).unwrap_or_else(|| panic!("no section {title:?}"));
    let section = section.split("\n## ").next().unwrap();
    let blocks = section.split("```console\n").skip(1).map(|block| block.split_once("```").unwrap().0);
    let mut examples: Vec<Example> = Vec::new();
    for line in blocks.flat_map(str::lines) {
        if let Some(command) = line.strip_prefix("$ ") {
            examples.push(Example { command: command.to_owned(), printed: Vec::new() });
            continue;
        }
        let example = examples.last_mut().unwrap();
        // Only what is typed goes on in the next line.
        if example.printed.is_empty() && is_open(&example.command) {
            example.command += &format!("\n{line}");
        } else {
            example.printed.push(line);
        }
    }
    examples
}

/// Whether a shell waits for more: a line that ends with a backslash, or a loop that is not done.
fn is_open(command: &str) -> bool {
    command.ends_with('\\') || (command.starts_with("for ") && !command.ends_with("done"))
}

fn shell(command: &str) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).env_remove("ONECALL_PUBLIC_URL").stdin(Stdio::null());
    shell.stdout(Stdio::piped()).stderr(Stdio::piped());
    shell
}

/// What a command prints: for its reader, and beside that.
fn printed(mut command: Command) -> (String, String) {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr))
}

#[test]
fn what_the_readme_says_that_explain_prints_is_what_it_prints() {
    let examples = examples("What is this link?");
    assert_eq!(examples.len(), 1);
    for Example { command, printed: expected } in examples {
        let command = command.replace("cargo onecall", env!("CARGO_BIN_EXE_onecall"));
        let (out, err) = printed(shell(&command));
        assert_eq!(out.lines().collect::<Vec<_>>(), expected, "{err}");
    }
}

/// Whoever plays the call of the README.
struct Player<'a> {
    service: &'a Process,
    folder: &'a Path,
    token: String,
    /// What stands in capitals in the README.
    filled_in: Vec<(&'static str, String)>,
}

impl Player<'_> {
    fn curl(&self, command: &str) -> Command {
        assert!(command.contains(ADDRESS), "{command}");
        let mut command = command.replace(ADDRESS, &self.service.url(""));
        for (name, value) in &self.filled_in {
            command = command.replace(name, value);
        }
        let mut curl = shell(&command);
        curl.env("ONECALL_AGENT_TOKEN", &self.token).env("CURL_HOME", self.folder);
        curl
    }

    /// The one answer of one command.
    fn ask(&self, command: &str, status: &str) -> Value {
        let (body, statuses) = printed(self.curl(command));
        assert_eq!(statuses.trim(), status, "{command}: {body}");
        serde_json::from_str(&body).unwrap()
    }

    fn listen(&self, command: &str) -> Stream {
        let mut curl = self.curl(&format!("exec {command}")).spawn().unwrap();
        let lines = BufReader::new(curl.stdout.take().unwrap()).lines();
        Stream { curl, lines }
    }
}

/// Whether a text begins so, where `…` stands for whatever is left out.
fn holds(text: &str, told: &str) -> bool {
    let mut parts = told.split('…');
    let mut rest = parts.next().and_then(|first| text.strip_prefix(first));
    for part in parts {
        rest = rest.and_then(|rest| rest.split_once(part)).map(|(_, rest)| rest);
    }
    rest.is_some()
}

/// An event stream, as `curl -N` prints it.
struct Stream {
    curl: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Stream {
    /// Reads up to this line.
    fn until(&mut self, wanted: &str) {
        let mut seen = Vec::new();
        while seen.last().is_none_or(|line| line != wanted) {
            let line = self.lines.next().unwrap_or_else(|| panic!("no {wanted:?} in {seen:?}"));
            seen.push(line.unwrap());
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        let _ = self.curl.kill();
        let _ = self.curl.wait();
    }
}

#[tokio::test]
async fn the_call_by_hand_of_the_readme_can_be_played() {
    let examples = examples("A call by hand");
    let commands: Vec<_> = examples.iter().map(|example| example.command.as_str()).collect();
    let [make_token, serve, create, knock, admit, enter_and_leave] = commands[..] else {
        panic!("the call of the README has changed: {commands:?}");
    };
    assert_eq!(serve, "cargo onecall serve");

    let folder = tempfile::tempdir().unwrap();
    // A stream that never says what it should ends as well; and the statuses can be seen.
    let settings = "max-time = 60\nnoproxy = \"*\"\nwrite-out = \"%{stderr}%{http_code}\\n\"\n";
    std::fs::write(folder.path().join(".curlrc"), settings).unwrap();
    let (token, _) = printed(shell(&format!("{make_token}; printf %s \"$ONECALL_AGENT_TOKEN\"")));
    let service = Process::start(&folder.path().join("data"), &[], &[("ONECALL_AGENT_TOKEN", &token)]).await;
    let mut player = Player { service: &service, folder: folder.path(), token, filled_in: Vec::new() };

    let call = player.ask(create, "201");
    let link = call["link"].as_str().unwrap();
    assert!(call["message"].as_str().unwrap().contains(link));
    player.filled_in = vec![
        ("/ID/", format!("/{}/", call["id"].as_str().unwrap())),
        ("\"TOKEN\"", format!("\"{}\"", link.rsplit_once('/').unwrap().1)),
    ];

    let mut stream = player.listen(knock);
    let [event, state] = examples[3].printed[..] else { panic!("the knock's answer has changed") };
    stream.until(event);
    let data = stream.lines.next().unwrap().unwrap();
    let (told, _two_words) = state.split_once("river lamp").unwrap();
    assert!(holds(&data, told), "{data}");

    player.ask(admit, "200");
    stream.until("event: admitted");
    let (bodies, statuses) = printed(player.curl(enter_and_leave));
    assert_eq!(statuses, "200\n200\n", "{bodies}");
    player.listen(knock).until("event: ended");
}
