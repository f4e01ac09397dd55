//! Judges one link, and what is wrapped in it.

use std::borrow::Cow;

use super::clean::without_zero_width;
use super::decode;
use super::find::understand_alone;
use super::owner::Owner;
use super::scan::{Link, Links, Scheme};
use super::wrapper::Opened;
use super::{Host, Hosts, Invitation, LinkError, TOKEN_CHARS, Ticket, Token, teams, trick};

/// How many wrappers around one link are taken off. Mail that is forwarded between companies
/// collects two or three.
pub const MAX_LAYERS: usize = 8;

/// What a link is.
pub(super) enum Verdict {
    Invitation(Invitation),
    /// Something is wrong with it, which matters more or less than what is wrong with others.
    Trouble(Weight, LinkError),
    /// Nothing that was meant to be an invitation.
    Nothing,
}

/// Of several links that are no invitation, the one is reported that its sender most likely
/// meant: signatures and logos link somewhere too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// It was an invitation before something was cut off.
    Damaged,
    /// It is made to look like an invitation.
    LooksLikeOne,
    NestedTooDeep,
    NotJoinable,
    Opaque,
    Foreign,
}

/// What this link of a text is. Each layer is read as a new text of a stranger.
pub(super) fn judge(link: &Link<'_>, ours: &Hosts) -> Verdict {
    judge_layer(link, ours, 0)
}

/// Whether this link can be no more than somebody's other page: no need to judge it when something
/// else in the text was an invitation or looked like one.
pub(super) fn is_plainly_foreign(link: &Link<'_>) -> bool {
    matches!(link.owner, Owner::Stranger) && link.scheme != Scheme::Encoded && foreign_weight(link) == Weight::Foreign
}

fn judge_layer(link: &Link<'_>, ours: &Hosts, layers: usize) -> Verdict {
    match link.owner {
        _ if link.scheme == Scheme::Encoded => judge_inside(&decode::percent(link.path), ours, layers),
        Owner::Ours(host) => match invitation_of(link.path, host) {
            Some(Ok(invitation)) => Verdict::Invitation(invitation),
            Some(Err(error)) => Verdict::Trouble(Weight::Damaged, error),
            // Our front page, or another page of ours: often in a signature, never an invitation.
            None => Verdict::Nothing,
        },
        Owner::Teams(cloud) => {
            let path = decode::source(link.path);
            match teams::read(cloud, &path, link.scheme == Scheme::Teams) {
                Ok(_) if link.left_out => damaged_teams_link(),
                Ok(link) => Verdict::Invitation(Invitation::Teams(link)),
                Err(error @ LinkError::NotJoinable { .. }) => Verdict::Trouble(Weight::NotJoinable, error),
                Err(error) => Verdict::Trouble(Weight::Damaged, error),
            }
        }
        Owner::Wrapper(wrapper) => match wrapper.open(&decode::source(link.path)) {
            Opened::Inside(inside) => judge_inside(&inside, ours, layers),
            Opened::Opaque => {
                let service = wrapper.service.to_owned();
                Verdict::Trouble(Weight::Opaque, LinkError::OpaqueWrapper { service })
            }
            Opened::NoWrapper => judge_foreign(link),
        },
        Owner::Stranger => judge_foreign(link),
    }
}

fn judge_inside(inside: &str, ours: &Hosts, layers: usize) -> Verdict {
    if layers == MAX_LAYERS {
        return Verdict::Trouble(Weight::NestedTooDeep, LinkError::NestedTooDeep);
    }
    let inside = inside.trim();
    let inside = without_zero_width(inside).map_or(Cow::Borrowed(inside), Cow::Owned);
    match Links::new(&inside, ours).next() {
        // A wrapper holds a link, not a text with a link in it.
        Some(link) if link.start == 0 => judge_layer(&link, ours, layers + 1),
        _ => Verdict::Nothing,
    }
}

fn damaged_teams_link() -> Verdict {
    Verdict::Trouble(Weight::Damaged, LinkError::DamagedTeamsLink { what: teams::TeamsDamage::CutOff })
}

fn judge_foreign(link: &Link<'_>) -> Verdict {
    // Without a scheme, `this/j/that` need not be a link at all.
    let is_a_link = link.scheme != Scheme::None || link.trick.is_some() || link.authority.contains('.');
    if !is_a_link || link.authority.is_empty() {
        return Verdict::Nothing;
    }
    Verdict::Trouble(foreign_weight(link), LinkError::UnknownHost { host: trick::shown(link.authority, link.trick) })
}

fn foreign_weight(link: &Link<'_>) -> Weight {
    let path = link.path;
    let looks_like_one = link.trick.is_some()
        || link.scheme == Scheme::Teams
        || token_text(path).is_some()
        || starts_with(path, "/l/meetup-join/")
        || starts_with(path, "/meet/")
        || starts_with(link.authority, "teams.");
    if looks_like_one { Weight::LooksLikeOne } else { Weight::Foreign }
}

fn starts_with(text: &str, start: &str) -> bool {
    text.as_bytes().get(..start.len()).is_some_and(|text| text.eq_ignore_ascii_case(start.as_bytes()))
}

/// What a path of ours invites to; `None` for another page.
fn invitation_of(path: &str, host: &Host) -> Option<Result<Invitation, LinkError>> {
    if let Some(ticket) = ticket_of(path) {
        return Some(Ok(Invitation::Ticket(ticket)));
    }
    let one_time = |token| Invitation::OneTime { host: host.clone(), token };
    if let Some(token) = token_of(path) {
        return Some(token.map(one_time));
    }
    let joined = decode::percent(joined_with(path)?);
    let joined = joined.trim_end_matches(|char: char| !char.is_ascii_alphanumeric() && !matches!(char, '-' | '_'));
    understand_alone(joined).or_else(|| Some(Token::parse(joined).map(one_time)))
}

/// What somebody joins with in this browser, behind the `#` of the page for that: a token, or what is understood alone.
/// Links of this form are not sent; they are copied out of a browser's address line. `None` for another page.
fn joined_with(path: &str) -> Option<&str> {
    let (page, joined) = path.split_once('#')?;
    let page = page.split('?').next().unwrap_or(page);
    (page.eq_ignore_ascii_case("/join") && !joined.is_empty()).then_some(joined)
}

/// The ticket of a link of ours that the landing page has put on the clipboard: behind the `#`, which browsers keep
/// to themselves. `None` for every other link.
fn ticket_of(path: &str) -> Option<Ticket> {
    Ticket::parse(path.strip_prefix("/j#")?).ok()
}

/// The token of a path of ours; `None` for another page.
fn token_of(path: &str) -> Option<Result<Token, LinkError>> {
    // Nearly every link is as it was sent, with nothing to take off.
    let as_sent = path.strip_prefix("/j/").filter(|token| token.len() == TOKEN_CHARS);
    if let Some(Ok(token)) = as_sent.map(Token::parse) {
        return Some(Ok(token));
    }
    token_text(path).map(Token::parse)
}

/// What stands for the token: empty after a bare `/j`; `None` for another path. The whole path
/// counts, so a page below or beside is not an invitation.
fn token_text(path: &str) -> Option<&str> {
    let bytes = path.as_bytes();
    if !matches!(bytes, [b'/', b'j' | b'J', ..]) {
        return None;
    }
    let end = bytes.iter().position(|byte| matches!(byte, b'?' | b'#' | b'&')).unwrap_or(bytes.len());
    let token = match &bytes[..end] {
        [b'/', b'j' | b'J'] => "",
        // QR codes are smaller in capitals, so some programs capitalise the whole link.
        [b'/', b'j' | b'J', b'/', ..] => &path[3..end],
        _ => return None,
    };
    let token = token.trim_end_matches(|char: char| !char.is_ascii_alphanumeric() && char != '/');
    Some(token.strip_suffix('/').unwrap_or(token))
}
