//! What a device would have to answer for this to be found out.

use onecall::capability::{ArCoreAnswer, ArLevel, ArSupport, ArSystem, CameraPermission, Measurement};

/// A measurement that comes to this support, on a phone on which no session was tried. That AR does not work
/// is found out by a session alone: then the system says that it does.
pub(crate) fn measured(ar: ArSupport) -> Measurement {
    let android = |answer, depth| ArSystem::ArCore { answer, api_level: 34, depth };
    let system = match ar {
        ArSupport::Unsupported => ArSystem::Absent,
        ArSupport::NeedsInstall => android(ArCoreAnswer::SupportedNotInstalled, false),
        ArSupport::NeedsUpdate => android(ArCoreAnswer::SupportedApkTooOld, false),
        ArSupport::Checking { .. } => android(ArCoreAnswer::UnknownChecking, false),
        ArSupport::Undetermined => android(ArCoreAnswer::UnknownTimedOut, false),
        ArSupport::Supported(level) => android(ArCoreAnswer::SupportedInstalled, level == ArLevel::Depth),
        ArSupport::CameraRefused | ArSupport::Failed => android(ArCoreAnswer::SupportedInstalled, false),
    };
    let camera = if ar == ArSupport::CameraRefused { CameraPermission::Refused } else { CameraPermission::Granted };
    Measurement { system, camera, simulated: false }
}
