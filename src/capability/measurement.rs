//! What the shell measures: the platforms' own answers, not yet judged.

use serde::{Deserialize, Serialize};

use super::{ArLevel, ArSupport};

/// The oldest Android on which ARCore runs: API level 24, Android 7.0. An app that declares AR
/// *optional* installs on older ones, where ARCore's answers mean nothing
/// (<https://developers.google.com/ar/develop/java/enable-arcore>).
pub const MIN_ARCORE_API_LEVEL: u32 = 24;

/// One measurement. The shell takes it when the app comes to the front, when the camera's
/// permission changes, and when it was told to ask again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
pub struct Measurement {
    /// What the platform's AR says.
    pub system: ArSystem,
    /// Whether the app may use the camera.
    pub camera: CameraPermission,
    /// The app runs in the iOS simulator or the Android emulator.
    pub simulated: bool,
}

/// What the platform's AR says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum ArSystem {
    /// There is none to ask: a browser, a computer, iOS before 11.
    Absent,
    /// Android's.
    ArCore {
        /// What `ArCoreApk.checkAvailability` answers.
        answer: ArCoreAnswer,
        /// `Build.VERSION.SDK_INT`.
        api_level: u32,
        /// What `Session.isDepthModeSupported(AUTOMATIC)` answers; no, while there is no
        /// session that could be asked.
        depth: bool,
    },
    /// Apple's.
    ArKit {
        /// `ARWorldTrackingConfiguration.isSupported`: an A9 processor or later.
        world_tracking: bool,
        /// `supportsSceneReconstruction(.mesh)`: the device has LiDAR.
        scene_reconstruction: bool,
        /// `supportsFrameSemantics(.sceneDepth)`.
        scene_depth: bool,
    },
}

/// ARCore's seven answers, by its own names
/// (<https://developers.google.com/ar/reference/java/com/google/ar/core/ArCoreApk.Availability>).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ArCoreAnswer {
    /// Something went wrong while finding out.
    UnknownError,
    /// It is being found out, over the network.
    UnknownChecking,
    /// Finding out took too long; the device may be offline.
    UnknownTimedOut,
    /// This device never will.
    UnsupportedDeviceNotCapable,
    /// It could: Google Play Services for AR is missing.
    SupportedNotInstalled,
    /// It could: Google Play Services for AR is too old.
    SupportedApkTooOld,
    /// It can.
    SupportedInstalled,
}

/// Whether the app may use the camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum CameraPermission {
    /// The customer was not asked yet: no obstacle so far.
    NotAsked,
    /// It may.
    Granted,
    /// It may not: by the customer, or by whoever manages the device.
    Refused,
}

/// What one measurement comes to, before intervals, limits and sessions are thought of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Judged {
    /// An answer.
    Known(ArSupport),
    /// None: ask again.
    AskAgain,
}

impl Measurement {
    pub(super) fn judge(&self) -> Judged {
        let Judged::Known(support) = self.system_says() else { return Judged::AskAgain };
        Judged::Known(match support {
            // Without a camera there is nothing to install or update first.
            ArSupport::Supported(_) | ArSupport::NeedsInstall | ArSupport::NeedsUpdate
                if self.camera == CameraPermission::Refused =>
            {
                ArSupport::CameraRefused
            }
            other => other,
        })
    }

    fn system_says(&self) -> Judged {
        Judged::Known(match self.system {
            ArSystem::Absent | ArSystem::ArKit { world_tracking: false, .. } => ArSupport::Unsupported,
            ArSystem::ArCore { api_level, .. } if api_level < MIN_ARCORE_API_LEVEL => ArSupport::Unsupported,
            ArSystem::ArCore { answer, depth, .. } => match answer {
                ArCoreAnswer::UnknownError | ArCoreAnswer::UnknownChecking | ArCoreAnswer::UnknownTimedOut => {
                    return Judged::AskAgain;
                }
                ArCoreAnswer::UnsupportedDeviceNotCapable => ArSupport::Unsupported,
                ArCoreAnswer::SupportedNotInstalled => ArSupport::NeedsInstall,
                ArCoreAnswer::SupportedApkTooOld => ArSupport::NeedsUpdate,
                // The emulator runs ARCore in a room that it draws itself; it has no sensors
                // (https://developers.google.com/ar/develop/java/emulator).
                ArCoreAnswer::SupportedInstalled => ArSupport::Supported(level(depth && !self.simulated)),
            },
            // The simulator has no camera, whatever it answers for the device it plays.
            ArSystem::ArKit { .. } if self.simulated => ArSupport::Unsupported,
            ArSystem::ArKit { scene_reconstruction, scene_depth, .. } => {
                ArSupport::Supported(level(scene_reconstruction || scene_depth))
            }
        })
    }
}

const fn level(depth: bool) -> ArLevel {
    if depth { ArLevel::Depth } else { ArLevel::Basic }
}
