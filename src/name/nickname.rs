//! The nickname profile of RFC 8266, whole and without additions.
//!
//! Its Unicode tables are those of ICU4X, most of which the phone carries for host names anyway
//! (docs/adr/0005-names.md). Where RFC 8264 and RFC 8266 differ on when a character is looked at,
//! the rule of RFC 8264, section 7, holds: after all mappings.

use std::borrow::Cow;
use std::fmt;

use icu_normalizer::ComposingNormalizerBorrowed;
use thiserror::Error;
use unicode_segmentation::UnicodeSegmentation as _;

use super::freeform;

/// How often the rules are applied after the first time before a text counts as one that never
/// settles (RFC 8264, section 7).
const MORE_TIMES: usize = 3;

/// The most bytes of a character that is shown.
const MAX_SHOWN: usize = 64;

/// Why a text is no nickname.
#[derive(Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Nothing is left of it.
    #[error("nothing is left of it")]
    Empty,
    /// A character that the class `FreeformClass` does not hold, or not in this place.
    #[error("a character is not allowed")]
    NotAllowed {
        /// The character as a person sees it: one grapheme cluster of at most 64 bytes.
        character: String,
    },
}

impl fmt::Debug for Refusal {
    /// Nothing of the text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Empty",
            Self::NotAllowed { .. } => "NotAllowed(…)",
        })
    }
}

/// The nickname as it is kept and shown (RFC 8266, section 2.3).
///
/// # Errors
/// [`Refusal`].
pub fn enforce(text: &str) -> Result<String, Refusal> {
    settle(text, |text| nfkc(&spaces_folded(text)))
}

/// What two nicknames have in common that are the same to a reader of RFC 8266, section 2.4:
/// compare these.
///
/// # Errors
/// [`Refusal`].
pub fn comparable(text: &str) -> Result<String, Refusal> {
    settle(text, |text| nfkc(&spaces_folded(text).to_lowercase()))
}

/// Applies the rules until nothing changes any more; then the characters are looked at.
fn settle(text: &str, rules: impl Fn(&str) -> String) -> Result<String, Refusal> {
    let mut settled = rules(text);
    for _ in 0..MORE_TIMES {
        let again = rules(&settled);
        if again == settled {
            break;
        }
        settled = again;
    }
    if settled.is_empty() {
        return Err(Refusal::Empty);
    }
    match freeform::first_refused(&settled).or_else(|| first_change(&settled, &rules(&settled))) {
        Some(position) => Err(Refusal::NotAllowed { character: cluster_at(&settled, position) }),
        None => Ok(settled),
    }
}

/// Spaces of all kinds become U+0020; none at the ends, one at a time inside.
fn spaces_folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(freeform::is_space).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

fn nfkc(text: &str) -> String {
    // Not by `normalize`: its faster loop over strings costs 12 KB more, and names are short.
    ComposingNormalizerBorrowed::new_nfkc().normalize_iter(text.chars()).collect()
}

fn first_change(before: &str, after: &str) -> Option<usize> {
    (before != after).then(|| before.chars().zip(after.chars()).take_while(|(old, new)| old == new).count())
}

/// The grapheme cluster that holds this character, counted from 0; the character alone when the
/// cluster is long.
fn cluster_at(text: &str, position: usize) -> String {
    let Some((start, char)) = text.char_indices().nth(position) else { return String::new() };
    let cluster = text.grapheme_indices(true).find(|(at, cluster)| start < at + cluster.len());
    let shown = cluster.map(|(_, cluster)| cluster).filter(|cluster| cluster.len() <= MAX_SHOWN);
    shown.map_or_else(|| Cow::from(char.to_string()), Cow::from).into_owned()
}
