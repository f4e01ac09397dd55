//! Reads a link to Teams, whatever its form.

use std::borrow::Cow;

use super::{Cloud, Parts, TeamsDamage, TeamsForm, TeamsLink, TeamsPage};
use crate::json::{self, Node, Unreadable};
use crate::link::LinkError;
use crate::link::decode::{base64, percent, percent_to_the_ground};
use crate::link::wrapper::parameter;

/// More digits than any meeting has had so far (10 to 15).
const MAX_NUMBER: usize = 24;
/// Fewer digits than that, with no passcode behind them, were cut off.
const MIN_NUMBER_ALONE: usize = 9;
const MAX_PASSCODE: usize = 64;
const MAX_THREAD: usize = 256;

/// Reads what follows the host. `cloud` is that of the host; `None` when the app's scheme came
/// without one. `scheme` says that the link began with `msteams:`.
///
/// # Errors
/// [`LinkError::NotJoinable`] for another page of Teams, [`LinkError::DamagedTeamsLink`] for what
/// was a meeting's link.
pub(in crate::link) fn read(cloud: Option<Cloud>, path: &str, scheme: bool) -> Result<TeamsLink, LinkError> {
    let found = route(path, true)?;
    let fqdn = || Cloud::at(parameter(path, "fqdn")?);
    let of_thread = || Cloud::of_thread(found.thread.as_deref()?);
    let parts = Parts {
        cloud: cloud.or_else(fqdn).or_else(of_thread).unwrap_or(Cloud::Worldwide),
        form: if scheme { TeamsForm::Scheme } else { found.form },
        ..found
    };
    // Meetings of work accounts have a passcode: without it the link would ask for one that the
    // customer was never told.
    if parts.meeting_id.is_some() && parts.passcode.is_none() && parts.cloud != Cloud::Consumer {
        return Err(damaged(TeamsDamage::PasscodeMissing));
    }
    // Each part was looked at when it was read; what may be missing of a long link is its tenant.
    if parts.thread.is_some() && parts.tenant.is_none() {
        return Err(damaged(TeamsDamage::CutOff));
    }
    Ok(TeamsLink(Box::new(parts)))
}

/// Which form a path has. A launcher holds another path, but not another launcher.
fn route(path: &str, may_launch: bool) -> Result<Parts, LinkError> {
    let path = with_plain_query(within_client(path));
    let path = path.as_ref();
    let bare = &path[..memchr::memchr2(b'?', b'#', path.as_bytes()).unwrap_or(path.len())];
    let mut segments = bare.trim_matches('/').split('/');
    let first = segments.next().unwrap_or_default();
    let second = segments.next().unwrap_or_default();
    let is = |segment: &str, name: &str| segment.eq_ignore_ascii_case(name);
    if is(first, "l") && is(second, "meetup-join") {
        meetup_join(segments.next().unwrap_or_default(), segments.next(), path)
    } else if is(first, "l") && !second.is_empty() {
        Err(LinkError::NotJoinable { what: TeamsPage::of_deep_link(second, segments.next()) })
    } else if is(first, "meet") {
        meet(second, parameter(path, "p"), TeamsForm::Meet)
    } else if is(first, "light-meetings") && is(second, "launch") {
        light_meeting(path)
    } else if is(first, "dl") && is(second, "launcher") && may_launch {
        let inside = launched(path).ok_or(damaged(TeamsDamage::CutOff))?;
        // Some launchers hold the whole link; whose host that names decides nothing.
        let inside =
            inside.strip_prefix("https://").and_then(|link| link.find('/').map(|at| &link[at..])).unwrap_or(&inside);
        Ok(Parts { form: TeamsForm::Launcher, ..route(inside, false)? })
    } else {
        Err(LinkError::NotJoinable { what: TeamsPage::of_path(first) })
    }
}

/// What a launcher launches: encoded as one parameter, or, as browsers show it, plain to the end.
fn launched(path: &str) -> Option<Cow<'_, str>> {
    match path.split_once("?url=/") {
        Some((before, plain)) => {
            Some(Cow::Borrowed(&path[path.len() - plain.len() - 1..])).filter(|_| !before.contains('#'))
        }
        None => parameter(path, "url").map(percent),
    }
}

/// The path that the web client keeps in its fragment (`/_#/…`, `/v2/?meetingjoin=true#/…`).
fn within_client(path: &str) -> &str {
    match memchr::memchr(b'#', path.as_bytes()) {
        Some(at)
            if path[at + 1..].starts_with('/')
                && (path.starts_with("/_#") || path.starts_with("/v2") || path.starts_with("/#")) =>
        {
            &path[at + 1..]
        }
        _ => path,
    }
}

/// A link that was encoded as a whole holds its question mark encoded too.
fn with_plain_query(path: &str) -> Cow<'_, str> {
    let hides_query = || path.as_bytes().windows(3).any(|three| three.eq_ignore_ascii_case(b"%3f"));
    if !path.contains('?') && hides_query() { percent(path) } else { Cow::Borrowed(path) }
}

fn meetup_join(thread: &str, message: Option<&str>, path: &str) -> Result<Parts, LinkError> {
    let thread = percent_to_the_ground(thread);
    if !thread.is_empty() && thread.bytes().all(|byte| byte.is_ascii_digit()) {
        let is_cut = thread.as_ref() == "1" || thread.as_ref() == "19";
        return Err(damaged(if is_cut { TeamsDamage::CutOff } else { TeamsDamage::BareNumber }));
    }
    let context = parameter(path, "context").ok_or(damaged(TeamsDamage::CutOff))?;
    let context = if context.starts_with('{') { Cow::Borrowed(context) } else { percent_to_the_ground(context) };
    let Ok(context) = Context::read(&context) else { return Err(damaged(TeamsDamage::CutOff)) };
    if !is_thread(&thread) {
        return Err(damaged(TeamsDamage::NotAMeeting));
    }
    let message = message.map(percent_to_the_ground).filter(|message| !message.is_empty());
    if message.as_deref().is_some_and(|message| !is_number(message)) {
        return Err(damaged(TeamsDamage::NotAMeeting));
    }
    Ok(Parts {
        tenant: guid(context.tenant),
        organiser: guid(context.organiser),
        thread: Some(thread.into_owned()),
        message: message.map(Cow::into_owned),
        broadcast: context.broadcast,
        ..empty(TeamsForm::MeetupJoin)
    })
}

/// What a long link says about its meeting, of which other keys are of no use here.
struct Context {
    tenant: Option<String>,
    organiser: Option<String>,
    broadcast: bool,
}

impl Context {
    fn read(json: &str) -> Result<Self, Unreadable> {
        let context = object(json)?;
        Ok(Self {
            tenant: text(&context, "Tid")?,
            organiser: text(&context, "Oid")?,
            broadcast: context.get("IsBroadcastMeeting") == Some(&Node::Bool(true)),
        })
    }
}

fn object(json: &str) -> Result<Node, Unreadable> {
    json::parse(json).and_then(|node| if matches!(node, Node::Object(_)) { Ok(node) } else { Err(Unreadable) })
}

/// A text that may be absent.
fn text(node: &Node, name: &str) -> Result<Option<String>, Unreadable> {
    match node.get(name) {
        None | Some(Node::Null) => Ok(None),
        Some(Node::Text(text)) => Ok(Some(text.clone())),
        Some(_) => Err(Unreadable),
    }
}

/// A text or a number that may be absent; of anything else something that is no number.
fn digits(node: &Node, name: &str) -> Option<String> {
    match node.get(name)? {
        Node::Null => None,
        Node::Text(digits) | Node::Number(digits) => Some(digits.clone()),
        _ => Some("?".to_owned()),
    }
}

fn meet(number: &str, passcode: Option<&str>, form: TeamsForm) -> Result<Parts, LinkError> {
    let number = percent_to_the_ground(number);
    if number.is_empty() {
        return Err(damaged(TeamsDamage::CutOff));
    }
    if !is_number(&number) {
        return Err(damaged(TeamsDamage::NotAMeeting));
    }
    let passcode = passcode.map(percent_to_the_ground);
    if passcode.as_deref().is_some_and(|passcode| !is_passcode(passcode)) {
        return Err(damaged(TeamsDamage::NotAMeeting));
    }
    if passcode.is_none() && number.len() < MIN_NUMBER_ALONE {
        return Err(damaged(TeamsDamage::CutOff));
    }
    Ok(Parts { meeting_id: Some(number.into_owned()), passcode: passcode.map(Cow::into_owned), ..empty(form) })
}

/// What the light client says about its meeting: a long link's parts, or a short one's.
struct Coords {
    conversation_id: Option<String>,
    tenant_id: Option<String>,
    organizer_id: Option<String>,
    message_id: Option<String>,
    meeting_code: Option<String>,
    passcode: Option<String>,
}

impl Coords {
    fn read(json: &str) -> Result<Self, Unreadable> {
        let coords = object(json)?;
        Ok(Self {
            conversation_id: text(&coords, "conversationId")?,
            tenant_id: text(&coords, "tenantId")?,
            organizer_id: text(&coords, "organizerId")?,
            message_id: digits(&coords, "messageId"),
            meeting_code: digits(&coords, "meetingCode"),
            passcode: text(&coords, "passcode")?,
        })
    }
}

/// Its `coords` are JSON in base 64.
fn light_meeting(path: &str) -> Result<Parts, LinkError> {
    let coords = parameter(path, "coords").and_then(|coords| base64(&percent_to_the_ground(coords)));
    let coords = coords.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or(damaged(TeamsDamage::CutOff))?;
    let coords = if coords.starts_with('{') { Cow::Owned(coords) } else { percent_to_the_ground(&coords) };
    let Ok(coords) = Coords::read(&coords) else { return Err(damaged(TeamsDamage::CutOff)) };
    if let Some(number) = coords.meeting_code {
        let passcode = coords.passcode.filter(|passcode| !passcode.is_empty());
        return meet(&number, passcode.as_deref().or_else(|| parameter(path, "p")), TeamsForm::LightMeeting);
    }
    let thread = coords.conversation_id.ok_or(damaged(TeamsDamage::CutOff))?;
    if !is_thread(&thread) {
        return Err(damaged(TeamsDamage::NotAMeeting));
    }
    Ok(Parts {
        tenant: guid(coords.tenant_id),
        organiser: guid(coords.organizer_id),
        thread: Some(thread),
        message: coords.message_id.filter(|message| is_number(message)),
        ..empty(TeamsForm::LightMeeting)
    })
}

fn empty(form: TeamsForm) -> Parts {
    Parts {
        cloud: Cloud::Worldwide,
        form,
        tenant: None,
        organiser: None,
        thread: None,
        message: None,
        meeting_id: None,
        passcode: None,
        broadcast: false,
    }
}

fn guid(text: Option<String>) -> Option<String> {
    let mut guid = text.filter(|text| is_guid(text))?;
    guid.make_ascii_lowercase();
    Some(guid)
}

/// Whether this is all that a link needs, and nothing else in its places.
pub(super) fn is_whole(parts: &Parts) -> bool {
    let is_absent_or = |value: &Option<String>, is: fn(&str) -> bool| value.as_deref().is_none_or(is);
    let is_long = parts.thread.is_some() && parts.tenant.is_some() && parts.meeting_id.is_none();
    let is_short = parts.thread.is_none() && parts.meeting_id.is_some();
    (is_long || is_short)
        && is_absent_or(&parts.tenant, is_guid)
        && is_absent_or(&parts.organiser, is_guid)
        && is_absent_or(&parts.thread, is_thread)
        && is_absent_or(&parts.message, is_number)
        && is_absent_or(&parts.meeting_id, is_number)
        && is_absent_or(&parts.passcode, is_passcode)
}

fn is_guid(text: &str) -> bool {
    let is_part = |part: &[u8]| part.iter().all(u8::is_ascii_hexdigit);
    let text = text.as_bytes();
    text.len() == 36
        && [8, 13, 18, 23].into_iter().all(|dash| text[dash] == b'-')
        && [&text[..8], &text[9..13], &text[14..18], &text[19..23], &text[24..]].into_iter().all(is_part)
}

/// `19:…@thread.v2`, `.skype` or `.tacv2`; regional prefixes stand after the first colon.
fn is_thread(text: &str) -> bool {
    let Some((name, kind)) = text.strip_prefix("19:").and_then(|rest| rest.split_once("@thread.")) else {
        return false;
    };
    text.len() <= MAX_THREAD
        && !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-' | b'=' | b'.'))
        && !kind.is_empty()
        && kind.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_number(text: &str) -> bool {
    (1..=MAX_NUMBER).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_passcode(text: &str) -> bool {
    (1..=MAX_PASSCODE).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

const fn damaged(what: TeamsDamage) -> LinkError {
    LinkError::DamagedTeamsLink { what }
}
