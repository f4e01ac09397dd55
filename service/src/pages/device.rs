//! What a browser says it runs on: a coarse guess, good enough to put the likeliest way first.
//!
//! Nothing is decided by it – a browser may say anything – and nothing of it is kept.

use onecall::route::{Device, OsVersion, Platform};

/// Marks of browsers inside other apps: Facebook, Instagram, LINE, Snapchat, WeChat, Google's app,
/// and Android's own web view.
const IN_APP: [&str; 9] =
    ["FBAN/", "FBAV/", "Instagram", " Line/", "Snapchat", "MicroMessenger", " GSA/", "; wv)", "LinkedInApp"];

/// Reads a `User-Agent`.
pub(super) fn guess(agent: &str) -> Device {
    let platform = platform(agent);
    let mark = match platform {
        Platform::Android => "Android ",
        Platform::Ios => " OS ",
        _ => "",
    };
    Device {
        platform,
        os_version: (!mark.is_empty()).then(|| version_after(agent, mark)).flatten(),
        in_app_browser: IN_APP.iter().any(|mark| agent.contains(mark)),
    }
}

fn platform(agent: &str) -> Platform {
    // In this order: what comes later also stands in what comes earlier.
    for (mark, platform) in [
        ("HoloLens", Platform::HoloLens),
        ("iPhone", Platform::Ios),
        ("iPad", Platform::Ios),
        ("iPod", Platform::Ios),
        ("Android", Platform::Android),
        ("Windows NT", Platform::Windows),
        ("Macintosh", Platform::Macos),
        ("CrOS", Platform::Linux),
        ("Linux", Platform::Linux),
    ] {
        if agent.contains(mark) {
            return platform;
        }
    }
    Platform::Other
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_taken_for_what_it_runs_on() {
        let version = |major, minor| Some(OsVersion { major, minor });
        for (agent, platform, os_version, in_app_browser) in [
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 Version/17.2 Safari/604.1",
                Platform::Ios,
                version(17, 2),
                false,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
                Platform::Android,
                version(14, 0),
                false,
            ),
            ("Mozilla/5.0 (Linux; Android 6.0.1; SM-G920; wv) Chrome/44", Platform::Android, version(6, 0), true),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) Mobile/20G75 [FBAN/FBIOS;FBAV/430.0]",
                Platform::Ios,
                version(16, 6),
                true,
            ),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0", Platform::Windows, None, false),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1", Platform::Macos, None, false),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Firefox/120.0", Platform::Linux, None, false),
            ("curl/8.0", Platform::Other, None, false),
            ("", Platform::Other, None, false),
            ("Android ", Platform::Android, None, false),
        ] {
            assert_eq!(guess(agent), Device { platform, os_version, in_app_browser }, "{agent}");
        }
    }
}
