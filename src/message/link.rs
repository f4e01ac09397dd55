//! What is wrong with a text that should hold an invitation.

use super::{count, said};
use crate::link::LinkError;

said! { ERRORS: pub LinkError {
    Self::NothingFound => "link-error-nothing-found";
    Self::Truncated { missing } => "link-error-truncated", missing: Number(count(*missing));
    Self::TooLong => "link-error-too-long";
    Self::Mistyped => "link-error-mistyped";
    Self::UnknownHost { host } => "link-error-unknown-host", host: Text(host.clone());
    Self::Several { choices } => "link-error-several", count: Number(count(choices.len()));
}}
