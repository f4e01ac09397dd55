//! Meeting links of Microsoft Teams.
//!
//! A link is taken apart into what it joins, and printed anew from that: nothing of the text
//! that was pasted – a host, a fragment, a redirect – reaches the Teams client. Whether a meeting
//! is over is never decided here: sources conflict, and only Teams knows.
//!
//! Sources of the forms: microsoft-graph-comms-samples 829 and 847, meet-teams-bot 210 and
//! PR 126, linto-studio PR 347, teams-for-linux 322 and 370, vexa 501 on GitHub.

mod cloud;
mod page;
mod read;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use cloud::Cloud;
pub use page::{TeamsDamage, TeamsPage};
pub(super) use read::read;

/// The form in which a Teams link was written, once wrappers are off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TeamsForm {
    /// Long: `/l/meetup-join/THREAD/MESSAGE?context=…`.
    MeetupJoin,
    /// Short: `/meet/NUMBER?p=PASSCODE`.
    Meet,
    /// As it stands in the address bar: `/dl/launcher/launcher.html?url=…`.
    Launcher,
    /// The light client's: `/light-meetings/launch?coords=…`.
    LightMeeting,
    /// The app's own scheme: `msteams:…`.
    Scheme,
}

/// A link that joins a meeting in Microsoft Teams.
///
/// Serialises as an object with what the link has: `cloud`, `form`, and `tenant`, `organiser`,
/// `thread`, `message` of a long link, `meeting_id` and `passcode` of a short one. That form and
/// [`url`](Self::url) hold the meeting's secrets; `Debug` shows cloud and form alone.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct TeamsLink(Box<Parts>);

/// What a link holds. Either a thread and its tenant, or a meeting's number.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Parts {
    cloud: Cloud,
    form: TeamsForm,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tenant: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    organiser: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    thread: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    meeting_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    passcode: Option<String>,
    /// Whether the context says that it is a broadcast, which is joined as a spectator.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    broadcast: bool,
}

impl TeamsLink {
    /// The cloud it is held in.
    #[must_use]
    pub fn cloud(&self) -> Cloud {
        self.0.cloud
    }

    /// The form the link was written in.
    #[must_use]
    pub fn form(&self) -> TeamsForm {
        self.0.form
    }

    /// The organisation that holds the meeting, a GUID in lower case. Long links have it.
    #[must_use]
    pub fn tenant(&self) -> Option<&str> {
        self.0.tenant.as_deref()
    }

    /// The account that organises it, a GUID in lower case.
    #[must_use]
    pub fn organiser(&self) -> Option<&str> {
        self.0.organiser.as_deref()
    }

    /// The meeting's chat thread, `19:meeting_…@thread.v2` or alike.
    #[must_use]
    pub fn thread(&self) -> Option<&str> {
        self.0.thread.as_deref()
    }

    /// The message within the thread: `0`, or the time stamp of a channel meeting.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// The meeting's number, digits alone. Short links have it.
    #[must_use]
    pub fn meeting_id(&self) -> Option<&str> {
        self.0.meeting_id.as_deref()
    }

    /// The passcode that belongs to the number. Case matters.
    #[must_use]
    pub fn passcode(&self) -> Option<&str> {
        self.0.passcode.as_deref()
    }

    /// The link to hand to the Teams client or to a browser: https, on the cloud's own host,
    /// with nothing in it but what joins the meeting.
    #[must_use]
    pub fn url(&self) -> String {
        let host = self.0.cloud.host();
        if let Some(thread) = &self.0.thread {
            let thread = percent_encoded(thread);
            let message = self.0.message.as_deref().unwrap_or("0");
            let context = percent_encoded(&self.context());
            return format!("https://{host}/l/meetup-join/{thread}/{message}?context={context}");
        }
        let number = self.0.meeting_id.as_deref().unwrap_or_default();
        match &self.0.passcode {
            Some(passcode) => format!("https://{host}/meet/{number}?p={}", percent_encoded(passcode)),
            None => format!("https://{host}/meet/{number}"),
        }
    }

    /// The same for the Teams app's own scheme, `msteams://HOST/…`, where a link of https would
    /// open a browser.
    #[must_use]
    pub fn app_url(&self) -> String {
        self.url().replacen("https:", "msteams:", 1)
    }

    fn context(&self) -> String {
        let tenant = self.0.tenant.as_deref().unwrap_or_default();
        let organiser =
            self.0.organiser.as_deref().map_or(String::new(), |organiser| format!(",\"Oid\":\"{organiser}\""));
        let broadcast = if self.0.broadcast { ",\"IsBroadcastMeeting\":true" } else { "" };
        // No escapes: these are GUIDs.
        format!("{{\"Tid\":\"{tenant}\"{organiser}{broadcast}}}")
    }

    /// Whether both join the same meeting, in whatever form they are written. A long and a
    /// short link of one meeting cannot be told to be the same.
    pub(crate) fn joins_the_same_as(&self, other: &Self) -> bool {
        let (one, other) = (&*self.0, &*other.0);
        one.cloud == other.cloud
            && match (&one.thread, &one.meeting_id) {
                (Some(_), _) => one.thread == other.thread && one.message == other.message,
                (None, Some(_)) => {
                    let one_has_none = one.passcode.is_none() || other.passcode.is_none();
                    one.meeting_id == other.meeting_id && (one_has_none || one.passcode == other.passcode)
                }
                (None, None) => false,
            }
    }

    /// Takes the other's place when it has a passcode and this one has none.
    pub(crate) fn learn_from(&mut self, other: Self) {
        if self.0.passcode.is_none() && other.0.passcode.is_some() {
            *self = other;
        }
    }
}

const HEXADECIMAL: &[u8; 16] = b"0123456789abcdef";

/// As Teams itself does it: all but unreserved characters, in lower-case hexadecimal.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 32);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.extend([byte >> 4, byte & 15].map(|digit| char::from(HEXADECIMAL[usize::from(digit)])));
        }
    }
    encoded
}

impl fmt::Debug for TeamsLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TeamsLink({:?}, {:?}, …)", self.0.cloud, self.0.form)
    }
}

impl From<TeamsLink> for Parts {
    fn from(link: TeamsLink) -> Self {
        *link.0
    }
}

impl TryFrom<Parts> for TeamsLink {
    type Error = &'static str;

    /// Storage may have been tampered with: what is not a meeting's does not come back.
    fn try_from(parts: Parts) -> Result<Self, Self::Error> {
        read::is_whole(&parts).then(|| Self(Box::new(parts))).ok_or("no Teams meeting")
    }
}
