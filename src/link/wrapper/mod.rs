//! Wrappers: links of services that stand around another link, to scan it, count it or hide it.
//!
//! What is inside a wrapper is text of a stranger like any other: whose wrapper it is proves
//! nothing. So only the wrapper's own encoding is taken off here, exactly once, and what comes
//! out is judged anew.

mod proofpoint;

use std::borrow::Cow;

use super::decode;

/// One service that wraps links.
pub(super) struct Wrapper {
    /// The name by which people may know it.
    pub(super) service: &'static str,
    /// Its hosts; one that starts with a dot stands for every host below it too.
    pub(super) hosts: &'static [&'static str],
    holds: Holds,
    /// Whether everything on these hosts is a wrapper.
    wraps_only: bool,
}

/// Where a wrapper holds the link.
#[derive(Clone, Copy)]
enum Holds {
    /// In one of these parameters, percent-encoded.
    Parameter(&'static [&'static str]),
    /// In this parameter, in base 64.
    Base64(&'static str),
    /// In the last part of the path, percent-encoded.
    LastPart,
    /// As URL Defense does, by its version.
    Proofpoint,
    /// With the service alone.
    Nothing,
}

/// What a wrapper gives.
pub(super) enum Opened<'t> {
    /// The text that was inside.
    Inside(Cow<'t, str>),
    /// Nothing: only the service knows the link, or it was damaged.
    Opaque,
    /// It is another page of the same host.
    NoWrapper,
}

const fn wrapper(service: &'static str, hosts: &'static [&'static str], holds: Holds) -> Wrapper {
    Wrapper { service, hosts, holds, wraps_only: true }
}

const fn page(service: &'static str, hosts: &'static [&'static str], holds: Holds) -> Wrapper {
    Wrapper { service, hosts, holds, wraps_only: false }
}

/// Sources: the vendors' pages; for what links look like in the wild MeetingBar 183,
/// bt 127 and firefox-remove-safelinks PR 1 on GitHub.
pub(super) static WRAPPERS: [Wrapper; 14] = {
    use Holds::{Base64, LastPart, Nothing, Parameter, Proofpoint};
    [
        wrapper(
            "Outlook Safe Links",
            &[".safelinks.protection.outlook.com", ".safelinks.protection.office365.us"],
            Parameter(&["url"]),
        ),
        page("Teams Safe Links", &["statics.teams.cdn.office.net", "statics.teams.microsoft.com"], Parameter(&["url"])),
        wrapper(
            "Proofpoint URL Defense",
            &["urldefense.proofpoint.com", "urldefense.com", "urldefense.us"],
            Proofpoint,
        ),
        wrapper("Barracuda Link Protection", &["linkprotect.cudasvc.com"], Parameter(&["a"])),
        wrapper("Cisco Secure Email", &["secure-web.cisco.com"], LastPart),
        wrapper("Sophos Email", &[".protection.sophos.com"], Base64("u")),
        wrapper("Symantec Click-time Protection", &[".clicktime.symantec.com"], Parameter(&["u"])),
        page("Google", &["www.google.com", "google.com"], Parameter(&["q", "url"])),
        wrapper("Slack", &["slack-redir.net", ".slack-redir.com"], Parameter(&["url"])),
        wrapper(
            "Facebook",
            &["l.facebook.com", "lm.facebook.com", "l.messenger.com", "l.instagram.com"],
            Parameter(&["u"]),
        ),
        page("LinkedIn", &["www.linkedin.com"], Parameter(&["url"])),
        wrapper("Mimecast", &[".mimecast.com", ".mimecastprotect.com"], Nothing),
        wrapper("Trend Micro", &[".tmcas.trendmicro.com", ".imsva.trendmicro.com"], Nothing),
        wrapper(
            "a link shortener",
            &["t.co", "bit.ly", "aka.ms", "lnkd.in", "tinyurl.com", "goo.gl", "is.gd", "ow.ly", "t.ly", "rb.gy"],
            Nothing,
        ),
    ]
};

impl Wrapper {
    /// The wrapper that this host serves.
    pub(super) fn at(host: &str) -> Option<&'static Self> {
        let is_below = |domain: &str| {
            host.len() >= domain.len()
                && host.as_bytes()[host.len() - domain.len()..].eq_ignore_ascii_case(domain.as_bytes())
        };
        let is_host = |pattern: &str| match pattern.strip_prefix('.') {
            Some(domain) => is_below(pattern) || host.eq_ignore_ascii_case(domain),
            None => host.eq_ignore_ascii_case(pattern),
        };
        WRAPPERS.iter().find(|wrapper| wrapper.hosts.iter().any(|pattern| is_host(pattern)))
    }

    /// Whether its links hold more than the characters of a URL.
    pub(super) fn stars_characters(&self) -> bool {
        matches!(self.holds, Holds::Proofpoint)
    }

    /// Takes this layer off; `path` is the link without its host.
    pub(super) fn open<'t>(&self, path: &'t str) -> Opened<'t> {
        let inside = match self.holds {
            Holds::Parameter(names) => names.iter().find_map(|name| parameter(path, name)).map(decode::percent),
            Holds::Base64(name) => parameter(path, name)
                .and_then(|value| decode::base64(&decode::percent(value)))
                .and_then(|bytes| String::from_utf8(bytes).ok())
                .map(Cow::Owned),
            Holds::LastPart => last_part(path).map(decode::percent),
            Holds::Proofpoint => proofpoint::open(path),
            Holds::Nothing => None,
        };
        match inside {
            Some(inside) => Opened::Inside(inside),
            None if self.wraps_only => Opened::Opaque,
            None => Opened::NoWrapper,
        }
    }
}

/// The value of this parameter as it stands in the query, if it has one.
pub(super) fn parameter<'t>(path: &'t str, name: &str) -> Option<&'t str> {
    let query = &path[memchr::memchr(b'?', path.as_bytes())? + 1..];
    let query = &query[..memchr::memchr(b'#', query.as_bytes()).unwrap_or(query.len())];
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find_map(|(key, value)| (key == name && !value.is_empty()).then_some(value))
}

fn last_part(path: &str) -> Option<&str> {
    let path = path.split_once(['?', '#']).map_or(path, |(path, _)| path);
    path.rsplit('/').next().filter(|part| !part.is_empty())
}
