//! Every route there is.

use super::*;
use crate::link::{Host, Invitation, SpokenCode, Ticket, Token};

const PLATFORMS: [Platform; 7] = [
    Platform::Ios,
    Platform::Android,
    Platform::Windows,
    Platform::Macos,
    Platform::Linux,
    Platform::HoloLens,
    Platform::Other,
];
const INSTALLED: [Installed; 3] = [Installed::Yes, Installed::No, Installed::Unknown];

struct Case {
    device: Device,
    installed: Installed,
    policy: Policy,
    steps: Vec<Step>,
}

fn link() -> Invitation {
    Invitation::OneTime { host: Host::parse("help.example.com").unwrap(), token: Token::from_bits(7) }
}

fn versions() -> Vec<Option<OsVersion>> {
    let version = |major, minor| Some(OsVersion { major, minor });
    vec![None, version(6, 1), version(7, 0), version(14, 8), version(15, 0), version(26, 1)]
}

fn every_case() -> Vec<Case> {
    let mut cases = Vec::new();
    for platform in PLATFORMS {
        for os_version in versions() {
            for in_app_browser in [false, true] {
                for installed in INSTALLED {
                    for (phone_browser, desktop_browser) in [(true, true), (true, false), (false, true), (false, false)]
                    {
                        let device = Device { platform, os_version, in_app_browser };
                        let policy = Policy { phone_browser, desktop_browser };
                        let steps = route(&link(), &device, installed, &policy).steps.iter().map(|s| s.step).collect();
                        cases.push(Case { device, installed, policy, steps });
                    }
                }
            }
        }
    }
    cases
}

fn device(platform: Platform, version: Option<(u16, u16)>, in_app_browser: bool) -> Device {
    Device { platform, os_version: version.map(|(major, minor)| OsVersion { major, minor }), in_app_browser }
}

/// `step:why` of each step, as on the wire.
fn written(route: &Route) -> String {
    let word = |value: serde_json::Value| value.as_str().unwrap().to_owned();
    let steps = route.steps.iter().map(|RouteStep { step, why }| {
        let [step, why] = [serde_json::to_value(step), serde_json::to_value(why)].map(|value| word(value.unwrap()));
        format!("{step}:{why}")
    });
    steps.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_route_has_a_step_and_no_step_twice() {
    for Case { device, installed, policy, steps } in every_case() {
        assert!(!steps.is_empty(), "{device:?} {installed:?} {policy:?}");
        for (at, step) in steps.iter().enumerate() {
            assert!(!steps[..at].contains(step), "{device:?} {installed:?} {policy:?}: {steps:?}");
        }
    }
}

#[test]
fn an_installed_app_is_opened_and_never_leads_to_its_store() {
    for Case { device, installed, policy, steps } in every_case() {
        if installed == Installed::Yes {
            assert!(!steps.contains(&Step::GetApp), "{device:?} {policy:?}: {steps:?}");
            if matches!(device.platform, Platform::Ios | Platform::Android) {
                assert!(steps.contains(&Step::OpenApp), "{device:?} {policy:?}: {steps:?}");
            }
        }
    }
}

#[test]
fn no_route_offers_what_the_policy_forbids() {
    for Case { device, installed, policy, steps } in every_case() {
        let on_phone = matches!(device.platform, Platform::Ios | Platform::Android);
        let allowed = if on_phone { policy.phone_browser } else { policy.desktop_browser };
        if !allowed {
            assert!(!steps.contains(&Step::JoinInBrowser), "{device:?} {installed:?} {policy:?}: {steps:?}");
        }
    }
}

#[test]
fn by_default_every_phone_and_computer_joins_without_installing() {
    for Case { device, installed, policy, steps } in every_case() {
        if policy == Policy::default() && device.platform != Platform::HoloLens {
            let joins = steps.contains(&Step::JoinInBrowser) || installed == Installed::Yes;
            assert!(joins, "{device:?} {installed:?}: {steps:?}");
        }
    }
}

#[test]
fn only_what_the_app_runs_on_is_told_to_get_it() {
    for Case { device, installed, policy, steps } in every_case() {
        if steps.contains(&Step::GetApp) {
            let oldest = match device.platform {
                Platform::Android => MIN_ANDROID,
                Platform::Ios => MIN_IOS,
                other => panic!("{other:?} has no app: {installed:?} {policy:?}"),
            };
            assert!(device.os_version.is_none_or(|version| version >= oldest), "{device:?}");
        }
    }
}

#[test]
fn each_row_of_the_table_reads_as_written() {
    use Installed::{No, Unknown, Yes};
    use Platform::{Android, HoloLens, Ios, Linux, Macos, Other, Windows};

    let all = Policy::default();
    let app_only = Policy { phone_browser: false, desktop_browser: false };
    let old = "join-in-browser:os-too-old";
    let rows = [
        (device(Ios, Some((17, 2)), false), Yes, all, "open-app:app-installed"),
        (device(Ios, Some((14, 8)), false), Yes, all, "open-app:app-installed"),
        (device(Ios, Some((17, 2)), true), Yes, all, "landing-page:in-app-browser open-app:app-installed"),
        (device(Ios, Some((14, 8)), false), No, all, old),
        (device(Android, Some((6, 1)), false), Unknown, all, old),
        (device(Android, Some((6, 1)), false), Unknown, app_only, "tell:os-too-old-for-app-only"),
        (device(Android, Some((7, 0)), false), No, all, "join-in-browser:nothing-to-install get-app:app-adds-ar"),
        (device(Ios, None, false), No, all, "join-in-browser:nothing-to-install get-app:app-adds-ar"),
        (device(Android, Some((15, 0)), false), No, app_only, "get-app:app-only"),
        (
            device(Android, Some((15, 0)), true),
            No,
            all,
            "landing-page:in-app-browser join-in-browser:nothing-to-install get-app:app-adds-ar \
             tell:in-app-browser-may-refuse-camera",
        ),
        (
            device(Ios, Some((15, 0)), false),
            Unknown,
            all,
            "landing-page:app-may-be-installed open-app:app-may-be-installed \
             join-in-browser:nothing-to-install get-app:app-adds-ar",
        ),
        (
            device(Ios, Some((15, 0)), false),
            Unknown,
            app_only,
            "landing-page:app-may-be-installed open-app:app-may-be-installed get-app:app-only",
        ),
        (device(Windows, None, false), Unknown, all, "join-in-browser:computer"),
        (device(Macos, None, false), No, all, "join-in-browser:computer"),
        (device(Other, None, false), No, all, "join-in-browser:computer"),
        (device(Linux, None, false), Unknown, app_only, "tell:open-on-phone"),
        (device(Windows, None, true), Unknown, all, "join-in-browser:computer tell:in-app-browser-may-refuse-camera"),
        (device(HoloLens, None, false), Yes, all, "tell:hololens-is-for-agents"),
    ];
    for (device, installed, policy, expected) in rows {
        assert_eq!(written(&route(&link(), &device, installed, &policy)), expected, "{device:?} {installed:?}");
    }
}

#[test]
fn a_spoken_code_takes_the_route_of_a_link_and_a_ticket_is_in_the_app_already() {
    let code = Invitation::SpokenCode(SpokenCode::from_number(123_456_789).unwrap());
    let ticket = Invitation::Ticket(Ticket::parse("0123456789abcdefghij-_").unwrap());
    for Case { device, installed, policy, .. } in every_case() {
        assert_eq!(route(&code, &device, installed, &policy), route(&link(), &device, installed, &policy));
        assert_eq!(written(&route(&ticket, &device, installed, &policy)), "open-app:handed-over");
    }
}

#[test]
fn a_device_crosses_the_wire_and_unknown_platforms_are_other() {
    let device: Device = serde_json::from_str(r#"{"platform":"hololens"}"#).unwrap();
    assert_eq!(device, Device { platform: Platform::HoloLens, os_version: None, in_app_browser: false });
    let device: Device =
        serde_json::from_str(r#"{"platform":"watch","os_version":{"major":3},"in_app_browser":true}"#).unwrap();
    let os_version = Some(OsVersion { major: 3, minor: 0 });
    assert_eq!(device, Device { platform: Platform::Other, os_version, in_app_browser: true });
    assert_eq!(serde_json::from_str::<Installed>(r#""maybe""#).unwrap(), Installed::Unknown);
    assert_eq!(serde_json::from_str::<Policy>("{}").unwrap(), Policy::default());
}
