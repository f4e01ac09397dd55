//! What an agent passes on: message, text message, QR code, calendar entry.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;

use http_support::{Call, Service, id, problem, start, start_with};
use reqwest::{Method, Response};
use serde_json::{Value, json};

async fn get(service: &Service, call: &Call, file: &str) -> Response {
    service.as_agent(Method::GET, &format!("/v1/calls/{}/{file}", call.id)).send().await.unwrap()
}

async fn edit(service: &Service, call: &Call, patch: Value) -> Response {
    let request = service.as_agent(Method::PATCH, &format!("/v1/calls/{}", call.id)).header("if-match", "*");
    request.json(&patch).send().await.unwrap()
}

#[tokio::test]
async fn a_new_call_carries_all_that_is_copied() {
    let service = start_with(|config| config.organisation = Some("Contoso".to_owned())).await;
    let call = service.create().await;
    let view = service.view(&call).await;
    assert_eq!(view["subject"], "Contoso – Boiler");
    let message = view["message"].as_str().unwrap();
    assert!(message.contains(&call.link) && message.contains("UTC") && message.contains("loudspeaker"), "{message}");
    let text = view["text_message"]["text"].as_str().unwrap();
    assert!(text.ends_with(&call.link), "{text}");
    assert_eq!(view["text_message"]["parts"], 1);
}

#[tokio::test]
async fn set_up_and_language_may_be_changed_and_the_message_follows() {
    let service = start().await;
    let call = service.create().await;
    let before = service.view(&call).await;
    assert_eq!((&before["set_up"], &before["language"]), (&json!("desktop"), &json!("en")));
    let answer = edit(&service, &call, json!({"set_up": "mobile", "language": "de"})).await;
    assert_eq!(answer.status(), 200);
    let after: Value = answer.json().await.unwrap();
    assert_eq!(
        (&after["set_up"], &after["language"], &after["title"]),
        (&json!("mobile"), &json!("de"), &before["title"])
    );
    assert_eq!(after["link"], before["link"], "the link is out already, perhaps");
    assert!(after["message"].as_str().unwrap().contains("Lautsprecher"), "{}", after["message"]);
    assert_eq!(problem(edit(&service, &call, json!({"language": "hunter2!"})).await).await.1, "bad-value");
}

#[tokio::test]
async fn the_qr_code_is_a_picture_of_the_link_and_follows_it() {
    let service = start().await;
    let call = service.create().await;
    let first = get(&service, &call, "qr.svg").await;
    assert_eq!(first.status(), 200);
    assert_eq!(first.headers()["content-type"], "image/svg+xml");
    assert_eq!(first.headers()["cache-control"], "no-store");
    let first = first.text().await.unwrap();
    assert!(first.contains("<svg") && !first.contains(&call.token));
    let replace = json!({"command_id": id("replace"), "type": "replace-link"});
    assert_eq!(service.command(&call, replace).await.status(), 200);
    assert_ne!(get(&service, &call, "qr.svg").await.text().await.unwrap(), first);
}

#[tokio::test]
async fn the_calendar_entry_is_a_file_with_the_link_and_a_number_that_grows() {
    let service = start().await;
    let call = service.create().await;
    let first = get(&service, &call, "invite.ics").await;
    assert_eq!(first.status(), 200);
    assert_eq!(first.headers()["content-type"], "text/calendar; charset=utf-8; method=PUBLISH");
    assert_eq!(first.headers()["content-disposition"], "attachment; filename=\"call.ics\"");
    let line = |entry: &str, name: &str| {
        let whole = entry.replace("\r\n ", "");
        whole.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("{whole}")).to_owned()
    };
    let first = first.text().await.unwrap();
    assert_eq!(line(&first, "URL:"), call.link);
    assert_eq!(edit(&service, &call, json!({"title": "Pump"})).await.status(), 200);
    let second = get(&service, &call, "invite.ics").await.text().await.unwrap();
    assert_eq!((line(&first, "SEQUENCE:"), line(&second, "SEQUENCE:")), ("1".to_owned(), "2".to_owned()));
    assert_eq!(line(&first, "UID:"), line(&second, "UID:"));
    assert!(line(&second, "SUMMARY;LANGUAGE=en:").contains("Pump"));
}

#[tokio::test]
async fn a_title_is_data_wherever_it_stands() {
    let service = start().await;
    let call = service.create().await;
    for title in ["👩‍🔧 Boiler", "\u{202e}gnihtyna", "<script>alert(1)</script>", "=HYPERLINK(\"x\")", "a;b,c\\d"]
    {
        let view: Value = edit(&service, &call, json!({"title": title})).await.json().await.unwrap();
        assert_eq!(view["title"], title);
        assert_eq!(view["subject"], title);
        let entry = get(&service, &call, "invite.ics").await.text().await.unwrap();
        assert_eq!(entry.matches("BEGIN:VEVENT").count(), 1);
    }
    let kept = service.view(&call).await;
    for title in ["a".repeat(10_000), "two\r\nlines".to_owned(), "\u{2028}".to_owned(), " ".to_owned()] {
        let (status, code, detail) = problem(edit(&service, &call, json!({"title": title})).await).await;
        assert_eq!((status, code.as_str()), (422, "bad-value"));
        assert_eq!(detail, "The title must be one line of 1 to 200 characters: shorten it.");
    }
    assert_eq!(service.view(&call).await, kept, "nothing was changed");
}

#[tokio::test]
async fn a_start_of_a_clock_that_is_wrong_by_years_is_refused_by_a_sentence_and_by_hours_is_taken() {
    let service = start().await;
    let call = service.create().await;
    let now = service.view(&call).await["starts_at"].as_u64().unwrap();
    let hour = 60 * 60 * 1000;
    for starts_at in [now + 8 * hour, now - 8 * hour] {
        let view: Value = edit(&service, &call, json!({"starts_at": starts_at})).await.json().await.unwrap();
        assert_eq!(view["starts_at"], starts_at);
    }
    for starts_at in [0, now - 25 * hour, now + 400 * 24 * hour, u64::MAX] {
        let (status, code, detail) = problem(edit(&service, &call, json!({"starts_at": starts_at})).await).await;
        assert_eq!((status, code.as_str()), (422, "bad-value"));
        assert!(detail.contains("start") && detail.contains("year"), "{detail}");
    }
}

#[tokio::test]
async fn a_call_that_is_over_has_nothing_to_pass_on() {
    let service = start().await;
    let call = service.create().await;
    let end = json!({"command_id": id("end"), "type": "end"});
    let view: Value = service.command(&call, end).await.json().await.unwrap();
    for gone in ["link", "message", "subject", "text_message"] {
        assert!(view.get(gone).is_none(), "{gone}");
    }
    for file in ["qr.svg", "invite.ics"] {
        let (status, code, _) = problem(get(&service, &call, file).await).await;
        assert_eq!((status, code.as_str()), (409, "call-over"), "{file}");
        let nobodys = service.as_agent(Method::GET, &format!("/v1/calls/{}/{file}", id("nobody"))).send();
        assert_eq!(problem(nobodys.await.unwrap()).await.1, "no-such-call", "{file}");
    }
}

#[tokio::test]
async fn a_spoken_code_is_said_in_threes_with_its_end_and_the_same_for_a_repeated_command() {
    let service = start().await;
    let call = service.create().await;
    let ask = || async {
        let command = json!({"command_id": id("speak"), "type": "spoken-code"});
        service.command(&call, command).await.json::<Value>().await.unwrap()
    };
    let (first, again) = (ask().await, ask().await);
    let code = first["spoken_code"].as_str().unwrap();
    let threes: Vec<_> = code.split(' ').collect();
    assert!(threes.len() == 3 && threes.iter().all(|three| three.len() == 3 && three.parse::<u32>().is_ok()), "{code}");
    let minutes = (first["spoken_code_expires_at"].as_u64().unwrap() - first["starts_at"].as_u64().unwrap()) / 60_000;
    assert_eq!(minutes, 30);
    assert_eq!(
        (&first["spoken_code"], &first["spoken_code_expires_at"]),
        (&again["spoken_code"], &again["spoken_code_expires_at"])
    );
    assert!(service.view(&call).await.get("spoken_code").is_none(), "nobody else's console shows it");
    assert_eq!(service.knock_once(code, "Grace").await.status(), 200);
}
