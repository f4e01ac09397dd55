//! The public URL: how the world reaches the service.

use std::fmt;

use onecall::link::Host;

use super::ConfigError;

/// Scheme and host, nothing else: `https`, and `http` on loopback alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    host: Host,
    secure: bool,
}

impl PublicUrl {
    /// Reads an origin; one slash behind it does no harm.
    ///
    /// # Errors
    /// [`ConfigError`], one variant for each thing to mend.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://").ok_or(ConfigError::PublicUrlScheme)?;
        let secure = match scheme.to_ascii_lowercase().as_str() {
            "https" => true,
            "http" => false,
            _ => return Err(ConfigError::PublicUrlScheme),
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        // In this order a user-info with a slash in it is still called by its right name.
        for (sign, part) in [('@', "user name"), ('#', "fragment"), ('?', "query"), ('/', "path")] {
            if rest.contains(sign) {
                return Err(ConfigError::PublicUrlParts(part));
            }
        }
        let host = Host::parse(rest).map_err(ConfigError::PublicUrlHost)?;
        match (secure, host.is_loopback()) {
            (true, true) => Err(ConfigError::PublicUrlLoopback),
            (false, false) => Err(ConfigError::PublicUrlScheme),
            _ => Ok(Self { host, secure }),
        }
    }

    /// The host that links name.
    #[must_use]
    pub fn host(&self) -> &Host {
        &self.host
    }

    /// Whether the world reaches it encrypted.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.secure
    }
}

impl fmt::Display for PublicUrl {
    /// The origin (RFC 6454, 6.2), as browsers send it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", if self.secure { "https" } else { "http" }, self.host.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_url_is_an_https_origin_or_http_on_loopback() {
        for (text, printed) in [
            ("https://help.example.com", "https://help.example.com"),
            ("https://help.example.com/", "https://help.example.com"),
            ("HTTPS://help.example.com:8443", "https://help.example.com:8443"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://localhost:8080", "http://localhost:8080"),
        ] {
            assert_eq!(PublicUrl::parse(text).unwrap().to_string(), printed);
        }
    }

    #[test]
    fn anything_more_or_less_is_refused_by_a_sentence_that_names_it() {
        for (text, word) in [
            ("http://help.example.com", "https://"),
            ("help.example.com", "https://"),
            ("ftp://help.example.com", "https://"),
            ("https://help.example.com/calls", "path"),
            ("https://help.example.com/?a", "query"),
            ("https://help.example.com#a", "fragment"),
            ("https://me@help.example.com", "user name"),
            ("https://127.0.0.1:8080", "http://"),
        ] {
            let error = PublicUrl::parse(text).unwrap_err().to_string();
            assert!(error.contains(word), "{text}: {error}");
        }
    }
}
