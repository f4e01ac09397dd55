//! What stands before a slash: words, hosts and schemes.

use super::super::extent::{ends_a_link, separates};

/// What no invitation begins with; a link within one of these belongs to it.
const OTHER_SCHEMES: [&str; 19] = [
    "mailto",
    "tel",
    "sms",
    "smsto",
    "javascript",
    "data",
    "blob",
    "view-source",
    "file",
    "ftp",
    "ws",
    "wss",
    "sip",
    "callto",
    "skype",
    "intent",
    "onecall",
    "http",
    "https",
];

/// Where the word starts that ends at `end`, not before `floor`. A back-slash does not part words:
/// browsers read it as a slash, so what stands before it may be a host, or the scheme of one.
pub(super) fn word_start(text: &str, floor: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let mut start = end;
    while start > floor {
        let byte = bytes[start - 1];
        if byte.is_ascii() {
            if byte != b'\\' && ends_a_link(byte) {
                break;
            }
            start -= 1;
        } else {
            let Some(char) = text[floor..start].chars().next_back() else { break };
            if separates(char) {
                break;
            }
            start -= char.len_utf8();
        }
    }
    start
}

/// Whether quoted-printable may have encoded an equals sign here.
pub(super) fn holds_encoded_sign(link: &[u8]) -> bool {
    let mut rest = link;
    while let Some(at) = memchr::memchr(b'=', rest) {
        rest = &rest[at + 1..];
        if rest.starts_with(b"3D") {
            return true;
        }
    }
    false
}

/// The scheme this ends with, and its length.
pub(super) fn known_scheme(name: &str) -> Option<(&'static str, usize)> {
    let schemes = match name.as_bytes().last()? {
        b's' | b'S' => ["https", "msteams"].as_slice(),
        b'p' | b'P' => &["http"],
        _ => return None,
    };
    schemes.iter().find_map(|scheme| {
        let start = name.len().checked_sub(scheme.len())?;
        let is_it = name.as_bytes()[start..].eq_ignore_ascii_case(scheme.as_bytes());
        is_it.then_some((*scheme, scheme.len()))
    })
}

/// Whether a link that follows this belongs to some other kind of link.
pub(super) fn is_within_another(head: &str) -> bool {
    !head.is_empty()
        && head
            .split_once(':')
            .is_some_and(|(name, _)| OTHER_SCHEMES.iter().any(|other| name.eq_ignore_ascii_case(other)))
}

/// The host, with its port if there is one, at the end of a word such as `Link:host:8080`.
pub(super) fn host_and_port(word: &str) -> &str {
    let stands_in_a_host = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':');
    let length = word.bytes().rev().take_while(stands_in_a_host).count();
    let word = &word[word.len() - length..];
    let mut parts = word.rsplit(':');
    let last = parts.next().unwrap_or_default();
    let is_port = !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit());
    let length = match parts.next() {
        Some(name) if is_port => name.len() + 1 + last.len(),
        _ => last.len(),
    };
    word[word.len() - length..].trim_start_matches(['.', '-', ':'])
}
