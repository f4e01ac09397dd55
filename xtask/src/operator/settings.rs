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
    /// Where customers with an account sign in; left out where there are no accounts.
    pub(crate) sign_in: Option<SignIn>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct SignIn {
    /// `https://…`: what the accounts' server calls itself, and where `/.well-known/openid-configuration` is below.
    pub(crate) issuer: String,
    /// Under which the apps are registered there: public clients, without a secret.
    pub(crate) client_id: String,
    /// What the access token is asked for.
    #[serde(default = "usual_scope")]
    pub(crate) scope: String,
}

/// With `offline_access` the server gives a refresh token too.
fn usual_scope() -> String {
    "openid offline_access".to_owned()
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
        self.sign_in.as_ref().map_or(Ok(()), SignIn::check)
    }

    /// Where a browser comes back to: a scheme of this app alone, named after it as RFC 8252 wants it.
    pub(crate) fn redirect(&self) -> String {
        format!("{}:/signed-in", self.redirect_scheme())
    }

    /// Schemes have no underscore, and Android compares them letter by letter with the small ones of an address.
    pub(crate) fn redirect_scheme(&self) -> String {
        self.android.application_id.to_ascii_lowercase().replace('_', "-")
    }
}

impl SignIn {
    fn check(&self) -> Result<()> {
        let issuer = &self.issuer;
        let rest = issuer.strip_prefix("https://").unwrap_or_default();
        let is_issuer = rest.contains('.') && is_plain(rest, "-._~:/%") && !rest.ends_with('/');
        ensure!(is_issuer, "`sign-in.issuer`: {issuer:?} is no https address without a slash at its end");
        let client = &self.client_id;
        ensure!(!client.is_empty() && is_plain(client, "-._~:/@"), "`sign-in.client-id`: {client:?} is none");
        let scope = &self.scope;
        ensure!(!scope.trim().is_empty() && is_plain(scope, "-._~:/ "), "`sign-in.scope`: {scope:?} is none");
        Ok(())
    }
}

/// Letters, digits and these: nothing that a string in a source file would take for more than text.
fn is_plain(text: &str, also: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || also.contains(c))
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

    /// The same, with accounts.
    pub(crate) fn example_with_accounts() -> Operator {
        Operator::parse(&with_accounts(&text())).unwrap()
    }

    fn with_accounts(text: &str) -> String {
        format!("{text}[sign-in]\nissuer = 'https://login.example.com/customers'\nclient-id = 'help-apps'\n")
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
            ("https://login", "http://login", "issuer"),
            ("example.com/customers", "example.com/", "issuer"),
            ("'help-apps'", "'$x'", "client-id"),
            ("'help-apps'", "'help-apps'\nscope = ' '", "scope"),
            ("'help-apps'", "'help-apps'\nsecret = 'x'", "unknown field"),
        ] {
            let text = with_accounts(&text());
            assert!(text.contains(right), "{right}");
            let error = format!("{:#}", Operator::parse(&text.replacen(right, wrong, 1)).unwrap_err());
            assert!(error.contains(named), "{wrong}: {error}");
        }
    }

    #[test]
    fn a_browser_comes_back_by_a_scheme_that_an_address_can_have() {
        let mut operator = example();
        operator.android.application_id = "com.Example_Co.help".to_owned();
        assert_eq!(operator.redirect(), "com.example-co.help:/signed-in");
    }

    #[test]
    fn the_committed_settings_can_be_read() {
        let text = std::fs::read_to_string(crate::repository::root().join("operator.toml")).unwrap();
        assert!(!Operator::parse(&text).unwrap().hosts.is_empty());
    }
}
