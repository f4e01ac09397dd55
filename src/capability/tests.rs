//! The whole table, and what crosses the wire.

use super::*;

const LEVELS: [ArLevel; 2] = [ArLevel::Basic, ArLevel::Depth];
const AGENTS: [AgentClient; 3] = [AgentClient::DesktopBrowser, AgentClient::PhoneBrowser, AgentClient::HoloLens];

fn every_ar() -> Vec<ArSupport> {
    let mut all = vec![
        ArSupport::Unsupported,
        ArSupport::NeedsInstall,
        ArSupport::NeedsUpdate,
        ArSupport::Checking { ask_again_after_ms: 200 },
    ];
    all.extend(LEVELS.map(ArSupport::Supported));
    all
}

/// One row of the table, written out: `+` allowed, `-` not, then the reason.
fn row(features: &Features) -> String {
    let cell = |name: &str, feature: Feature| {
        let reason = serde_json::to_value(feature.reason).unwrap();
        format!("{name}{}{}", if feature.allowed { '+' } else { '-' }, reason.as_str().unwrap())
    };
    [
        cell("space", features.annotate_in_space),
        cell("stills", features.annotate_on_stills),
        cell("receive", features.receive_annotations),
        cell("send", features.send_files),
        cell("view", features.view_files),
        cell("poor", features.snapshot_on_poor_network),
        cell("record", features.record),
        cell("list", features.participant_list),
        cell("invite", features.invite),
    ]
    .join(" ")
}

#[test]
fn every_pair_has_exactly_the_features_of_the_table() {
    let mut rows = 0;
    for signed_in in [false, true] {
        for ar in every_ar() {
            for agent in AGENTS {
                let (space, receive) = match ar {
                    ArSupport::Unsupported => ("-ar-unsupported", "+on-stills"),
                    ArSupport::NeedsInstall => ("-ar-needs-install", "+on-stills"),
                    ArSupport::NeedsUpdate => ("-ar-needs-update", "+on-stills"),
                    ArSupport::Checking { .. } => ("-ar-checking", "+on-stills"),
                    ArSupport::Supported(ArLevel::Basic) => ("+ar-basic", "+ar-basic"),
                    ArSupport::Supported(ArLevel::Depth) => ("+ar-depth", "+ar-depth"),
                };
                let account = if signed_in { "+signed-in" } else { "-needs-account" };
                let record = if agent == AgentClient::DesktopBrowser { account } else { "-agent-client" };
                let expected = format!(
                    "space{space} stills+everyone receive{receive} send{account} view+everyone \
                     poor+everyone record{record} list{account} invite-two-people"
                );
                let features = Features::for_pair(signed_in, ar, agent);
                assert_eq!(row(&features), expected, "{signed_in} {ar:?} {agent:?}");
                rows += 1;
            }
        }
    }
    assert_eq!(rows, 2 * 6 * 3);
}

#[test]
fn a_customer_without_ar_and_account_exchanges_annotations_on_stills() {
    for ar in every_ar() {
        for agent in AGENTS {
            let features = Features::for_pair(false, ar, agent);
            assert!(features.annotate_on_stills.allowed, "{ar:?} {agent:?}");
            assert!(features.receive_annotations.allowed, "{ar:?} {agent:?}");
        }
    }
}

#[test]
fn ar_support_and_features_survive_the_wire() {
    for ar in every_ar() {
        let text = serde_json::to_string(&ar).unwrap();
        assert_eq!(serde_json::from_str::<ArSupport>(&text).unwrap(), ar, "{text}");
        for agent in AGENTS {
            let features = Features::for_pair(true, ar, agent);
            let text = serde_json::to_string(&(features, agent)).unwrap();
            assert_eq!(serde_json::from_str::<(Features, AgentClient)>(&text).unwrap(), (features, agent));
        }
    }
    let depth = ArSupport::Supported(ArLevel::Depth);
    assert_eq!(serde_json::to_string(&depth).unwrap(), r#"{"ar":"supported","level":"depth"}"#);
    let checking = ArSupport::Checking { ask_again_after_ms: 200 };
    assert_eq!(serde_json::to_string(&checking).unwrap(), r#"{"ar":"checking","ask_again_after_ms":200}"#);
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
