//! What customers and their phones do.

use onecall::capability::ArSupport;
use onecall::journey::Source;
use onecall::protocol::{App, DeviceInfo};
use onecall::route::Platform;
use serde::{Deserialize, Serialize};

use super::Weather;

/// A customer with their phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhonePlan {
    /// The name that they type.
    pub name: String,
    /// What they are on.
    pub device: DeviceInfo,
    /// What their device can do.
    pub ar: ArSupport,
    /// How their network is at the beginning.
    pub weather: Weather,
    /// Their verified account, if they are signed in.
    #[serde(default)]
    pub account: Option<AccountPlan>,
}

/// A verified account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountPlan {
    /// Who vouches for it; see [`LISTED_ISSUER`](super::LISTED_ISSUER).
    pub issuer: String,
    /// Which one there. Two phones may belong to one.
    pub subject: String,
}

impl PhonePlan {
    /// Somebody with our app on a phone with a good network and no AR.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            device: DeviceInfo { platform: Platform::Android, app: App::App },
            ar: ArSupport::Unsupported,
            weather: Weather::FINE,
            account: None,
        }
    }

    /// Signed in with an account of this issuer.
    #[must_use]
    pub fn signed_in(mut self, issuer: &str, subject: &str) -> Self {
        self.account = Some(AccountPlan { issuer: issuer.to_owned(), subject: subject.to_owned() });
        self
    }

    /// The same person in a browser.
    #[must_use]
    pub fn in_browser(mut self) -> Self {
        self.device.app = App::Browser;
        self
    }

    /// The same with this network.
    #[must_use]
    pub fn with(mut self, weather: Weather) -> Self {
        self.weather = weather;
        self
    }
}

/// How an invitation reaches the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// The link is tapped.
    Tap,
    /// The whole message is pasted.
    Paste,
    /// The QR code is scanned.
    Scan,
    /// The spoken code that was made last is typed.
    Code,
}

impl Way {
    /// What reaches the app by this way, if this is the link, and the code that was made last.
    pub(crate) fn brings(self, link: String, code: Option<String>) -> (String, Source) {
        match (self, code) {
            (Self::Code, Some(code)) => (code, Source::Keyboard),
            (Self::Paste, _) => {
                let text = format!("Hello,\nplease join here: {link}\nPut us on loudspeaker first.\n");
                (text, Source::Paste)
            }
            (Self::Scan, _) => (link, Source::QrCode),
            (Self::Tap | Self::Code, _) => (link, Source::Link),
        }
    }
}

/// Which of a call's links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkAge {
    /// The one that works.
    Newest,
    /// The first one, whatever became of it.
    First,
}

/// What a customer does, or what becomes of their phone. What the screen of the moment does not
/// offer is done all the same: people tap twice, and late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "kebab-case")]
pub enum PhoneDoes {
    /// Opens an invitation.
    Open {
        /// To which call, from 0.
        call: usize,
        /// How.
        way: Way,
        /// With which link.
        link: LinkAge,
    },
    /// Opens any text.
    OpenText {
        /// Which.
        text: String,
    },
    /// Types their name.
    TypeName,
    /// Types something else where the name is asked.
    Type {
        /// What.
        text: String,
    },
    /// Wants to leave the lobby or end the call.
    Leave,
    /// Answers the question on the screen.
    Answer {
        /// How.
        yes: bool,
    },
    /// Knocks again.
    KnockAgain,
    /// Is done with what the screen says.
    Dismiss,
    /// Takes their place along to another of the phones: the page there makes a ticket.
    MoveTo {
        /// Which, from 0.
        phone: usize,
    },
    /// The device has measured what it can do.
    Measured {
        /// What it found.
        ar: ArSupport,
    },
    /// An AR session starts.
    ArStarts,
    /// It is lost.
    ArIsLost,
    /// The phone sleeps, or shows another app; the app is told.
    Sleep,
    /// The app is in front again, and told so.
    Wake,
    /// Everything stands still without a word to the app.
    Freeze,
    /// And goes on.
    Thaw,
    /// The system ends the app.
    Kill,
    /// The system ends the app while it carries out what its next step wants.
    KillAmidStep,
    /// The app is started again.
    Start,
    /// The phone is switched off and on; the app is started again.
    Reboot,
    /// The phone's wall clock jumps.
    ClockJumps {
        /// In milliseconds; negative is back.
        by_ms: i64,
    },
    /// The phone's network is like this from now on.
    Weather {
        /// How.
        weather: Weather,
    },
    /// The system says that the network is back.
    NetworkBack,
    /// The stream breaks.
    StreamBreaks,
    /// Nothing comes on the stream any more, without a word.
    StreamStalls,
    /// The next command of the phone is under way for so long.
    NextCommandTakes {
        /// In milliseconds.
        ms: u64,
    },
}
