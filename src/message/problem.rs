//! What the service could not do, and what to do next.

use super::said;
use crate::protocol::ProblemCode;

said! { CODES: pub ProblemCode {
    Self::LinkDead => "problem-link-dead";
    Self::LinkMistyped => "problem-link-mistyped";
    Self::NameUnusable => "problem-name-unusable";
    Self::NotYours => "problem-not-yours";
    Self::NoSuchKnock => "problem-no-such-knock";
    Self::LobbyFull => "problem-lobby-full";
    Self::CallOver => "problem-call-over";
    Self::CallTaken => "problem-call-taken";
    Self::AlreadyDecided => "problem-already-decided";
    Self::NotNow => "problem-not-now";
    Self::Stale => "problem-stale";
    Self::IfMatchRequired => "problem-if-match-required";
    Self::NoSuchCall => "problem-no-such-call";
    Self::NoSuchAgent => "problem-no-such-agent";
    Self::SignInNeeded => "problem-sign-in-needed";
    Self::NotAllowed => "problem-not-allowed";
    Self::ForeignOrigin => "problem-foreign-origin";
    Self::BadRequest => "problem-bad-request";
    Self::BadValue => "problem-bad-value";
    Self::BadContentType => "problem-bad-content-type";
    Self::TooLarge => "problem-too-large";
    Self::NotFound => "problem-not-found";
    Self::BadMethod => "problem-bad-method";
    Self::SlowDown => "problem-slow-down";
    Self::StorageFull => "problem-storage-full";
    Self::StorageUnavailable => "problem-storage-unavailable";
    Self::Restarting => "problem-restarting";
    Self::Internal => "problem-internal";
}}
