//! The plain functions of the door, asked as a case says. Each answers with its question and what came of it.

use onecall::capability::AgentClient;
use onecall::client::Config;
use onecall::ffi::{CheckedName, Explained, check_name, explain, features as features_of};
use onecall::link::{Hosts, Invitation, LinkError, understand};
use onecall::protocol::App;
use onecall::route::{Device, OsVersion, Platform};
use serde_json::{Value, json};

use super::{read, said};

pub(crate) fn link(case: &Value) -> Value {
    let device = Device { platform: Platform::Android, ..Device::default() };
    let config = Config { hosts: hosts(case), device, app: App::App, ..Config::default() };
    let mut answer = keep(case, &["name", "hosts", "text", "times"]);
    match explain(config, read::repeated(case, "text")).unwrap() {
        Explained::Leads { invitation, kind, .. } => {
            answer["leads"] = json!({ "kind": kind, "invitation": crossed(&invitation) });
        }
        Explained::Problem { error, says } => {
            answer["problem"] = said::message(&says);
            if let LinkError::Several { choices } = error {
                answer["choices"] = choices.iter().map(crossed).collect();
            }
        }
    }
    answer
}

pub(crate) fn route(case: &Value) -> Value {
    let device = &case["device"];
    let version = device.get("os_version").map(|version| {
        let (major, minor) = serde_json::from_value(version.clone()).unwrap();
        OsVersion { major, minor }
    });
    let config = Config {
        hosts: hosts(case),
        device: Device {
            platform: read::word(device, "platform"),
            os_version: version,
            in_app_browser: read::word(device, "in_app_browser"),
        },
        app: App::App,
        app_store_id: case.get("app_store_id").map(|id| id.as_u64().unwrap()),
        android_package: case.get("android_package").map(|package| package.as_str().unwrap().to_owned()),
        call_client: read::word(case, "call_client"),
        ..Config::default()
    };
    let asked = ["name", "hosts", "device", "app_store_id", "android_package", "call_client", "text", "times"];
    let mut answer = keep(case, &asked);
    let Explained::Leads { kind, steps, .. } = explain(config, read::repeated(case, "text")).unwrap() else {
        panic!("no route for what is no invitation: {case}")
    };
    answer["kind"] = json!(kind);
    answer["steps"] = steps
        .iter()
        .map(|way| {
            assert!(way.says.arguments.is_empty() && way.because.arguments.is_empty());
            let mut step = json!({ "step": way.step, "why": way.why, "says": way.says.id, "because": way.because.id });
            if let Some(url) = &way.url {
                step["url"] = json!(url);
            }
            step
        })
        .collect();
    answer
}

pub(crate) fn name(case: &Value) -> Value {
    let mut answer = keep(case, &["name", "typed", "times"]);
    match check_name(read::repeated(case, "typed")) {
        CheckedName::Good { name } => answer["good"] = json!(name),
        CheckedName::Problem { says, .. } => answer["problem"] = said::message(&says),
    }
    answer
}

pub(crate) fn ar(case: &Value) -> Value {
    let mut answer = keep(case, &["name", "measurement"]);
    let features = features_of(read::measurement(&case["measurement"]), false, AgentClient::DesktopBrowser);
    answer["in_space"] = json!(features.annotate_in_space);
    answer
}

pub(crate) fn features(case: &Value) -> Value {
    let mut answer = keep(case, &["name", "measurement", "signed_in", "agent"]);
    let measurement = read::measurement(&case["measurement"]);
    let features = features_of(measurement, read::word(case, "signed_in"), read::word(case, "agent"));
    let lines = features.card().map(|(name, feature)| {
        json!({ "feature": name.replace('_', "-"), "allowed": feature.allowed, "reason": feature.reason })
    });
    answer["features"] = lines.into_iter().collect();
    answer
}

/// The question alone.
fn keep(case: &Value, keys: &[&str]) -> Value {
    keys.iter().filter_map(|key| Some(((*key).to_owned(), case.get(*key)?.clone()))).collect()
}

fn hosts(case: &Value) -> Vec<String> {
    read::word(case, "hosts")
}

/// An invitation as it crosses the door, which is not for Rust to see: what is handed in again and leads to the same.
fn crossed(invitation: &Invitation) -> String {
    let text = match invitation {
        Invitation::SpokenCode(code) => code.to_string(),
        Invitation::Ticket(ticket) => ticket.hand_over(),
        link => link.url().unwrap(),
    };
    if let Invitation::OneTime { host, .. } = invitation {
        assert_eq!(understand(&text, &Hosts::new([host.clone()])).as_ref(), Ok(invitation));
    }
    text
}
