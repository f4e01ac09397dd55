//! Agents sign in, come by cookie or token, and go.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;

use http_support::{Events, Service, knock, problem, start, start_with};
use onecall_service::agents::Role;
use reqwest::{Method, Response};
use serde_json::{Value, json};

async fn sign_in(service: &Service, link: &str, name: Option<&str>) -> Response {
    let code = link.split_once('#').unwrap().1;
    let body = json!({"code": code, "name": name});
    let request = service.ask(Method::POST, "/v1/sign-in").header("origin", &service.running.public_url);
    request.json(&body).send().await.unwrap()
}

/// As a program does, which asks for a token.
async fn sign_in_for_token(service: &Service, link: &str) -> Response {
    let body = json!({"code": link.split_once('#').unwrap().1, "token": true});
    service.ask(Method::POST, "/v1/sign-in").json(&body).send().await.unwrap()
}

/// The cookie as a browser would send it back.
fn cookie(answer: &Response) -> String {
    let cookie = answer.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"), "{cookie}");
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_sign_in_link_signs_in_once_however_often_its_page_is_opened() {
    let service = start().await;
    let link = service.running.invite("Anna", Role::Agent).unwrap();
    assert!(link.starts_with(&format!("{}/sign-in#", service.running.public_url)));
    for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
        for _ in 0..20 {
            let answer = service.ask(method.clone(), "/sign-in").send().await.unwrap();
            assert!(answer.status().is_success() && answer.headers().get("set-cookie").is_none());
        }
    }
    let answer = sign_in(&service, &link, None).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.json::<Value>().await.unwrap()["agent"]["name"], "Anna");

    let (status, code, detail) = problem(sign_in(&service, &link, None).await).await;
    assert_eq!((status, code.as_str()), (401, "sign-in-needed"));
    assert!(detail.contains("used"), "{detail}");
}

#[tokio::test]
async fn a_page_is_given_no_token_and_a_program_that_asks_is_given_one() {
    let service = start().await;
    let link = service.running.invite("Anna", Role::Agent).unwrap();
    let answer = sign_in(&service, &link, None).await;
    cookie(&answer);
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body.as_object().unwrap().keys().collect::<Vec<_>>(), ["agent"], "nothing that a script could keep");

    let link = service.running.invite("Anna", Role::Agent).unwrap();
    let body: Value = sign_in_for_token(&service, &link).await.json().await.unwrap();
    let token = body["token"].as_str().unwrap();
    assert_eq!(service.ask(Method::GET, "/v1/calls").bearer_auth(token).send().await.unwrap().status(), 200);
    let page = service.ask(Method::GET, "/sign-in").send().await.unwrap().text().await.unwrap();
    assert!(!page.contains("Bearer") && !page.contains("id=\"token\""), "{page}");
}

#[tokio::test]
async fn the_first_admin_is_invited_when_there_is_nobody_else() {
    let service = start_with(|config| config.agent_token = None).await;
    let link = service.running.first_sign_in.clone().unwrap();
    let body: Value = sign_in(&service, &link, Some(" Anna ")).await.json().await.unwrap();
    assert_eq!(body["agent"]["name"], "Anna", "the name that customers see");
    assert!(start().await.running.first_sign_in.is_none(), "a program's token is an agent");
}

#[tokio::test]
async fn a_page_of_another_site_changes_nothing_with_the_agents_cookie() {
    let service = start().await;
    let link = service.running.invite("Anna", Role::Agent).unwrap();
    let cookie = cookie(&sign_in(&service, &link, None).await);
    let create = |origin: Option<&str>| {
        let request = service.ask(Method::POST, "/v1/calls").header("cookie", &cookie).json(&json!({}));
        origin.iter().fold(request, |request, origin| request.header("origin", *origin)).send()
    };
    let port = service.running.addr.port();
    let elsewhere = format!("http://127.0.0.1:{}", port ^ 1);
    for origin in [None, Some("https://elsewhere.example"), Some("null"), Some(elsewhere.as_str())] {
        let (status, code, _) = problem(create(origin).await.unwrap()).await;
        assert_eq!((status, code.as_str()), (403, "foreign-origin"), "{origin:?}");
    }
    assert_eq!(create(Some(&service.running.public_url)).await.unwrap().status(), 201);
    // Reading needs no origin: no other site can read the answer.
    let list = service.ask(Method::GET, "/v1/calls").header("cookie", &cookie).send().await.unwrap();
    assert_eq!(list.json::<Value>().await.unwrap().as_array().unwrap().len(), 1);
    // Nor may another site sign somebody in.
    let foreign = service.ask(Method::POST, "/v1/sign-in").header("origin", "https://elsewhere.example");
    assert_eq!(problem(foreign.json(&json!({"code": "x"})).send().await.unwrap()).await.1, "foreign-origin");
}

#[tokio::test]
async fn a_customers_access_token_is_no_agents_and_costs_nobody_a_place() {
    let service = start().await;
    let call = service.create().await;
    let link = service.running.invite("Anna", Role::Agent).unwrap();
    let anna: Value = sign_in_for_token(&service, &link).await.json().await.unwrap();
    // More often than a wrong token of an agent may be tried; and an agent's own is nothing special here.
    for (n, token) in (0..40).map(|n| (n, "eyJhbGciOi.customer")).chain([(40, anna["token"].as_str().unwrap())]) {
        let request = service.ask(Method::POST, "/v1/knock").header("accept", "application/json").bearer_auth(token);
        let answer = request.json(&knock(&call.token, "Ada")).send().await.unwrap();
        assert_eq!(answer.status(), 200, "knock {n}");
        let view: Value = answer.json().await.unwrap();
        assert_eq!(view["phase"], "lobby", "{view}");
    }
    assert_eq!(service.as_agent(Method::GET, "/v1/calls").send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn whoever_signs_out_is_out() {
    let service = start().await;
    let link = service.running.invite("Anna", Role::Agent).unwrap();
    let answer = sign_in_for_token(&service, &link).await;
    let cookie = cookie(&answer);
    let body: Value = answer.json().await.unwrap();
    let token = body["token"].as_str().unwrap();

    let out = service.ask(Method::POST, "/v1/sign-out").header("cookie", &cookie);
    let out = out.header("origin", &service.running.public_url).send().await.unwrap();
    assert_eq!(out.status(), 204);
    assert!(out.headers()["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    let list = || service.ask(Method::GET, "/v1/calls");
    assert_eq!(list().header("cookie", &cookie).send().await.unwrap().status(), 401);
    assert_eq!(list().bearer_auth(token).send().await.unwrap().status(), 200, "the token is another way in");
    assert_eq!(service.ask(Method::POST, "/v1/sign-out").bearer_auth(token).send().await.unwrap().status(), 204);
    assert_eq!(list().bearer_auth(token).send().await.unwrap().status(), 401);
}

#[tokio::test]
async fn a_name_that_cannot_be_shown_is_refused_and_the_link_still_works() {
    let service = start().await;
    let link = service.running.invite("Anna", Role::Agent).unwrap();
    let (status, code, _) = problem(sign_in(&service, &link, Some("\u{202e}annA")).await).await;
    assert_eq!((status, code.as_str()), (422, "name-unusable"));
    assert_eq!(sign_in(&service, &link, None).await.status(), 200);
}

#[tokio::test]
async fn a_call_is_handed_over_to_a_colleague_and_to_nobody_else() {
    let service = start().await;
    let link = service.running.invite("Anna", Role::Agent).unwrap();
    let call = service.create().await;
    let agents = || async {
        let answer = service.as_agent(Method::GET, "/v1/agents").send().await.unwrap();
        answer.json::<Value>().await.unwrap().as_array().unwrap().clone()
    };
    assert_eq!(agents().await.len(), 1, "who has not signed in yet cannot take a call");
    let anna: Value = sign_in(&service, &link, None).await.json().await.unwrap();
    assert!(agents().await.contains(&anna["agent"]));

    let hand_over = |to: &str, n: u32| {
        let command = json!({"command_id": http_support::id(format!("over-{n}")), "type": "hand-over", "to": to});
        service.command(&call, command)
    };
    assert_eq!(problem(hand_over(&http_support::id("nobody"), 1).await).await.1, "no-such-agent");
    let view: Value = hand_over(anna["agent"]["id"].as_str().unwrap(), 2).await.json().await.unwrap();
    assert_eq!(view["agent"], anna["agent"]);
}

#[tokio::test]
async fn an_agents_stream_begins_with_every_call_and_goes_on_with_every_change() {
    let service = start().await;
    let first = service.create().await;
    let mut events = Events::of(service.as_agent(Method::GET, "/v1/events").send().await.unwrap());
    let (name, snapshot) = events.next().await.unwrap();
    assert_eq!((name.as_str(), snapshot[0]["id"].as_str().unwrap()), ("snapshot", first.id.as_str()));
    let second = service.create().await;
    loop {
        if events.until("call").await["id"] == second.id.as_str() {
            break;
        }
    }
    let path = format!("/v1/calls/{}", second.id);
    assert_eq!(service.as_agent(Method::DELETE, &path).send().await.unwrap().status(), 204);
    assert_eq!(events.until("gone").await["id"], second.id.as_str());
}
