//! Links of one made-up meeting, in every form, and how services wrap them.

use onecall::link::{Cloud, Invitation, LinkError, TeamsForm, TeamsLink, understand};

use crate::link_support::ours;

pub(crate) const THREAD: &str = "19:meeting_NzRjMmU4ODAtNWY3Zi00ZjY1LTk1ZTEtM2Q4ZGM2OTI1YzA3@thread.v2";
pub(crate) const TENANT: &str = "31ebb41f-b13e-48f9-be32-d2a71ea9524a";
pub(crate) const ORGANISER: &str = "528af7a9-6368-471a-b023-407973a07025";
pub(crate) const NUMBER: &str = "2414128301281";
pub(crate) const PASSCODE: &str = "NzhDLMLT8b07DrkwkE";

/// The long link, as Teams prints it.
pub(crate) fn long() -> String {
    format!("https://teams.microsoft.com/l/meetup-join/{}", long_path())
}

/// What follows `meetup-join/`.
pub(crate) fn long_path() -> String {
    format!("{}/0?context={}", encode(THREAD).to_lowercase().replace(&id().to_lowercase(), id()), encoded_context())
}

fn id() -> &'static str {
    THREAD.strip_prefix("19:meeting_").and_then(|rest| rest.split_once('@')).unwrap().0
}

pub(crate) fn context() -> String {
    format!("{{\"Tid\":\"{TENANT}\",\"Oid\":\"{ORGANISER}\"}}")
}

fn encoded_context() -> String {
    format!("%7b%22Tid%22%3a%22{TENANT}%22%2c%22Oid%22%3a%22{ORGANISER}%22%7d")
}

/// The short link.
pub(crate) fn short() -> String {
    format!("https://teams.microsoft.com/meet/{NUMBER}?p={PASSCODE}")
}

/// All but unreserved characters percent-encoded, in capitals.
pub(crate) fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

/// Wrapped as Outlook does it.
pub(crate) fn safe_link(link: &str) -> String {
    format!(
        "https://eur03.safelinks.protection.outlook.com/?url={}&data=05%7C02%7Csomeone%40example.com%7C8f4e%7C0%7C0&\
         sdata=XlNZRgl8afa3rIy%2Fz0KrLtUNTXmrgTkP%3D&reserved=0",
        encode(link)
    )
}

pub(crate) fn read(text: &str) -> Result<Invitation, LinkError> {
    understand(text, &ours())
}

/// The Teams link that this text is understood as.
#[track_caller]
pub(crate) fn teams(text: &str) -> TeamsLink {
    match read(text) {
        Ok(Invitation::Teams(link)) => link,
        other => panic!("{other:?}: {text}"),
    }
}

/// What a link joins and how it was written, to be compared at once.
pub(crate) type Shape<'l> = (
    Cloud,
    TeamsForm,
    Option<&'l str>,
    Option<&'l str>,
    Option<&'l str>,
    Option<&'l str>,
    Option<&'l str>,
    Option<&'l str>,
);

pub(crate) fn shape(link: &TeamsLink) -> Shape<'_> {
    (
        link.cloud(),
        link.form(),
        link.thread(),
        link.message(),
        link.tenant(),
        link.organiser(),
        link.meeting_id(),
        link.passcode(),
    )
}

/// The shape of the long link in this form.
pub(crate) fn long_shape(form: TeamsForm) -> Shape<'static> {
    (Cloud::Worldwide, form, Some(THREAD), Some("0"), Some(TENANT), Some(ORGANISER), None, None)
}

/// The shape of the short link in this form.
pub(crate) fn short_shape(form: TeamsForm) -> Shape<'static> {
    (Cloud::Worldwide, form, None, None, None, None, Some(NUMBER), Some(PASSCODE))
}
