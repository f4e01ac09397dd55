//! Hosts that try to look like others, and how a foreign host is shown.

use std::fmt::Write as _;

/// Two ways to write one host and mean another. Neither occurs in a link of ours.
#[derive(Clone, Copy)]
pub(super) enum Trick {
    /// `ours@theirs`: user-info, which browsers skip.
    UserInfo,
    /// `theirs\@ours`: browsers end the host at the back-slash, other parsers do not.
    BackSlash,
}

/// The most characters of a foreign host that are shown.
const MAX_SHOWN: usize = 64;

/// The host to show for a link that is not ours: never more of it than the host, because
/// user-info may be a password, and nothing that could reorder or hide what is around it.
pub(super) fn shown(authority: &str, trick: Option<Trick>) -> String {
    let (before, name, after) = match trick {
        Some(Trick::UserInfo) => ("...@", authority.rsplit('@').next().unwrap_or_default(), ""),
        Some(Trick::BackSlash) => ("", authority.rsplit('@').next().unwrap_or_default(), "\\..."),
        None => ("", authority, ""),
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
    if shown.len() > MAX_SHOWN {
        // All is ASCII by now, so every index is a character's start.
        shown.replace_range(..shown.len() - (MAX_SHOWN - 3), "...");
    }
    shown
}
