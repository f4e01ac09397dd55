//! Browsers inside other apps, by what they say of themselves.

use super::Platform;

/// Words that only the browser inside an app writes into its `User-Agent`. Where an app writes
/// nothing of its own, [`is_web_view`] often still tells; an app that opens links in the
/// system's browser (Custom Tabs, Safari's view controller) is rightly not seen at all.
const MARKS: [&str; 37] = [
    // Facebook and its Messenger, Instagram, Threads
    "FBAN/",
    "FBAV/",
    "FB_IAB/",
    "Instagram ",
    "Barcelona ",
    // Chats
    "WhatsApp/",
    " Line/",
    "MicroMessenger/",
    "wxwork/",
    "KAKAOTALK",
    "Telegram-Android/",
    "Viber/",
    "Discord/",
    "DingTalk/",
    "Lark/",
    "QQ/",
    "Zalo",
    "Snapchat",
    // Work
    "Slack_SSB/",
    "Slack/",
    "Teams/",
    "TeamsMobile",
    "LinkedInApp",
    // Mail
    "Outlook-iOS",
    "Outlook-Android",
    "Microsoft Outlook",
    "GoogleMail/",
    "YahooMobileMail/",
    // Social
    "musical_ly",
    "BytedanceWebview",
    "TikTok",
    "Twitter for ",
    "TwitterAndroid",
    "[Pinterest/",
    "Reddit/",
    // Google's search app
    " GSA/",
    // Programs on a computer that are built around a browser
    "Electron/",
];

/// Whether this `User-Agent` is of a browser inside another app.
pub(super) fn is_in_app(agent: &str, platform: Platform) -> bool {
    MARKS.iter().any(|mark| agent.contains(mark)) || is_web_view(agent, platform)
}

/// The systems' own components for showing pages in an app.
fn is_web_view(agent: &str, platform: Platform) -> bool {
    match platform {
        // `; wv` since Android 5, `Version/4.0` before the browser's in those since 4.4
        // (https://developer.chrome.com/docs/webview/user-agent).
        Platform::Android => agent.contains("; wv)") || agent.contains("Version/4.0 Chrome/"),
        // Every browser on iOS and every WebKit browser on a Mac ends with Safari's token; a
        // bare WKWebView does not. (Nor does a page on the home screen, which like an app's
        // view cannot hand over by itself.)
        Platform::Ios | Platform::Macos => agent.contains("AppleWebKit/") && !agent.contains("Safari/"),
        Platform::Windows | Platform::Linux | Platform::HoloLens | Platform::Other => false,
    }
}
