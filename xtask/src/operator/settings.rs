//! What an operator says in `operator.toml`, read into types that cannot be wrong.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// Everything that differs between the apps of two organisations.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Operator {
    /// What the apps are called on the home screen.
    pub(crate) name: String,
    /// `NAME` or, in tests, `NAME:PORT`; at least one.
    pub(crate) hosts: Vec<String>,
    pub(crate) android: Android,
    pub(crate) ios: Ios,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Android {
    /// The name under which the app is installed, and that it has in the store.
    pub(crate) application_id: String,
    /// SHA-256 fingerprints of its signing certificates: 32 bytes in upper-case hexadecimal, with colons.
    pub(crate) certificates: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Ios {
    /// Ten letters and digits.
    pub(crate) team: String,
    pub(crate) bundle_id: String,
    /// The app's number in the App Store.
    pub(crate) store_id: Option<u64>,
}

impl Operator {
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let operator: Self = toml::from_str(text).context("the operator's settings cannot be read")?;
        operator.check()?;
        Ok(operator)
    }

    fn check(&self) -> Result<()> {
        ensure!(!self.name.trim().is_empty(), "`name` is empty");
        ensure!(!self.hosts.is_empty(), "`hosts` names none");
        for host in &self.hosts {
            ensure!(is_host(host), "`hosts`: {host:?} is no host in lower case, without scheme and path");
        }
        let id = &self.android.application_id;
        ensure!(is_identifier(id, &['_']), "`android.application-id`: {id:?} is none");
        ensure!(!self.android.certificates.is_empty(), "`android.certificates` names none");
        for certificate in &self.android.certificates {
            ensure!(is_fingerprint(certificate), "`android.certificates`: {certificate:?} is no SHA-256 with colons");
        }
        let team = &self.ios.team;
        let is_team = team.len() == 10 && team.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        ensure!(is_team, "`ios.team`: {team:?} is not ten letters and digits");
        let bundle = &self.ios.bundle_id;
        ensure!(is_identifier(bundle, &['-']), "`ios.bundle-id`: {bundle:?} is none");
        Ok(())
    }
}

fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').map_or((host, "443"), |(name, port)| (name, port));
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    name.contains('.') && name.len() <= 253 && name.split('.').all(is_label) && port.parse::<u16>().is_ok()
}

/// Dotted names of at least two parts, each beginning with a letter.
fn is_identifier(text: &str, also: &[char]) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || also.contains(&c))
    };
    text.contains('.') && text.split('.').all(is_part)
}

fn is_fingerprint(text: &str) -> bool {
    let is_byte =
        |byte: &str| byte.len() == 2 && byte.bytes().all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(&b));
    text.split(':').count() == 32 && text.split(':').all(is_byte)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Two hosts and a name with an ampersand.
    pub(crate) fn example() -> Operator {
        Operator::parse(&text()).unwrap()
    }

    fn text() -> String {
        let fingerprint = ["AB"; 32].join(":");
        format!(
            "name = 'Help & Co'\nhosts = ['help.example.com', 'b.example.org']\n\
             [android]\napplication-id = 'com.example.help'\ncertificates = ['{fingerprint}']\n\
             [ios]\nteam = 'ABCDE12345'\nbundle-id = 'com.example.help'\nstore-id = 42\n"
        )
    }

    #[test]
    fn settings_that_would_make_a_broken_app_are_refused_by_name() {
        for (right, wrong, named) in [
            ("'help.example.com', ", "'https://help.example.com/', ", "hosts"),
            ("'help.example.com', ", "'HELP.example.com', ", "hosts"),
            ("'com.example.help'\ncert", "'help'\ncert", "application-id"),
            ("AB:AB", "ab:ab", "certificates"),
            ("AB:AB:AB", "AB:AB", "certificates"),
            ("ABCDE12345", "abcde", "team"),
            ("store-id = 42", "store = 42", "unknown field"),
        ] {
            let text = text();
            assert!(text.contains(right), "{right}");
            let error = format!("{:#}", Operator::parse(&text.replacen(right, wrong, 1)).unwrap_err());
            assert!(error.contains(named), "{wrong}: {error}");
        }
    }

    #[test]
    fn the_committed_settings_can_be_read() {
        let text = std::fs::read_to_string(crate::repository::root().join("operator.toml")).unwrap();
        assert!(!Operator::parse(&text).unwrap().hosts.is_empty());
    }
}
