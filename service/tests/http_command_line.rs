//! The command line: what may be said, what wins, and what is refused before anything is touched.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

#[path = "http_support/binary.rs"]
mod binary;
mod http_support;

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use binary::{Process, run};
use http_support::client;
use serde_json::{Value, json};

#[tokio::test]
async fn what_cannot_work_is_refused_at_once_by_one_sentence_that_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    // A file where the folder should be: refused for every user, the mighty one, too.
    std::fs::write(path("file"), "").unwrap();
    std::fs::write(path("unknown.toml"), "lisen = \"127.0.0.1:0\"").unwrap();
    std::fs::write(path("short"), "too-short").unwrap();
    std::fs::create_dir(path("open")).unwrap();
    std::fs::write(path("open/key"), [7; 32]).unwrap();
    std::fs::set_permissions(path("open/key"), std::fs::Permissions::from_mode(0o644)).unwrap();

    let data = path("data");
    for (arguments, words) in [
        (vec!["--listen", &taken, "--data", &data], vec!["is taken", "--listen"]),
        (
            vec!["--listen", "127.0.0.1:0", "--metrics-listen", &taken, "--data", &data],
            vec!["is taken", "--metrics-listen off"],
        ),
        (vec!["--listen", "127.0.0.1:0", "--data", &path("file/data")], vec!["cannot write", "data folder"]),
        (vec!["--public-url", "http://help.example.com", "--data", &data], vec!["https://"]),
        (vec!["--public-url", "https://help.example.com/calls", "--data", &data], vec!["remove the path"]),
        (vec!["--listen", "0.0.0.0:0", "--data", &data], vec!["--public-url"]),
        (vec!["--listen", "here", "--data", &data], vec!["--listen", "127.0.0.1:8080"]),
        (vec!["--config", &path("unknown.toml")], vec!["lisen", "public-url"]),
        (vec!["--config", &path("missing.toml")], vec!["cannot be read"]),
        (vec!["--agent-token-file", &path("short"), "--data", &data], vec!["16 characters"]),
        (vec!["--lease-minutes", "0", "--data", &data], vec!["1 to 240"]),
        (vec!["--log-level", "loud", "--data", &data], vec!["error, warn, info, debug, trace"]),
        (vec!["--listen", "127.0.0.1:0", "--metrics-listen", "off", "--data", &path("open")], vec!["chmod 600"]),
    ] {
        let mut line = vec!["serve"];
        line.extend(arguments.iter().copied());
        let ended = run(&line, &[]);
        assert!(!ended.ok, "{line:?}");
        let said = ended.err.trim();
        assert!(said.starts_with("onecall: "), "{said}");
        assert!(words.iter().all(|word| said.contains(word)), "{line:?}: {said}");
    }
    assert!(!folder.path().join("data/calls.db").exists(), "and nothing was made");
}

#[tokio::test]
async fn a_database_from_a_newer_version_is_refused_and_not_touched() {
    for (name, version) in [("calls.db", 9_999), ("agents.db", 9_999)] {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        assert!(Process::start(&data, &[], &[]).await.terminate().0);
        let path = data.join(name);
        let newer = rusqlite::Connection::open(&path).unwrap();
        newer.pragma_update(None, "user_version", version).unwrap();
        newer.close().unwrap();
        let before = everything(&data);
        let arguments =
            ["serve", "--listen", "127.0.0.1:0", "--metrics-listen", "off", "--data", data.to_str().unwrap()];
        let ended = run(&arguments, &[]);
        assert!(!ended.ok && ended.err.contains("newer version"), "{name}: {}", ended.err);
        assert!(everything(&data) == before, "{name}: the folder is as it was");
    }
}

/// Every file of a data folder, with its bytes.
fn everything(data: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let paths = std::fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path());
    paths.map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

#[tokio::test]
async fn flags_win_over_the_environment_and_that_over_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("onecall.toml");
    let text = "public-url = \"https://file.example.com\"\nlink-life-hours = 2\ntrusted-proxy = [\"10.0.0.0/8\"]\n";
    std::fs::write(&file, text).unwrap();
    let data = folder.path().join("data");
    let token = "a-token-for-one-test-of-32-chars";
    let environment = [("ONECALL_PUBLIC_URL", "https://environment.example.com"), ("ONECALL_AGENT_TOKEN", token)];
    let process = Process::start(&data, &["--config", file.to_str().unwrap()], &environment).await;
    let request = client().post(process.url("/v1/calls")).bearer_auth(token).json(&json!({}));
    let call: Value = request.send().await.unwrap().json().await.unwrap();
    assert!(call["link"].as_str().unwrap().starts_with("https://environment.example.com/j/"), "{call}");
    let life = call["link_expires_at"].as_u64().unwrap() - call["starts_at"].as_u64().unwrap();
    assert_eq!(life, 2 * 60 * 60 * 1000);
    assert!(!data.join("first-sign-in").exists(), "a program's token is an agent");
    assert!(process.terminate().0);

    let flag = ["--config", file.to_str().unwrap(), "--public-url", "https://flag.example.com"];
    let process = Process::start(&data, &flag, &environment).await;
    assert!(process.terminate().1.contains("https://flag.example.com"));
}

#[test]
fn help_names_every_option_and_no_value_of_the_environment() {
    let help = run(&["serve", "--help"], &[("ONECALL_AGENT_TOKEN", "hunter2-hunter2-hunter2")]).out;
    for word in ["--listen", "--public-url", "--data", "--trusted-proxy", "--metrics-listen", "ONECALL_AGENT_TOKEN"] {
        assert!(help.contains(word), "{word} in {help}");
    }
    assert!(!help.contains("hunter2"));
}

#[test]
fn help_says_what_a_line_in_json_holds() {
    let help = run(&["serve", "--help"], &[]).out;
    for field in ["timestamp", "level", "target", "message", "span.request", "method", "route", "status", "ms"] {
        assert!(help.contains(field), "{field} in {help}");
    }
}

#[test]
fn a_token_that_could_be_guessed_is_refused_wherever_it_comes_from_and_never_printed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let file = folder.path().join("token");
    let world = ["--listen", "0.0.0.0:0", "--public-url", "https://help.example.com"];
    let home = ["--listen", "127.0.0.1:0"];
    let (fifteen, thirty_one) = ("a".repeat(15), "b".repeat(31));
    for (place, token, words) in [
        (&home[..], fifteen.as_str(), "fewer than 16 characters"),
        (&world[..], thirty_one.as_str(), "fewer than 32 characters"),
        (&home[..], "", "fewer than 16 characters"),
        (&home[..], "hunter2 hunter2 hunter2", "may hold only letters"),
    ] {
        std::fs::write(&file, format!("{token}\n")).unwrap();
        let mut line = vec!["serve", "--metrics-listen", "off", "--data", data.to_str().unwrap()];
        line.extend(place);
        for environment in [("ONECALL_AGENT_TOKEN", token), ("ONECALL_AGENT_TOKEN_FILE", file.to_str().unwrap())] {
            let ended = run(&line, &[environment]);
            assert!(!ended.ok && ended.err.contains(words), "{environment:?}: {}", ended.err);
            assert!(ended.err.contains("openssl rand -hex 32"), "it says how to make one: {}", ended.err);
            assert!(token.is_empty() || !ended.err.contains(token), "{}", ended.err);
        }
    }
    let line = ["serve", "--data", data.to_str().unwrap()];
    let both = [("ONECALL_AGENT_TOKEN", fifteen.as_str()), ("ONECALL_AGENT_TOKEN_FILE", file.to_str().unwrap())];
    let ended = run(&line, &both);
    assert!(!ended.ok && ended.err.contains("given twice"), "{}", ended.err);
    assert!(!data.exists(), "and nothing was made");
}

#[tokio::test]
async fn a_token_from_a_file_signs_in_whatever_line_end_it_has() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("token");
    std::fs::write(&file, "sixteen-letters-\r\n").unwrap();
    let environment = [("ONECALL_AGENT_TOKEN_FILE", file.to_str().unwrap())];
    let process = Process::start(&folder.path().join("data"), &[], &environment).await;
    let calls = client().get(process.url("/v1/calls")).bearer_auth("sixteen-letters-");
    assert_eq!(calls.send().await.unwrap().status(), 200);
    assert!(process.terminate().0);
}

#[tokio::test]
async fn what_cannot_be_done_with_agents_is_one_sentence_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nowhere");
    let data = folder.path().join("data");
    assert!(Process::start(&data, &[], &[]).await.terminate().0);
    let (nowhere, data) = (nowhere.to_str().unwrap(), data.to_str().unwrap());
    let list = || run(&["agents", "list", "--data", data], &[]).out;
    let before = list();
    for (arguments, words) in [
        (vec!["list", "--data", nowhere], "start the service once"),
        (vec!["invite", "Ben", "--data", nowhere], "start the service once"),
        (vec!["invite", "", "--data", data], "name"),
        (vec!["revoke", "short", "--data", data], "no agent with this id"),
        (vec!["revoke", "nobody-nobody-nobody-22", "--data", data], "no agent with this id"),
    ] {
        let mut line = vec!["agents"];
        line.extend(arguments);
        let ended = run(&line, &[]);
        assert!(!ended.ok && ended.err.starts_with("onecall: "), "{line:?}: {}", ended.err);
        assert!(ended.err.to_lowercase().contains(words), "{line:?}: {}", ended.err);
        assert!(ended.out.is_empty());
    }
    assert_eq!(list(), before);
    assert!(!folder.path().join("nowhere").exists());
}
