//! Finds what could be a link in any text: one pass, nothing decoded, nothing judged.
//!
//! Deliberately coarser than a URL parser. Only `HOST/j/TOKEN` with a host of ours is ever
//! accepted, so a difference to how browsers read a crooked URL can cost recognition but cannot
//! send a token anywhere else.

/// A stretch of text that could be a link.
#[derive(Clone, Copy)]
pub(super) struct Link<'t> {
    /// What stands where the host belongs, as written; its scheme's default port is left out.
    pub(super) authority: &'t str,
    /// How the authority tries to look like another, if it does.
    pub(super) trick: Option<Trick>,
    /// What follows the authority: empty, or starting with `/`, `?` or `#`.
    pub(super) path: &'t str,
    /// Whether the text says `http://` or `https://`.
    pub(super) has_scheme: bool,
}

/// Two ways to write one host and mean another. Neither occurs in a link of ours.
#[derive(Clone, Copy)]
pub(super) enum Trick {
    /// `ours@theirs`: user-info, which browsers skip.
    UserInfo,
    /// `theirs\@ours`: browsers end the host at the back-slash, other parsers do not.
    BackSlash,
}

/// All links of a text, in order.
pub(super) fn links(text: &str) -> impl Iterator<Item = Link<'_>> {
    Scanner { text, at: 0, place: Place::Word { start: 0 } }
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    place: Place,
}

/// Where the scanner stands.
#[derive(Clone, Copy)]
enum Place {
    /// In what may become a host without a scheme: all since `start` could stand in one.
    Word { start: usize },
    /// After a slash that followed no host. What comes up to the next end is no host either.
    Path,
}

impl<'t> Iterator for Scanner<'t> {
    type Item = Link<'t>;

    fn next(&mut self) -> Option<Link<'t>> {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            if let Some(scheme) = scheme_at(&bytes[self.at..]) {
                return Some(self.link_with_scheme(scheme));
            }
            match self.place {
                Place::Word { start } if byte == b'/' => {
                    if let Some(link) = self.link_without_scheme(start) {
                        return Some(link);
                    }
                    self.place = Place::Path;
                }
                Place::Word { .. } if stands_in_a_host(byte) => {}
                Place::Path if !ends_a_link(byte) => {}
                Place::Word { .. } | Place::Path => self.place = Place::Word { start: self.at + 1 },
            }
            self.at += 1;
        }
        None
    }
}

impl<'t> Scanner<'t> {
    fn link_with_scheme(&mut self, scheme: &Scheme) -> Link<'t> {
        let text = self.text;
        let rest = &text[self.at + scheme.prefix.len()..];
        let end = authority_end(rest);
        let (authority, path) = rest.split_at(end);
        let trick = if path.starts_with('\\') {
            Some(Trick::BackSlash)
        } else if authority.contains('@') {
            Some(Trick::UserInfo)
        } else {
            None
        };
        let path = match trick {
            // All of a crooked link is one link: what follows is not looked at for another.
            Some(Trick::BackSlash) => {
                &path[..path.bytes().position(|byte| byte != b'\\' && ends_a_path(byte)).unwrap_or(path.len())]
            }
            _ => &path[..path_end(path)],
        };
        self.at = text.len() - rest.len() + end + path.len();
        self.place = Place::Path;
        let authority = match authority.strip_suffix(scheme.default_port) {
            Some(name) if path.starts_with('/') => name,
            _ => authority,
        };
        Link { authority, trick, path, has_scheme: true }
    }

    /// The link whose first slash is here, if it has the form of ours.
    fn link_without_scheme(&mut self, start: usize) -> Option<Link<'t>> {
        let text = self.text;
        let rest = &text[self.at..];
        if !matches!(rest.as_bytes(), [_, b'j' | b'J', b'/', ..]) {
            return None;
        }
        let authority = host_and_port(&text[start..self.at]);
        if authority.is_empty() {
            return None;
        }
        let trick = match text.as_bytes()[..self.at - authority.len()].last() {
            Some(b'@') => Some(Trick::UserInfo),
            Some(b'\\') => Some(Trick::BackSlash),
            _ => None,
        };
        let path = &rest[..path_end(rest)];
        self.at += path.len();
        self.place = Place::Path;
        Some(Link { authority, trick, path, has_scheme: false })
    }
}

struct Scheme {
    prefix: &'static str,
    default_port: &'static str,
}

const SCHEMES: [Scheme; 2] =
    [Scheme { prefix: "https://", default_port: ":443" }, Scheme { prefix: "http://", default_port: ":80" }];

fn scheme_at(bytes: &[u8]) -> Option<&'static Scheme> {
    // Most characters of a message end the question here.
    if !matches!(bytes, [b'h' | b'H', b't' | b'T', ..]) {
        return None;
    }
    SCHEMES.iter().find(|scheme| {
        bytes.get(..scheme.prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme.prefix.as_bytes()))
    })
}

/// Where the host ends, with letters of all scripts in it so that a look-alike is named whole.
fn authority_end(rest: &str) -> usize {
    // Brackets end a link everywhere but around a v6 address.
    let address = rest.strip_prefix('[').map_or(0, |inside| {
        let inner = inside.bytes().take_while(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.')).count();
        if inside.as_bytes().get(inner) == Some(&b']') { inner + 2 } else { 0 }
    });
    let rest_after = &rest[address..];
    let ends = |byte: u8| matches!(byte, b'/' | b'?' | b'#' | b'\\') || ends_a_link(byte);
    // Nearly every host is ASCII; only another is looked at letter by letter.
    let end = match rest_after.bytes().position(|byte| !byte.is_ascii() || ends(byte)) {
        Some(end) if rest_after.as_bytes()[end].is_ascii() => end,
        Some(end) => rest_after[end..]
            .find(|char: char| match u8::try_from(char) {
                Ok(byte) if byte.is_ascii() => ends(byte),
                _ => !char.is_alphanumeric(),
            })
            .map_or(rest_after.len(), |further| end + further),
        None => rest_after.len(),
    };
    address + end
}

fn path_end(rest: &str) -> usize {
    rest.bytes().position(ends_a_path).unwrap_or(rest.len())
}

const fn ends_a_path(byte: u8) -> bool {
    !byte.is_ascii() || ends_a_link(byte)
}

/// The host, with its port if there is one, at the end of a word such as `Link:host:8080`.
fn host_and_port(word: &str) -> &str {
    let mut parts = word.rsplit(':');
    let last = parts.next().unwrap_or_default();
    let is_port = !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit());
    let length = match parts.next() {
        Some(name) if is_port => name.len() + 1 + last.len(),
        _ => last.len(),
    };
    word[word.len() - length..].trim_start_matches(['.', '-', ':'])
}

const fn stands_in_a_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':')
}

/// What our links never hold and messages put around links.
const fn ends_a_link(byte: u8) -> bool {
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
