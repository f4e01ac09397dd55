//! What is held of AR on the customer's device.

use serde::{Deserialize, Serialize};

/// When to ask the system again while it is still checking and named no time: ARCore's guide
/// says 200 ms (<https://developers.google.com/ar/develop/java/enable-arcore>). The first
/// interval of [`ArFindings`](super::ArFindings), which grows.
pub const DEFAULT_ASK_AGAIN_MS: u32 = 200;

/// Whether the customer's device can anchor drawings in space.
///
/// On the wire an object: `{"ar":"supported","level":"depth"}`,
/// `{"ar":"checking","ask_again_after_ms":200}`, `{"ar":"needs-install"}`. What a newer peer
/// says and we do not know reads as the least: an unknown `ar` as unsupported, an unknown or
/// missing `level` as basic. Left out altogether it is unsupported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(from = "Wire", into = "Wire")]
pub enum ArSupport {
    /// No AR, now or after any update; also what a browser reports.
    #[default]
    Unsupported,
    /// The device could, once the system's AR service is installed.
    NeedsInstall,
    /// The device could, once the system's AR service is updated.
    NeedsUpdate,
    /// The system does not know yet.
    Checking {
        /// When to ask it again, in milliseconds.
        ask_again_after_ms: u32,
    },
    /// AR works, as far as can be told before a session has started.
    Supported(ArLevel),
    /// The device could, but the app may not use the camera now.
    CameraRefused,
    /// The system was asked often enough and could not say; most likely the device is offline.
    Undetermined,
    /// The system says that it works, but a session did not start, or broke down. A session
    /// that starts proves it wrong.
    Failed,
}

/// How well AR finds surfaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(from = "String", rename_all = "kebab-case")]
pub enum ArLevel {
    /// Flat surfaces, found while the camera moves. Also what an unknown level reads as.
    Basic,
    /// The depth of the whole picture is known, by LiDAR or another sensor, or by ARCore from
    /// motion: surfaces of any shape.
    Depth,
}

impl From<String> for ArLevel {
    fn from(level: String) -> Self {
        if level == "depth" { Self::Depth } else { Self::Basic }
    }
}

/// [`ArSupport`] as JSON objects that old and new peers both read.
#[derive(Serialize, Deserialize)]
struct Wire {
    #[serde(default)]
    ar: Kind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    level: Option<ArLevel>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ask_again_after_ms: Option<u32>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    NeedsInstall,
    NeedsUpdate,
    Checking,
    Supported,
    CameraRefused,
    Undetermined,
    Failed,
    #[default]
    #[serde(other)]
    Unsupported,
}

impl From<Wire> for ArSupport {
    fn from(wire: Wire) -> Self {
        match wire.ar {
            Kind::Unsupported => Self::Unsupported,
            Kind::NeedsInstall => Self::NeedsInstall,
            Kind::NeedsUpdate => Self::NeedsUpdate,
            Kind::Checking => {
                Self::Checking { ask_again_after_ms: wire.ask_again_after_ms.unwrap_or(DEFAULT_ASK_AGAIN_MS) }
            }
            Kind::Supported => Self::Supported(wire.level.unwrap_or(ArLevel::Basic)),
            Kind::CameraRefused => Self::CameraRefused,
            Kind::Undetermined => Self::Undetermined,
            Kind::Failed => Self::Failed,
        }
    }
}

impl From<ArSupport> for Wire {
    fn from(support: ArSupport) -> Self {
        let plain = |ar| Self { ar, level: None, ask_again_after_ms: None };
        match support {
            ArSupport::Unsupported => plain(Kind::Unsupported),
            ArSupport::NeedsInstall => plain(Kind::NeedsInstall),
            ArSupport::NeedsUpdate => plain(Kind::NeedsUpdate),
            ArSupport::Checking { ask_again_after_ms } => {
                Self { ask_again_after_ms: Some(ask_again_after_ms), ..plain(Kind::Checking) }
            }
            ArSupport::Supported(level) => Self { level: Some(level), ..plain(Kind::Supported) },
            ArSupport::CameraRefused => plain(Kind::CameraRefused),
            ArSupport::Undetermined => plain(Kind::Undetermined),
            ArSupport::Failed => plain(Kind::Failed),
        }
    }
}
