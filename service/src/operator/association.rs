//! The two files by which a host says which apps may open its links.

use serde_json::{Value, json};

use super::Operator;

/// Where links begin that open an app: the pages beside them stay in the browser.
const LINKS: &str = "/j/*";

impl Operator {
    /// `/.well-known/assetlinks.json`, if there is an app for Android
    /// (<https://developers.google.com/digital-asset-links/v1/getting-started>).
    #[must_use]
    pub fn asset_links(&self) -> Option<Value> {
        let app = self.android.as_ref()?;
        let certificates: Vec<&str> = app.certificates.iter().map(super::Fingerprint::as_str).collect();
        Some(json!([{
            "relation": ["delegate_permission/common.handle_all_urls"],
            "target": {
                "namespace": "android_app",
                "package_name": app.application_id.as_str(),
                "sha256_cert_fingerprints": certificates,
            },
        }]))
    }

    /// `/.well-known/apple-app-site-association`, if there is an app for iPhone and iPad
    /// (<https://developer.apple.com/documentation/xcode/supporting-associated-domains>).
    #[must_use]
    pub fn apple_association(&self) -> Option<Value> {
        let app = self.ios.as_ref()?;
        let id = format!("{}.{}", app.team.as_str(), app.bundle_id.as_str());
        Some(json!({
            "applinks": {
                "details": [{
                    "appIDs": [id],
                    "components": [{ "/": LINKS, "comment": "one-time calls" }],
                }],
            },
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is made at the build for a host that serves files, is what this service says.
    #[test]
    fn the_files_are_those_that_are_generated_for_the_apps() {
        let operator = Operator::from_toml(include_str!("../../../operator.toml")).unwrap();
        for (served, generated) in [
            (operator.asset_links(), include_str!("../../generated/assetlinks.json")),
            (operator.apple_association(), include_str!("../../generated/apple-app-site-association")),
        ] {
            assert_eq!(served.unwrap(), serde_json::from_str::<Value>(generated).unwrap());
        }
        assert_eq!((Operator::default().asset_links(), Operator::default().apple_association()), (None, None));
    }
}
