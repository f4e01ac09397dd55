//! The encodings that links travel in. Each function takes off one layer, once.

use std::borrow::Cow;

/// How often a part of a Teams link is decoded at most: forwarding software doubles its
/// percent-encoding, and does so again when the message is forwarded again.
const MAX_ROUNDS: usize = 3;

/// Without percent-encoding. Bytes that are no UTF-8 become U+FFFD.
pub(super) fn percent(text: &str) -> Cow<'_, str> {
    let Some(first) = memchr::memchr(b'%', text.as_bytes()) else { return Cow::Borrowed(text) };
    let mut plain = Vec::with_capacity(text.len());
    plain.extend_from_slice(&text.as_bytes()[..first]);
    let mut rest = &text.as_bytes()[first..];
    while let [sign, after @ ..] = rest {
        // `rest` starts with a percent sign, which stands for itself when no two digits follow.
        rest = match *after {
            [one, other, ref after @ ..] if let (Some(one), Some(other)) = (digit(one), digit(other)) => {
                plain.push(one << 4 | other);
                after
            }
            _ => {
                plain.push(*sign);
                after
            }
        };
        let next = memchr::memchr(b'%', rest).unwrap_or(rest.len());
        plain.extend_from_slice(&rest[..next]);
        rest = &rest[next..];
    }
    Cow::Owned(String::from_utf8(plain).unwrap_or_else(|no| String::from_utf8_lossy(no.as_bytes()).into_owned()))
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// Without percent-encoding, however often it was applied. Only for parts whose plain form
/// holds no percent sign: there the number of layers does not matter.
pub(super) fn percent_to_the_ground(text: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(text);
    for _ in 0..MAX_ROUNDS {
        if memchr::memchr(b'%', plain.as_bytes()).is_none() {
            break;
        }
        plain = Cow::Owned(percent(&plain).into_owned());
    }
    plain
}

/// Base 64 in either alphabet, with or without padding; `None` when it is something else.
pub(super) fn base64(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    // One character alone holds no byte.
    if text.len() % 4 == 1 {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Some(bytes)
}

/// A link out of the source of a page or a Markdown text: without character references of
/// ASCII characters (`&amp;` also where it was made of another `&amp;`), and without the
/// back-slashes that Markdown puts before punctuation.
pub(super) fn source(link: &str) -> Cow<'_, str> {
    if memchr::memchr2(b';', b'\\', link.as_bytes()).is_none() {
        return Cow::Borrowed(link);
    }
    let mut plain = String::with_capacity(link.len());
    let mut rest = link;
    while let Some(at) = memchr::memchr2(b'&', b'\\', rest.as_bytes()) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((char, length)) = reference(rest) {
            plain.push(char);
            rest = &rest[length..];
            while char == '&' && rest.starts_with("amp;") {
                rest = &rest["amp;".len()..];
            }
        } else {
            if rest.starts_with('&') {
                plain.push('&');
            }
            rest = &rest[1..];
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// The character reference at the start of `text`, and its length.
fn reference(text: &str) -> Option<(char, usize)> {
    // The longest of interest is `&#x00026;`.
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    if !text.starts_with('&') {
        return None;
    }
    let char = match name {
        "amp" | "AMP" => '&',
        "quot" | "QUOT" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u8::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from(code)
        }
    };
    (char.is_ascii_graphic()).then_some((char, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_encoding_is_taken_off_once_and_broken_signs_stand_for_themselves() {
        for (text, plain) in [
            ("", ""),
            ("a+b", "a+b"),
            ("%41%6a%6A", "Ajj"),
            ("a%2Fb%252Fc", "a/b%2Fc"),
            ("%", "%"),
            ("%4", "%4"),
            ("%%41%4g%g4%", "%A%4g%g4%"),
            ("%C3%A9é", "éé"),
            ("%FF%41", "\u{FFFD}A"),
            ("%ED%A0%80", "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ] {
            assert_eq!(percent(text), plain, "{text}");
        }
        assert_eq!(percent_to_the_ground("a%25252Fb"), "a/b");
    }

    #[test]
    fn base_64_is_read_in_both_alphabets_with_and_without_padding() {
        for (text, bytes) in [
            ("", Some(&b""[..])),
            ("Zg", Some(b"f")),
            ("Zg==", Some(b"f")),
            ("Zm8=", Some(b"fo")),
            ("Zm9vYmFy", Some(b"foobar")),
            ("-_-_", Some(b"\xFB\xFF\xBF")),
            ("+/+/", Some(b"\xFB\xFF\xBF")),
            ("Z", None),
            ("Zm9v!", None),
        ] {
            assert_eq!(base64(text).as_deref(), bytes, "{text}");
        }
    }

    #[test]
    fn character_references_and_markdown_escapes_are_taken_off_once() {
        for (source_text, plain) in [
            ("?a=1&b=2", "?a=1&b=2"),
            ("?a=1&amp;b=2", "?a=1&b=2"),
            ("?a=1&amp;amp;b=2", "?a=1&b=2"),
            ("?a=1&#38;b&#x3D;2&#x0003d;", "?a=1&b=2="),
            ("{&quot;Tid&quot;}", "{\"Tid\"}"),
            ("a\\_b\\~c", "a_b~c"),
            ("&lt;&nope;&#0;&#300;&;x", "&lt;&nope;&#0;&#300;&;x"),
            ("tail&", "tail&"),
        ] {
            assert_eq!(source(source_text), plain, "{source_text}");
        }
    }
}
