//! The organisation's apps: what `operator.toml` says, the file that the apps themselves are built from.
//!
//! From it the pages know which app they may open and where it is got, and the two systems which app may open our
//! links. Without it there is no app, and everybody joins in a browser.

mod association;

use std::path::Path;

use onecall::link::Host;
use onecall::route::{AndroidPackage, Platform, Stores};
use serde::Deserialize;

use crate::config::ConfigError;

/// The organisation's apps; none, unless it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct Operator {
    /// What the apps are called.
    pub name: String,
    /// The hosts whose links open the apps: this service's own, and others by which it is reached.
    pub hosts: Vec<Host>,
    /// The app for Android.
    pub android: Option<AndroidApp>,
    /// The app for iPhone and iPad.
    pub ios: Option<IosApp>,
    /// Where customers with an account sign in.
    pub sign_in: Option<SignIn>,
}

/// Where customers with an account sign in: what the apps are told of it is nothing to the service.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SignIn {}

/// The app for Android.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AndroidApp {
    /// The name that it is installed and sold under.
    pub application_id: AndroidPackage,
    /// SHA-256 of the certificates that it is signed with.
    pub certificates: Vec<Fingerprint>,
}

/// The app for iPhone and iPad.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct IosApp {
    /// Ten letters and digits.
    pub team: Team,
    /// The name that it is installed under.
    pub bundle_id: BundleId,
    /// Its number in the App Store, once it is there.
    pub store_id: Option<u64>,
}

macro_rules! checked {
    ($($(#[$doc:meta])* $name:ident is $check:expr, else $else:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(String);

        impl TryFrom<String> for $name {
            type Error = &'static str;

            fn try_from(text: String) -> Result<Self, &'static str> {
                let check: fn(&str) -> bool = $check;
                if check(&text) { Ok(Self(text)) } else { Err($else) }
            }
        }

        impl $name {
            /// As it was written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    )*};
}

checked! {
    /// A certificate's SHA-256: 32 bytes in upper-case hexadecimal, with colons, as `apksigner` prints them.
    Fingerprint is is_fingerprint, else "not a SHA-256: write 32 bytes in upper-case hexadecimal with colons";

    /// Apple's name for the team that signs the app.
    Team is |text| text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()),
        else "not a team: write its ten letters and digits";

    /// The bundle identifier.
    BundleId is is_bundle_id, else "not a bundle identifier: write it as in com.example.help";
}

fn is_fingerprint(text: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte);
    text.split(':').count() == 32 && text.split(':').all(|byte| byte.len() == 2 && byte.bytes().all(is_digit))
}

fn is_bundle_id(text: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    text.contains('.') && text.split('.').all(is_part)
}

impl Operator {
    /// Reads the file, and whether it fits a service that is reached by `home`.
    ///
    /// # Errors
    /// [`ConfigError::Operator`], which says what is wrong with it.
    pub fn read(path: &Path, home: Option<&Host>) -> Result<Self, ConfigError> {
        let wrong = |error: String| ConfigError::Operator { path: path.to_owned(), error };
        let text = std::fs::read_to_string(path).map_err(|error| wrong(error.to_string()))?;
        let operator = Self::from_toml(&text).map_err(|error| wrong(error.to_string()))?;
        match home.filter(|home| !home.is_loopback() && !operator.hosts.contains(home)) {
            Some(home) => Err(wrong(format!("`hosts` lacks {home}, so that no link of this service opens the apps"))),
            None => Ok(operator),
        }
    }

    /// Reads the text of the file.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// Where the apps are got.
    #[must_use]
    pub fn stores(&self) -> Stores {
        Stores {
            ios: self.ios.as_ref().and_then(|app| app.store_id),
            android: self.android.as_ref().map(|app| app.application_id.clone()),
        }
    }

    /// Whether there is an app for this platform.
    #[must_use]
    pub fn has_app(&self, platform: Platform) -> bool {
        match platform {
            Platform::Ios => self.ios.is_some(),
            Platform::Android => self.android.is_some(),
            Platform::Windows | Platform::Macos | Platform::Linux | Platform::HoloLens | Platform::Other => false,
        }
    }

    /// Another host of this service whose links open the apps: a link to it opens the app from a page of `home`, where
    /// a link to `home` itself stays in the browser
    /// (<https://developer.apple.com/documentation/xcode/allowing-apps-and-websites-to-link-to-your-content>).
    #[must_use]
    pub fn other_host(&self, home: &Host) -> Option<&Host> {
        self.hosts.iter().find(|host| *host != home)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = include_str!("../../../operator.toml");

    /// The example with what it proposes in comments: a section and its keys.
    fn with_all_lines(example: &str) -> String {
        let is_proposed = |line: &&str| line.starts_with('[') || line.contains(" = ");
        let lines: Vec<_> =
            example.lines().map(|line| line.strip_prefix("# ").filter(is_proposed).unwrap_or(line)).collect();
        let whole = lines.join("\n");
        assert!(whole.contains("\n[sign-in]\nissuer = "), "{whole}");
        whole
    }

    #[test]
    fn the_file_that_the_apps_are_built_from_is_understood_whole() {
        let operator = Operator::from_toml(&with_all_lines(EXAMPLE)).unwrap();
        assert_eq!(operator.stores().page(Platform::Ios).unwrap(), "https://apps.apple.com/app/id1234567890");
        assert!(operator.stores().page(Platform::Android).unwrap().ends_with("?id=com.example.help"));
        let home = Host::parse("help.example.com").unwrap();
        assert_eq!(operator.other_host(&home).unwrap().as_str(), "support.example.org");
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (right, wrong, words) in [
            ("com.example.help\"\n# SHA", "help\"\n# SHA", "package"),
            ("14:6D:", "146D:", "SHA-256"),
            ("ABCDE12345", "abc", "team"),
            ("bundle-id = \"com.example.help", "bundle-id = \"com/example", "bundle identifier"),
            ("store-id", "shop-id", "store-id"),
            ("help.example.com\", ", "help example\", ", "DNS"),
        ] {
            assert!(EXAMPLE.contains(right), "{right}");
            let error = Operator::from_toml(&EXAMPLE.replacen(right, wrong, 1)).unwrap_err().to_string();
            assert!(error.contains(words), "{wrong}: {error}");
        }
    }

    #[test]
    fn apps_that_know_nothing_of_the_public_host_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("operator.toml");
        std::fs::write(&path, EXAMPLE).unwrap();
        for (host, is_fine) in [("help.example.com", true), ("127.0.0.1:8080", true), ("other.example.com", false)] {
            let read = Operator::read(&path, Some(&Host::parse(host).unwrap()));
            assert_eq!(read.is_ok(), is_fine, "{host}");
        }
        let error = Operator::read(&folder.path().join("none.toml"), None).unwrap_err().to_string();
        assert!(error.contains("none.toml"), "{error}");
    }
}
