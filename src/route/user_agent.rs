//! What a browser says it runs on.

use super::in_app::is_in_app;
use super::{Device, OsVersion, Platform};

/// What names a system, in this order: what comes later also stands in what comes earlier.
const SYSTEMS: [(&str, Platform); 11] = [
    ("HoloLens", Platform::HoloLens),
    // Says it is an Android and an iPhone, too.
    ("Windows Phone", Platform::Other),
    ("iPhone", Platform::Ios),
    ("iPad", Platform::Ios),
    ("iPod", Platform::Ios),
    ("Android", Platform::Android),
    ("Windows NT", Platform::Windows),
    ("Macintosh", Platform::Macos),
    ("CrOS", Platform::Linux),
    ("Linux", Platform::Linux),
    ("X11", Platform::Linux),
];

impl Device {
    /// Reads a `User-Agent`: a coarse guess, good enough to put the likeliest way first. A
    /// browser may say anything, so nothing may be allowed or refused by it alone.
    ///
    /// What it cannot tell: an iPad passes for a Mac ([`Device::with_touch`] knows more), a phone
    /// that was asked for the *desktop site* passes for a computer, and Android's Chrome says
    /// version 10 whatever it runs on. Versions of computers' systems are frozen and not read.
    #[must_use]
    pub fn from_user_agent(agent: &str) -> Self {
        let platform =
            SYSTEMS.iter().find(|(mark, _)| agent.contains(mark)).map_or(Platform::Other, |(_, platform)| *platform);
        let os_version = match platform {
            Platform::Android => version_after(agent, "Android "),
            Platform::Ios => version_after(agent, " OS "),
            Platform::Windows | Platform::Macos | Platform::Linux | Platform::HoloLens | Platform::Other => None,
        };
        Self { platform, os_version, in_app_browser: is_in_app(agent, platform) }
    }

    /// What a page's script adds by `navigator.maxTouchPoints`: a Mac has no touch screen, so a
    /// "Mac" with more than one touch point is an iPad that passes for one (iPadOS 13 or later,
    /// which says no version).
    #[must_use]
    pub fn with_touch(self, max_touch_points: u32) -> Self {
        match self.platform {
            Platform::Macos if max_touch_points > 1 => Self { platform: Platform::Ios, os_version: None, ..self },
            _ => self,
        }
    }
}

/// `14`, `7.1` or `17_2`, directly behind the mark.
fn version_after(agent: &str, mark: &str) -> Option<OsVersion> {
    let rest = agent.split_once(mark)?.1;
    let mut parts = rest.split(|char: char| !char.is_ascii_digit());
    let major = parts.next()?.parse().ok()?;
    let separated = rest.trim_start_matches(|char: char| char.is_ascii_digit()).starts_with(['.', '_']);
    let minor = if separated { parts.next().and_then(|part| part.parse().ok()).unwrap_or(0) } else { 0 };
    Some(OsVersion { major, minor })
}
