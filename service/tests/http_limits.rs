//! How much one client may ask for.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;

use http_support::{Events, id, knock, problem, start_with};
use onecall::link::Token;
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn who_knocks_too_often_waits_as_long_as_the_answer_says() {
    let service = start_with(|config| config.limits.knocks_per_minute = 3).await;
    let call = service.create().await;
    for _ in 0..3 {
        assert_eq!(service.knock_once(&call.token, "Grace").await.status(), 200);
    }
    let answer = service.knock_once(&call.token, "Grace").await;
    let wait: u64 = answer.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=20).contains(&wait), "{wait}");
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["type"], "/problems/slow-down");
    assert!(body["retry_after_ms"].as_u64().unwrap() <= wait * 1000);
}

#[tokio::test]
async fn a_client_behind_a_trusted_proxy_pays_for_itself_alone() {
    let service = start_with(|config| {
        config.limits.failures_per_minute = 2;
        config.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
    })
    .await;
    let dead = Token::from_bits(7).to_string();
    let live = service.create().await.token;
    let from = |client: &str, token: &str| {
        let request = service.ask(Method::POST, "/v1/knock").header("accept", "application/json");
        request.header("x-forwarded-for", client).json(&knock(token, "Grace")).send()
    };
    for _ in 0..2 {
        assert_eq!(problem(from("192.0.2.1", &dead).await.unwrap()).await.1, "link-dead");
    }
    let (status, code, _) = problem(from("192.0.2.1", &live).await.unwrap()).await;
    assert_eq!((status, code.as_str()), (429, "slow-down"));
    // What a client writes in front of its own address does not make it another one.
    assert_eq!(problem(from("198.51.100.9, 192.0.2.1", &live).await.unwrap()).await.1, "slow-down");
    assert_eq!(from("192.0.2.2", &live).await.unwrap().status(), 200);
}

#[tokio::test]
async fn nobody_can_name_another_client_without_a_trusted_proxy() {
    let service = start_with(|config| config.limits.failures_per_minute = 1).await;
    let dead = Token::from_bits(7).to_string();
    let from = |client: &str| {
        service.ask(Method::POST, "/v1/knock").header("x-forwarded-for", client).json(&knock(&dead, "Grace")).send()
    };
    assert_eq!(problem(from("192.0.2.1").await.unwrap()).await.1, "link-dead");
    assert_eq!(problem(from("192.0.2.2").await.unwrap()).await.1, "slow-down");
}

#[tokio::test]
async fn wrong_tokens_of_agents_and_wrong_sign_in_codes_are_counted_too() {
    let service = start_with(|config| config.limits.failures_per_minute = 2).await;
    let wrong = service.ask(Method::GET, "/v1/calls").bearer_auth("not-the-token").send().await.unwrap();
    assert_eq!(wrong.status(), 401);
    let sign_in = || service.ask(Method::POST, "/v1/sign-in").json(&json!({"code": "not-the-code"})).send();
    assert_eq!(sign_in().await.unwrap().status(), 401);
    assert_eq!(sign_in().await.unwrap().status(), 429);
    assert_eq!(service.as_agent(Method::GET, "/v1/calls").send().await.unwrap().status(), 429);
}

#[tokio::test]
async fn wrong_spoken_codes_are_limited_for_all_together_and_links_go_on() {
    let service = start_with(|config| {
        config.limits.failed_codes_per_minute = 2;
        config.limits.failures_per_minute = 1_000;
    })
    .await;
    let call = service.create().await;
    for code in ["000 000 001", "000000002"] {
        assert_eq!(problem(service.knock(code, "Grace").await).await.1, "link-dead");
    }
    let command = json!({"command_id": id("code"), "type": "spoken-code"});
    let view: Value = service.command(&call, command).await.json().await.unwrap();
    let (status, code, _) = problem(service.knock(view["spoken_code"].as_str().unwrap(), "Grace").await).await;
    assert_eq!((status, code.as_str()), (429, "slow-down"));
    assert_eq!(service.knock_once(&call.token, "Grace").await.status(), 200);
}

#[tokio::test]
async fn one_client_holds_so_many_streams_and_a_closed_one_makes_room() {
    let service = start_with(|config| config.limits.streams_per_client = 1).await;
    let call = service.create().await;
    let mut first = Events::of(service.knock(&call.token, "Grace").await);
    first.until("waiting").await;
    let (status, code, _) = problem(service.knock(&call.token, "Heidi").await).await;
    assert_eq!((status, code.as_str()), (429, "slow-down"), "this client is");
    assert_eq!(service.view(&call).await["knocks"].as_array().unwrap().len(), 1, "nobody waits without a stream");
    // Leaving ends the stream, and that makes room.
    assert_eq!(service.act("Grace", "leave-lobby").await.status(), 200);
    first.until("ended").await;
    assert!(first.next().await.is_none());
    Events::of(service.knock(&call.token, "Heidi").await).until("waiting").await;
}

#[tokio::test]
async fn when_all_streams_are_taken_one_more_is_told_when_to_ask_again_and_takes_no_place() {
    let service = start_with(|config| config.limits.streams = 2).await;
    let call = service.create().await;
    let mut agent = Events::of(service.as_agent(Method::GET, "/v1/events").send().await.unwrap());
    agent.until("snapshot").await;
    let mut grace = Events::of(service.knock(&call.token, "Grace").await);
    grace.until("waiting").await;
    let console = service.as_agent(Method::GET, "/v1/events").send().await.unwrap();
    for answer in [service.knock(&call.token, "Heidi").await, console] {
        assert_eq!(answer.headers()["retry-after"], "5");
        let (status, code, detail) = problem(answer).await;
        assert_eq!((status, code.as_str()), (503, "slow-down"), "the service is full, whoever asks");
        assert!(detail.contains("Retry-After"), "{detail}");
    }
    assert_eq!(service.view(&call).await["knocks"].as_array().unwrap().len(), 1);
    // Who asks for one state needs no stream.
    assert_eq!(service.knock_once(&call.token, "Ivan").await.status(), 200);
    assert_eq!(service.act("Grace", "leave-lobby").await.status(), 200);
    grace.until("ended").await;
    assert!(grace.next().await.is_none());
    Events::of(service.knock(&call.token, "Heidi").await).until("waiting").await;
}

#[tokio::test]
async fn of_two_thousand_knocks_on_one_link_eight_wait_and_the_first_is_still_admitted() {
    let service = start_with(|config| {
        config.limits.knocks_per_minute = 10_000;
        config.limits.knocks_per_second = 10_000;
    })
    .await;
    let call = service.create().await;
    let mut first = Events::of(service.knock(&call.token, "guest-0").await);
    first.until("waiting").await;
    let (mut waiting, mut told) = (1, 0);
    for crowd in (1..2_000).collect::<Vec<_>>().chunks(64) {
        let knocks = crowd.iter().map(|n| {
            let request = service.ask(Method::POST, "/v1/knock").header("accept", "application/json");
            tokio::spawn(request.json(&knock(&call.token, &format!("guest-{n}"))).send())
        });
        for knock in knocks.collect::<Vec<_>>() {
            let answer = knock.await.unwrap().unwrap();
            if answer.status() == 200 {
                waiting += 1;
                continue;
            }
            assert_eq!(answer.headers()["retry-after"], "60");
            let (status, code, detail) = problem(answer).await;
            assert_eq!((status, code.as_str()), (429, "lobby-full"));
            assert!(detail.contains("Try again in a minute"), "{detail}");
            told += 1;
        }
    }
    assert_eq!((waiting, told), (8, 1_992));
    let view = service.view(&call).await;
    assert_eq!(view["knocks"].as_array().unwrap().len(), 8);
    let admit = json!({"command_id": id("admit"), "type": "admit", "knock": id("guest-0")});
    assert_eq!(service.command(&call, admit).await.status(), 200);
    first.until("admitted").await;
}

#[tokio::test]
async fn nobody_fills_the_disk_by_commands_and_nobody_pays_for_another() {
    let service = start_with(|config| config.limits.commands_per_minute = 2).await;
    let call = service.create().await;
    for who in ["Grace", "Ivan"] {
        assert_eq!(service.knock_once(&call.token, who).await.status(), 200);
    }
    for _ in 0..2 {
        assert_eq!(service.act("Grace", "move").await.status(), 200);
    }
    let (status, code, _) = problem(service.act("Grace", "move").await).await;
    assert_eq!((status, code.as_str()), (429, "slow-down"));
    assert_eq!(service.act("Ivan", "move").await.status(), 200);
}
