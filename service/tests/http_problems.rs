//! Whatever is wrong with a request, the answer says what to do, by a stable code and the right
//! status, and nothing is changed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;

use std::collections::BTreeSet;

use http_support::{TOKEN, id, problem, start};
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn bad_bodies_get_a_problem_that_says_where_and_never_what() {
    let service = start().await;
    let call = service.create().await;
    let commands = format!("/v1/calls/{}/commands", call.id);
    let json_type = "application/json";
    let big = format!("{{\"title\":\"{}\"}}", "a".repeat(10 * 1024 * 1024));
    let unknown = json!({"command_id": id("one"), "type": "hunter2"}).to_string();
    let huge = vec![b' '; 10 * 1024 * 1024];
    let unknown_act = json!({"knock_id": id("Grace"), "secret": id("s"), "command_id": id("one"), "type": "hunter2"});
    let unknown_act = unknown_act.to_string();
    let bad_id = json!({"command_id": "hunter2", "type": "end"}).to_string();
    for (path, content_type, body, expected) in [
        ("/v1/calls", "text/plain", b"{}".to_vec(), (415, "bad-content-type", "Content-Type: application/json")),
        ("/v1/calls", "", b"{}".to_vec(), (415, "bad-content-type", "Content-Type")),
        ("/v1/calls", json_type, b"{\"title\":\"hunter2\xff\xfe\"}".to_vec(), (400, "bad-request", "line 1")),
        ("/v1/calls", json_type, b"{\"title\": hunter2}".to_vec(), (400, "bad-request", "column")),
        ("/v1/calls", json_type, b"".to_vec(), (400, "bad-request", "line 1")),
        ("/v1/calls", json_type, b"{\"minutes\":\"hunter2\"}".to_vec(), (400, "bad-request", "expected u32")),
        ("/v1/calls", json_type, big.into_bytes(), (413, "too-large", "64 KiB")),
        (&commands, json_type, unknown.into_bytes(), (400, "bad-request", "expected one of")),
        (&commands, json_type, bad_id.into_bytes(), (400, "bad-request", "22 to 64 characters")),
        ("/v1/knock", json_type, b"{}".to_vec(), (400, "bad-request", "missing field `invitation`")),
        ("/v1/knock/commands", json_type, b"[]".to_vec(), (400, "bad-request", "openapi.json")),
        (
            "/v1/knock",
            "application/x-www-form-urlencoded",
            b"a=b".to_vec(),
            (415, "bad-content-type", "application/json"),
        ),
        ("/v1/knock", json_type, b"{\"name\":\"hunter2\xc3\x28\"}".to_vec(), (400, "bad-request", "line 1")),
        ("/v1/knock", json_type, huge, (413, "too-large", "64 KiB")),
        ("/v1/knock/commands", json_type, unknown_act.into_bytes(), (400, "bad-request", "expected one of")),
    ] {
        let mut request = service.as_agent(Method::POST, path).body(body);
        if !content_type.is_empty() {
            request = request.header("content-type", content_type);
        }
        let (status, code, detail) = problem(request.send().await.unwrap()).await;
        let (expected_status, expected_code, words) = expected;
        assert_eq!((status, code.as_str()), (expected_status, expected_code), "{path}: {detail}");
        assert!(detail.contains(words) && !detail.contains("hunter2"), "{path}: {detail}");
    }
    assert_eq!(service.view(&call).await["version"], 1, "nothing was changed");
}

#[tokio::test]
async fn every_answer_has_a_request_id_of_ours_and_no_two_the_same() {
    let service = start().await;
    let call = service.create().await;
    let landing = format!("/j/{}", call.token);
    let metrics = format!("http://{}/metrics", service.running.metrics_addr.unwrap());
    let mut answers = vec![service.client.get(metrics).send().await.unwrap()];
    for (method, path) in [
        (Method::GET, "/healthz"),
        (Method::GET, "/readyz"),
        (Method::HEAD, &landing),
        (Method::OPTIONS, &landing),
        (Method::GET, "/j/broken"),
        (Method::GET, "/assets/style/base.css"),
        (Method::GET, "/nothing-here"),
        (Method::DELETE, "/v1/knock"),
        (Method::POST, "/v1/knock"),
        (Method::GET, "/v1/calls"),
        (Method::GET, "/v1/events"),
        (Method::POST, "/v1/calls"),
    ] {
        // What a client calls its request is its own business: it could be anything, a token even.
        let request = service.as_agent(method, path).header("x-request-id", &call.token);
        answers.push(request.send().await.unwrap());
    }
    answers.push(service.knock(&call.token, "Grace").await);
    let ids: BTreeSet<_> =
        answers.iter().map(|answer| answer.headers()["x-request-id"].clone().as_bytes().to_vec()).collect();
    assert_eq!(ids.len(), answers.len());
    for one in ids {
        let one = String::from_utf8(one).unwrap();
        assert!(one.len() == 22 && one != call.token, "{one}");
    }
}

#[tokio::test]
async fn a_content_type_with_a_character_set_is_json_all_the_same() {
    let service = start().await;
    let request = service.as_agent(Method::POST, "/v1/calls").header("content-type", "Application/JSON; charset=utf-8");
    assert_eq!(request.body("{}").send().await.unwrap().status(), 201);
}

#[tokio::test]
async fn what_is_not_there_and_what_is_not_taken_are_problems() {
    let service = start().await;
    let nobody = format!("/v1/calls/{}", id("nobody"));
    for (method, path, expected) in [
        (Method::GET, "/v1", (404, "not-found")),
        (Method::POST, "/v1/calls/x/y/z", (404, "not-found")),
        (Method::PUT, "/v1/calls", (405, "bad-method")),
        (Method::GET, "/v1/knock", (405, "bad-method")),
        (Method::GET, "/v1/calls/short", (404, "no-such-call")),
        (Method::GET, &nobody, (404, "no-such-call")),
        (Method::DELETE, &nobody, (404, "no-such-call")),
        (Method::GET, "/v1/calls/%ff%fe", (404, "no-such-call")),
    ] {
        let (status, code, _) = problem(service.as_agent(method.clone(), path).send().await.unwrap()).await;
        assert_eq!((status, code.as_str()), expected, "{method} {path}");
    }
}

#[tokio::test]
async fn an_edit_needs_the_version_it_is_based_on() {
    let service = start().await;
    let call = service.create().await;
    let path = format!("/v1/calls/{}", call.id);
    let edit = |tag: Option<&str>| {
        let request = service.as_agent(Method::PATCH, &path).json(&json!({"title": "Pump"}));
        tag.iter().fold(request, |request, tag| request.header("if-match", *tag)).send()
    };
    let (status, code, _) = problem(edit(None).await.unwrap()).await;
    assert_eq!((status, code.as_str()), (428, "if-match-required"));
    let (status, code, _) = problem(edit(Some("\"7\"")).await.unwrap()).await;
    assert_eq!((status, code.as_str()), (412, "stale"));
    assert_eq!(service.view(&call).await["title"], "Boiler");

    let answer = edit(Some("\"1\"")).await.unwrap();
    assert_eq!((answer.status().as_u16(), answer.headers()["etag"].to_str().unwrap()), (200, "\"2\""));
    let (status, code, _) = problem(edit(Some("\"1\"")).await.unwrap()).await;
    assert_eq!((status, code.as_str()), (412, "stale"));
    assert_eq!(edit(Some("*")).await.unwrap().status(), 200);
}

#[tokio::test]
async fn a_command_sent_twice_is_done_once() {
    let service = start().await;
    let call = service.create().await;
    let command = json!({"command_id": id("replace"), "type": "replace-link"});
    let first: serde_json::Value = service.command(&call, command.clone()).await.json().await.unwrap();
    let second: serde_json::Value = service.command(&call, command).await.json().await.unwrap();
    assert_ne!(first["link"], call.link);
    assert_eq!(first, second);

    let create = json!({"command_id": id("create"), "title": "Pump"});
    let create = || service.as_agent(Method::POST, "/v1/calls").json(&create).send();
    let (first, second) = (create().await.unwrap(), create().await.unwrap());
    assert_eq!(first.headers()["location"], second.headers()["location"]);
}

#[tokio::test]
async fn nobody_gets_anything_without_signing_in() {
    let service = start().await;
    let call = service.create().await;
    let path = format!("/v1/calls/{}", call.id);
    for (method, path) in [
        (Method::GET, "/v1/calls"),
        (Method::POST, "/v1/calls"),
        (Method::GET, &path),
        (Method::DELETE, &path),
        (Method::GET, "/v1/events"),
        (Method::GET, "/v1/agents"),
        (Method::POST, "/v1/sign-out"),
    ] {
        let answer = service.ask(method.clone(), path).send().await.unwrap();
        assert_eq!(answer.headers()["www-authenticate"], "Bearer");
        let (status, code, _) = problem(answer).await;
        assert_eq!((status, code.as_str()), (401, "sign-in-needed"), "{method} {path}");
    }
    let wrong = service.ask(Method::GET, "/v1/calls").bearer_auth(&TOKEN[1..]).send().await.unwrap();
    assert_eq!(problem(wrong).await.1, "sign-in-needed");
}

#[tokio::test]
async fn a_deleted_call_is_gone() {
    let service = start().await;
    let call = service.create().await;
    let path = format!("/v1/calls/{}", call.id);
    assert_eq!(service.as_agent(Method::DELETE, &path).send().await.unwrap().status(), 204);
    let (status, code, _) = problem(service.as_agent(Method::GET, &path).send().await.unwrap()).await;
    assert_eq!((status, code.as_str()), (404, "no-such-call"));
    assert_eq!(problem(service.knock(&call.token, "Grace").await).await.1, "link-dead");
}

/// The detail is English; whoever speaks another language is told which value it is.
#[tokio::test]
async fn a_value_out_of_its_bounds_is_named_by_a_word_and_a_bad_name_by_a_message() {
    let service = start().await;
    let call = service.create().await;
    let edit = |body: Value| {
        let request = service.as_agent(Method::PATCH, &format!("/v1/calls/{}", call.id)).header("if-match", "*");
        request.json(&body).send()
    };
    for (body, value) in [
        (json!({"title": "x".repeat(10_000)}), "title"),
        (json!({"minutes": 0}), "minutes"),
        (json!({"starts_at": 1}), "starts_at"),
        (json!({"language": "not a tag"}), "language"),
    ] {
        let problem: Value = edit(body).await.unwrap().json().await.unwrap();
        assert_eq!((&problem["type"], &problem["value"]), (&json!("/problems/bad-value"), &json!(value)), "{problem}");
    }
    let text = json!({"command_id": id("write"), "type": "message", "text": ""});
    assert_eq!(service.command(&call, text).await.json::<Value>().await.unwrap()["value"], "text");
    let invite = json!({"name": "x".repeat(100)});
    let answer = service.as_agent(Method::POST, "/v1/agents/invitations").json(&invite).send().await.unwrap();
    let problem: Value = answer.json().await.unwrap();
    assert!(problem["message"]["id"].as_str().unwrap().starts_with("name-"), "{problem}");
    let other: Value = service.ask(Method::GET, "/v1/calls").send().await.unwrap().json().await.unwrap();
    assert!(other.get("value").is_none() && other.get("message").is_none(), "{other}");
}
