//! What a link to Teams is when it joins no meeting.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A page of Teams that is not a meeting to join, as its link tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TeamsPage {
    /// A chat: `/l/chat/…`.
    Chat,
    /// A message in a chat or a channel: `/l/message/…`.
    Message,
    /// A channel: `/l/channel/…`.
    Channel,
    /// A team: `/l/team/…`.
    Team,
    /// A call to a person: `/l/call/…`.
    Call,
    /// The form that plans a new meeting, or a meeting begun at once: `/l/meeting/new`,
    /// `/l/meetnow`.
    NewMeeting,
    /// A meeting's settings, for its organiser: `/meetingOptions`.
    MeetingOptions,
    /// The registration for a webinar or an event.
    Registration,
    /// A file: `/l/file/…`.
    File,
    /// An app within Teams: `/l/app/…`, `/l/entity/…`, `/l/task/…`.
    App,
    /// Any other page.
    Other,
}

impl TeamsPage {
    /// What stands after `/l/`.
    pub(super) fn of_deep_link(kind: &str, next: Option<&str>) -> Self {
        match kind.to_ascii_lowercase().as_str() {
            "chat" | "conversations" => Self::Chat,
            "message" => Self::Message,
            "channel" => Self::Channel,
            "team" => Self::Team,
            "call" => Self::Call,
            "meetnow" => Self::NewMeeting,
            "meeting" if next.is_some_and(|next| next.eq_ignore_ascii_case("new")) => Self::NewMeeting,
            "file" => Self::File,
            "app" | "entity" | "task" | "stage" => Self::App,
            _ => Self::Other,
        }
    }

    /// What stands first in a path that is no deep link.
    pub(super) fn of_path(first: &str) -> Self {
        match first.to_ascii_lowercase().as_str() {
            "meetingoptions" => Self::MeetingOptions,
            "registration" | "event" => Self::Registration,
            "chat" | "conversations" => Self::Chat,
            _ => Self::Other,
        }
    }
}

impl TeamsPage {
    /// Every page, for whoever must have a word for each.
    pub const ALL: [Self; 11] = [
        Self::Chat,
        Self::Message,
        Self::Channel,
        Self::Team,
        Self::Call,
        Self::NewMeeting,
        Self::MeetingOptions,
        Self::Registration,
        Self::File,
        Self::App,
        Self::Other,
    ];

    /// Its stable name, as it is serialised.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Chat => "chat",
            Self::Message => "message",
            Self::Channel => "channel",
            Self::Team => "team",
            Self::Call => "call",
            Self::NewMeeting => "new-meeting",
            Self::MeetingOptions => "meeting-options",
            Self::Registration => "registration",
            Self::File => "file",
            Self::App => "app",
            Self::Other => "other",
        }
    }
}

/// With its article, to stand in a sentence.
impl fmt::Display for TeamsPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chat => "a chat",
            Self::Message => "a message",
            Self::Channel => "a channel",
            Self::Team => "a team",
            Self::Call => "a call to a person",
            Self::NewMeeting => "the start of a new meeting",
            Self::MeetingOptions => "the settings of a meeting",
            Self::Registration => "a registration",
            Self::File => "a file",
            Self::App => "an app",
            Self::Other => "another page",
        })
    }
}

/// What a link that should join a Teams meeting has lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TeamsDamage {
    /// Its end, or another part without which it is no meeting.
    CutOff,
    /// The passcode that belongs to the meeting's number.
    PasscodeMissing,
    /// It was put together by hand: a number stands where a long link has its thread. No Teams
    /// link is made that way, and it cannot be joined (vexa 501).
    BareNumber,
    /// Something other than a meeting's number or thread stands in its place.
    NotAMeeting,
}

impl TeamsDamage {
    /// Every one, for whoever must have words for each.
    pub const ALL: [Self; 4] = [Self::CutOff, Self::PasscodeMissing, Self::BareNumber, Self::NotAMeeting];

    /// Its stable name, as it is serialised.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CutOff => "cut-off",
            Self::PasscodeMissing => "passcode-missing",
            Self::BareNumber => "bare-number",
            Self::NotAMeeting => "not-a-meeting",
        }
    }
}

/// What is the matter and what to do, to follow "This Teams link …".
impl fmt::Display for TeamsDamage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CutOff => "is not whole: copy it again from its first letter to its last, or ask for a new one",
            Self::PasscodeMissing => {
                "has lost its passcode: copy it again from its first letter to its last, or ask for a new one"
            }
            Self::BareNumber => {
                "has only a number where the meeting belongs: ask for the link as it stands in the meeting's own \
                 invitation"
            }
            Self::NotAMeeting => {
                "has a mistake where the meeting belongs: copy it instead of typing it, or ask for a new one"
            }
        })
    }
}
