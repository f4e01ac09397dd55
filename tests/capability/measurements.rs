//! What one measurement comes to.

use onecall::capability::{
    ArCoreAnswer, ArLevel, ArSupport, ArSystem, CameraPermission, DEFAULT_ASK_AGAIN_MS, Measurement,
};

use super::cases::{ANSWERS, EVERY_AR, arcore, every_measurement};

const CHECKING: ArSupport = ArSupport::Checking { ask_again_after_ms: DEFAULT_ASK_AGAIN_MS };

fn arkit(world_tracking: bool, scene_reconstruction: bool, scene_depth: bool) -> Measurement {
    let system = ArSystem::ArKit { world_tracking, scene_reconstruction, scene_depth };
    Measurement { system, camera: CameraPermission::Granted, simulated: false }
}

#[test]
fn each_of_the_seven_answers_of_arcore_means_one_thing() {
    let expected = [
        (ArCoreAnswer::UnknownError, CHECKING),
        (ArCoreAnswer::UnknownChecking, CHECKING),
        (ArCoreAnswer::UnknownTimedOut, CHECKING),
        (ArCoreAnswer::UnsupportedDeviceNotCapable, ArSupport::Unsupported),
        (ArCoreAnswer::SupportedNotInstalled, ArSupport::NeedsInstall),
        (ArCoreAnswer::SupportedApkTooOld, ArSupport::NeedsUpdate),
        (ArCoreAnswer::SupportedInstalled, ArSupport::Supported(ArLevel::Basic)),
    ];
    assert_eq!(expected.len(), ANSWERS.len());
    for (answer, support) in expected {
        assert_eq!(ArSupport::from_measurement(&arcore(answer)), support, "{answer:?}");
    }
}

#[test]
fn below_api_level_24_there_is_no_ar_whatever_arcore_answers() {
    for answer in ANSWERS {
        for (api_level, has_none) in [(19, true), (23, true), (24, false)] {
            let system = ArSystem::ArCore { answer, api_level, depth: true };
            let support = ArSupport::from_measurement(&Measurement { system, ..arcore(answer) });
            let never = answer == ArCoreAnswer::UnsupportedDeviceNotCapable;
            assert_eq!(support == ArSupport::Unsupported, has_none || never, "{answer:?} {api_level}");
        }
    }
}

#[test]
fn arkit_needs_its_configuration_and_tells_depth_by_lidar_or_scene_depth() {
    for (measurement, support) in [
        (arkit(false, false, false), ArSupport::Unsupported),
        (arkit(false, true, true), ArSupport::Unsupported),
        (arkit(true, false, false), ArSupport::Supported(ArLevel::Basic)),
        (arkit(true, true, false), ArSupport::Supported(ArLevel::Depth)),
        (arkit(true, false, true), ArSupport::Supported(ArLevel::Depth)),
        (arkit(true, true, true), ArSupport::Supported(ArLevel::Depth)),
    ] {
        assert_eq!(ArSupport::from_measurement(&measurement), support, "{measurement:?}");
    }
}

#[test]
fn a_refused_camera_means_no_ar_now_and_makes_no_device_incapable() {
    for measurement in every_measurement() {
        let [granted, refused] = [CameraPermission::Granted, CameraPermission::Refused]
            .map(|camera| ArSupport::from_measurement(&Measurement { camera, ..measurement }));
        let could = matches!(granted, ArSupport::Supported(_) | ArSupport::NeedsInstall | ArSupport::NeedsUpdate);
        assert_eq!(refused, if could { ArSupport::CameraRefused } else { granted }, "{measurement:?}");
    }
}

#[test]
fn a_customer_who_was_not_asked_for_the_camera_has_ar_so_far() {
    for measurement in every_measurement() {
        let [granted, not_asked] = [CameraPermission::Granted, CameraPermission::NotAsked]
            .map(|camera| ArSupport::from_measurement(&Measurement { camera, ..measurement }));
        assert_eq!(granted, not_asked, "{measurement:?}");
    }
}

#[test]
fn a_simulator_has_no_ar_and_an_emulator_has_no_depth() {
    for measurement in every_measurement().into_iter().filter(|measurement| measurement.simulated) {
        let support = ArSupport::from_measurement(&measurement);
        assert_ne!(support, ArSupport::Supported(ArLevel::Depth), "{measurement:?}");
        if matches!(measurement.system, ArSystem::ArKit { .. }) {
            assert_eq!(support, ArSupport::Unsupported, "{measurement:?}");
        }
    }
}

#[test]
fn what_only_time_or_a_session_shows_is_in_no_first_measurement() {
    for measurement in every_measurement() {
        let support = ArSupport::from_measurement(&measurement);
        assert!(!matches!(support, ArSupport::Undetermined | ArSupport::Failed), "{measurement:?}");
        assert!(EVERY_AR.contains(&support), "{measurement:?}: {support:?}");
    }
}
