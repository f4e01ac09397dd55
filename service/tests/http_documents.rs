//! What the service says about itself.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;

use std::collections::BTreeSet;

use http_support::{Service, knock, start, start_with};
use onecall_service::config::Config;
use reqwest::{Method, Response};
use serde_json::{Value, json};

#[tokio::test]
async fn every_method_that_is_documented_is_taken_and_no_other() {
    let service = start().await;
    let document: Value = service.ask(Method::GET, "/openapi.json").send().await.unwrap().json().await.unwrap();
    for (path, item) in document["paths"].as_object().unwrap() {
        let methods = ["get", "post", "patch", "delete", "put"].into_iter().filter(|method| item.get(method).is_some());
        let mut documented: BTreeSet<String> = methods.map(str::to_uppercase).collect();
        if documented.contains("GET") {
            documented.insert("HEAD".to_owned());
        }
        let path =
            path.replace("{id}", &http_support::id("x")).replace("{token}", "x").replace("{path}", "style/base.css");
        let answer = service.ask(Method::OPTIONS, &path).send().await.unwrap();
        assert_eq!(answer.status(), 204, "{path}");
        let allowed: BTreeSet<String> =
            answer.headers()["allow"].to_str().unwrap().split(',').map(|method| method.trim().to_owned()).collect();
        assert_eq!(allowed, documented, "{path}");
    }
}

/// Found pages are listed, framed and quoted: none of ours may be, nor any answer beside them.
#[tokio::test]
async fn no_answer_may_be_listed_framed_or_named_as_a_referrer_whatever_was_asked() {
    let service = start_with(|config| config.operator = http_support::operator()).await;
    let call = service.create().await;
    let document: Value = service.ask(Method::GET, "/openapi.json").send().await.unwrap().json().await.unwrap();
    let mut asked: Vec<(Method, String)> = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys() {
            for token in ["x", &call.token] {
                let path = path.replace("{id}", &call.id).replace("{token}", token);
                asked.push((method.to_uppercase().parse().unwrap(), path.replace("{path}", "style/base.css")));
            }
        }
    }
    assert!(asked.len() > 50, "every route, found and not found");
    asked.extend([
        (Method::GET, "/nowhere".to_owned()),
        (Method::PUT, "/j".to_owned()),
        (Method::OPTIONS, "/".to_owned()),
    ]);
    for (method, path) in asked {
        for request in [service.ask(method.clone(), &path), service.as_agent(method.clone(), &path).json(&json!({}))] {
            let answer = request.send().await.unwrap();
            let said = |name: &str| answer.headers()[name].to_str().unwrap();
            let what = format!("{method} {path} {}", answer.status());
            assert_eq!(said("referrer-policy"), "no-referrer", "{what}");
            assert!(said("x-robots-tag").contains("noindex"), "{what}");
            assert_eq!(said("x-content-type-options"), "nosniff", "{what}");
            let policy = said("content-security-policy");
            assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{what}");
        }
    }
}

/// The answers of one kind of service to whoever asks for everything there is, in several ways.
async fn every_answer_is_documented(service: &Service) {
    let call = service.create().await;
    let document: Value = service.ask(Method::GET, "/openapi.json").send().await.unwrap().json().await.unwrap();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let method: Method = method.to_uppercase().parse().unwrap();
            for token in ["x", &call.token] {
                let address = path.replace("{id}", &call.id).replace("{token}", token);
                for request in [
                    service.ask(method.clone(), &address),
                    service.ask(method.clone(), &address).bearer_auth("not-the-token-not-the-token"),
                    service.as_agent(method.clone(), &address),
                    service.as_agent(method.clone(), &address).json(&json!({})),
                    service.as_agent(method.clone(), &address).json(&knock(token, "Grace")),
                ] {
                    is_documented(&format!("{method} {path}"), operation, &request.send().await.unwrap());
                }
            }
        }
    }
}

fn is_documented(what: &str, operation: &Value, answer: &Response) {
    let status = answer.status();
    let class = format!("{}XX", status.as_u16() / 100);
    let responses = &operation["responses"];
    let exact = responses.get(status.as_str());
    let documented = exact.or_else(|| responses.get(&class)).unwrap_or_else(|| panic!("{what}: {status}"));
    let contents: Vec<&String> = documented["content"].as_object().into_iter().flat_map(|all| all.keys()).collect();
    let sent = answer.headers().get("content-type").map(|value| value.to_str().unwrap().split(';').next().unwrap());
    assert!(sent.is_none_or(|sent| contents.contains(&&sent.to_owned())), "{what}: {status}: {sent:?}, {contents:?}");
    for header in ["retry-after", "etag", "location", "set-cookie", "www-authenticate"] {
        let mut names = documented["headers"].as_object().into_iter().flat_map(|all| all.keys());
        let said = names.any(|name| name.eq_ignore_ascii_case(header));
        assert!(said || !answer.headers().contains_key(header), "{what}: {status}: {header}");
    }
}

#[tokio::test]
async fn every_answer_is_one_that_is_documented() {
    every_answer_is_documented(&start_with(|config| config.limits.failures_per_minute = 1_000).await).await;
}

#[tokio::test]
async fn every_answer_of_a_service_that_asks_to_slow_down_is_one_that_is_documented() {
    let tight = |config: &mut Config| (config.limits.failures_per_minute, config.limits.streams) = (1, 0);
    every_answer_is_documented(&start_with(tight).await).await;
}

#[tokio::test]
async fn every_answer_of_a_service_whose_agents_cannot_be_read_is_one_that_is_documented() {
    let service = start_with(|config| config.limits.failures_per_minute = 1_000).await;
    let agents = rusqlite::Connection::open(service.folder.path().join("data/agents.db")).unwrap();
    agents
        .execute_batch("DROP TABLE credentials; DROP TABLE invitations; DROP TABLE agents; DROP TABLE facts")
        .unwrap();
    assert_eq!(service.ask(Method::GET, "/readyz").send().await.unwrap().status(), 503);
    every_answer_is_documented(&service).await;
}

#[tokio::test]
async fn operators_see_health_and_figures_without_anything_of_a_person() {
    let service = start().await;
    let call = service.create().await;
    assert_eq!(service.knock_once(&call.token, "Grace").await.status(), 200);
    assert_eq!(service.ask(Method::GET, &format!("/j/{}", call.token)).send().await.unwrap().status(), 200);
    for path in ["/healthz", "/readyz"] {
        assert_eq!(service.ask(Method::GET, path).send().await.unwrap().status(), 200);
    }
    assert_eq!(service.ask(Method::GET, "/metrics").send().await.unwrap().status(), 404, "not on the public door");
    let metrics = format!("http://{}/metrics", service.running.metrics_addr.unwrap());
    let text = service.client.get(metrics).send().await.unwrap().text().await.unwrap();
    assert!(text.contains(r#"onecall_http_requests_total{route="/v1/knock",method="POST",status="200"} 1"#), "{text}");
    for secret in [&call.token, &call.id, "Grace"] {
        assert!(!text.contains(secret));
    }
}
