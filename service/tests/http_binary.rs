//! The binary as an operator meets it: how it starts, what it refuses, what it logs, how it ends.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

#[path = "http_support/binary.rs"]
mod binary;
mod http_support;

use std::os::unix::fs::{MetadataExt, PermissionsExt};

use binary::{Process, run};
use http_support::{Events, client, id, knock};
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn the_first_admin_finds_their_link_in_a_file_that_only_the_owner_may_read_and_the_log_names_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let process = Process::start(&data, &[], &[]).await;
    let path = data.join("first-sign-in");
    let link = std::fs::read_to_string(&path).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
    let body = json!({"code": link.trim().split_once('#').unwrap().1, "name": "Anna"});
    let answer = client().post(process.url("/v1/sign-in")).json(&body).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert!(!path.exists(), "a used link is not kept");

    // The command line works while the service runs.
    let invite = run(&["agents", "invite", "Ben", "--data", data.to_str().unwrap()], &[]);
    let link = invite.out.trim().to_owned();
    assert!(invite.ok && link.starts_with(&process.url("/sign-in#")), "{}", invite.err);
    let body = json!({"code": link.split_once('#').unwrap().1});
    let ben: Value = client().post(process.url("/v1/sign-in")).json(&body).send().await.unwrap().json().await.unwrap();
    let list = run(&["agents", "list", "--data", data.to_str().unwrap()], &[]).out;
    assert!(list.contains("admin  active   Anna") && list.contains("agent  active   Ben"), "{list}");
    let revoke =
        run(&["agents", "revoke", ben["agent"]["id"].as_str().unwrap(), "--data", data.to_str().unwrap()], &[]);
    assert!(revoke.ok, "{}", revoke.err);
    let calls = client().get(process.url("/v1/calls")).bearer_auth(ben["token"].as_str().unwrap());
    assert_eq!(calls.send().await.unwrap().status(), 401);

    let (ended_well, log) = process.terminate();
    assert!(ended_well && log.contains(path.to_str().unwrap()), "{log}");
}

#[tokio::test]
async fn at_trace_level_a_whole_call_leaves_no_token_secret_code_name_or_message_in_the_log() {
    for format in ["human", "json"] {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let process = Process::start(
            &data,
            &["--log-level", "trace", "--log-format", format],
            &[("RUST_LOG", "trace"), ("RUST_BACKTRACE", "full")],
        )
        .await;
        let mut secrets = vec![std::fs::read_to_string(data.join("first-sign-in")).unwrap().trim().to_owned()];
        secrets.extend(whole_call(&process, &secrets[0].clone()).await);
        let metrics = client().get(process.metrics_url()).send().await.unwrap().text().await.unwrap();
        let (ended_well, log) = process.terminate();
        assert!(ended_well && log.contains("/v1/knock") && log.contains("/j/{token}"), "the log says something");
        for secret in &secrets {
            assert!(secret.len() >= 4, "a secret worth to search for");
            assert!(!log.contains(secret.as_str()), "{format}: {secret} in\n{log}");
            assert!(!metrics.contains(secret.as_str()), "{secret} in\n{metrics}");
        }
    }
}

/// From the first sign-in to the dead link, with everything that goes wrong on the way; everything
/// that nobody may read afterwards.
async fn whole_call(process: &Process, sign_in: &str) -> Vec<String> {
    let client = client();
    let code = sign_in.split_once('#').unwrap().1;
    client.get(process.url(&format!("/sign-in?{code}"))).send().await.unwrap();
    let body = json!({"code": code, "name": "Annabelle"});
    let answer = client.post(process.url("/v1/sign-in")).json(&body).send().await.unwrap();
    let session = answer.headers()["set-cookie"].to_str().unwrap().split(['=', ';']).nth(1).unwrap().to_owned();
    let token = answer.json::<Value>().await.unwrap()["token"].as_str().unwrap().to_owned();
    let post = |path: &str, body: Value| client.post(process.url(path)).bearer_auth(&token).json(&body).send();

    let call: Value = post("/v1/calls", json!({"title": "Boilerplate"})).await.unwrap().json().await.unwrap();
    let link = call["link"].as_str().unwrap();
    let join = link.rsplit_once('/').unwrap().1;
    let commands = format!("/v1/calls/{}/commands", call["id"].as_str().unwrap());
    for path in [format!("/j/{join}"), format!("/j/{join}/more"), format!("/{join}?{join}"), format!("/j/{join}0")] {
        for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::POST] {
            client.request(method, process.url(&path)).header("x-request-id", join).send().await.unwrap();
        }
    }
    let code: Value =
        post(&commands, json!({"command_id": id("code"), "type": "spoken-code"})).await.unwrap().json().await.unwrap();
    let spoken = code["spoken_code"].as_str().unwrap().to_owned();

    let knock =
        |invitation: &str, who: &str| client.post(process.url("/v1/knock")).json(&knock(invitation, who)).send();
    let mut grace = Events::of(knock(join, "Grace").await.unwrap());
    let phrase = grace.until("waiting").await["match_phrase"].as_str().unwrap().to_owned();
    let mut heidi = Events::of(knock(&spoken, "Heidi").await.unwrap());
    heidi.until("waiting").await;
    let foreign = json!({"invitation": join, "knock_id": id("Grace"), "secret": id("wrong-secret"), "name": "Mallory"});
    client.post(process.url("/v1/knock")).json(&foreign).send().await.unwrap();
    client.post(process.url("/v1/knock")).body(format!("{{\"invitation\":\"{join}\" oops")).send().await.unwrap();
    let command = |n: &str, kind: &str, more: Value| {
        let mut command = json!({"command_id": id(n), "type": kind});
        command.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        post(&commands, command)
    };
    command("write", "message", json!({"text": "Patience please"})).await.unwrap();
    command("hold", "hold", json!({"knock": id("Grace"), "message": "Holdtext"})).await.unwrap();
    command("decline", "decline", json!({"knock": id("Heidi"), "block": true})).await.unwrap();
    command("admit", "admit", json!({"knock": id("Grace")})).await.unwrap();
    grace.until("admitted").await;
    for act in ["enter", "leave-call"] {
        let body =
            json!({"knock_id": id("Grace"), "secret": id("secret-of-Grace"), "command_id": id(act), "type": act});
        assert_eq!(client.post(process.url("/v1/knock/commands")).json(&body).send().await.unwrap().status(), 200);
    }
    knock(join, "Ivan").await.unwrap();
    client.get(process.url(&format!("/j/{join}"))).send().await.unwrap();
    client.get(process.url("/v1/calls")).header("cookie", format!("onecall-session={session}")).send().await.unwrap();

    let names = ["Annabelle", "Boilerplate", "Mallory", "Patience", "Holdtext", "secret-of", "wrong-secret"];
    let mut secrets: Vec<String> = names.into_iter().map(str::to_owned).collect();
    secrets.extend([link.to_owned(), join.to_owned(), join.to_lowercase(), token.clone(), session, phrase]);
    secrets.extend([spoken.replace(' ', ""), spoken, code_of(sign_in)]);
    secrets
}

fn code_of(sign_in: &str) -> String {
    sign_in.split_once('#').unwrap().1.to_owned()
}

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
        let before = std::fs::read(&path).unwrap();
        let arguments =
            ["serve", "--listen", "127.0.0.1:0", "--metrics-listen", "off", "--data", data.to_str().unwrap()];
        let ended = run(&arguments, &[]);
        assert!(!ended.ok && ended.err.contains("newer version"), "{name}: {}", ended.err);
        assert!(std::fs::read(&path).unwrap() == before, "{name} is as it was");
    }
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
