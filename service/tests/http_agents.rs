//! Agents among themselves: who they are, inviting, sessions that are replaced and end, and other people's websites.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use http_support::{Events, Service, id, problem, start, start_on, start_with};
use onecall::protocol::Timestamp;
use onecall_service::agents::Role;
use onecall_service::clock::{Clock, SystemClock};
use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Value, json};

/// An agent with a browser.
struct Browser<'a> {
    service: &'a Service,
    cookie: String,
    token: String,
}

impl<'a> Browser<'a> {
    async fn of(service: &'a Service, name: &str, role: Role) -> Self {
        let link = service.running.invite(name, role).unwrap();
        Self::sign_in(service, &link).await
    }

    async fn sign_in(service: &'a Service, link: &str) -> Self {
        let code = link.split_once('#').unwrap().1;
        let request = service.ask(Method::POST, "/v1/sign-in").header("origin", &service.running.public_url);
        let answer = request.json(&json!({"code": code, "token": true})).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let cookie = new_cookie(&answer).unwrap();
        let token = answer.json::<Value>().await.unwrap()["token"].as_str().unwrap().to_owned();
        Self { service, cookie, token }
    }

    fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.service.ask(method, path).header("cookie", &self.cookie);
        request.header("origin", &self.service.running.public_url)
    }

    async fn get(&self, path: &str) -> Response {
        self.ask(Method::GET, path).send().await.unwrap()
    }

    async fn post(&self, path: &str, body: &Value) -> Response {
        self.ask(Method::POST, path).json(body).send().await.unwrap()
    }

    async fn is_in(&self) -> bool {
        self.get("/v1/me").await.status() == 200
    }

    async fn listen(&self) -> Events {
        Events::of(self.get("/v1/events").await)
    }
}

/// What a browser would send back from now on, if the answer has it keep something.
fn new_cookie(answer: &Response) -> Option<String> {
    let cookie = answer.headers().get("set-cookie")?.to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"), "{cookie}");
    assert!(cookie.contains("Max-Age=2592000"), "{cookie}");
    Some(cookie.split(';').next().unwrap().to_owned())
}

#[tokio::test]
async fn an_agent_learns_who_they_are_and_in_what_zone_and_languages_the_service_writes() {
    let service = start_with(|config| {
        config.organisation = Some("Contoso".to_owned());
        config.time_zone = jiff::tz::TimeZone::get("Europe/Berlin").unwrap();
    })
    .await;
    let anna = Browser::of(&service, "Anna", Role::Admin).await;
    let me: Value = anna.get("/v1/me").await.json().await.unwrap();
    assert_eq!((&me["name"], &me["role"]), (&json!("Anna"), &json!("admin")));
    assert_eq!((&me["organisation"], &me["time_zone"]), (&json!("Contoso"), &json!("Europe/Berlin")));
    assert_eq!(me["languages"], json!(["en", "de", "fr", "es", "ja"]));
    assert!(me["now"].is_u64() && me["id"].is_string());
    assert_eq!(problem(service.ask(Method::GET, "/v1/me").send().await.unwrap()).await.0, 401);
}

#[tokio::test]
async fn an_administrator_makes_sign_in_links_and_nobody_else_does() {
    let service = start().await;
    let anna = Browser::of(&service, "Anna", Role::Admin).await;
    let answer = anna.post("/v1/agents/invitations", &json!({"name": " Ben "})).await;
    assert_eq!(answer.status(), 201);
    let invitation: Value = answer.json().await.unwrap();
    assert_eq!((&invitation["agent"]["name"], &invitation["again"]), (&json!("Ben"), &json!(false)));
    assert!(invitation["expires_at"].is_u64());
    let ben = Browser::sign_in(&service, invitation["link"].as_str().unwrap()).await;
    assert_eq!(
        ben.get("/v1/me").await.json::<Value>().await.unwrap()["role"],
        "agent",
        "the least, if nothing is said"
    );

    let refused = ben.post("/v1/agents/invitations", &json!({"name": "Eve", "role": "admin"})).await;
    let (status, code, _) = problem(refused).await;
    assert_eq!((status, code.as_str()), (403, "not-allowed"));
    let again: Value = anna.post("/v1/agents/invitations", &json!({"name": "Ben"})).await.json().await.unwrap();
    assert_eq!((&again["again"], &again["agent"]), (&json!(true), &invitation["agent"]));
    for (body, expected) in [
        (json!({"name": "\u{202e}neB"}), "name-unusable"),
        (json!({"name": "x".repeat(10_000)}), "name-unusable"),
        (json!({"name": ""}), "name-unusable"),
        (json!({"name": "Cem", "role": "owner"}), "bad-request"),
        (json!({}), "bad-request"),
    ] {
        assert_eq!(problem(anna.post("/v1/agents/invitations", &body).await).await.1, expected, "{body}");
    }
}

#[tokio::test]
async fn whoever_signs_out_everywhere_is_out_everywhere_at_once_and_nobody_else_is() {
    let service = start().await;
    let desk = Browser::of(&service, "Anna", Role::Agent).await;
    let phone = Browser::of(&service, "Anna", Role::Agent).await;
    let ben = Browser::of(&service, "Ben", Role::Agent).await;
    let mut hears = phone.listen().await;
    hears.until("snapshot").await;

    let out = desk.post("/v1/sign-out", &json!({"everywhere": true})).await;
    assert_eq!(out.status(), 204);
    assert!(out.headers()["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    assert_eq!(hears.until("signed-out").await, json!({}));
    assert!(hears.next().await.is_none(), "nothing comes after it");
    assert!(!desk.is_in().await && !phone.is_in().await && ben.is_in().await);
    for token in [&desk.token, &phone.token] {
        let list = service.ask(Method::GET, "/v1/calls").bearer_auth(token).send().await.unwrap();
        assert_eq!(problem(list).await.1, "sign-in-needed");
    }
}

#[tokio::test]
async fn signing_out_here_ends_the_stream_of_this_browser_alone() {
    let service = start().await;
    let desk = Browser::of(&service, "Anna", Role::Agent).await;
    let phone = Browser::of(&service, "Anna", Role::Agent).await;
    let (mut here, mut there) = (desk.listen().await, phone.listen().await);
    let out = desk.ask(Method::POST, "/v1/sign-out").send().await.unwrap();
    assert_eq!(out.status(), 204);
    here.until("signed-out").await;
    assert!(here.next().await.is_none());
    let call = service.create().await;
    while there.until("call").await["id"] != call.id.as_str() {}
    assert!(phone.is_in().await);
}

#[tokio::test]
async fn whoever_signs_in_again_in_the_same_browser_leaves_no_session_behind() {
    let service = start().await;
    let first = Browser::of(&service, "Anna", Role::Agent).await;
    let other = Browser::of(&service, "Anna", Role::Agent).await;
    let link = service.running.invite("Ben", Role::Agent).unwrap();
    let code = link.split_once('#').unwrap().1;
    let refused = first.post("/v1/sign-in", &json!({"code": "unknown"})).await;
    assert!(refused.status() == 401 && first.is_in().await, "a link that does not work takes nothing away");
    let again = first.post("/v1/sign-in", &json!({"code": code})).await;
    assert_eq!(again.status(), 200);
    assert!(new_cookie(&again).is_some());
    assert!(!first.is_in().await && other.is_in().await);
}

#[tokio::test]
async fn nobody_signs_the_token_out_that_is_a_setting() {
    let service = start().await;
    for body in [json!({}), json!({"everywhere": true})] {
        let answer = service.as_agent(Method::POST, "/v1/sign-out").json(&body).send().await.unwrap();
        let (status, code, detail) = problem(answer).await;
        assert_eq!((status, code.as_str()), (403, "not-allowed"));
        assert!(detail.contains("setting"), "{detail}");
    }
}

/// A clock that stands still until it is told, far from the machine's.
struct Hand(AtomicU64);

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::Relaxed))
    }
    fn random(&self) -> u128 {
        SystemClock.random()
    }
}

#[tokio::test]
async fn a_browser_is_given_another_session_every_hour_and_its_stream_goes_on() {
    let hand = Arc::new(Hand(AtomicU64::new(1_000_000_000_000)));
    let service = start_on(hand.clone(), |_| {}).await;
    let mut anna = Browser::of(&service, "Anna", Role::Agent).await;
    let mut hears = anna.listen().await;
    assert_eq!(hears.until("clock").await["now"], 1_000_000_000_000_u64);
    assert_eq!(new_cookie(&anna.get("/v1/me").await), None, "not yet");

    hand.0.fetch_add(60 * 60 * 1000, Ordering::Relaxed);
    let renewed = new_cookie(&anna.get("/v1/calls").await).unwrap();
    assert_ne!(renewed, anna.cookie);
    assert_eq!(new_cookie(&anna.get("/v1/calls").await), None, "once for all that is under way");
    let old = std::mem::replace(&mut anna.cookie, renewed);
    assert!(anna.is_in().await);
    hand.0.fetch_add(60 * 1000, Ordering::Relaxed);
    let stale = service.ask(Method::GET, "/v1/me").header("cookie", old).send().await.unwrap();
    assert_eq!(problem(stale).await.1, "sign-in-needed");

    // The stream was opened with the old session, and is of the same sign-in.
    let call = service.create().await;
    while hears.until("call").await["id"] != call.id.as_str() {}
    // A token of a program stays as it is.
    let list = service.ask(Method::GET, "/v1/calls").bearer_auth(&anna.token).send().await.unwrap();
    assert!(list.status() == 200 && new_cookie(&list).is_none());
    let out = anna.post("/v1/sign-out", &json!({})).await;
    assert!(out.headers()["set-cookie"].to_str().unwrap().contains("Max-Age=0"), "and no renewed one");
}

#[tokio::test]
async fn a_form_that_is_sent_after_the_session_ended_is_told_to_sign_in_and_changes_nothing() {
    let service = start().await;
    let anna = Browser::of(&service, "Anna", Role::Agent).await;
    let call = service.create().await;
    let before = service.view(&call).await;
    assert_eq!(anna.post("/v1/sign-out", &json!({"everywhere": true})).await.status(), 204);
    let path = format!("/v1/calls/{}", call.id);
    let edit = anna.ask(Method::PATCH, &path).header("if-match", "*").json(&json!({"title": "Pump"})).send();
    let (status, code, detail) = problem(edit.await.unwrap()).await;
    assert_eq!((status, code.as_str()), (401, "sign-in-needed"));
    assert!(detail.contains("nothing was changed"), "{detail}");
    assert_eq!(service.view(&call).await, before);
    // Signed in again, the same form goes through.
    let anna = Browser::of(&service, "Anna", Role::Agent).await;
    let edit = anna.ask(Method::PATCH, &path).header("if-match", "*").json(&json!({"title": "Pump"})).send();
    assert_eq!(edit.await.unwrap().json::<Value>().await.unwrap()["title"], "Pump");
}

#[tokio::test]
async fn no_request_for_a_change_is_taken_from_a_page_of_another_site() {
    let service = start_with(|config| config.limits.failures_per_minute = 1_000).await;
    let anna = Browser::of(&service, "Anna", Role::Admin).await;
    let call = service.create().await;
    let before = service.view(&call).await;
    let document: Value = service.ask(Method::GET, "/openapi.json").send().await.unwrap().json().await.unwrap();
    let near = format!("http://127.0.0.1:{}", service.running.addr.port() ^ 1);
    let secure = service.running.public_url.replace("http://", "https://");
    let longer = format!("{}.elsewhere.example", service.running.public_url);
    let mut asked = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap().iter().filter(|(method, _)| *method != "get") {
            let address = path.replace("{id}", &call.id).replace("{token}", &call.token);
            let method: Method = method.to_uppercase().parse().unwrap();
            let ask = |origin: &str| service.ask(method.clone(), &address).header("origin", origin).json(&json!({}));
            for origin in ["https://elsewhere.example", &near, &secure, &longer, ""] {
                for request in
                    [ask(origin), ask(origin).header("cookie", &anna.cookie), ask(origin).bearer_auth(&anna.token)]
                {
                    let (status, code, _) = problem(request.send().await.unwrap()).await;
                    assert_eq!((status, code.as_str()), (403, "foreign-origin"), "{method} {path} from {origin:?}");
                    asked += 1;
                }
            }
            // A cookie is sent by the browser by itself: with it, a page that hides where it is from is refused as well.
            if operation.get("security").is_some() {
                let hidden = ask("null").header("cookie", &anna.cookie).send().await.unwrap();
                assert_eq!(problem(hidden).await.1, "foreign-origin", "{method} {path}");
            }
        }
    }
    assert!(asked > 100, "{asked}");
    assert_eq!(service.view(&call).await, before);
    assert!(anna.is_in().await);
}

#[tokio::test]
async fn of_two_agents_each_sees_what_the_other_did_and_who_was_first() {
    let service = start().await;
    let (anna, ben) =
        (Browser::of(&service, "Anna", Role::Agent).await, Browser::of(&service, "Ben", Role::Agent).await);
    let call = service.create().await;
    assert_eq!(service.knock_once(&call.token, "Grace").await.status(), 200);
    let mut ben_hears = ben.listen().await;
    ben_hears.until("snapshot").await;
    let commands = format!("/v1/calls/{}/commands", call.id);
    let act = |kind: &str, n: u32| json!({"command_id": id(format!("{kind}-{n}")), "type": kind, "knock": id("Grace")});
    for (kind, state) in [("notice", "noticed"), ("hold", "held"), ("release", "noticed"), ("admit", "admitted")] {
        assert_eq!(anna.post(&commands, &act(kind, 1)).await.status(), 200);
        let seen = loop {
            let seen = ben_hears.until("call").await["knocks"][0].clone();
            if seen["state"] == state {
                break seen;
            }
        };
        assert_eq!(seen["attended_by"]["name"], "Anna", "{kind}");
    }
    let refused = ben.post(&commands, &act("admit", 2)).await;
    assert_eq!(refused.status(), 409);
    let refused: Value = refused.json().await.unwrap();
    assert_eq!((&refused["type"], &refused["by"]["name"]), (&json!("/problems/already-decided"), &json!("Anna")));
    assert_eq!(service.view(&call).await["phase"]["agent"]["name"], "Anna");
}

/// Of every action that settles something: who did it stands in the answer to whoever comes second.
#[tokio::test]
async fn whoever_acts_second_is_told_who_was_first_and_changes_nothing() {
    let service = start().await;
    let (anna, ben) =
        (Browser::of(&service, "Anna", Role::Agent).await, Browser::of(&service, "Ben", Role::Agent).await);
    let act = |kind: &str, who: &str, n: u32| json!({"command_id": id(format!("{kind}-{n}")), "type": kind, "knock": id(who)});
    for (first, second) in
        [("admit", "admit"), ("admit", "decline"), ("decline", "admit"), ("decline", "decline"), ("end", "end")]
    {
        let call = service.create().await;
        let who = format!("{first}-{second}");
        assert_eq!(service.knock_once(&call.token, &who).await.status(), 200);
        let commands = format!("/v1/calls/{}/commands", call.id);
        assert_eq!(anna.post(&commands, &act(first, &who, 1)).await.status(), 200, "{who}");
        let before = service.view(&call).await;
        let refused: Value = ben.post(&commands, &act(second, &who, 2)).await.json().await.unwrap();
        let told = (&refused["type"], &refused["by"]["name"]);
        assert_eq!(told, (&json!("/problems/already-decided"), &json!("Anna")), "{who}: {refused}");
        assert_eq!(service.view(&call).await, before, "{who}");
        if first == "end" {
            assert_eq!(before["phase"]["by"]["name"], "Anna", "it stands in everybody's list as well");
        }
    }
    // Asking to wait settles nothing: a colleague may go on with them, and sees until then who asked.
    let call = service.create().await;
    assert_eq!(service.knock_once(&call.token, "Grace").await.status(), 200);
    let commands = format!("/v1/calls/{}/commands", call.id);
    for (agent, kind, name) in [(&anna, "hold", "Anna"), (&ben, "release", "Ben"), (&ben, "hold", "Ben")] {
        assert_eq!(agent.post(&commands, &act(kind, "Grace", name.len() as u32)).await.status(), 200);
        assert_eq!(service.view(&call).await["knocks"][0]["attended_by"]["name"], name, "{kind}");
    }
}

#[tokio::test]
async fn a_console_with_500_calls_is_told_them_in_less_than_a_megabyte() {
    let service = start_with(|config| config.organisation = Some("Contoso Heating and Plumbing".to_owned())).await;
    for batch in 0..50 {
        let create = |n: u32| {
            let title = format!("Boiler of the house number {}", batch * 10 + n);
            service.as_agent(Method::POST, "/v1/calls").json(&json!({"title": title, "language": "de"})).send()
        };
        for answer in futures_util::future::join_all((0..10).map(create)).await {
            assert_eq!(answer.unwrap().status(), 201);
        }
    }
    let mut events = Events::of(service.as_agent(Method::GET, "/v1/events").send().await.unwrap());
    let snapshot = events.until("snapshot").await;
    assert_eq!(snapshot.as_array().unwrap().len(), 500);
    let bytes = snapshot.to_string().len();
    println!("{bytes} bytes");
    assert!(bytes < 1_000_000, "{bytes}");
}
