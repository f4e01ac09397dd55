//! Proofpoint URL Defense, in the three ways it has written links over the years.
//! Source: Proofpoint's description of its decoder, versions 1 to 3.

use std::borrow::Cow;

use super::parameter;
use crate::link::decode;

/// What stands for runs of replaced characters: `**A` for 2 of them, up to `**_` for 65.
const RUNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The link inside, or `None` when there is none to be read.
pub(super) fn open(path: &str) -> Option<Cow<'_, str>> {
    match path.get(..4)? {
        "/v1/" => parameter(path, "u").map(decode::percent),
        "/v2/" => parameter(path, "u").map(second),
        "/v3/" => third(&path[4..]).map(Cow::Owned),
        _ => None,
    }
}

/// Percent-encoded with `-` for `%` and `_` for `/`.
fn second(value: &str) -> Cow<'static, str> {
    let encoded = value.replace('-', "%").replace('_', "/");
    Cow::Owned(decode::percent(&encoded).into_owned())
}

/// `__LINK__;CHARACTERS!!…`: every `*` in the link stands for the next of the characters.
fn third(path: &str) -> Option<String> {
    let path = path.strip_prefix("__")?;
    let end = path.rfind("__;")?;
    let (link, characters) = (&path[..end], &path[end + 3..]);
    let characters = characters.split_once('!').map_or(characters, |(characters, _)| characters);
    let characters = String::from_utf8(decode::base64(characters)?).ok()?;
    let mut characters = characters.chars();
    let mut plain = String::with_capacity(link.len());
    let mut rest = link;
    while let Some(at) = memchr::memchr(b'*', rest.as_bytes()) {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let run = rest.strip_prefix('*').and_then(|run| {
            let length = RUNS.iter().position(|symbol| Some(symbol) == run.as_bytes().first())?;
            Some((length + 2, &run[1..]))
        });
        let count = match run {
            Some((count, after)) => {
                rest = after;
                count
            }
            None => 1,
        };
        // As many as there are: a text that promises more is damaged.
        for _ in 0..count {
            plain.push(characters.next()?);
        }
    }
    plain.push_str(rest);
    Some(plain)
}
