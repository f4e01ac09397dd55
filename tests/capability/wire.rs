//! What crosses the wire.

use onecall::capability::{
    AgentClient, ArCoreAnswer, ArInput, ArLevel, ArSupport, DEFAULT_ASK_AGAIN_MS, Feature, Features, Reason,
};

use super::cases::{AGENTS, EVERY_AR, arcore, every_input};

#[test]
fn ar_support_and_features_survive_the_wire() {
    for ar in EVERY_AR {
        let text = serde_json::to_string(&ar).unwrap();
        assert_eq!(serde_json::from_str::<ArSupport>(&text).unwrap(), ar, "{text}");
        for agent in AGENTS {
            let features = Features::for_pair(true, ar, agent);
            let text = serde_json::to_string(&(features, agent)).unwrap();
            assert_eq!(serde_json::from_str::<(Features, AgentClient)>(&text).unwrap(), (features, agent));
        }
    }
}

#[test]
fn every_ar_support_is_written_as_it_always_was() {
    let written = EVERY_AR.map(|ar| serde_json::to_string(&ar).unwrap());
    let expected = [
        r#"{"ar":"supported","level":"depth"}"#,
        r#"{"ar":"supported","level":"basic"}"#,
        r#"{"ar":"checking","ask_again_after_ms":200}"#,
        r#"{"ar":"needs-install"}"#,
        r#"{"ar":"needs-update"}"#,
        r#"{"ar":"camera-refused"}"#,
        r#"{"ar":"undetermined"}"#,
        r#"{"ar":"failed"}"#,
        r#"{"ar":"unsupported"}"#,
    ];
    assert_eq!(written, expected);
    assert_eq!(serde_json::to_string(&AgentClient::HoloLens).unwrap(), r#""hololens""#);
}

#[test]
fn what_a_newer_peer_says_reads_as_the_least() {
    let ar = |text| serde_json::from_str::<ArSupport>(text).unwrap();
    assert_eq!(ar(r#"{"ar":"supported","level":"lightfield"}"#), ArSupport::Supported(ArLevel::Basic));
    assert_eq!(ar(r#"{"ar":"supported","more":1}"#), ArSupport::Supported(ArLevel::Basic));
    assert_eq!(ar(r#"{"ar":"telepathy","level":"depth"}"#), ArSupport::Unsupported);
    assert_eq!(ar("{}"), ArSupport::Unsupported);
    assert_eq!(ar(r#"{"ar":"checking"}"#), ArSupport::Checking { ask_again_after_ms: DEFAULT_ASK_AGAIN_MS });
    assert_eq!(serde_json::from_str::<AgentClient>(r#""glasses-2031""#).unwrap(), AgentClient::PhoneBrowser);

    let features: Features =
        serde_json::from_str(r#"{"record":{"allowed":true,"reason":"new-law"},"smell":{"allowed":true}}"#).unwrap();
    assert_eq!(features.record, Feature { allowed: true, reason: Reason::Unknown });
    assert_eq!(features.send_files, Feature { allowed: false, reason: Reason::Unknown });
}

#[test]
fn what_a_shell_reports_can_be_kept_and_read_again() {
    for input in every_input() {
        let text = serde_json::to_string(&input).unwrap();
        assert_eq!(serde_json::from_str::<ArInput>(&text).unwrap(), input, "{text}");
    }
    let text = serde_json::to_string(&arcore(ArCoreAnswer::UnknownTimedOut)).unwrap();
    assert!(text.contains(r#""UNKNOWN_TIMED_OUT""#), "ARCore's own words: {text}");
}

#[test]
fn the_card_has_every_feature_under_its_name_on_the_wire() {
    let features = Features::for_pair(true, EVERY_AR[0], AgentClient::DesktopBrowser);
    let on_wire = serde_json::to_value(features).unwrap();
    let card = features.card();
    assert_eq!(on_wire.as_object().unwrap().len(), card.len());
    for (name, feature) in card {
        assert_eq!(on_wire[name], serde_json::to_value(feature).unwrap(), "{name}");
    }
}
