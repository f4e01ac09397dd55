//! Every combination of what a route depends on.

use onecall::route::{
    Device, Doors, Installed, Kind, MIN_ANDROID, MIN_IOS, OsVersion, Platform, Policy, Route, RouteStep, SetUp,
    Situation, Step, route_for,
};
use serde::Serialize;

pub(crate) const KINDS: [Kind; 4] = [Kind::OneTime, Kind::SpokenCode, Kind::Ticket, Kind::Teams];
pub(crate) const PLATFORMS: [Platform; 7] = [
    Platform::Ios,
    Platform::Android,
    Platform::Windows,
    Platform::Macos,
    Platform::Linux,
    Platform::Other,
    Platform::HoloLens,
];
pub(crate) const INSTALLED: [Installed; 3] = [Installed::Yes, Installed::No, Installed::Unknown];
pub(crate) const SET_UPS: [SetUp; 2] = [SetUp::Desktop, SetUp::Mobile];

/// How old an operating system is, as far as a route minds.
#[derive(Clone, Copy)]
pub(crate) enum Age {
    JustNewEnough,
    Unknown,
    JustTooOld,
}

pub(crate) const AGES: [Age; 3] = [Age::JustNewEnough, Age::Unknown, Age::JustTooOld];

impl Age {
    /// A version of this age; computers' are of no matter, so any will do.
    pub(crate) fn of(self, platform: Platform) -> Option<OsVersion> {
        let oldest = if platform == Platform::Android { MIN_ANDROID } else { MIN_IOS };
        match self {
            Self::JustNewEnough => Some(oldest),
            Self::Unknown => None,
            Self::JustTooOld => Some(OsVersion { major: oldest.major - 1, minor: 99 }),
        }
    }
}

#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) kind: Kind,
    pub(crate) situation: Situation,
    pub(crate) policy: Policy,
    pub(crate) route: Route,
}

impl Case {
    pub(crate) fn has(&self, wanted: Step) -> bool {
        self.route.steps.iter().any(|one| one.step == wanted)
    }

    pub(crate) fn is_on_phone(&self) -> bool {
        matches!(self.situation.device.platform, Platform::Ios | Platform::Android)
    }

    pub(crate) fn is_ours(&self) -> bool {
        matches!(self.kind, Kind::OneTime | Kind::SpokenCode)
    }

    pub(crate) fn doors(&self) -> Doors {
        self.policy.doors(self.situation.set_up)
    }
}

pub(crate) fn every_policy() -> Vec<Policy> {
    let doors: Vec<_> = [(true, true), (true, false), (false, true), (false, false)]
        .map(|(phone_browser, computer)| Doors { phone_browser, computer })
        .into();
    let mut policies = Vec::new();
    for desktop_set_up in &doors {
        for mobile_set_up in &doors {
            for store_for_teams in [false, true] {
                let [desktop_set_up, mobile_set_up] = [*desktop_set_up, *mobile_set_up];
                policies.push(Policy { desktop_set_up, mobile_set_up, store_for_teams });
            }
        }
    }
    policies
}

pub(crate) fn every_situation() -> Vec<Situation> {
    let mut all = Vec::new();
    for platform in PLATFORMS {
        for age in AGES {
            for in_app_browser in [false, true] {
                for installed in INSTALLED {
                    for set_up in SET_UPS {
                        for call_client in [false, true] {
                            let device = Device { platform, os_version: age.of(platform), in_app_browser };
                            all.push(Situation { device, installed, set_up, call_client });
                        }
                    }
                }
            }
        }
    }
    all
}

/// 4 kinds × 7 platforms × 3 ages × 2 browsers × 3 × 2 set-ups × 2 builds × 32 policies.
pub(crate) fn every_case() -> impl Iterator<Item = Case> {
    let policies = every_policy();
    every_situation().into_iter().flat_map(move |situation| {
        let policies = policies.clone();
        KINDS.into_iter().flat_map(move |kind| {
            policies.clone().into_iter().map(move |policy| {
                let route = route_for(kind, &situation, &policy);
                Case { kind, situation, policy, route }
            })
        })
    })
}

/// The word that a value is on the wire.
pub(crate) fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// `step:why` of each step, as on the wire.
pub(crate) fn written(route: &Route) -> String {
    let steps = route.steps.iter().map(|RouteStep { step, why }| format!("{}:{}", word(step), word(why)));
    steps.collect::<Vec<_>>().join(" ")
}
