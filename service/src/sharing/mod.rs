//! What the agent sends to the customer: the join link, and the message, the text message, the QR code and the
//! calendar entry around it.

mod calendar;
mod qr;
mod sms;

use jiff::tz::TimeZone;
use onecall::link::{Host, Invitation, Token};
use onecall::protocol::{CallView, SetUp, TextMessage, Timestamp};
use onecall::route::{Platform, Policy, Stores};

use crate::locales::Language;
use crate::locales::sentences::{
    SHARING_APP_IS_HERE, SHARING_BY_APP, SHARING_BY_APP_OR_ON_COMPUTER, SHARING_GREETING, SHARING_LOUDSPEAKER,
    SHARING_ON_ANY_DEVICE, SHARING_ON_PHONE, SHARING_ON_PHONE_OR_COMPUTER, SHARING_ONCE, SHARING_TEXT_MESSAGE,
    SHARING_TITLE, SHARING_WHEN, Sentence,
};

pub(crate) use calendar::{CALENDAR, calendar_entry};
pub(crate) use qr::qr_code;

/// What every message of this service has in common.
#[derive(Clone, Debug)]
pub struct Sharing {
    host: Host,
    zone: TimeZone,
    organisation: Option<String>,
    policy: Policy,
    stores: Stores,
}

impl Sharing {
    /// `host` is that of the public URL; times are written in `zone`, which is named with them.
    #[must_use]
    pub fn new(host: Host, zone: TimeZone) -> Self {
        Self { host, zone, organisation: None, policy: Policy::default(), stores: Stores::default() }
    }

    /// The same, of an organisation that goes by this name.
    #[must_use]
    pub fn of(self, organisation: Option<String>) -> Self {
        Self { organisation, ..self }
    }

    /// The same, where this is who may join from what, and this is where the app is got.
    #[must_use]
    pub fn for_customers_of(self, policy: Policy, stores: Stores) -> Self {
        Self { policy, stores, ..self }
    }

    /// The name of the organisation, if it was said.
    #[must_use]
    pub fn organisation(&self) -> Option<&str> {
        self.organisation.as_deref()
    }

    /// The name of the zone that times are written in (IANA), if it has one.
    #[must_use]
    pub fn zone(&self) -> Option<&str> {
        self.zone.iana_name()
    }

    /// The join link.
    #[must_use]
    pub fn link(&self, token: &Token) -> String {
        // Only an invitation without an address of its own prints as none.
        Invitation::OneTime { host: self.host.clone(), token: *token }.url().unwrap_or_default()
    }

    /// The subject of the message, and the heading of the calendar entry: from whom it is, if that was said, and what
    /// the agent called it.
    #[must_use]
    pub fn subject(&self, call: &CallView) -> String {
        match &self.organisation {
            Some(organisation) => format!("{organisation} – {}", call.title),
            None => call.title.clone(),
        }
    }

    /// The message for an e-mail, in the call's language; plain text, to be edited before it is sent.
    #[must_use]
    pub fn message(&self, call: &CallView, link: &str) -> String {
        let language = Language::of(&call.language).unwrap_or_default();
        let say = |sentence: Sentence| sentence.in_language(language);
        let mut lines = vec![
            say(SHARING_GREETING),
            String::new(),
            link.to_owned(),
            String::new(),
            self.when(call.starts_at, language),
            say(self.device(call.set_up)),
        ];
        let apps = self.apps();
        if !apps.is_empty() {
            lines.push(say(SHARING_APP_IS_HERE));
            lines.extend(apps);
        }
        lines.extend([say(SHARING_ONCE), say(SHARING_LOUDSPEAKER)]);
        lines.join("\n")
    }

    /// The same in short, for a text message.
    #[must_use]
    pub fn text_message(&self, call: &CallView, link: &str) -> TextMessage {
        let language = Language::of(&call.language).unwrap_or_default();
        // A line of its own: what stands before it in other scripts is not taken for a part of the link.
        let text = format!("{}\n{link}", SHARING_TEXT_MESSAGE.in_language(language));
        TextMessage { parts: sms::parts(&text), text }
    }

    /// Title of a call whose creator gave none, in the call's language.
    #[must_use]
    pub fn usual_title(&self, language: &str) -> String {
        SHARING_TITLE.in_language(Language::of(language).unwrap_or_default())
    }

    /// On what the customer joins a call that is set up so: the message must not promise what the policy refuses.
    fn device(&self, set_up: SetUp) -> Sentence {
        let doors = self.policy.doors(set_up);
        match (doors.phone_browser, doors.computer, set_up) {
            (true, true, SetUp::Desktop) => SHARING_ON_ANY_DEVICE,
            (true, true, SetUp::Mobile) => SHARING_ON_PHONE_OR_COMPUTER,
            (true, false, _) => SHARING_ON_PHONE,
            (false, true, _) => SHARING_BY_APP_OR_ON_COMPUTER,
            (false, false, _) => SHARING_BY_APP,
        }
    }

    /// Where the app is got, one line for each store it is in.
    fn apps(&self) -> Vec<String> {
        let stores = [("iPhone", Platform::Ios), ("Android", Platform::Android)];
        stores.iter().filter_map(|(name, store)| Some(format!("{name}: {}", self.stores.page(*store)?))).collect()
    }

    /// Day and time in the words of the language, and the zone by its international name and its distance.
    fn when(&self, at: Timestamp, language: Language) -> String {
        // A service takes no time that is further away than years.
        let millis = i64::try_from(at.0).unwrap_or(i64::MAX);
        let at = jiff::Timestamp::from_millisecond(millis).unwrap_or(jiff::Timestamp::MAX);
        let local = at.to_zoned_datetime(self.zone.clone());
        let part = |format: &str| local.strftime(format).to_string();
        let zone = match self.zone.iana_name() {
            Some("UTC") | None => part("UTC%:z"),
            Some(name) => format!("{name}, {}", part("UTC%:z")),
        };
        SHARING_WHEN.with(
            &[
                // The English abbreviations, which the sentence turns into words.
                ("weekday", &part("%a")),
                ("day", &part("%-d")),
                ("month", &part("%b")),
                ("year", &part("%Y")),
                ("time", &part("%H:%M")),
                ("zone", &zone),
            ],
            language,
        )
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use onecall::link::{Hosts, understand};
    use onecall::protocol::{AgentId, AgentName, CallId, CallPhase};
    use onecall::route::AndroidPackage;

    use super::*;

    const LANGUAGES: [&str; 6] = ["en", "de", "fr", "es", "ja", "xx"];

    fn call(language: &str, set_up: SetUp) -> CallView {
        CallView {
            id: CallId::from_bits(1),
            version: 1,
            title: "Boiler".to_owned(),
            starts_at: Timestamp(1_795_509_000_000),
            minutes: 30,
            set_up,
            language: language.to_owned(),
            agent: AgentName { id: AgentId::from_bits(2), name: "Ada".to_owned() },
            phase: CallPhase::Open,
            link_expires_at: Timestamp(1_795_595_400_000),
            knocks: Vec::new(),
            link: None,
            message: None,
            subject: None,
            text_message: None,
            spoken_code: None,
            spoken_code_expires_at: None,
        }
    }

    /// A call with its link and message.
    pub(crate) fn shared(language: &str, set_up: SetUp) -> CallView {
        let mut call = call(language, set_up);
        let link = sharing().link(&token());
        call.message = Some(sharing().message(&call, &link));
        call.subject = Some(sharing().subject(&call));
        call.link = Some(link);
        call
    }

    fn host() -> Host {
        Host::parse("call.example.com").unwrap()
    }

    fn token() -> Token {
        Token::from_bits(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef)
    }

    fn sharing() -> Sharing {
        Sharing::new(host(), TimeZone::get("Europe/Berlin").unwrap())
    }

    fn in_stores(policy: Policy) -> Sharing {
        let stores = Stores { ios: Some(1_234_567_890), android: AndroidPackage::parse("com.example.help").ok() };
        sharing().for_customers_of(policy, stores)
    }

    #[test]
    fn every_message_yields_its_own_link_again_and_names_the_time_zone() {
        let policies = Policy::presets().map(|(_, policy)| in_stores(policy));
        for (sharing, language) in [sharing()].iter().chain(&policies).flat_map(|one| LANGUAGES.map(|tag| (one, tag))) {
            for set_up in [SetUp::Desktop, SetUp::Mobile] {
                let call = call(language, set_up);
                let link = sharing.link(&token());
                let message = sharing.message(&call, &link);
                assert!(message.contains("Europe/Berlin, UTC+01:00"), "{message}");
                for text in [message, sharing.text_message(&call, &link).text] {
                    let found = understand(&text, &Hosts::new([host()]));
                    assert_eq!(found, Ok(Invitation::OneTime { host: host(), token: token() }), "{text}");
                }
            }
        }
    }

    #[test]
    fn the_day_is_written_in_the_words_of_every_language() {
        for (language, when) in [
            ("en", "When: Tuesday, 24 November 2026, 09:30 (time zone Europe/Berlin, UTC+01:00)"),
            ("de", "Wann: Dienstag, 24. November 2026, 09:30 Uhr (Zeitzone Europe/Berlin, UTC+01:00)"),
            ("fr", "Quand\u{a0}: mardi 24 novembre 2026, 09:30 (fuseau horaire Europe/Berlin, UTC+01:00)"),
            ("es", "Cuándo: martes, 24 de noviembre de 2026, 09:30 (zona horaria Europe/Berlin, UTC+01:00)"),
            ("ja", "日時：2026年11月24日（火）09:30（タイムゾーン Europe/Berlin, UTC+01:00）"),
        ] {
            let message = sharing().message(&call(language, SetUp::Desktop), "LINK");
            assert!(message.lines().any(|line| line == when), "{message}");
        }
        let utc = Sharing::new(host(), TimeZone::UTC).message(&call("en", SetUp::Desktop), "LINK");
        assert!(utc.contains("08:30 (time zone UTC+00:00)"), "{utc}");
    }

    #[test]
    fn every_day_and_month_has_its_own_words_in_every_language() {
        const DAY: u64 = 24 * 60 * 60 * 1000;
        for language in Language::ALL {
            let said = |days: u64| sharing().when(Timestamp(1_795_509_000_000 + days * DAY), language);
            // Without its digits, what is left are the names of day and month.
            let names = |text: String| text.replace(|c: char| c.is_ascii_digit(), "");
            let week: std::collections::BTreeSet<_> = (0..7).map(said).map(names).collect();
            assert_eq!(week.len(), 7, "{week:?}");
            let year: std::collections::BTreeSet<_> = (0..365).map(said).collect();
            assert_eq!(year.len(), 365, "{language:?}");
        }
    }

    #[test]
    fn the_message_differs_for_desktop_and_mobile_and_follows_the_policy() {
        let say = |sharing: &Sharing, set_up| sharing.message(&call("en", set_up), &sharing.link(&token()));
        let open = sharing();
        assert!(say(&open, SetUp::Desktop).contains("Best on your phone"));
        assert!(say(&open, SetUp::Mobile).contains("or on a computer"));
        let strict = in_stores(Policy::remote_assist());
        let (desktop, mobile) = (say(&strict, SetUp::Desktop), say(&strict, SetUp::Mobile));
        assert!(desktop.contains("with our app") && !desktop.contains("computer"), "{desktop}");
        assert!(mobile.contains("with our app") && mobile.contains("computer"), "{mobile}");
    }

    #[test]
    fn the_subject_says_from_whom_it_is() {
        let call = call("en", SetUp::Desktop);
        assert_eq!(sharing().subject(&call), "Boiler");
        assert_eq!(sharing().of(Some("Contoso".to_owned())).subject(&call), "Contoso – Boiler");
    }

    #[test]
    fn the_message_says_where_the_app_is_got_if_it_is_in_a_store() {
        let message = in_stores(Policy::default()).message(&call("en", SetUp::Desktop), "LINK");
        for line in [
            "You find our app here:",
            "iPhone: https://apps.apple.com/app/id1234567890",
            "Android: https://play.google.com/store/apps/details?id=com.example.help",
            "If we are on the phone already, put us on loudspeaker first.",
        ] {
            assert!(message.lines().any(|one| one == line), "{message}");
        }
        assert!(!sharing().message(&call("en", SetUp::Desktop), "LINK").contains("app"));
    }

    #[test]
    fn the_link_with_its_sentence_is_one_text_message_in_every_language() {
        // 20 characters, as in our own example.
        let sharing = Sharing::new(Host::parse("support.example.info").unwrap(), TimeZone::UTC);
        let link = sharing.link(&token());
        assert_eq!(link.len(), 58);
        for language in LANGUAGES {
            let TextMessage { text, parts } = sharing.text_message(&call(language, SetUp::Desktop), &link);
            assert_eq!(parts, 1, "{text}");
            assert!(text.ends_with(&link));
        }
    }
}
