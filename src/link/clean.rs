//! Takes off what mail programs and messengers do to a text before it is pasted: characters
//! without width, quoted-printable, the escapes of JSON, angle brackets around a link that runs
//! over several lines.

use std::borrow::Cow;

/// Whether the parts of a text that look like the source of a mail are taken for that.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mail {
    /// They are decoded.
    Encoded,
    /// They are left as they are.
    Plain,
}

/// The text without such traces; `None` when it has none. Takes time in proportion to the text.
pub(super) fn cleaned(text: &str, mail: Mail) -> Option<String> {
    let decoded = (mail == Mail::Encoded).then(|| from_quoted_printable(text)).flatten();
    let mut clean = decoded.map_or(Cow::Borrowed(text), Cow::Owned);
    for clean_more in [without_zero_width, from_json, with_links_on_one_line] {
        if let Some(cleaner) = clean_more(&clean) {
            clean = Cow::Owned(cleaner);
        }
    }
    match clean {
        Cow::Owned(clean) => Some(clean),
        Cow::Borrowed(_) => None,
    }
}

/// Without characters that take no space: soft hyphens, byte-order and direction marks. The
/// joiners of Indic and Persian words are kept: in a host they make another name.
pub(super) fn without_zero_width(text: &str) -> Option<String> {
    if text.is_ascii() || !text.contains(takes_no_space) {
        return None;
    }
    Some(text.chars().filter(|&char| !takes_no_space(char)).collect())
}

fn takes_no_space(char: char) -> bool {
    matches!(
        char,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    )
}

/// Without the escapes that some programs write into JSON: `https:\/\/HOST\/…\u0026…`.
fn from_json(text: &str) -> Option<String> {
    text.contains(":\\/\\/").then(|| text.replace("\\/", "/").replace("\\u0026", "&"))
}

/// Decodes the parts of a mail's source that are quoted-printable (RFC 2045, 6.7). Empty lines
/// separate parts, each with an encoding of its own.
fn from_quoted_printable(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut clean: Vec<u8> = Vec::new();
    let mut done = 0;
    let mut start = 0;
    while start < bytes.len() {
        let end = part_end(bytes, start);
        if is_quoted_printable(&bytes[start..end]) {
            clean.extend_from_slice(&bytes[done..start]);
            decode_quoted_printable(&bytes[start..end], &mut clean);
            done = end;
        }
        start = end;
    }
    if done == 0 {
        return None;
    }
    clean.extend_from_slice(&bytes[done..]);
    Some(String::from_utf8_lossy(&clean).into_owned())
}

/// Where the part ends that starts here: behind the next empty line.
fn part_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(ahead) = memchr::memchr(b'\n', &bytes[at..]) {
        at += ahead + 1;
        match bytes[at..] {
            [b'\n', ..] => return at + 1,
            [b'\r', b'\n', ..] => return at + 2,
            _ => {}
        }
    }
    bytes.len()
}

/// Whether every equals sign is one of quoted-printable, and one of them can be of nothing else:
/// a passcode may begin with `3D` too.
fn is_quoted_printable(part: &[u8]) -> bool {
    let mut is_sure = false;
    for at in memchr::memchr_iter(b'=', part) {
        match part[at + 1..] {
            [b'\n', ..]
            | [b'\r', b'\n', ..]
            | [b'3', b'D', b'"' | b'\'', ..]
            | [b'2' | b'0', b'0' | b'D', b'\r' | b'\n', ..] => is_sure = true,
            [] => {}
            [one, other, ..] if hexadecimal(one).is_some() && hexadecimal(other).is_some() => {}
            _ => return false,
        }
    }
    is_sure
}

fn decode_quoted_printable(part: &[u8], into: &mut Vec<u8>) {
    let mut rest = part;
    while let Some(at) = memchr::memchr(b'=', rest) {
        into.extend_from_slice(&rest[..at]);
        rest = match rest[at + 1..] {
            [b'\r', b'\n', ref after @ ..] | [b'\n', ref after @ ..] => after,
            [one, other, ref after @ ..] => {
                into.extend(hexadecimal(one).zip(hexadecimal(other)).map(|(one, other)| one << 4 | other));
                after
            }
            _ => &[],
        };
    }
    into.extend_from_slice(rest);
}

/// Only capitals are of quoted-printable.
const fn hexadecimal(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// Puts links in angle brackets onto one line: there, line ends and spaces are not of the link
/// (RFC 3986, appendix C), nor are the marks before each line of a quoted message.
fn with_links_on_one_line(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut clean = String::new();
    let mut done = 0;
    let mut at = 0;
    let mut is_quoted = starts_quoted(text);
    while let Some(ahead) = memchr::memchr(b'<', &bytes[at..]) {
        let start = at + ahead + 1;
        if let Some(line) = memchr::memrchr(b'\n', &bytes[at..start]) {
            is_quoted = starts_quoted(&text[at + line + 1..start]);
        }
        at = start;
        if !starts_a_link(&text[start..]) {
            continue;
        }
        let Some(end) = closing_bracket(&bytes[start..], is_quoted).map(|length| start + length) else { continue };
        if memchr::memchr(b'\n', &bytes[start..end]).is_some() {
            clean.push_str(&text[done..start]);
            for line in text[start..end].lines() {
                let line = if is_quoted { line.trim_start_matches(['>', ' ', '\t']) } else { line };
                clean.extend(line.split_whitespace());
            }
            done = end;
        }
        at = end;
    }
    if done == 0 {
        return None;
    }
    clean.push_str(&text[done..]);
    Some(clean)
}

fn starts_quoted(line: &str) -> bool {
    line.trim_start_matches([' ', '\t']).starts_with('>')
}

fn starts_a_link(text: &str) -> bool {
    let text = text.strip_prefix("URL:").unwrap_or(text).as_bytes();
    [&b"http"[..], b"msteams:"]
        .into_iter()
        .any(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// Where the bracket closes, before another one opens and before an empty line.
fn closing_bracket(bytes: &[u8], is_quoted: bool) -> Option<usize> {
    let mut at = 0;
    let mut starts_line = false;
    loop {
        let ahead = memchr::memchr3(b'<', b'>', b'\n', &bytes[at..])?;
        let is_mark = is_quoted && starts_line && bytes[at..at + ahead].iter().all(u8::is_ascii_whitespace);
        at += ahead;
        match bytes[at] {
            b'\n' if matches!(bytes[at + 1..], [b'\n', ..] | [b'\r', b'\n', ..]) => return None,
            b'\n' => starts_line = true,
            b'>' if is_mark => {}
            b'>' => return Some(at),
            _ => return None,
        }
        at += 1;
    }
}
