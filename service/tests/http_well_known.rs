//! Which apps may open our links, read as strictly as the two systems read it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;

use http_support::{operator, start, start_with};
use reqwest::Method;
use serde::Deserialize;

const ANDROID: &str = "/.well-known/assetlinks.json";
const APPLE: &str = "/.well-known/apple-app-site-association";

/// A statement list (<https://developers.google.com/digital-asset-links/v1/create-statement>).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Statement {
    relation: Vec<String>,
    target: Target,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Target {
    namespace: String,
    package_name: String,
    sha256_cert_fingerprints: Vec<String>,
}

/// <https://developer.apple.com/documentation/bundleresources/applinks>
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Association {
    applinks: AppLinks,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AppLinks {
    details: Vec<Detail>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Detail {
    #[serde(rename = "appIDs")]
    app_ids: Vec<String>,
    components: Vec<Component>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Component {
    #[serde(rename = "/")]
    path: String,
    #[serde(rename = "comment")]
    _comment: String,
}

#[tokio::test]
async fn both_files_are_served_as_json_at_once_and_to_get_alone() {
    let service = start_with(|config| config.operator = operator()).await;
    for path in [ANDROID, APPLE] {
        let answer = service.ask(Method::GET, path).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}: no redirect, no detour");
        assert_eq!(answer.headers()["content-type"], "application/json", "{path}");
        assert!(answer.headers().get("set-cookie").is_none());
        assert!(answer.bytes().await.unwrap().len() <= 128 * 1024, "Apple reads no more");
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            assert_eq!(service.ask(method, path).send().await.unwrap().status(), 405, "{path}");
        }
    }
}

#[tokio::test]
async fn android_finds_the_app_and_its_certificates() {
    let service = start_with(|config| config.operator = operator()).await;
    let statements: Vec<Statement> = service.ask(Method::GET, ANDROID).send().await.unwrap().json().await.unwrap();
    let [Statement { relation, target }] = statements.as_slice() else { panic!("one statement for one app") };
    assert_eq!(relation, &["delegate_permission/common.handle_all_urls"]);
    assert_eq!((target.namespace.as_str(), target.package_name.as_str()), ("android_app", "com.example.help"));
    for fingerprint in &target.sha256_cert_fingerprints {
        let bytes: Vec<&str> = fingerprint.split(':').collect();
        assert_eq!(bytes.len(), 32);
        assert!(bytes.iter().all(|byte| byte.len() == 2 && u8::from_str_radix(byte, 16).is_ok()));
        assert_eq!(*fingerprint, fingerprint.to_uppercase());
    }
}

#[tokio::test]
async fn iphones_find_the_app_for_links_and_leave_every_other_page_to_the_browser() {
    let service = start_with(|config| config.operator = operator()).await;
    let Association { applinks } = service.ask(Method::GET, APPLE).send().await.unwrap().json().await.unwrap();
    let [Detail { app_ids, components }] = applinks.details.as_slice() else { panic!("one app") };
    assert_eq!(app_ids, &["ABCDE12345.com.example.help"]);
    let paths: Vec<&str> = components.iter().map(|component| component.path.as_str()).collect();
    assert_eq!(paths, ["/j/*"]);
}

#[tokio::test]
async fn who_has_no_app_vouches_for_none() {
    let service = start().await;
    for path in [ANDROID, APPLE] {
        assert_eq!(service.ask(Method::GET, path).send().await.unwrap().status(), 404, "{path}");
    }
}
