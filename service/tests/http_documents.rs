//! What the service says about itself.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;

use std::collections::BTreeSet;

use http_support::start;
use reqwest::Method;
use serde_json::Value;

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
        let path = path.replace("{id}", &http_support::id("x")).replace("{token}", "x");
        let answer = service.ask(Method::OPTIONS, &path).send().await.unwrap();
        assert_eq!(answer.status(), 204, "{path}");
        let allowed: BTreeSet<String> =
            answer.headers()["allow"].to_str().unwrap().split(',').map(|method| method.trim().to_owned()).collect();
        assert_eq!(allowed, documented, "{path}");
    }
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
