//! Bounds of texts and numbers.

use std::time::Duration;

use crate::protocol::Timestamp;

use super::{Refusal, Settings};

const MAX_TITLE: usize = 200;
const MAX_TEXT: usize = 500;
const MAX_MINUTES: u32 = 24 * 60;
/// Longest language tag that RFC 5646 (§4.4.1) asks to make room for.
const MAX_LANGUAGE: usize = 35;
/// No call is set up more than a year ahead: that is a slip, not a plan.
const FARTHEST_START: Duration = Duration::from_secs(366 * 24 * 60 * 60);

/// What is out of its bounds: a sentence that says which they are, and nothing of what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Value {
    /// The title of a call.
    #[error("The title must be one line of 1 to 200 characters: shorten it.")]
    Title,
    /// What an agent writes to a customer.
    #[error("The message must have 1 to 500 characters: shorten it.")]
    Text,
    /// The planned duration.
    #[error("The duration must be from 1 minute to 24 hours.")]
    Minutes,
    /// The start.
    #[error("The start must be within the coming year, and its link must not be over already.")]
    Start,
    /// The language of the invitation.
    #[error("The language must be a tag such as en, de, fr, es or ja.")]
    Language,
    /// What the service should have brought: a fresh link, code or ticket.
    #[error("A fresh link, code or ticket is missing: try again.")]
    Supply,
}

/// One line, 1 to 200 characters.
pub(super) fn title(title: &str) -> Result<(), Refusal> {
    let is_one_line = !title.contains(['\n', '\u{2028}', '\u{2029}']);
    check(is_text(title, MAX_TITLE) && is_one_line, Value::Title)
}

/// What an agent writes to a customer: 1 to 500 characters, no control characters but line ends.
pub(super) fn text(text: &str) -> Result<(), Refusal> {
    check(is_text(text, MAX_TEXT), Value::Text)
}

/// A minute to a day.
pub(super) fn minutes(minutes: u32) -> Result<(), Refusal> {
    check((1..=MAX_MINUTES).contains(&minutes), Value::Minutes)
}

/// Shaped like a language tag.
pub(super) fn language(tag: &str) -> Result<(), Refusal> {
    let shaped = tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    check(shaped && (1..=MAX_LANGUAGE).contains(&tag.len()), Value::Language)
}

/// At most a year ahead, and not so long ago that the link would be dead at once.
pub(super) fn start(starts_at: Timestamp, now: Timestamp, settings: &Settings) -> Result<(), Refusal> {
    let within = starts_at <= now.after(FARTHEST_START) && starts_at.after(settings.link_life) > now;
    check(within, Value::Start)
}

fn is_text(text: &str, most: usize) -> bool {
    !text.trim().is_empty()
        && text.chars().count() <= most
        && text.chars().all(|letter| letter == '\n' || !letter.is_control())
}

fn check(good: bool, value: Value) -> Result<(), Refusal> {
    if good { Ok(()) } else { Err(Refusal::BadValue(value)) }
}
