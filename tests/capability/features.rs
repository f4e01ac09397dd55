//! What every pair can do.

use onecall::capability::{AgentClient, ArLevel, ArSupport, Feature, Features, Reason};

use super::cases::{AGENTS, EVERY_AR};

/// One row of the table, written out: `+` there, `-` not, then the reason.
fn row(features: &Features) -> String {
    let cells = features.card().map(|(name, Feature { allowed, reason })| {
        let reason = serde_json::to_value(reason).unwrap();
        format!("{name}{}{}", if allowed { '+' } else { '-' }, reason.as_str().unwrap())
    });
    cells.join(" ")
}

#[test]
fn every_pair_has_exactly_the_features_of_the_table() {
    let mut rows = 0;
    for signed_in in [false, true] {
        for ar in EVERY_AR {
            for agent in AGENTS {
                let (space, receive) = match ar {
                    ArSupport::Unsupported => ("-ar-unsupported", "+on-stills"),
                    ArSupport::NeedsInstall => ("-ar-needs-install", "+on-stills"),
                    ArSupport::NeedsUpdate => ("-ar-needs-update", "+on-stills"),
                    ArSupport::Checking { .. } => ("-ar-checking", "+on-stills"),
                    ArSupport::CameraRefused => ("-ar-camera-refused", "+on-stills"),
                    ArSupport::Undetermined => ("-ar-undetermined", "+on-stills"),
                    ArSupport::Failed => ("-ar-failed", "+on-stills"),
                    ArSupport::Supported(ArLevel::Basic) => ("+ar-basic", "+ar-basic"),
                    ArSupport::Supported(ArLevel::Depth) => ("+ar-depth", "+ar-depth"),
                };
                let account = if signed_in { "+signed-in" } else { "-needs-account" };
                let record = if agent == AgentClient::DesktopBrowser { account } else { "-agent-client" };
                let expected = format!(
                    "annotate_in_space{space} annotate_on_stills+everyone receive_annotations{receive} \
                     send_files{account} view_files+everyone snapshot_on_poor_network+everyone \
                     record{record} participant_list{account} invite-two-people"
                );
                let features = Features::for_pair(signed_in, ar, agent);
                assert_eq!(row(&features), expected, "{signed_in} {ar:?} {agent:?}");
                rows += 1;
            }
        }
    }
    assert_eq!(rows, 2 * 9 * 3);
}

#[test]
fn a_customer_without_ar_and_account_exchanges_annotations_on_stills() {
    for ar in EVERY_AR {
        for agent in AGENTS {
            let features = Features::for_pair(false, ar, agent);
            assert!(features.annotate_on_stills.allowed, "{ar:?} {agent:?}");
            assert!(features.receive_annotations.allowed, "{ar:?} {agent:?}");
        }
    }
}

#[test]
fn signing_in_takes_nothing_away_and_neither_does_ar() {
    for agent in AGENTS {
        for ar in EVERY_AR {
            let [guest, account] = [false, true].map(|signed_in| Features::for_pair(signed_in, ar, agent).card());
            let without_ar = Features::for_pair(false, ArSupport::Unsupported, agent).card();
            for at in 0..guest.len() {
                assert!(!guest[at].1.allowed || account[at].1.allowed, "{}", guest[at].0);
                assert!(!without_ar[at].1.allowed || guest[at].1.allowed, "{}", guest[at].0);
            }
        }
    }
}

#[test]
fn every_feature_says_why() {
    for signed_in in [false, true] {
        for ar in EVERY_AR {
            for agent in AGENTS {
                let card = Features::for_pair(signed_in, ar, agent).card();
                assert!(card.iter().all(|(_, feature)| feature.reason != Reason::Unknown));
            }
        }
    }
}
