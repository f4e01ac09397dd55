//! What was wrong with a text, and what its reader can do.

use serde::{Deserialize, Serialize, Serializer};
use thiserror::Error;

use super::{Invitation, TeamsDamage, TeamsPage};

/// Why a text is no invitation, one variant for each thing a person can do about it.
///
/// `Display` is one English sentence for the person; [`code`](Self::code) is stable and picks
/// the translated one. Neither holds anything secret. Serialises as an object with its code
/// under `code`.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(tag = "code", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum LinkError {
    /// The text holds no link of ours, no code and no ticket.
    #[error(
        "No invitation was found here: paste the whole message or link you were sent, or type \
         the nine-digit code."
    )]
    NothingFound,
    /// The end was cut off.
    #[error(
        "{} at the end of the link or code: copy the whole link once more, or type all nine digits of the code.",
        are_missing(*.missing)
    )]
    Truncated {
        /// How many characters are missing at least.
        missing: usize,
    },
    /// The text, or the link in it, is longer than any invitation.
    #[error(
        "This is longer than an invitation can be: copy only the link from the message and paste it, or type only the nine digits."
    )]
    TooLong,
    /// A character is wrong, or two changed places.
    #[error("There is a wrong character in the link: copy it instead of typing it, or compare it letter by letter.")]
    Mistyped,
    /// Nine digits, of which the service knows nothing: one is wrong, or the code is used or too old.
    #[error(
        "These nine digits open nothing: compare them with what you were told and type them again, or ask for new ones."
    )]
    UnknownCode,
    /// The link leads to a host that is not ours; it is never opened.
    #[error("This link leads to {host}, which does not belong here: ask the person who sent it for a new link.")]
    UnknownHost {
        /// The host, safe to show: printable ASCII (anything else as `\u{…}`), at most 64
        /// characters, of which a longer one keeps its end – where the owner's name stands.
        host: String,
    },
    /// A link of Microsoft Teams that joins no meeting.
    #[error(
        "This link leads to {what} in Microsoft Teams, not into a call: ask the person who sent it for the link that \
         joins the call."
    )]
    NotJoinable {
        /// What it leads to.
        what: TeamsPage,
    },
    /// A meeting's link of Microsoft Teams that has lost something.
    #[error("This Microsoft Teams link {what}.")]
    DamagedTeamsLink {
        /// What is missing or wrong.
        what: TeamsDamage,
    },
    /// The link is inside one of a service that alone knows what is in it.
    #[error(
        "This link is hidden behind {service}, and what it leads to cannot be seen from here: ask the person who sent \
         it for the original link."
    )]
    OpaqueWrapper {
        /// The service's name, as people know it.
        service: String,
    },
    /// More links are wrapped around one another than any mail passes through.
    #[error("Too many links are wrapped around one another here: ask the person who sent it for the original link.")]
    NestedTooDeep,
    /// Several different links: the person chooses, we do not guess.
    #[error("There are {} different invitations here: choose the one you were sent for this call.", choices.len())]
    Several {
        /// The different invitations in the order of the text, at most
        /// [`MAX_CHOICES`](super::MAX_CHOICES).
        choices: Vec<Invitation>,
    },
}

impl LinkError {
    /// The stable, kebab-case name of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NothingFound => "nothing-found",
            Self::Truncated { .. } => "truncated",
            Self::TooLong => "too-long",
            Self::Mistyped => "mistyped",
            Self::UnknownCode => "unknown-code",
            Self::UnknownHost { .. } => "unknown-host",
            Self::NotJoinable { .. } => "not-joinable",
            Self::DamagedTeamsLink { .. } => "damaged-teams-link",
            Self::OpaqueWrapper { .. } => "opaque-wrapper",
            Self::NestedTooDeep => "nested-too-deep",
            Self::Several { .. } => "several",
        }
    }
}

impl LinkError {
    /// Serialises as always, but an invitation in it as its text: how it crosses a door. Secret.
    ///
    /// # Errors
    /// Those of the serializer.
    pub(crate) fn as_told<S: Serializer>(error: &Self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Several<'a> {
            code: &'a str,
            #[serde(serialize_with = "Invitation::as_texts")]
            choices: &'a [Invitation],
        }
        match error {
            Self::Several { choices } => Several { code: error.code(), choices }.serialize(to),
            error => error.serialize(to),
        }
    }
}

fn are_missing(missing: usize) -> String {
    match missing {
        1 => "1 character is missing".to_owned(),
        more => format!("{more} characters are missing"),
    }
}
