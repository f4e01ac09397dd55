//! The two files by which a host says which apps may open its links. The service answers with exactly this text.
//!
//! Android: <https://developers.google.com/digital-asset-links/v1/create-statement> and
//! <https://developer.android.com/training/app-links/verify-android-applinks>: JSON at
//! `/.well-known/assetlinks.json`, `Content-Type: application/json`, over HTTPS, without a redirect, the same on
//! every host. Apple: <https://developer.apple.com/documentation/xcode/supporting-associated-domains>: JSON at
//! `/.well-known/apple-app-site-association`, no extension, no redirect, at most 128 KiB.

use serde_json::{Value, json};

use super::settings::Operator;

/// What may be opened: links of calls, and nothing else that the host serves.
pub(crate) const PATH_PREFIX: &str = "/j/";

/// `/.well-known/assetlinks.json`.
pub(crate) fn asset_links(operator: &Operator) -> String {
    pretty(&json!([{
        "relation": ["delegate_permission/common.handle_all_urls"],
        "target": {
            "namespace": "android_app",
            "package_name": operator.android.application_id,
            "sha256_cert_fingerprints": operator.android.certificates,
        },
    }]))
}

/// `/.well-known/apple-app-site-association`, in the form that iOS 13 and later read.
pub(crate) fn apple_app_site_association(operator: &Operator) -> String {
    let application = format!("{}.{}", operator.ios.team, operator.ios.bundle_id);
    pretty(&json!({
        "applinks": {
            "details": [{
                "appIDs": [application],
                "components": [{ "/": format!("{PATH_PREFIX}*"), "comment": "one-time calls" }],
            }],
        },
    }))
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use super::super::settings::tests::example;
    use super::*;

    fn parsed(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn the_statement_for_android_has_what_google_asks_for() {
        let statements = parsed(&asset_links(&example()));
        // A list at the top, one statement an app.
        let [statement] = statements.as_array().unwrap().as_slice() else { panic!("{statements}") };
        assert_eq!(statement["relation"], json!(["delegate_permission/common.handle_all_urls"]));
        let target = &statement["target"];
        assert_eq!(target["namespace"], "android_app");
        assert_eq!(target["package_name"], "com.example.help");
        for fingerprint in target["sha256_cert_fingerprints"].as_array().unwrap() {
            let bytes: Vec<&str> = fingerprint.as_str().unwrap().split(':').collect();
            assert_eq!(bytes.len(), 32);
            assert!(bytes.iter().all(|byte| u8::from_str_radix(byte, 16).is_ok() && byte.to_uppercase() == **byte));
        }
    }

    #[test]
    fn the_association_for_apple_has_what_apple_asks_for() {
        let text = apple_app_site_association(&example());
        assert!(text.len() <= 128 * 1024);
        let association = parsed(&text);
        let details = association["applinks"]["details"].as_array().unwrap();
        assert_eq!(details.len(), 1);
        assert_eq!(details[0]["appIDs"], json!(["ABCDE12345.com.example.help"]));
        let components = details[0]["components"].as_array().unwrap();
        assert_eq!(components.len(), 1, "the landing page `/j` and every other page stay in the browser");
        assert_eq!(components[0]["/"], "/j/*");
        // The older form, `apps` and `paths`, is only for systems before iOS 13.
        assert!(association["applinks"].get("apps").is_none());
    }
}
