//! What is wrong with a text that should hold an invitation.

use super::{count, said};
use crate::link::LinkError;

said! { ERRORS: pub LinkError {
    Self::NothingFound => "link-error-nothing-found";
    Self::Truncated { missing } => "link-error-truncated", missing: Number(count(*missing));
    Self::TooLong => "link-error-too-long";
    Self::Mistyped => "link-error-mistyped";
    Self::UnknownCode => "link-error-unknown-code";
    Self::UnknownHost { host } => "link-error-unknown-host", host: Text(host.clone());
    Self::NotJoinable { what } => "link-error-not-joinable", what: Word(what.as_str());
    Self::DamagedTeamsLink { what } => "link-error-damaged-teams-link", what: Word(what.as_str());
    Self::OpaqueWrapper { service } => "link-error-opaque-wrapper", service: Text(service.clone());
    Self::NestedTooDeep => "link-error-nested-too-deep";
    Self::Several { choices } => "link-error-several", count: Number(count(choices.len()));
}}
