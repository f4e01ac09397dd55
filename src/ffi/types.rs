//! How the core's own types look from Swift and Kotlin where a record or an enum will not do.

use crate::link::Invitation;

/// A word that stands in this program: the name of a sentence or of one of its arguments.
type Label = &'static str;

uniffi::custom_type!(Label, String, {
    remote,
    lower: |label| label.to_owned(),
    try_lift: |_text| Err(uniffi::deps::anyhow::anyhow!("a label crosses outward only")),
});

// Counts: the other side has no type that is as wide as an address.
uniffi::custom_type!(usize, u64, {
    remote,
    lower: |count| u64::try_from(count).unwrap_or(u64::MAX),
    try_lift: |count| Ok(usize::try_from(count)?),
});

// An invitation crosses as the text that `OneCall.text` takes: the link, the code or the ticket.
uniffi::custom_type!(Invitation, String, {
    lower: |invitation| invitation.text(),
    try_lift: |_text| Err(uniffi::deps::anyhow::anyhow!("an invitation crosses outward only")),
});
