//! Understands any text: finds the invitation in it, or says what to do.

use super::clean::{Mail, cleaned, without_zero_width};
use super::judge::{Verdict, Weight, is_plainly_foreign, judge};
use super::scan::Links;
use super::{Hosts, Invitation, LinkError, SpokenCode, Ticket};

/// Longer texts are refused unread: 1 MiB, far above any message a person pastes.
pub const MAX_TEXT_BYTES: usize = 1 << 20;

/// How many different invitations a question to a person lists at most; more are left out.
pub const MAX_CHOICES: usize = 8;

/// Understands `text`, which may be
/// - a spoken code, when it is all there is,
/// - a hand-over from the landing page, `onecall:ticket/TICKET`, when it is all there is,
/// - a ticket from the landing page as a link, `https://HOST/j#TICKET`, alone or within a message,
/// - our link, alone or within a message: with or without `https://`, in upper or lower case,
///   in brackets or quotes, followed by punctuation, a query or a fragment,
/// - the address of our page that joins in a browser, `https://HOST/join#TOKEN`, likewise,
/// - a meeting link of Microsoft Teams in any of its forms, likewise,
/// - one of these links inside up to [`MAX_LAYERS`](super::MAX_LAYERS) links of services that
///   wrap them.
///
/// A message may be plain text, quoted text, Markdown or the source of a mail or a page:
/// quoted-printable, character references, links in angle brackets over several lines, and
/// characters that take no space are understood as what they stand for.
///
/// Links to other hosts are passed over when there is an invitation. Takes time in proportion to
/// the text.
///
/// # Errors
/// What the person can do: see each variant of [`LinkError`]. A damaged invitation is reported
/// before anything else, a foreign link last.
pub fn understand(text: &str, ours: &Hosts) -> Result<Invitation, LinkError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(LinkError::TooLong);
    }
    let text = text.trim();
    if let Some(alone) = understand_alone(text) {
        return alone;
    }
    let (found, needs_cleaning) = understand_links(text, ours);
    // Cleaning costs more than reading, and most texts are clean.
    if found.is_ok() && !needs_cleaning {
        return found;
    }
    // A line may end in an equals sign without being quoted-printable.
    let clean = [Mail::Encoded, Mail::Plain].into_iter().filter_map(|mail| cleaned(text, mail));
    let better = clean.map(|clean| understand_links(clean.trim(), ours).0).find(is_understood);
    better.unwrap_or(found)
}

fn is_understood(result: &Result<Invitation, LinkError>) -> bool {
    matches!(result, Ok(_) | Err(LinkError::Several { .. }))
}

/// What is understood only when it is the whole text.
pub(super) fn understand_alone(text: &str) -> Option<Result<Invitation, LinkError>> {
    // Letters begin neither, but for the hand-over's own.
    if text.as_bytes().first().is_some_and(|first| first.is_ascii_alphabetic() && !matches!(first, b'o' | b'O')) {
        return None;
    }
    let alone = |text: &str| {
        let code = SpokenCode::read(text).map(|code| code.map(Invitation::SpokenCode));
        code.or_else(|| Some(Ticket::parse(Ticket::strip_prefix(text)?).map(Invitation::Ticket)))
    };
    // A long text is neither, whatever is taken out of it.
    if text.len() > 1_000 || text.is_ascii() {
        return alone(text);
    }
    alone(without_zero_width(text).as_deref().unwrap_or(text).trim())
}

/// What the links of a text are, and whether they show that it needs cleaning.
fn understand_links(text: &str, ours: &Hosts) -> (Result<Invitation, LinkError>, bool) {
    let mut found = Found::default();
    let mut trouble: Option<(Weight, LinkError)> = None;
    let mut links = Links::new(text, ours);
    for link in links.by_ref() {
        if (found.first.is_some() || trouble.is_some()) && is_plainly_foreign(&link) {
            continue;
        }
        match judge(&link, ours) {
            Verdict::Invitation(invitation) => found.add(invitation),
            Verdict::Trouble(weight, error) => {
                if trouble.as_ref().is_none_or(|(known, _)| weight < *known) {
                    trouble = Some((weight, error));
                }
            }
            Verdict::Nothing => {}
        }
    }
    let result = match (found.first, found.others) {
        (Some(one), others) if others.is_empty() => Ok(one),
        (Some(one), mut choices) => {
            choices.insert(0, one);
            Err(LinkError::Several { choices })
        }
        (None, _) => Err(trouble.map_or(LinkError::NothingFound, |(_, error)| error)),
    };
    (result, links.needs_cleaning())
}

/// The different invitations of a text. One is the rule: only further ones are worth a list.
#[derive(Default)]
struct Found {
    first: Option<Invitation>,
    others: Vec<Invitation>,
}

impl Found {
    fn add(&mut self, invitation: Invitation) {
        let mut known = self.first.iter_mut().chain(&mut self.others);
        if let Some(same) = known.find(|known| known.is_same_as(&invitation)) {
            same.learn_from(invitation);
        } else if self.first.is_none() {
            self.first = Some(invitation);
        } else if self.others.len() + 1 < MAX_CHOICES {
            self.others.push(invitation);
        }
    }
}
