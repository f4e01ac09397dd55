//! The page of a link: the core's route as buttons that work, for every device, with and without an app.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;

use http_support::{Call, Service, id, knock, operator, start, start_with};
use onecall::link::{Hosts, Invitation, understand};
use onecall::route::Policy;
use onecall_service::config::Config;
use reqwest::{Method, Response};
use serde_json::{Value, json};

const ANDROID: &str = "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 Chrome/138.0 Mobile Safari/537.36";
const ANDROID_IN_APP: &str = "Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 Version/4.0 Chrome/138.0 \
     Mobile Safari/537.36 Instagram 390.0";
const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 Version/17.2 \
     Mobile/15E148 Safari/604.1";
const OLD_IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Version/12.1 \
     Mobile/15E148 Safari/604.1";
/// A Mac, or an iPad of today.
const MAC: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15";
const WINDOWS: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/138.0 Safari/537.36";

fn with_apps(config: &mut Config) {
    config.operator = operator();
}

fn app_only(config: &mut Config) {
    (config.operator, config.policy) = (operator(), Policy::remote_assist());
}

async fn page(service: &Service, path: &str, user_agent: &str) -> String {
    let answer = service.ask(Method::GET, path).header("user-agent", user_agent).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    answer.text().await.unwrap()
}

/// What stands on the buttons, the first one first.
fn buttons(page: &str) -> Vec<String> {
    let marked = page.split("class=\"button ").skip(1);
    marked.map(|part| part.split_once('>').unwrap().1.split_once('<').unwrap().0.to_owned()).collect()
}

fn hrefs(page: &str) -> Vec<String> {
    let written = page.split("href=\"").skip(1).chain(page.split("src=\"").skip(1));
    written.map(|part| part.split_once('"').unwrap().0.replace("&amp;", "&")).collect()
}

#[tokio::test]
async fn one_big_button_and_at_most_one_other_are_those_of_the_route() {
    const OPEN: &str = "Open the app";
    const JOIN: &str = "Join in this browser";
    const GET: &str = "Get the app";
    let (none, apps, only) = (start().await, start_with(with_apps).await, start_with(app_only).await);
    for (service, user_agent, came, expected) in [
        (&none, ANDROID, "", vec![JOIN]),
        (&none, IPHONE, "", vec![JOIN]),
        (&none, WINDOWS, "", vec![JOIN]),
        (&apps, ANDROID, "", vec![OPEN, JOIN]),
        (&apps, ANDROID, "?app=none", vec![JOIN, GET]),
        (&apps, ANDROID_IN_APP, "", vec![JOIN]),
        (&apps, IPHONE, "", vec![OPEN, JOIN]),
        (&apps, IPHONE, "?app=none", vec![JOIN, GET]),
        (&apps, OLD_IPHONE, "", vec![JOIN]),
        (&apps, WINDOWS, "", vec![JOIN]),
        // Whoever may have the app is not led to its store.
        (&only, ANDROID, "", vec![OPEN]),
        (&only, ANDROID, "?app=none", vec![GET]),
        (&only, ANDROID_IN_APP, "", vec![]),
        (&only, IPHONE, "", vec![OPEN]),
        (&only, OLD_IPHONE, "", vec![]),
        (&only, WINDOWS, "", vec![]),
    ] {
        let call = service.create().await;
        let page = page(service, &format!("/j/{}{came}", call.token), user_agent).await;
        assert_eq!(buttons(&page), expected, "{user_agent} {came}: {page}");
        assert_eq!(page.contains("<details class=\"other-ways\" open>"), expected.is_empty(), "{page}");
        assert!(expected.is_empty() || page.contains("class=\"button first wide\""));
        assert!(page.contains(&call.link), "the link can always be taken along");
        assert_eq!(page.contains("how to get it"), expected == [OPEN], "the only button is for who has no app, too");
    }
}

#[tokio::test]
async fn an_ipad_that_passes_for_a_mac_gets_the_page_of_an_ipad_once_its_touch_screen_is_known() {
    let service = start_with(with_apps).await;
    let call = service.create().await;
    let at = |query: &str| format!("/j/{}{query}", call.token);
    let asks = |page: &str| page.contains("data-asks-touch");
    // Without script it is a computer's page, which works on an iPad as well.
    let unknown = page(&service, &at(""), MAC).await;
    assert_eq!(buttons(&unknown), ["Join in this browser"]);
    assert!(asks(&unknown) && unknown.contains("class=\"qr\""), "{unknown}");
    let ipad = page(&service, &at("?touch=5"), MAC).await;
    assert_eq!(buttons(&ipad), ["Open the app", "Join in this browser"]);
    assert!(!asks(&ipad) && !ipad.contains("class=\"qr\""), "{ipad}");
    let missing = page(&service, &at("?app=none&touch=5"), MAC).await;
    assert_eq!(buttons(&missing), ["Join in this browser", "Get the app"]);
    // A Mac, and whatever is no number.
    for query in ["?touch=0", "?touch=many", "?touch=-1"] {
        assert_eq!(buttons(&page(&service, &at(query), MAC).await), ["Join in this browser"], "{query}");
    }
    // Nobody else is asked, and a touch screen makes no iPad of Windows.
    for user_agent in [ANDROID, IPHONE, WINDOWS] {
        assert!(!asks(&page(&service, &at(""), user_agent).await), "{user_agent}");
    }
    assert_eq!(page(&service, &at("?touch=10"), WINDOWS).await, page(&service, &at(""), WINDOWS).await);
    // The way round by the other host is told what is known.
    let request = service.ask(Method::GET, &at("?touch=5")).header("host", "help.example.com");
    assert_eq!(location(&request.send().await.unwrap()), format!("{}?app=none", call.link));
}

#[tokio::test]
async fn in_a_browser_inside_an_app_the_way_out_is_in_sight_and_no_app_is_spoken_of_that_is_not_there() {
    const OUR_APP: &str = "our app";
    let (none, apps, only) = (start().await, start_with(with_apps).await, start_with(app_only).await);
    for (service, user_agent, is_in_app, speaks_of_app) in [
        (&none, ANDROID_IN_APP, true, false),
        (&apps, ANDROID_IN_APP, true, true),
        (&only, ANDROID_IN_APP, true, true),
        (&none, ANDROID, false, false),
        (&apps, ANDROID, false, false),
    ] {
        let call = service.create().await;
        let page = page(service, &format!("/j/{}", call.token), user_agent).await;
        let (in_sight, folded) = page.split_once("<details").unwrap();
        for way_out in ["id=\"copy\"", call.link.as_str()] {
            assert_eq!(in_sight.contains(way_out), is_in_app, "{way_out}: {page}");
            assert_eq!(folded.contains(way_out), !is_in_app, "once: {page}");
        }
        assert_eq!(in_sight.matches("class=\"note warn\"").count(), usize::from(is_in_app), "one warning: {page}");
        assert_eq!(page.contains(OUR_APP), speaks_of_app, "{page}");
    }
    let call = none.create().await;
    let old = page(&none, &format!("/j/{}", call.token), OLD_IPHONE).await;
    assert!(old.contains("nothing to install") && !old.contains(" app"), "too old for what? {old}");
}

#[tokio::test]
async fn every_page_that_a_customer_may_come_to_says_whose_it_is_if_that_was_said() {
    let contoso =
        |config: &mut Config| (config.organisation, config.operator) = (Some("Contoso".to_owned()), operator());
    let (nameless, named) = (start().await, start_with(contoso).await);
    for (service, is_named) in [(&nameless, false), (&named, true)] {
        let call = service.create().await;
        let dead = onecall::link::Token::from_bits(7);
        let (landing, dead) = (format!("/j/{}", call.token), format!("/j/{dead}"));
        for path in [&landing, &dead, "/j/damaged", "/j", "/j/app", "/", "/sign-in"] {
            let answer = service.ask(Method::GET, path).header("user-agent", ANDROID).send().await.unwrap();
            let page = answer.text().await.unwrap();
            assert_eq!(page.contains("<p class=\"whose\"><bdi>Contoso</bdi></p>"), is_named, "{path}: {page}");
        }
        let page = page(service, &landing, ANDROID).await;
        assert_eq!(page.contains("Contoso would like to see"), is_named, "{page}");
        assert_eq!(page.contains("Somebody wants to see"), !is_named, "{page}");
    }
}

#[tokio::test]
async fn an_iphone_opens_the_app_by_another_host_of_ours_and_is_told_by_it_when_there_is_none() {
    let service = start_with(with_apps).await;
    let call = service.create().await;
    let first = page(&service, &format!("/j/{}", call.token), IPHONE).await;
    assert!(hrefs(&first).contains(&format!("https://help.example.com/j/{}", call.token)), "{first}");
    let banner = format!("<meta name=\"apple-itunes-app\" content=\"app-id=1234567890, app-argument={}\">", call.link);
    assert!(first.contains(&banner), "{first}");

    // There the app would have opened instead; where it is missing, this service answers under that name too.
    let request = service.ask(Method::GET, &format!("/j/{}", call.token)).header("host", "help.example.com");
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 303);
    assert_eq!(answer.headers()["location"], format!("{}?app=none", call.link).as_str());
    let second = page(&service, &format!("/j/{}?app=none", call.token), IPHONE).await;
    assert!(hrefs(&second).contains(&"https://apps.apple.com/app/id1234567890".to_owned()), "{second}");
    let android = page(&service, &format!("/j/{}", call.token), ANDROID).await;
    assert!(!android.contains("apple-itunes-app") && !android.contains("apps.apple.com"));
}

async fn press(service: &Service, action: &str, token: &str) -> Response {
    let request = service.ask(Method::POST, action).header("content-type", "application/x-www-form-urlencoded");
    request
        .header("user-agent", ANDROID)
        .header("origin", "null")
        .body(format!("invitation={token}"))
        .send()
        .await
        .unwrap()
}

fn location(answer: &Response) -> String {
    assert_eq!(answer.status(), 303);
    answer.headers()["location"].to_str().unwrap().to_owned()
}

/// Knocks with what an app is given.
async fn knocks_with(service: &Service, given: &str, who: &str) -> u16 {
    let Ok(Invitation::Ticket(ticket)) = understand(given, &Hosts::default()) else { panic!("{given}") };
    service.knock_once(ticket.as_str(), who).await.status().as_u16()
}

#[tokio::test]
async fn android_opens_the_app_by_a_press_with_a_ticket_and_without_it_a_page_that_leads_on() {
    for (settings, query, expected) in [
        (with_apps as fn(&mut Config), "", vec!["Join in this browser", "Get the app"]),
        (app_only, "?browser=no", vec!["Get the app"]),
    ] {
        let service = start_with(settings).await;
        let call = service.create().await;
        let intent = location(&press(&service, "/j/app", &call.token).await);
        assert!(!intent.contains(&call.token), "the link itself never travels like this");
        let (given, rest) = intent.split_once("#Intent;scheme=onecall;package=com.example.help;").unwrap();
        let fallback = rest.strip_prefix("S.browser_fallback_url=").unwrap().strip_suffix(";end").unwrap();
        let ticket = given.strip_prefix("intent:ticket/").unwrap();
        let plain = ["%3A", "%2F", "%3F", "%3D", "%23"].iter().zip([":", "/", "?", "=", "#"]);
        let fallback = plain.fold(fallback.to_owned(), |text, (code, sign)| text.replace(code, sign));
        assert_eq!(fallback, format!("{}/j/app{query}#{ticket}", service.running.public_url));
        let no_app = page(&service, &format!("/j/app{query}"), ANDROID).await;
        assert_eq!(buttons(&no_app), expected);
        assert_eq!(knocks_with(&service, &format!("onecall:ticket/{ticket}"), "Grace").await, 200);
        assert_eq!(knocks_with(&service, &format!("onecall:ticket/{ticket}"), "Heidi").await, 404, "one use");
    }
}

#[tokio::test]
async fn the_store_gives_the_app_a_ticket_for_this_very_call() {
    let service = start_with(with_apps).await;
    let call = service.create().await;
    let store = location(&press(&service, "/j/store", &call.token).await);
    let (page, referrer) = store.split_once("&referrer=").unwrap();
    assert_eq!(page, "https://play.google.com/store/apps/details?id=com.example.help");
    let given = referrer.replace("%3A", ":").replace("%2F", "/");
    assert_eq!(knocks_with(&service, &given, "Grace").await, 200);
    assert_eq!(service.view(&call).await["knocks"][0]["name"], "Grace");
}

#[tokio::test]
async fn what_leads_into_the_app_may_be_led_to_by_a_form_of_the_landing_page_alone() {
    let service = start_with(with_apps).await;
    let call = service.create().await;
    for (path, leads_out) in
        [(format!("/j/{}", call.token), true), ("/".to_owned(), false), ("/join".to_owned(), false)]
    {
        let answer = service.ask(Method::GET, &path).header("user-agent", ANDROID).send().await.unwrap();
        let policy = answer.headers()["content-security-policy"].to_str().unwrap();
        let forms = policy.split(';').find(|part| part.trim().starts_with("form-action")).unwrap();
        assert_eq!(forms.contains("intent:"), leads_out, "{path}: {policy}");
        assert_eq!(policy.contains("'wasm-unsafe-eval'"), path == "/join", "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline") && policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        let permissions = answer.headers()["permissions-policy"].to_str().unwrap();
        assert_eq!(permissions.contains("camera=(self)"), path == "/join", "{path}");
    }
}

#[tokio::test]
async fn a_ticket_is_made_of_a_living_link_or_code_and_of_nothing_else() {
    let service = start().await;
    let call = service.create().await;
    let make =
        |invitation: &str| service.ask(Method::POST, "/v1/tickets").json(&json!({"invitation": invitation})).send();
    let before = service.view(&call).await;
    let ticket: Value = make(&call.token).await.unwrap().json().await.unwrap();
    assert_eq!(ticket["expires_in_ms"], 60 * 60 * 1000);
    let ticket = ticket["ticket"].as_str().unwrap();
    let after = service.view(&call).await;
    assert_eq!(
        (&after["knocks"], &after["link"], &after["phase"]),
        (&before["knocks"], &before["link"], &before["phase"])
    );
    assert_eq!(make(ticket).await.unwrap().status(), 404, "one ticket does not become another");
    let nameless = json!({"invitation": ticket, "knock_id": id("Grace"), "secret": id("secret-of-Grace")});
    let answer = service.ask(Method::POST, "/v1/knock").header("accept", "application/json").json(&nameless);
    let problem: Value = answer.send().await.unwrap().json().await.unwrap();
    assert_eq!(problem["type"], "/problems/name-unusable", "the app asks for the name");
    assert_eq!(service.knock_once(ticket, "Grace").await.status(), 200, "and has lost nothing");

    let code = json!({"command_id": id("code"), "type": "spoken-code"});
    let made: Value = service.command(&call, code).await.json().await.unwrap();
    let code =
        made["spoken_code"]["code"].as_str().or(made["spoken_code"].as_str()).unwrap_or_default().replace(' ', "");
    assert_eq!(code.len(), 9, "{made}");
    assert_eq!(make(&code).await.unwrap().status(), 200);
    assert_eq!(make(&code).await.unwrap().status(), 404, "a code buys one");

    assert_eq!(service.command(&call, json!({"command_id": id("end"), "type": "end"})).await.status(), 200);
    assert_eq!(make(&call.token).await.unwrap().status(), 404);
    assert_eq!(make("not a link").await.unwrap().status(), 400);
    assert_eq!(press(&service, "/j/app", &call.token).await.status(), 404, "there is no app");
}

#[tokio::test]
async fn a_press_with_a_dead_link_a_damaged_one_or_too_often_is_answered_by_a_page() {
    let service = start_with(|config| (config.operator, config.limits.failures_per_minute) = (operator(), 2)).await;
    let dead = onecall::link::Token::from_bits(7).to_string();
    for (token, status, words) in [
        (dead[..20].to_owned(), 400, "damaged"),
        (dead.clone(), 404, "no longer works"),
        (dead.clone(), 404, "no longer works"),
        (dead.clone(), 429, "wait a moment"),
    ] {
        let answer = press(&service, "/j/app", &token).await;
        assert_eq!(answer.status(), status);
        assert_eq!(answer.headers().contains_key("retry-after"), status == 429);
        assert!(answer.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
        let page = answer.text().await.unwrap();
        assert!(page.contains(words) && !page.contains(&token), "{page}");
    }
}

#[tokio::test]
async fn a_spoken_code_goes_on_behind_the_number_sign_and_a_wrong_one_is_told_so_at_once() {
    let service = start_with(with_apps).await;
    let call = service.create().await;
    let typed = |text: &str| {
        let request = service.ask(Method::POST, "/j").header("content-type", "application/x-www-form-urlencoded");
        request.body(format!("code={}", text.replace(' ', "+"))).send()
    };
    assert_eq!(location(&typed("123 456 789").await.unwrap()), "/join#123456789");
    assert_eq!(location(&typed(&call.link).await.unwrap()), format!("/j/{}", call.token));
    for text in ["12345678", "hello", "", "https://elsewhere.example/j/x"] {
        let answer = typed(text).await.unwrap();
        assert_eq!(answer.status(), 400, "{text}");
        let page = answer.text().await.unwrap();
        assert!(page.contains("role=\"alert\"") && page.contains("name=\"code\""), "{page}");
        assert!(page.contains(&format!("value=\"{text}\"")), "what was typed is not lost: {page}");
    }
}

/// Everything that a program finds that looks at a link, as mail scanners and previews do.
#[tokio::test]
async fn following_every_link_of_every_page_uses_nothing_up_and_changes_nothing() {
    for settings in [with_apps as fn(&mut Config), app_only] {
        let service = start_with(settings).await;
        let call = service.create().await;
        let before = service.view(&call).await;
        let (mut seen, mut ahead) = (Vec::new(), vec![format!("/j/{}", call.token), "/".to_owned(), "/j".to_owned()]);
        while let Some(path) = ahead.pop() {
            let home = &service.running.public_url;
            let path = path.strip_prefix(home.as_str()).unwrap_or(&path).split('#').next().unwrap().to_owned();
            let is_ours = path.starts_with('/') && !path.starts_with("//");
            if !is_ours || seen.contains(&path) {
                continue;
            }
            for user_agent in [ANDROID, ANDROID_IN_APP, IPHONE, OLD_IPHONE, WINDOWS] {
                let answer = service.ask(Method::GET, &path).header("user-agent", user_agent).send().await.unwrap();
                assert!(answer.headers().get("set-cookie").is_none(), "{path}");
                if answer.headers()["content-type"].to_str().unwrap().starts_with("text/html") {
                    ahead.extend(hrefs(&answer.text().await.unwrap()));
                }
            }
            seen.push(path);
        }
        for page in ["/", "/j", "/assets/style/base.css", "/assets/landing/landing.js"] {
            assert!(seen.contains(&page.to_owned()), "{page} is found: {seen:?}");
        }
        assert_eq!(service.view(&call).await, before);
        assert_eq!(service.knock_once(&call.token, "Grace").await.status(), 200);
    }
}

/// Bytes over the wire: the page, and everything that it loads.
async fn weigh(service: &Service, call: &Call, user_agent: &str) -> usize {
    let path = format!("/j/{}", call.token);
    let html = page(service, &path, user_agent).await;
    let mut total = html.len();
    for address in hrefs(&html).into_iter().filter(|address| address.starts_with("/assets/")) {
        let request = service.ask(Method::GET, &address).header("accept-encoding", "gzip");
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 200, "{address}");
        assert_eq!(answer.headers()["content-encoding"], "gzip", "{address}");
        assert!(answer.headers()["vary"].to_str().unwrap().contains("accept-encoding"), "{address}");
        total += answer.bytes().await.unwrap().len();
    }
    total
}

#[tokio::test]
async fn the_landing_page_with_everything_it_loads_is_at_most_30_kilobytes_over_the_wire() {
    let service = start_with(with_apps).await;
    let call = service.create().await;
    for user_agent in [ANDROID, IPHONE, WINDOWS] {
        let bytes = weigh(&service, &call, user_agent).await;
        println!("{bytes} bytes for {user_agent}");
        assert!(bytes <= 30 * 1024, "{bytes}");
    }
}

#[tokio::test]
async fn secrets_and_streams_are_never_compressed() {
    let service = start_with(with_apps).await;
    let call = service.create().await;
    for request in [
        service.ask(Method::GET, &format!("/j/{}", call.token)),
        service.as_agent(Method::GET, "/v1/calls"),
        service.ask(Method::POST, "/v1/knock").json(&knock(&call.token, "Grace")),
    ] {
        let answer = request.header("accept-encoding", "gzip").send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert!(answer.headers().get("content-encoding").is_none());
    }
}
