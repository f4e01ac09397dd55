//! Links in a browser: looking consumes nothing, and what is dead does not say why.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use http_support::{Events, Service, id, operator, problem, start, start_on, start_with};
use onecall::link::{Host, Hosts, Token, understand};
use onecall::protocol::Timestamp;
use onecall::route::Policy;
use onecall_service::clock::{Clock, SystemClock};
use onecall_service::config::Config;
use reqwest::{Method, Response};
use serde_json::{Value, json};

const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X)";
const WINDOWS: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";

/// Everything of an answer but the date and the request's id.
async fn bytes(answer: Response) -> Vec<u8> {
    let mut all = format!("{}\n", answer.status());
    for (name, value) in answer.headers() {
        if name != "date" && name != "x-request-id" {
            all += &format!("{name}: {}\n", value.to_str().unwrap());
        }
    }
    let mut all = all.into_bytes();
    all.extend(answer.bytes().await.unwrap());
    all
}

/// The machine's clock, put forward by so many milliseconds.
#[derive(Default)]
struct Ahead(AtomicU64);

impl Clock for Ahead {
    fn now(&self) -> Timestamp {
        SystemClock.now().after(Duration::from_millis(self.0.load(Ordering::SeqCst)))
    }
    fn random(&self) -> u128 {
        SystemClock.random()
    }
}

/// Tokens of links that are unknown, expired, used, ended, deleted, and revoked by another link.
async fn dead_tokens(service: &Service, clock: &Ahead) -> Vec<String> {
    let expired = service.create().await;
    clock.0.store(61 * 60 * 1000, Ordering::SeqCst);
    let used = service.create().await;
    let mut stream = Events::of(service.knock(&used.token, "Grace").await);
    stream.until("waiting").await;
    let admit = json!({"command_id": id("admit"), "type": "admit", "knock": id("Grace")});
    assert_eq!(service.command(&used, admit).await.status(), 200);
    assert_eq!(service.act("Grace", "enter").await.status(), 200);
    assert_eq!(service.act("Grace", "leave-call").await.status(), 200);

    let ended = service.create().await;
    assert_eq!(service.command(&ended, json!({"command_id": id("end"), "type": "end"})).await.status(), 200);

    let deleted = service.create().await;
    let path = format!("/v1/calls/{}", deleted.id);
    assert_eq!(service.as_agent(Method::DELETE, &path).send().await.unwrap().status(), 204);

    let replaced = service.create().await;
    let replace = json!({"command_id": id("replace"), "type": "replace-link"});
    assert_eq!(service.command(&replaced, replace).await.status(), 200);

    // Its time came when the clock was put forward; everything since has let the service notice.
    while !service.view(&expired).await["link"].is_null() {}
    vec![Token::from_bits(7).to_string(), expired.token, used.token, ended.token, deleted.token, replaced.token]
}

#[tokio::test]
async fn unknown_used_expired_and_revoked_links_answer_byte_for_byte_alike() {
    let clock = Arc::new(Ahead::default());
    let service = start_on(clock.clone(), |config| config.settings.link_life = Duration::from_secs(60 * 60)).await;
    let tokens = dead_tokens(&service, &clock).await;
    let (mut pages, mut problems) = (Vec::new(), Vec::new());
    for token in &tokens {
        pages.push(bytes(service.ask(Method::GET, &format!("/j/{token}")).send().await.unwrap()).await);
        // Somebody new: the device that was in the call is told that its call has ended.
        problems.push(bytes(service.knock(token, "Heidi").await).await);
    }
    for (page, problem) in pages.iter().zip(&problems) {
        assert_eq!(page, &pages[0]);
        assert_eq!(problem, &problems[0]);
    }
    assert!(pages[0].starts_with(b"404") && problems[0].starts_with(b"404"));
    assert!(!pages[0].windows(26).any(|window| window == tokens[0].as_bytes()));
}

#[tokio::test]
async fn scanners_that_look_a_hundred_times_use_nothing_up() {
    let service = start().await;
    let call = service.create().await;
    let before = service.view(&call).await;
    for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
        for _ in 0..100 {
            let answer = service.ask(method.clone(), &format!("/j/{}", call.token)).send().await.unwrap();
            assert!(answer.status().is_success(), "{method}");
        }
    }
    assert_eq!(service.view(&call).await, before);
    assert_eq!(service.knock_once(&call.token, "Grace").await.status(), 200);
}

#[tokio::test]
async fn a_damaged_link_is_told_so_at_once() {
    let service = start().await;
    let call = service.create().await;
    let cut = &call.token[..call.token.len() - 3];
    let answer = service.ask(Method::GET, &format!("/j/{cut}")).send().await.unwrap();
    assert_eq!(answer.status(), 400);
    let page = answer.text().await.unwrap();
    assert!(page.contains("3 characters are missing"), "{page}");
    for path in ["/j/%ff", "/j/a%2Fb", "/j/%3Cscript%3E"] {
        let answer = service.ask(Method::GET, path).send().await.unwrap();
        assert_eq!(answer.status(), 400, "{path}");
        assert!(!answer.text().await.unwrap().contains("<script>"));
    }
    let (status, code, _) = problem(service.knock(cut, "Grace").await).await;
    assert_eq!((status, code.as_str()), (400, "link-mistyped"));
}

/// QR codes are smaller in capitals, and some mail programs shout. What of an address the core reads without regard to
/// case, the service serves so as well.
#[tokio::test]
async fn a_link_in_capitals_opens_the_same_page() {
    let service = start().await;
    let call = service.create().await;
    let expected = bytes(service.ask(Method::GET, &format!("/j/{}", call.token)).send().await.unwrap()).await;
    let ours = Hosts::new([Host::parse(&service.running.addr.to_string()).unwrap()]);
    for (beginning, token) in [
        ("/j/", call.token.to_uppercase()),
        ("/j/", call.token.to_lowercase()),
        ("/J/", call.token.to_uppercase()),
        ("/J/", call.token.to_lowercase()),
    ] {
        let path = format!("{beginning}{token}");
        assert!(understand(&service.url(&path), &ours).is_ok(), "the core reads {beginning}");
        assert_eq!(bytes(service.ask(Method::GET, &path).send().await.unwrap()).await, expected, "{beginning}");
    }
    for (shouted, said) in [("/J", "/j"), ("/JOIN", "/join"), ("/Join", "/join")] {
        let (shouted, said) = (service.ask(Method::GET, shouted).send(), service.ask(Method::GET, said).send());
        assert_eq!(bytes(shouted.await.unwrap()).await, bytes(said.await.unwrap()).await);
    }
    for path in ["/JO", "/J.", "/V1/calls", "/SIGN-IN"] {
        assert_eq!(service.ask(Method::GET, path).send().await.unwrap().status(), 404, "{path}");
    }
}

#[tokio::test]
async fn the_landing_page_shows_the_route_for_the_device_and_takes_nothing_from_elsewhere() {
    let service = start_with(|config| config.operator = operator()).await;
    let call = service.create().await;
    for (agent, words, missing) in
        [(IPHONE, "Open the app", "On a computer"), (WINDOWS, "On a computer", "Open the app")]
    {
        let request = service.ask(Method::GET, &format!("/j/{}", call.token)).header("user-agent", agent);
        let answer = request.send().await.unwrap();
        for (header, value) in
            [("cache-control", "no-store"), ("referrer-policy", "no-referrer"), ("x-content-type-options", "nosniff")]
        {
            assert_eq!(answer.headers()[header], value);
        }
        let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{policy}");
        assert!(answer.headers().get("set-cookie").is_none());
        let page = answer.text().await.unwrap();
        assert!(page.contains(words) && !page.contains(missing), "{page}");
        assert!(page.contains(&call.link) && page.matches("<script").count() == 1, "{page}");
        assert!(page.contains(r#"<script type="module" src="/assets/"#) && !page.contains(" style="), "{page}");
    }
}

#[tokio::test]
async fn a_call_that_takes_the_app_only_shows_no_browser_to_join_in() {
    let apps = |config: &mut Config| (config.policy, config.operator) = (Policy::remote_assist(), operator());
    let service = start_with(apps).await;
    for (set_up, user_agent, joins_in_browser) in
        [("desktop", IPHONE, false), ("desktop", WINDOWS, false), ("mobile", IPHONE, false), ("mobile", WINDOWS, true)]
    {
        let page = landing_page(&service, set_up, user_agent).await;
        assert_eq!(page.contains("Join in this browser"), joins_in_browser, "{set_up}, {user_agent}: {page}");
        assert_eq!(page.contains("Open the app"), user_agent == IPHONE, "{set_up}, {user_agent}: {page}");
    }
}

#[tokio::test]
async fn every_call_can_be_joined_in_a_browser_unless_the_organisation_says_otherwise() {
    let service = start().await;
    for set_up in ["desktop", "mobile"] {
        for user_agent in [IPHONE, WINDOWS] {
            let page = landing_page(&service, set_up, user_agent).await;
            assert!(page.contains("Join in this browser"), "{set_up}, {user_agent}: {page}");
        }
    }
}

/// What somebody sees who opens the link of a call that was set up so.
async fn landing_page(service: &Service, set_up: &str, user_agent: &str) -> String {
    let create = service.as_agent(Method::POST, "/v1/calls").json(&json!({"set_up": set_up})).send().await.unwrap();
    let call: Value = create.json().await.unwrap();
    let path = call["link"].as_str().unwrap().strip_prefix(&service.running.public_url).unwrap();
    let page = service.ask(Method::GET, path).header("user-agent", user_agent).send().await.unwrap();
    assert_eq!(page.status(), 200);
    page.text().await.unwrap()
}

#[tokio::test]
async fn a_page_is_in_the_language_of_its_reader() {
    let service = start().await;
    let call = service.create().await;
    let cut = &call.token[..call.token.len() - 3];
    for (accepted, language, invited, damaged, dead) in [
        ("de-AT,en;q=0.5", "de", "Sie sind zu einem Anruf eingeladen", "fehlen 3 Zeichen", "gilt nicht mehr"),
        ("ja", "ja", "通話へのご招待", "3文字足りません", "もう使えません"),
        ("it", "en", "You are invited to a call", "3 characters are missing", "no longer works"),
    ] {
        let unknown = Token::from_bits(7).to_string();
        for (token, words) in [(call.token.as_str(), invited), (cut, damaged), (unknown.as_str(), dead)] {
            let request = service.ask(Method::GET, &format!("/j/{token}")).header("accept-language", accepted);
            let answer = request.send().await.unwrap();
            assert_eq!(answer.headers()["content-language"], language);
            assert_eq!(answer.headers()["vary"], "accept-language");
            let page = answer.text().await.unwrap();
            assert!(
                page.contains(words) && page.contains(&format!("<html lang=\"{language}\" dir=\"ltr\">")),
                "{page}"
            );
        }
    }
}
