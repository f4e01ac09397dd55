//! Every value of what capability depends on.

use onecall::capability::{
    AgentClient, ArCoreAnswer, ArInput, ArLevel, ArSupport, ArSystem, CameraPermission, DEFAULT_ASK_AGAIN_MS,
    Measurement, SessionFailure,
};

pub(crate) const AGENTS: [AgentClient; 3] =
    [AgentClient::DesktopBrowser, AgentClient::PhoneBrowser, AgentClient::HoloLens];

pub(crate) const EVERY_AR: [ArSupport; 9] = [
    ArSupport::Supported(ArLevel::Depth),
    ArSupport::Supported(ArLevel::Basic),
    ArSupport::Checking { ask_again_after_ms: DEFAULT_ASK_AGAIN_MS },
    ArSupport::NeedsInstall,
    ArSupport::NeedsUpdate,
    ArSupport::CameraRefused,
    ArSupport::Undetermined,
    ArSupport::Failed,
    ArSupport::Unsupported,
];

pub(crate) const ANSWERS: [ArCoreAnswer; 7] = [
    ArCoreAnswer::SupportedInstalled,
    ArCoreAnswer::SupportedApkTooOld,
    ArCoreAnswer::SupportedNotInstalled,
    ArCoreAnswer::UnsupportedDeviceNotCapable,
    ArCoreAnswer::UnknownChecking,
    ArCoreAnswer::UnknownTimedOut,
    ArCoreAnswer::UnknownError,
];

pub(crate) const CAMERAS: [CameraPermission; 3] =
    [CameraPermission::Granted, CameraPermission::NotAsked, CameraPermission::Refused];

pub(crate) const FAILURES: [SessionFailure; 5] = [
    SessionFailure::NotCapable,
    SessionFailure::NeedsInstall,
    SessionFailure::NeedsUpdate,
    SessionFailure::CameraRefused,
    SessionFailure::Other,
];

pub(crate) fn every_system() -> Vec<ArSystem> {
    let mut all = vec![ArSystem::Absent];
    for answer in ANSWERS {
        for api_level in [23, 24, 36] {
            for depth in [false, true] {
                all.push(ArSystem::ArCore { answer, api_level, depth });
            }
        }
    }
    for bits in 0..8 {
        let [world_tracking, scene_reconstruction, scene_depth] = [1, 2, 4].map(|bit| bits & bit != 0);
        all.push(ArSystem::ArKit { world_tracking, scene_reconstruction, scene_depth });
    }
    all
}

pub(crate) fn every_measurement() -> Vec<Measurement> {
    let mut all = Vec::new();
    for system in every_system() {
        for camera in CAMERAS {
            for simulated in [false, true] {
                all.push(Measurement { system, camera, simulated });
            }
        }
    }
    all
}

/// Everything that a shell can report.
pub(crate) fn every_input() -> Vec<ArInput> {
    let mut all: Vec<_> = every_measurement().into_iter().map(ArInput::Measured).collect();
    all.extend([ArLevel::Basic, ArLevel::Depth].map(|level| ArInput::SessionStarted { level }));
    all.extend(FAILURES.map(|failure| ArInput::SessionFailed { failure }));
    all.extend([ArInput::SessionLost, ArInput::AskAnew]);
    all
}

/// A phone in the hand, whose ARCore answers this.
pub(crate) fn arcore(answer: ArCoreAnswer) -> Measurement {
    let system = ArSystem::ArCore { answer, api_level: 34, depth: false };
    Measurement { system, camera: CameraPermission::Granted, simulated: false }
}
