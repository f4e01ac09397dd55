//! What browsers say of themselves.

use onecall::route::{Device, OsVersion, Platform};
use proptest::prelude::*;

fn version(major: u16, minor: u16) -> Option<OsVersion> {
    Some(OsVersion { major, minor })
}

const IOS: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const ANDROID: &str = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)";
const MAC: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)";

#[test]
fn a_browser_is_taken_for_what_it_runs_on() {
    let safari = format!("{IOS} Version/17.2 Mobile/15E148 Safari/604.1");
    let chrome = format!("{ANDROID} Chrome/120.0.0.0 Mobile Safari/537.36");
    let on_mac = format!("{MAC} Version/17.2 Safari/605.1.15");
    for (agent, platform, os_version) in [
        (safari.as_str(), Platform::Ios, version(17, 2)),
        (chrome.as_str(), Platform::Android, version(14, 0)),
        ("Mozilla/5.0 (Android 6.0.1; Mobile; rv:68.0) Gecko/68.0 Firefox/68.0", Platform::Android, version(6, 0)),
        (
            "Mozilla/5.0 (iPad; CPU OS 12_5_7 like Mac OS X) AppleWebKit/605.1.15 Version/12.1.2 Mobile/15E148 Safari/604.1",
            Platform::Ios,
            version(12, 5),
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605 CriOS/120.0 Mobile/15E148 Safari/604.1",
            Platform::Ios,
            version(17, 2),
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36",
            Platform::Windows,
            None,
        ),
        (on_mac.as_str(), Platform::Macos, None),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:120.0) Gecko/20100101 Firefox/120.0", Platform::Macos, None),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", Platform::Linux, None),
        (
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36",
            Platform::Linux,
            None,
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; WebView/3.0; HoloLens) AppleWebKit/537.36 Chrome/90.0 Safari/537.36",
            Platform::HoloLens,
            None,
        ),
        (
            "Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) AppleWebKit/537.36 Edge/15.15063",
            Platform::Other,
            None,
        ),
        ("curl/8.0", Platform::Other, None),
        ("", Platform::Other, None),
        ("Android ", Platform::Android, None),
        ("Android 99999999999", Platform::Android, None),
    ] {
        let expected = Device { platform, os_version, in_app_browser: false };
        assert_eq!(Device::from_user_agent(agent), expected, "{agent}");
    }
}

#[test]
fn browsers_inside_apps_are_recognised() {
    for (name, agent) in [
        ("Facebook on iOS", format!("{IOS} Mobile/15E148 [FBAN/FBIOS;FBAV/430.0.0.26.111;FBBV/1]")),
        ("Facebook on Android", format!("{ANDROID} Version/4.0 Chrome/120.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0]")),
        ("Messenger", format!("{IOS} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/430.0]")),
        ("Instagram on iOS", format!("{IOS} Mobile/15E148 Instagram 310.0.2.19.98 (iPhone14,5; iOS 17_2)")),
        ("Instagram on Android", format!("{ANDROID} Version/4.0 Chrome/120.0 Mobile Safari/537.36 Instagram 310.0.0.1 Android")),
        ("LINE", format!("{IOS} Mobile/15E148 Safari Line/13.20.0")),
        ("WeChat", format!("{ANDROID} Version/4.0 Chrome/107.0 Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.44")),
        ("WhatsApp", format!("{IOS} Mobile/15E148 WhatsApp/2.23.25")),
        ("Snapchat", format!("{IOS} Version/17.2 Mobile/15E148 Safari/604.1 Snapchat/12.63.0.40 (like Safari/8617)")),
        ("TikTok", format!("{IOS} Mobile/15E148 musical_ly_32.6.0 JsSdk/2.0 BytedanceWebview/d8a21c6")),
        ("LinkedIn", format!("{IOS} Mobile/15E148 [LinkedInApp]/9.29")),
        ("X", format!("{IOS} Mobile/15E148 Safari/604.1 Twitter for iPhone/10.20")),
        ("KakaoTalk", format!("{ANDROID} Version/4.0 Chrome/120.0 Mobile Safari/537.36;KAKAOTALK 2410420")),
        ("Google's app", format!("{IOS} GSA/293.0.591 Mobile/15E148 Safari/604.1")),
        ("Outlook on iOS", format!("{IOS} Mobile/15E148 Outlook-iOS/709.2226530")),
        ("Gmail's and other bare views on iOS", format!("{IOS} Mobile/15E148")),
        ("Gmail's and other views on Android", "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UQ1A; wv) AppleWebKit/537.36 Version/4.0 Chrome/120.0 Mobile Safari/537.36".to_owned()),
        ("a view on Android 4.4", "Mozilla/5.0 (Linux; Android 4.4; Nexus 5) AppleWebKit/537.36 Version/4.0 Chrome/30.0 Mobile Safari/537.36".to_owned()),
        ("Slack on a computer", "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/118.0 Electron/27.0 Safari/537.36 Slack_SSB/4.35".to_owned()),
        ("Teams on a computer", "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Teams/1.5.00.32283 Chrome/102.0 Electron/19.1 Safari/537.36".to_owned()),
        ("a bare view on an iPad that passes for a Mac", MAC.to_owned()),
    ] {
        assert!(Device::from_user_agent(&agent).in_app_browser, "{name}: {agent}");
    }
}

#[test]
fn a_mac_with_a_touch_screen_is_an_ipad() {
    let mac = Device::from_user_agent(&format!("{MAC} Version/17.2 Safari/605.1.15"));
    assert_eq!(mac.with_touch(0).platform, Platform::Macos);
    assert_eq!(mac.with_touch(1).platform, Platform::Macos);
    assert_eq!(mac.with_touch(5), Device { platform: Platform::Ios, os_version: None, in_app_browser: false });
    let windows = Device { platform: Platform::Windows, ..mac };
    assert_eq!(windows.with_touch(10), windows);
}

proptest! {
    #[test]
    fn any_text_is_some_device(agent in "(Android|iPhone OS| OS |Mac|wv|[0-9._; /()]|\\PC){0,40}") {
        let device = Device::from_user_agent(&agent);
        let has_version = matches!(device.platform, Platform::Ios | Platform::Android);
        prop_assert!(device.os_version.is_none() || has_version);
    }
}
