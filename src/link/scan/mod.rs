//! Finds what could be a link in any text: one pass from slash to slash, nothing decoded,
//! nothing judged.
//!
//! Deliberately coarser than a URL parser. A token is only ever sent to a host of ours and a
//! Teams link is printed anew on its cloud's host, so a difference to how browsers read a crooked
//! URL can cost recognition but cannot send a secret anywhere else.

mod word;

use word::{holds_encoded_sign, host_and_port, is_within_another, known_scheme, word_start};

use super::Hosts;
use super::extent::{self, ends_a_link};
use super::owner::Owner;
use super::trick::Trick;

/// A stretch of text that could be a link.
#[derive(Clone, Copy)]
pub(super) struct Link<'t> {
    pub(super) owner: Owner<'t>,
    /// What stands where the host belongs, as written; its scheme's default port is left out.
    pub(super) authority: &'t str,
    /// How the authority tries to look like another, if it does.
    pub(super) trick: Option<Trick>,
    /// What follows the authority: empty, or starting with `/`, `?` or `#`. Of an encoded link
    /// all of it.
    pub(super) path: &'t str,
    pub(super) scheme: Scheme,
    /// Whether the text shows that its end was left out.
    pub(super) left_out: bool,
    /// Where it starts in the text.
    pub(super) start: usize,
}

/// How a link begins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    /// `https://` or `http://`.
    Web,
    /// `msteams:`, with slashes or without.
    Teams,
    /// With the host, or in a crooked way.
    None,
    /// `https%3A%2F%2F`: all of it is percent-encoded.
    Encoded,
}

/// All links of a text, in order.
pub(super) struct Links<'t> {
    text: &'t str,
    ours: &'t Hosts,
    at: usize,
    /// Where the last thing that was looked at ends: nothing is looked at twice.
    floor: usize,
    /// What reaches up to there.
    reaching: Reaching,
    /// Whether a mail program or a messenger left traces on a link.
    needs_cleaning: bool,
    /// How many bytes were looked at one by one, for the proof that it is never many times a text.
    #[cfg(test)]
    looked_at: usize,
}

/// What reaches up to a place without an end in between.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reaching {
    Nothing,
    /// A word with a slash in it: no host begins there.
    Word,
    /// A link: what follows belongs to it.
    Link,
}

impl<'t> Links<'t> {
    pub(super) fn new(text: &'t str, ours: &'t Hosts) -> Self {
        Self {
            text,
            ours,
            at: 0,
            floor: 0,
            reaching: Reaching::Nothing,
            needs_cleaning: false,
            #[cfg(test)]
            looked_at: 0,
        }
    }

    /// Whether a link so far carries traces that [`clean`](super::clean) removes.
    pub(super) fn needs_cleaning(&self) -> bool {
        self.needs_cleaning
    }

    /// Keeps count in tests alone.
    fn looked_at(&mut self, bytes: usize) {
        #[cfg(test)]
        {
            self.looked_at += bytes + 1;
        }
        let _ = bytes;
    }

    /// Goes on behind `end`, up to which this reaches.
    fn pass(&mut self, end: usize, reaching: Reaching) {
        self.looked_at(end.saturating_sub(self.at));
        self.at = end;
        self.floor = end;
        self.reaching = reaching;
    }
}

impl<'t> Iterator for Links<'t> {
    type Item = Link<'t>;

    fn next(&mut self) -> Option<Link<'t>> {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            let ahead = memchr::memchr2(b'/', b'%', &bytes[self.at..])?;
            let at = self.at + ahead;
            let link = if bytes[at] == b'/' { self.at_slash(at) } else { self.at_percent(at) };
            if link.is_some() {
                return link;
            }
        }
        None
    }
}

/// What stands before a slash, back to the last end.
struct Before<'t> {
    start: usize,
    text: &'t str,
    /// What it continues.
    continues: Reaching,
}

impl<'t> Links<'t> {
    fn before(&mut self, at: usize) -> Before<'t> {
        let text = self.text;
        let start = word_start(text, self.floor, at);
        let continues = if start == self.floor { self.reaching } else { Reaching::Nothing };
        self.looked_at(at - start);
        Before { start, text: &text[start..at], continues }
    }

    /// Where the link starts whose first slash is here, if it looks as nearly all do.
    fn usual_start(&self, at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let start = at.checked_sub("https:".len()).filter(|start| *start >= self.floor)?;
        let is_usual = bytes[start..at] == *b"https:"
            && matches!(bytes[at..], [_, b'/', next, ..] if next != b'/' && next != b'\\');
        let stands_alone = match bytes[self.floor..start].last() {
            Some(byte) => *byte != b'\\' && ends_a_link(*byte),
            None => self.reaching == Reaching::Nothing,
        };
        (is_usual && stands_alone).then_some(start)
    }

    fn at_slash(&mut self, at: usize) -> Option<Link<'t>> {
        if let Some(start) = self.usual_start(at) {
            return Some(self.link(start, at + 2, Scheme::Web, ":443"));
        }
        let before = self.before(at);
        if before.continues == Reaching::Link {
            self.pass(at + 1, Reaching::Link);
            return None;
        }
        match before.text.strip_suffix(':') {
            Some(name) if !name.is_empty() => self.after_scheme(&before, name, at),
            _ => self.after_host(&before, at),
        }
    }

    /// `name:/`, mostly followed by another slash.
    fn after_scheme(&mut self, before: &Before<'t>, name: &str, at: usize) -> Option<Link<'t>> {
        let text = self.text;
        let slashes = text[at..].bytes().take_while(|byte| *byte == b'/').count();
        let (scheme, length) = match known_scheme(name) {
            Some(("msteams", length)) => (Scheme::Teams, length),
            Some((_, length)) if slashes == 2 => (Scheme::Web, length),
            Some((_, length)) => (Scheme::None, length),
            // Some other program's link, or prose such as `and:/`.
            None if slashes >= 2 || is_within_another(before.text) => {
                self.pass(at + extent::strict(&text[at..]), Reaching::Link);
                return None;
            }
            None => {
                self.pass(at + 1, Reaching::Word);
                return None;
            }
        };
        if is_within_another(&name[..name.len() - length]) {
            self.pass(at + extent::strict(&text[at..]), Reaching::Link);
            return None;
        }
        let start = before.start + name.len() - length;
        // The app's scheme with one slash, or with three, has no host.
        let host_at = if scheme == Scheme::Teams && slashes != 2 { at + slashes - 1 } else { at + slashes };
        let default_port = if length == "http".len() { ":80" } else { ":443" };
        Some(self.link(start, host_at, scheme, default_port))
    }

    /// A slash that may follow a host.
    fn after_host(&mut self, before: &Before<'t>, at: usize) -> Option<Link<'t>> {
        let text = self.text;
        let is_like_ours = matches!(text.as_bytes()[at..], [_, b'j' | b'J', b'/', ..]);
        // In prose a slash stands between words.
        if !is_like_ours && memchr::memchr2(b'.', b':', before.text.as_bytes()).is_none() {
            self.note_traces(before.start, at + 1, at + 1);
            self.pass(at + 1, Reaching::Word);
            return None;
        }
        let host = host_and_port(before.text);
        let head = &before.text[..before.text.len() - host.len()];
        let start = at - host.len();
        // Without slashes behind it a scheme is one all the same: browsers read it so.
        let scheme = head.strip_suffix(':').and_then(known_scheme);
        if let Some((name, length)) = scheme.filter(|_| !host.is_empty()) {
            let head = &head[..head.len() - 1 - length];
            if before.continues == Reaching::Nothing && !is_within_another(head) {
                let scheme = if name == "msteams" { Scheme::Teams } else { Scheme::None };
                return Some(self.link(start, start, scheme, ":443"));
            }
            self.pass(at + extent::strict(&text[at..]), Reaching::Link);
            return None;
        }
        if is_within_another(before.text) {
            self.pass(at + extent::strict(&text[at..]), Reaching::Link);
            return None;
        }
        let is_link = before.continues == Reaching::Nothing
            && !host.is_empty()
            && (is_like_ours
                || (memchr::memchr(b'.', host.as_bytes()).is_some()
                    && matches!(Owner::of(host, self.ours), Owner::Teams(_) | Owner::Wrapper(_))));
        if is_link {
            return Some(self.link(start, start, Scheme::None, ""));
        }
        self.note_traces(before.start, at + 1, at + 1);
        self.pass(at + 1, Reaching::Word);
        None
    }

    /// `https%3A%2F%2F`, encoded as often as it may be.
    fn at_percent(&mut self, at: usize) -> Option<Link<'t>> {
        let text = self.text;
        let mut sign = &text.as_bytes()[at + 1..];
        while let Some(rest) = sign.strip_prefix(b"25") {
            sign = rest;
        }
        if !sign.get(..2).is_some_and(|sign| sign.eq_ignore_ascii_case(b"3a")) {
            self.at = text.len() - sign.len();
            return None;
        }
        let before = self.before(at);
        let known = known_scheme(before.text).filter(|(_, length)| {
            before.continues == Reaching::Nothing && !is_within_another(&before.text[..before.text.len() - length])
        });
        let Some((_, length)) = known else {
            let reaching = if before.continues == Reaching::Link { Reaching::Link } else { Reaching::Word };
            self.pass(text.len() - sign.len(), reaching);
            return None;
        };
        let start = at - length;
        let path = &text[start..];
        let path = &path[..extent::strict(path)];
        let path = path.split_once('&').map_or(path, |(path, _)| path);
        let path = path.trim_end_matches(['.', '!', '?', ':']);
        self.pass(start + path.len(), Reaching::Link);
        self.note_traces(start, start, start + path.len());
        Some(Link {
            owner: Owner::Stranger,
            authority: "",
            trick: None,
            path,
            scheme: Scheme::Encoded,
            left_out: false,
            start,
        })
    }

    /// The link that starts at `start` and whose host starts at `host_at`.
    fn link(&mut self, start: usize, host_at: usize, scheme: Scheme, default_port: &str) -> Link<'t> {
        let text = self.text;
        let rest = &text[host_at..];
        let path_at = host_at + extent::authority(rest);
        let (authority, path) = rest.split_at(path_at - host_at);
        let trick = if path.starts_with('\\') || text[..host_at].ends_with('\\') {
            Some(Trick::BackSlash)
        } else if authority.bytes().any(|byte| byte == b'@') || text[..host_at].ends_with('@') {
            Some(Trick::UserInfo)
        } else {
            None
        };
        let authority = match authority.strip_suffix(default_port) {
            Some(name) if path.starts_with('/') => name,
            _ => authority,
        };
        let owner = match trick {
            Some(_) => Owner::Stranger,
            None if scheme == Scheme::Teams && authority.is_empty() => Owner::Teams(None),
            None => match Owner::of(authority, self.ours) {
                // The app's scheme leads to Teams alone.
                Owner::Ours(_) | Owner::Wrapper(_) if scheme == Scheme::Teams => Owner::Stranger,
                owner => owner,
            },
        };
        let (path, left_out) = match owner {
            // All of a crooked link is one link: what follows is not looked at for another.
            _ if matches!(trick, Some(Trick::BackSlash)) => {
                let ends = |byte: u8| byte != b'\\' && (!byte.is_ascii() || ends_a_link(byte));
                (&path[..path.bytes().position(ends).unwrap_or(path.len())], false)
            }
            Owner::Ours(_) | Owner::Stranger => (&path[..extent::strict(path)], false),
            Owner::Wrapper(wrapper) if wrapper.stars_characters() => (&path[..extent::starred(path)], false),
            Owner::Teams(_) | Owner::Wrapper(_) => {
                let (link, after) = path.split_at(extent::rich(path));
                extent::without_punctuation(link, after)
            }
        };
        let end = path_at + path.len();
        self.pass(end, Reaching::Link);
        // Of a stranger's link nothing is decoded, of ours nothing behind its token.
        let from = if matches!(owner, Owner::Teams(_) | Owner::Wrapper(_)) { start } else { end };
        self.note_traces(start, from, end);
        Link { owner, authority, trick, path, scheme, left_out, start }
    }

    /// Remembers whether what surrounds a link says that the text needs cleaning: a character
    /// without width, quoted-printable, an angle bracket that closes on another line.
    fn note_traces(&mut self, before: usize, start: usize, end: usize) {
        if self.needs_cleaning {
            return;
        }
        let bytes = self.text.as_bytes();
        let next = bytes.get(end).copied().unwrap_or_default();
        let last = bytes[..before].last().copied().unwrap_or_default();
        self.needs_cleaning = !next.is_ascii()
            || !last.is_ascii()
            || (matches!(next, b'\r' | b'\n') && (last == b'<' || bytes[..end].ends_with(b"=")))
            || holds_encoded_sign(&bytes[start..end]);
    }
}

#[cfg(test)]
mod tests;
