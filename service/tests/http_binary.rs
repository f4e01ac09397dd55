//! The binary as an operator meets it: how it starts, what it logs, how it ends.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

#[path = "http_support/binary.rs"]
mod binary;
mod http_support;

use std::os::unix::fs::MetadataExt;

use binary::{Process, run};
use http_support::{Events, TOKEN, client, id, knock};
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
    let body = json!({"code": link.split_once('#').unwrap().1, "token": true});
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
async fn the_file_with_the_first_sign_in_link_stays_until_that_link_is_used_or_dead() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let process = Process::start(&data, &[], &[]).await;
    let path = data.join("first-sign-in");
    let sign_in = async |link: &str| {
        let body = json!({"code": link.trim().split_once('#').unwrap().1});
        client().post(process.url("/v1/sign-in")).json(&body).send().await.unwrap().status().as_u16()
    };
    let invite = |name: &str| run(&["agents", "invite", name, "--data", data.to_str().unwrap()], &[]).out;
    let first = std::fs::read_to_string(&path).unwrap();
    assert_eq!(sign_in(&invite("Ben")).await, 200);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), first, "nobody has used it yet");
    assert_eq!(sign_in(&first).await, 200);
    assert!(!path.exists());
    // Somebody copied it back from elsewhere, or an older version left it: a dead link.
    std::fs::write(&path, &first).unwrap();
    assert_eq!(sign_in(&invite("Cem")).await, 200);
    assert!(!path.exists());
    std::fs::write(&path, &first).unwrap();
    assert!(process.terminate().0);
    let again = Process::start(&data, &[], &[("ONECALL_AGENT_TOKEN", TOKEN)]).await;
    assert!(!path.exists(), "nor is it kept over a start");
    again.terminate();
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

/// Every field that a line in JSON may have; whoever searches logs relies on them.
const FIELDS: [&str; 19] = [
    "timestamp",
    "level",
    "target",
    "message",
    "span",
    "method",
    "route",
    "status",
    "ms",
    "problem",
    "call",
    "agent",
    "version",
    "listen",
    "public_url",
    "data",
    "metrics",
    "file",
    "error",
];

#[tokio::test]
async fn in_json_every_line_is_an_object_of_known_fields_and_has_the_id_of_its_request() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let process = Process::start(&data, &["--log-format", "json", "--log-level", "trace"], &[]).await;
    let sign_in = std::fs::read_to_string(data.join("first-sign-in")).unwrap().trim().to_owned();
    whole_call(&process, &sign_in).await;
    let answer = client().get(process.url("/v1/calls")).send().await.unwrap();
    let request = answer.headers()["x-request-id"].to_str().unwrap().to_owned();
    let (ended_well, log) = process.terminate();
    assert!(ended_well);
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for line in &lines {
        for name in line.as_object().unwrap().keys() {
            assert!(FIELDS.contains(&name.as_str()), "{name} in {line}");
        }
        let text = |name: &str| line[name].as_str().unwrap_or_else(|| panic!("{name} in {line}"));
        assert!(text("timestamp").ends_with('Z') && text("timestamp").contains('T'), "{line}");
        assert!(["ERROR", "WARN", "INFO", "DEBUG", "TRACE"].contains(&text("level")), "{line}");
        assert!(text("target").starts_with("onecall") && !text("message").is_empty(), "{line}");
        if text("message") == "answered" {
            assert!(text("route").starts_with('/') || text("route") == "none", "{line}");
            assert!(!text("method").is_empty() && line["status"].is_u64() && line["ms"].is_u64(), "{line}");
            assert_eq!(line["span"]["request"].as_str().unwrap().len(), 22, "{line}");
        }
    }
    let of_it: Vec<_> = lines.iter().filter(|line| line["span"]["request"] == *request).collect();
    let [answered] = of_it.as_slice() else { panic!("one line of one request: {of_it:?}") };
    assert_eq!((&answered["route"], &answered["status"]), (&json!("/v1/calls"), &json!(401)));
    assert_eq!(answered["problem"], "sign-in-needed");
    assert!(lines.iter().any(|line| line["route"] == "/v1/knock" && line["call"].is_string()), "knocks name the call");
}

#[tokio::test]
async fn for_people_the_line_of_a_request_has_its_id_and_no_colours_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let process = Process::start(&folder.path().join("data"), &[], &[]).await;
    let answer = client().get(process.url("/v1/calls")).send().await.unwrap();
    let request = answer.headers()["x-request-id"].to_str().unwrap().to_owned();
    let (_, log) = process.terminate();
    let line = log
        .lines()
        .find(|line| line.contains(&format!("request=\"{request}\"")) || line.contains(&format!("request={request}")));
    let line = line.unwrap_or_else(|| panic!("{request} in {log}"));
    assert!(line.contains("INFO") && line.contains("answered") && line.contains("status=401"), "{line}");
    assert!(!log.contains('\x1b'));
}

/// From the first sign-in to the dead link, with everything that goes wrong on the way; everything
/// that nobody may read afterwards.
async fn whole_call(process: &Process, sign_in: &str) -> Vec<String> {
    let client = client();
    let code = sign_in.split_once('#').unwrap().1;
    client.get(process.url(&format!("/sign-in?{code}"))).send().await.unwrap();
    let body = json!({"code": code, "name": "Annabelle", "token": true});
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
