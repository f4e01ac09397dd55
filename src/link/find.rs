//! Understands any text: finds the invitation in it, or says what to do.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::scan::{Link, Trick, links};
use super::{Host, Hosts, Invitation, LinkError, SpokenCode, Ticket, Token};

/// Longer texts are refused unread: 1 MiB, far above any message a person pastes.
pub const MAX_TEXT_BYTES: usize = 1 << 20;

/// How many different invitations a question to a person lists at most; more are left out.
pub const MAX_CHOICES: usize = 8;

/// The most characters of a foreign host that are shown.
const MAX_SHOWN_HOST: usize = 64;

/// Understands `text`, which may be
/// - a spoken code, when it is all there is,
/// - a hand-over from the landing page, `onecall:ticket/TICKET`, when it is all there is,
/// - our link, alone or within a message: with or without `https://`, in upper or lower case,
///   in brackets or quotes, followed by punctuation, a query or a fragment.
///
/// Links to other hosts are passed over when there is one to ours. Characters that take no
/// space – messengers and mail programs leave them in what is copied – are ignored. Takes time
/// in proportion to the text.
///
/// # Errors
/// What the person can do: see each variant of [`LinkError`]. A damaged link of ours is reported
/// before a foreign one.
pub fn understand(text: &str, ours: &Hosts) -> Result<Invitation, LinkError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(LinkError::TooLong);
    }
    let text = without_zero_width(text);
    let text = text.trim();
    if let Some(code) = SpokenCode::read(text) {
        return code.map(Invitation::SpokenCode);
    }
    if let Some(ticket) = Ticket::strip_prefix(text) {
        return Ticket::parse(ticket).map(Invitation::Ticket);
    }
    linked_invitation(text, ours)
}

fn linked_invitation(text: &str, ours: &Hosts) -> Result<Invitation, LinkError> {
    // One link is the rule: only further ones are worth a list.
    let mut found: Option<Invitation> = None;
    let mut others: Vec<Invitation> = Vec::new();
    let mut damaged = None;
    let mut foreign = None;
    for link in links(text) {
        match judge(&link, ours) {
            Verdict::Ours(host, token) => {
                let invitation = Invitation::OneTime { host: host.clone(), token };
                match &found {
                    None => found = Some(invitation),
                    Some(first) => {
                        let is_new = !others.iter().chain([first]).any(|known| known.is_same_as(&invitation));
                        if is_new && others.len() + 1 < MAX_CHOICES {
                            others.push(invitation);
                        }
                    }
                }
            }
            Verdict::Damaged(error) => {
                damaged.get_or_insert(error);
            }
            Verdict::Foreign => {
                // Signatures and logos link somewhere too: what looks like ours is named first.
                let looks_like_ours = link.trick.is_some() || link.token_text().is_some();
                if foreign.is_none_or(|(_, known): (Link<'_>, bool)| looks_like_ours && !known) {
                    foreign = Some((link, looks_like_ours));
                }
            }
            Verdict::NoInvitation => {}
        }
    }
    match found {
        Some(found) if others.is_empty() => Ok(found),
        Some(found) => {
            others.insert(0, found);
            Err(LinkError::Several { choices: others })
        }
        None => Err(damaged
            .or_else(|| foreign.map(|(link, _)| LinkError::UnknownHost { host: name_of(&link) }))
            .unwrap_or(LinkError::NothingFound)),
    }
}

enum Verdict<'h> {
    Ours(&'h Host, Token),
    Damaged(LinkError),
    Foreign,
    NoInvitation,
}

fn judge<'h>(link: &Link<'_>, ours: &'h Hosts) -> Verdict<'h> {
    let host = match link.trick {
        None => ours.find(link.authority),
        Some(_) => None,
    };
    if let Some(host) = host {
        return match link.token_text().map(Token::parse) {
            Some(Ok(token)) => Verdict::Ours(host, token),
            Some(Err(error)) => Verdict::Damaged(error),
            // Our front page, or another page of ours: often in a signature, never an invitation.
            None => Verdict::NoInvitation,
        };
    }
    // Without a scheme, `this/j/that` need not be a link at all.
    let is_a_link = link.has_scheme || link.trick.is_some() || link.authority.contains('.');
    if is_a_link && !link.authority.is_empty() { Verdict::Foreign } else { Verdict::NoInvitation }
}

impl<'t> Link<'t> {
    /// What stands for the token: empty after a bare `/j`; `None` for another path. The whole
    /// path counts, so a page below or beside is not an invitation.
    fn token_text(&self) -> Option<&'t str> {
        let bytes = self.path.as_bytes();
        let end = bytes.iter().position(|byte| matches!(byte, b'?' | b'#' | b'&')).unwrap_or(bytes.len());
        let token = match &bytes[..end] {
            [b'/', b'j' | b'J'] => "",
            // QR codes are smaller in capitals, so some programs capitalise the whole link.
            [b'/', b'j' | b'J', b'/', ..] => &self.path[3..end],
            _ => return None,
        };
        let token = token.trim_end_matches(|char: char| !char.is_ascii_alphanumeric() && char != '/');
        Some(token.strip_suffix('/').unwrap_or(token))
    }
}

/// The host to show for a link that is not ours: never more of it than the host, because
/// user-info may be a password, and nothing that could reorder or hide what is around it.
fn name_of(link: &Link<'_>) -> String {
    let (before, name, after) = match link.trick {
        Some(Trick::UserInfo) => ("...@", link.authority.rsplit('@').next().unwrap_or_default(), ""),
        Some(Trick::BackSlash) => ("", link.authority.rsplit('@').next().unwrap_or_default(), "\\..."),
        None => ("", link.authority, ""),
    };
    let mut shown = before.to_owned();
    for char in name.chars() {
        if char.is_ascii_graphic() {
            shown.push(char.to_ascii_lowercase());
        } else {
            // Writing to a String cannot fail.
            let _ = write!(shown, "{}", char.escape_unicode());
        }
    }
    shown.push_str(after);
    if shown.len() > MAX_SHOWN_HOST {
        // All is ASCII by now, so every index is a character's start.
        shown.replace_range(..shown.len() - (MAX_SHOWN_HOST - 3), "...");
    }
    shown
}

/// Without characters that take no space: joiners, soft hyphens, byte-order and direction marks.
fn without_zero_width(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(takes_no_space) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|&char| !takes_no_space(char)).collect())
}

fn takes_no_space(char: char) -> bool {
    matches!(
        char,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    )
}
