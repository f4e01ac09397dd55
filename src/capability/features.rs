//! What this pair of participants can do in their call: one table.

use serde::{Deserialize, Serialize};

use super::{ArLevel, ArSupport};

/// What the agent joins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(from = "String", rename_all = "kebab-case")]
pub enum AgentClient {
    /// The console in a browser on a computer.
    DesktopBrowser,
    /// The console in a browser on a phone. Also what an unknown client of a newer peer reads
    /// as, because it promises the least.
    #[default]
    PhoneBrowser,
    /// A HoloLens, of a licensed agent only.
    #[serde(rename = "hololens")]
    HoloLens,
}

impl From<String> for AgentClient {
    fn from(client: String) -> Self {
        match client.as_str() {
            "desktop-browser" => Self::DesktopBrowser,
            "hololens" => Self::HoloLens,
            _ => Self::PhoneBrowser,
        }
    }
}

/// Whether one thing can be done in this call, and why.
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
pub struct Feature {
    /// Whether it can be done.
    pub allowed: bool,
    /// Why, or why not.
    #[serde(default)]
    pub reason: Reason,
}

/// Why a feature is there or not.
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Every customer has it, with or without account and AR.
    Everyone,
    /// The customer is signed in.
    SignedIn,
    /// The customer is not signed in.
    NeedsAccount,
    /// The customer's device has AR on flat surfaces.
    ArBasic,
    /// The customer's device has AR on any surface.
    ArDepth,
    /// The customer's device has no AR.
    ArUnsupported,
    /// AR needs a service of the system installed first.
    ArNeedsInstall,
    /// AR needs a service of the system updated first.
    ArNeedsUpdate,
    /// The customer's device is still finding out about AR.
    ArChecking,
    /// AR needs the camera, and the customer's app may not use it now.
    ArCameraRefused,
    /// The customer's device could not find out about AR.
    ArUndetermined,
    /// AR was tried on the customer's device and does not work now.
    ArFailed,
    /// On stills, because there is no AR (yet).
    OnStills,
    /// What the agent joined with cannot do it.
    AgentClient,
    /// A one-time call holds two people.
    TwoPeople,
    /// A reason that a newer peer knows and we do not, or none given.
    #[default]
    #[serde(other)]
    Unknown,
}

/// What the customer's side can do in a call with this agent. What a peer left out is not
/// allowed.
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[serde(default)]
pub struct Features {
    /// Draw so that it stays where it was put in the room.
    pub annotate_in_space: Feature,
    /// Draw on a still picture.
    pub annotate_on_stills: Feature,
    /// See what the agent draws: in space, or on stills.
    pub receive_annotations: Feature,
    /// Send files to the agent.
    pub send_files: Feature,
    /// See files that the agent sends.
    pub view_files: Feature,
    /// Be offered stills when the network is too poor for video.
    pub snapshot_on_poor_network: Feature,
    /// Have the call recorded.
    pub record: Feature,
    /// See who is in the call.
    pub participant_list: Feature,
    /// Bring somebody else into the call.
    pub invite: Feature,
}

impl Features {
    /// The table.
    ///
    /// The product this follows gave a customer without account and AR no annotation at all and
    /// no stills on a poor network; here both are for everyone. As there, files come from a
    /// known account only, and so does the list of participants, which shows the agent's
    /// account. Recording needs a known person who agrees to it, and a client that goes on
    /// while other windows are in front: a browser on a computer.
    #[must_use]
    pub const fn for_pair(signed_in: bool, ar: ArSupport, agent: AgentClient) -> Self {
        use Reason::{Everyone, NeedsAccount, OnStills, SignedIn, TwoPeople};

        let in_space = in_space(ar);
        let with_account = if signed_in { yes(SignedIn) } else { no(NeedsAccount) };
        Self {
            annotate_in_space: in_space,
            annotate_on_stills: yes(Everyone),
            receive_annotations: if in_space.allowed { in_space } else { yes(OnStills) },
            send_files: with_account,
            view_files: yes(Everyone),
            snapshot_on_poor_network: yes(Everyone),
            record: match agent {
                AgentClient::DesktopBrowser => with_account,
                AgentClient::PhoneBrowser | AgentClient::HoloLens => no(Reason::AgentClient),
            },
            participant_list: with_account,
            invite: no(TwoPeople),
        }
    }

    /// The capability card, line by line as the agent sees it: each feature's name on the wire,
    /// and whether and why it is there.
    #[must_use]
    pub const fn card(&self) -> [(&'static str, Feature); 9] {
        [
            ("annotate_in_space", self.annotate_in_space),
            ("annotate_on_stills", self.annotate_on_stills),
            ("receive_annotations", self.receive_annotations),
            ("send_files", self.send_files),
            ("view_files", self.view_files),
            ("snapshot_on_poor_network", self.snapshot_on_poor_network),
            ("record", self.record),
            ("participant_list", self.participant_list),
            ("invite", self.invite),
        ]
    }
}

const fn in_space(ar: ArSupport) -> Feature {
    match ar {
        ArSupport::Supported(ArLevel::Depth) => yes(Reason::ArDepth),
        ArSupport::Supported(ArLevel::Basic) => yes(Reason::ArBasic),
        ArSupport::Checking { .. } => no(Reason::ArChecking),
        ArSupport::NeedsUpdate => no(Reason::ArNeedsUpdate),
        ArSupport::NeedsInstall => no(Reason::ArNeedsInstall),
        ArSupport::CameraRefused => no(Reason::ArCameraRefused),
        ArSupport::Undetermined => no(Reason::ArUndetermined),
        ArSupport::Failed => no(Reason::ArFailed),
        ArSupport::Unsupported => no(Reason::ArUnsupported),
    }
}

const fn yes(reason: Reason) -> Feature {
    Feature { allowed: true, reason }
}

const fn no(reason: Reason) -> Feature {
    Feature { allowed: false, reason }
}
