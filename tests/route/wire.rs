//! What crosses the wire, and what settings say.

use onecall::route::{AndroidPackage, Device, Doors, Installed, Kind, OsVersion, Platform, Policy, Step, Stores, Why};

use super::cases::{KINDS, word};

#[test]
fn a_device_crosses_the_wire_and_unknown_platforms_are_other() {
    let device: Device = serde_json::from_str(r#"{"platform":"hololens"}"#).unwrap();
    assert_eq!(device, Device { platform: Platform::HoloLens, os_version: None, in_app_browser: false });
    let device: Device =
        serde_json::from_str(r#"{"platform":"watch","os_version":{"major":3},"in_app_browser":true}"#).unwrap();
    let os_version = Some(OsVersion { major: 3, minor: 0 });
    assert_eq!(device, Device { platform: Platform::Other, os_version, in_app_browser: true });
    assert_eq!(serde_json::from_str::<Installed>(r#""maybe""#).unwrap(), Installed::Unknown);
}

#[test]
fn what_a_policy_leaves_out_is_the_default() {
    assert_eq!(serde_json::from_str::<Policy>("{}").unwrap(), Policy::default());
    let strict: Policy = serde_json::from_str(r#"{"desktop_set_up":{"phone_browser":false}}"#).unwrap();
    assert_eq!(strict.desktop_set_up, Doors { phone_browser: false, computer: true });
    assert_eq!(strict.mobile_set_up, Doors::default());
    for policy in [Policy::default(), Policy::remote_assist()] {
        let text = serde_json::to_string(&policy).unwrap();
        assert_eq!(serde_json::from_str::<Policy>(&text).unwrap(), policy);
    }
}

#[test]
fn steps_kinds_and_reasons_are_kebab_words() {
    assert_eq!(KINDS.map(word), ["one-time", "spoken-code", "ticket", "teams"]);
    assert_eq!(word(Step::TeamsClient), "teams-client");
    assert_eq!(word(Why::HoloLensIsForAgents), "hololens-is-for-agents");
    assert_eq!(serde_json::from_str::<Kind>(r#""teams""#).unwrap(), Kind::Teams);
}

#[test]
fn only_the_name_of_a_package_is_taken_for_one() {
    for good in ["com.example.help", "a.b", "org.Example_2.x9"] {
        assert_eq!(AndroidPackage::parse(good).unwrap().to_string(), good);
    }
    for bad in ["", "help", ".a", "a.", "a..b", "com.2x", "com._x", "com.example&x=1", "com.exämple", "com.example;end"]
    {
        assert!(AndroidPackage::parse(bad).is_err(), "{bad}");
    }
    let stores: Stores = serde_json::from_str(r#"{"ios":123,"android":"com.example.help"}"#).unwrap();
    assert_eq!(serde_json::to_string(&stores).unwrap(), r#"{"ios":123,"android":"com.example.help"}"#);
    assert!(serde_json::from_str::<Stores>(r#"{"android":"com.example/help"}"#).is_err());
}
