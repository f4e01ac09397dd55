//! Where a link in a text ends.

/// What separates links from what is around them and never belongs to a link of ours.
pub(super) fn ends_a_link(byte: u8) -> bool {
    class(byte) == Class::EndsLink
}

const fn stands_around_links(byte: u8) -> bool {
    byte <= b' '
        || matches!(
            byte,
            b'<' | b'>'
                | b'"'
                | b'\''
                | b'`'
                | b'('
                | b')'
                | b'['
                | b']'
                | b'{'
                | b'}'
                | b'|'
                | b'^'
                | b'\\'
                | b','
                | b';'
                | b'*'
                | 0x7F
        )
}

/// What each byte means to a link; looked up, because most of the time goes here.
static CLASSES: [Class; 256] = classes();

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Belongs to every part of a link.
    Plain,
    /// Ends the host, not the link.
    EndsHost,
    /// Ends a link of ours.
    EndsLink,
    /// Not ASCII.
    Letter,
}

const fn classes() -> [Class; 256] {
    let mut classes = [Class::Letter; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'/' | b'?' | b'#' => Class::EndsHost,
            byte if stands_around_links(byte) => Class::EndsLink,
            _ => Class::Plain,
        };
        byte += 1;
    }
    classes
}

fn class(byte: u8) -> Class {
    CLASSES[usize::from(byte)]
}

/// The same for characters: punctuation of any script ends a link, letters do not.
pub(super) fn separates(char: char) -> bool {
    match u8::try_from(char) {
        Ok(byte) if byte.is_ascii() => ends_a_link(byte),
        _ => !char.is_alphanumeric(),
    }
}

/// Where the host ends, with letters of all scripts in it so that a look-alike is named whole.
pub(super) fn authority(rest: &str) -> usize {
    // Brackets end a link everywhere but around a v6 address.
    let address = rest.strip_prefix('[').map_or(0, |inside| {
        let inner = inside.bytes().take_while(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.')).count();
        if inside.as_bytes().get(inner) == Some(&b']') { inner + 2 } else { 0 }
    });
    let after = &rest[address..];
    // Nearly every host is ASCII; only another is looked at letter by letter.
    match after.bytes().position(|byte| class(byte) != Class::Plain) {
        Some(end) if after.as_bytes()[end].is_ascii() => address + end,
        Some(end) => address + end + of_any_script(&after[end..]),
        None => rest.len(),
    }
}

/// Letters, the joiners between them (which make another name of a host), and full stops that
/// browsers take for a dot when the host goes on after them.
fn of_any_script(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let belongs = match u8::try_from(char) {
            Ok(byte) if byte.is_ascii() => class(byte) == Class::Plain,
            _ => match char {
                '\u{200C}' | '\u{200D}' => true,
                '\u{3002}' | '\u{FF0E}' | '\u{FF61}' => {
                    chars.peek().is_some_and(|(_, next)| next.is_ascii_alphanumeric())
                }
                _ => char.is_alphanumeric(),
            },
        };
        if !belongs {
            return at;
        }
    }
    rest.len()
}

/// Where the path of a link of ours, or of a stranger, ends.
pub(super) fn strict(rest: &str) -> usize {
    rest.bytes().position(|byte| matches!(class(byte), Class::EndsLink | Class::Letter)).unwrap_or(rest.len())
}

/// Where a link ends that may hold JSON, character references and Markdown's back-slashes:
/// brackets belong to it when they open in it, quotes, commas and spaces when they stand in
/// braces.
pub(super) fn rich(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let (mut braces, mut parentheses, mut brackets) = (0_usize, 0_usize, 0_usize);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if matches!(class(byte), Class::Plain | Class::EndsHost) {
            at += 1;
            continue;
        }
        let open = match byte {
            b'{' => Some((&mut braces, true)),
            b'}' => Some((&mut braces, false)),
            b'(' => Some((&mut parentheses, true)),
            b')' => Some((&mut parentheses, false)),
            b'[' => Some((&mut brackets, true)),
            b']' => Some((&mut brackets, false)),
            _ => None,
        };
        let belongs = match (open, byte) {
            (Some((count, true)), _) => {
                *count += 1;
                true
            }
            (Some((count, false)), _) => {
                let is_open = *count > 0;
                *count = count.saturating_sub(1);
                is_open
            }
            (None, b' ' | b'"' | b',') => braces > 0,
            (None, b';') => ends_a_reference(&bytes[..at]),
            // Not of browsers' back-slash tricks, which stand before a slash or a host.
            (None, b'\\') => {
                bytes.get(at + 1).is_some_and(|next| matches!(next, b'_' | b'-' | b'&' | b'~' | b'.' | b'='))
            }
            (None, _) => false,
        };
        if !belongs {
            break;
        }
        at += 1;
    }
    at
}

/// Where a link ends in which other characters were replaced by `*` and listed after `;`.
pub(super) fn starred(rest: &str) -> usize {
    let ends =
        |byte: u8| byte <= b' ' || !byte.is_ascii() || matches!(byte, b'<' | b'>' | b'"' | b')' | b']' | b'`' | 0x7F);
    rest.bytes().position(ends).unwrap_or(rest.len())
}

fn ends_a_reference(before: &[u8]) -> bool {
    let name = before.iter().rev().take(8).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
    name > 0 && before.len() > name && before[before.len() - name - 1] == b'&'
}

/// A link without the punctuation of the sentence it ends, and whether its end was left out
/// (`…` or `...` follows, as programs write that show only the beginning of a long link).
pub(super) fn without_punctuation<'t>(link: &'t str, after: &str) -> (&'t str, bool) {
    let short = link.trim_end_matches(['.', ':', '!', '?', '_', '~', '\\', '*']);
    let left_out = link[short.len()..].starts_with("..") || (short.len() == link.len() && after.starts_with('…'));
    (short, left_out)
}
