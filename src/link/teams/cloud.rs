//! The clouds of Microsoft Teams and the hosts by which links name them.

use serde::{Deserialize, Serialize};

/// The cloud a Teams meeting is held in. Meetings of one are unknown to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Cloud {
    /// Everybody's: `teams.microsoft.com`, `teams.cloud.microsoft`.
    Worldwide,
    /// The United States government's: `gov.teams.microsoft.us`.
    GccHigh,
    /// The United States department of defence's: `dod.teams.microsoft.us`.
    Dod,
    /// China's, run by 21Vianet: `teams.microsoftonline.cn`.
    China,
    /// Private accounts': `teams.live.com`.
    Consumer,
}

/// The first host of a cloud is the one that links are printed with.
const HOSTS: [(&str, Cloud); 6] = [
    ("teams.microsoft.com", Cloud::Worldwide),
    ("teams.cloud.microsoft", Cloud::Worldwide),
    ("teams.live.com", Cloud::Consumer),
    ("gov.teams.microsoft.us", Cloud::GccHigh),
    ("dod.teams.microsoft.us", Cloud::Dod),
    ("teams.microsoftonline.cn", Cloud::China),
];

impl Cloud {
    /// All hosts of all clouds.
    pub(in crate::link) const HOST_NAMES: [&str; HOSTS.len()] = {
        let mut names = [""; HOSTS.len()];
        let mut at = 0;
        while at < names.len() {
            names[at] = HOSTS[at].0;
            at += 1;
        }
        names
    };

    /// The host of its links.
    #[must_use]
    pub fn host(self) -> &'static str {
        HOSTS.iter().find(|(_, cloud)| *cloud == self).map_or(HOSTS[0].0, |(host, _)| host)
    }

    /// The cloud that this host serves.
    pub(in crate::link) fn at(host: &str) -> Option<Self> {
        HOSTS.iter().find(|(name, _)| name.eq_ignore_ascii_case(host)).map(|(_, cloud)| *cloud)
    }

    /// The cloud that a thread names in its prefix; most name none.
    pub(super) fn of_thread(thread: &str) -> Option<Self> {
        match thread.split(':').nth(1)? {
            "gcch" => Some(Self::GccHigh),
            "dod" => Some(Self::Dod),
            _ => None,
        }
    }
}
