//! The capability card: what a pair can do, and why.

use super::{Described, Message, said};
use crate::capability::{Feature, Features, Reason};

said! { REASONS: pub Reason {
    Self::Everyone => "capability-reason-everyone";
    Self::SignedIn => "capability-reason-signed-in";
    Self::NeedsAccount => "capability-reason-needs-account";
    Self::ArBasic => "capability-reason-ar-basic";
    Self::ArDepth => "capability-reason-ar-depth";
    Self::ArUnsupported => "capability-reason-ar-unsupported";
    Self::ArNeedsInstall => "capability-reason-ar-needs-install";
    Self::ArNeedsUpdate => "capability-reason-ar-needs-update";
    Self::ArChecking => "capability-reason-ar-checking";
    Self::ArCameraRefused => "capability-reason-ar-camera-refused";
    Self::ArUndetermined => "capability-reason-ar-undetermined";
    Self::ArFailed => "capability-reason-ar-failed";
    Self::OnStills => "capability-reason-on-stills";
    Self::AgentClient => "capability-reason-agent-client";
    Self::TwoPeople => "capability-reason-two-people";
    Self::Unknown => "capability-reason-unknown";
}}

/// Names every field of [`Features`]: one line for each.
macro_rules! named {
    ($($field:ident => $id:literal;)*) => {
        pub(super) const FEATURES: &[Described] = &[$(Described { id: $id, arguments: &[] },)*];

        impl Features {
            /// Each feature with its name, in the order of the card.
            #[must_use]
            pub fn named(&self) -> Vec<(Message, Feature)> {
                let Self { $($field),* } = *self;
                vec![$((Message { id: $id, arguments: Vec::new() }, $field),)*]
            }
        }
    };
}

named! {
    annotate_in_space => "capability-feature-annotate-in-space";
    annotate_on_stills => "capability-feature-annotate-on-stills";
    receive_annotations => "capability-feature-receive-annotations";
    send_files => "capability-feature-send-files";
    view_files => "capability-feature-view-files";
    snapshot_on_poor_network => "capability-feature-snapshot-on-poor-network";
    record => "capability-feature-record";
    participant_list => "capability-feature-participant-list";
    invite => "capability-feature-invite";
}
