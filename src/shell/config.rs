//! What a journey is started with.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::journey::Setup;
use crate::link::{Host, Hosts};
use crate::protocol::{App, DeviceInfo};
use crate::route::{AndroidPackage, Device, Explained, Installed, Places, Policy, Situation, Stores};

/// What a journey is started with. Fixed when the app is built, but for what is known of the device and its
/// owner.
#[derive(Clone, Default, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[serde(default)]
pub struct Config {
    /// The hosts whose links are ours, as `NAME` or `NAME:PORT`, at least one. Spoken codes go to the first.
    pub hosts: Vec<String>,
    /// What the customer is on.
    pub device: Device,
    /// What asks: our app, or a page in a browser.
    pub app: App,
    /// A name to fill in already, when the device knows one: that of the account, or of the device's owner.
    #[cfg_attr(feature = "ffi", uniffi(default = None))]
    pub suggested_name: Option<String>,
    /// Apple's number of the app, when it is in the App Store: the digits behind `id` in its page's address.
    #[cfg_attr(feature = "ffi", uniffi(default = None))]
    pub app_store_id: Option<u64>,
    /// The app's package, when it is in Google's store: `com.example.help`.
    #[cfg_attr(feature = "ffi", uniffi(default = None))]
    pub android_package: Option<String>,
    /// Certificates in DER that are trusted beside the public ones, for services with a certificate of a
    /// private authority.
    #[cfg_attr(feature = "ffi", uniffi(default = []))]
    pub extra_roots: Vec<Vec<u8>>,
    /// The shell brings a client that joins meetings in Microsoft Teams: see
    /// [`ShellEffect::JoinMeeting`](super::ShellEffect::JoinMeeting). Without one the customer is shown where to
    /// go.
    #[cfg_attr(feature = "ffi", uniffi(default = false))]
    pub call_client: bool,
    /// Log every input and effect too, not only screens and what is broken.
    #[cfg_attr(feature = "ffi", uniffi(default = false))]
    pub verbose: bool,
}

impl Config {
    /// What the journey knows before anything happens.
    ///
    /// # Errors
    /// [`StartError`] for a configuration that nothing can be started with.
    pub fn setup(self) -> Result<Setup, StartError> {
        Ok(Setup {
            hosts: self.hosts()?,
            device: DeviceInfo { platform: self.device.platform, app: self.app },
            stores: self.stores()?,
            suggested_name: self.suggested_name,
            call_client: self.call_client,
        })
    }

    /// What a text is, and where it opens from an app that is started so, by the default policy.
    ///
    /// # Errors
    /// [`StartError`] for a configuration that nothing can be started with.
    pub fn explain(&self, text: &str) -> Result<Explained, StartError> {
        let hosts = self.hosts()?;
        let places = Places { home: hosts.first().cloned(), stores: self.stores()? };
        let (installed, call_client) = (Installed::Yes, self.call_client);
        let situation = Situation { installed, call_client, ..Situation::on(self.device) };
        Ok(Explained::of(text, &hosts, &situation, &Policy::default(), &places))
    }

    fn hosts(&self) -> Result<Hosts, StartError> {
        let hosts: Result<Vec<Host>, StartError> = self
            .hosts
            .iter()
            .zip(0..)
            .map(|(text, index)| Host::parse(text).map_err(|_| StartError::Host { index }))
            .collect();
        match hosts? {
            none if none.is_empty() => Err(StartError::NoHost),
            hosts => Ok(Hosts::new(hosts)),
        }
    }

    fn stores(&self) -> Result<Stores, StartError> {
        let android = self.android_package.as_deref().map(AndroidPackage::parse).transpose();
        Ok(Stores { ios: self.app_store_id, android: android.map_err(|_| StartError::AndroidPackage)? })
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("hosts", &self.hosts)
            .field("device", &self.device)
            .field("call_client", &self.call_client)
            .field("extra_roots", &self.extra_roots.len())
            .finish_non_exhaustive()
    }
}

/// Why a journey cannot start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Error), uniffi(flat_error))]
#[serde(tag = "code", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum StartError {
    /// No host is given.
    #[error("The configuration names no host: give at least one, such as help.example.com.")]
    NoHost,
    /// This one of the hosts is none.
    #[error("Host {index} of the configuration (from 0) is not NAME or NAME:PORT.")]
    Host {
        /// Its place in `hosts`, from 0.
        index: u64,
    },
    /// The name of the Android package is none.
    #[error("The Android package of the configuration is not written as in com.example.help.")]
    AndroidPackage,
    /// This one of the extra roots is no certificate.
    #[error("Root certificate {index} of the configuration (from 0) is not a certificate in DER.")]
    Root {
        /// Its place in `extra_roots`, from 0.
        index: u64,
    },
    /// The system refused a thread, a timer, random bytes or cryptography.
    #[error("The system has no room for another thread, or gives no random bytes: end other apps and try again.")]
    System,
}
