//! `If-Match` and `ETag` (RFC 9110, 13.1.1): which version of a call a change is based on.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use onecall::protocol::ProblemCode;

use super::Fault;

/// The versions that a change may be based on.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum IfMatch {
    /// `*`: whatever there is.
    Any,
    /// One of these. What is not a version of ours is left out: it matches nothing.
    Versions(Vec<u64>),
}

impl IfMatch {
    fn parse(text: &str) -> Self {
        if text.trim() == "*" {
            return Self::Any;
        }
        let version = |tag: &str| tag.trim().strip_prefix('"')?.strip_suffix('"')?.parse().ok();
        Self::Versions(text.split(',').filter_map(version).collect())
    }

    /// Whether `version` is one of them.
    pub(super) fn matches(&self, version: u64) -> bool {
        match self {
            Self::Any => true,
            Self::Versions(versions) => versions.contains(&version),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Fault> {
        let given = parts.headers.get(header::IF_MATCH).ok_or(ProblemCode::IfMatchRequired)?;
        Ok(Self::parse(given.to_str().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_strong_tag_of_the_version_matches() {
        for (text, matches) in [
            ("\"7\"", true),
            ("*", true),
            ("\"6\", \"7\"", true),
            ("\"6\"", false),
            ("W/\"7\"", false),
            ("7", false),
            ("\"seven\"", false),
            ("", false),
        ] {
            assert_eq!(IfMatch::parse(text).matches(7), matches, "{text}");
        }
    }
}
