//! What the agent sends to the customer: the join link and the message around it.

use jiff::tz::TimeZone;
use onecall::link::{Host, Invitation, Token};
use onecall::protocol::{CallView, SetUp, Timestamp};

use crate::locales::Language;
use crate::locales::sentences::{
    SHARING_GREETING, SHARING_LOUDSPEAKER, SHARING_ON_ANY_DEVICE, SHARING_ON_PHONE_OR_COMPUTER, SHARING_ONCE,
    SHARING_TITLE, SHARING_WHEN, Sentence,
};

/// What every message of this service has in common.
#[derive(Clone, Debug)]
pub struct Sharing {
    host: Host,
    zone: TimeZone,
    organisation: Option<String>,
}

impl Sharing {
    /// `host` is that of the public URL; times are written in `zone`, which is named with them.
    #[must_use]
    pub fn new(host: Host, zone: TimeZone) -> Self {
        Self { host, zone, organisation: None }
    }

    /// The same, of an organisation that goes by this name.
    #[must_use]
    pub fn of(self, organisation: Option<String>) -> Self {
        Self { organisation, ..self }
    }

    /// The name of the organisation, if it was said.
    #[must_use]
    pub fn organisation(&self) -> Option<&str> {
        self.organisation.as_deref()
    }

    /// The join link.
    #[must_use]
    pub fn link(&self, token: &Token) -> String {
        // Only an invitation without an address of its own prints as none.
        Invitation::OneTime { host: self.host.clone(), token: *token }.url().unwrap_or_default()
    }

    /// The message for an e-mail, in the call's language; plain text, to be edited before it is sent.
    #[must_use]
    pub fn message(&self, call: &CallView, link: &str) -> String {
        let language = Language::of(&call.language).unwrap_or_default();
        let say = |sentence: Sentence| sentence.in_language(language);
        let device = match call.set_up {
            SetUp::Desktop => SHARING_ON_ANY_DEVICE,
            SetUp::Mobile => SHARING_ON_PHONE_OR_COMPUTER,
        };
        [
            &say(SHARING_GREETING),
            "",
            link,
            "",
            &SHARING_WHEN.with_time(&self.when(call.starts_at), language),
            &say(device),
            &say(SHARING_ONCE),
            &say(SHARING_LOUDSPEAKER),
        ]
        .join("\n")
    }

    /// Title of a call whose creator gave none, in the call's language.
    #[must_use]
    pub fn usual_title(&self, language: &str) -> String {
        SHARING_TITLE.in_language(Language::of(language).unwrap_or_default())
    }

    /// Day, time and zone, the same in every language: `2026-11-24 09:30 (Europe/Berlin, UTC+01)`.
    fn when(&self, at: Timestamp) -> String {
        let millis = i64::try_from(at.0).unwrap_or(i64::MAX);
        let Ok(at) = jiff::Timestamp::from_millisecond(millis) else { return String::from("–") };
        let local = at.to_zoned_datetime(self.zone.clone());
        let offset = local.strftime("%:z");
        match self.zone.iana_name() {
            Some("UTC") | None => local.strftime("%Y-%m-%d %H:%M (UTC%:z)").to_string(),
            Some(name) => format!("{} ({name}, UTC{offset})", local.strftime("%Y-%m-%d %H:%M")),
        }
    }
}

#[cfg(test)]
mod tests {
    use onecall::link::{Hosts, understand};
    use onecall::protocol::{AgentId, AgentName, CallId, CallPhase};

    use super::*;

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
            spoken_code: None,
        }
    }

    #[test]
    fn every_message_yields_its_own_link_again_and_names_the_time_zone() {
        let host = Host::parse("call.example.com").unwrap();
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let sharing = Sharing::new(host.clone(), zone);
        let token = Token::from_bits(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef);
        for language in ["en", "de", "fr", "es", "ja", "xx"] {
            for set_up in [SetUp::Desktop, SetUp::Mobile] {
                let message = sharing.message(&call(language, set_up), &sharing.link(&token));
                assert!(message.contains("2026-11-24 09:30 (Europe/Berlin, UTC+01:00)"), "{message}");
                let found = understand(&message, &Hosts::new([host.clone()]));
                assert_eq!(found, Ok(Invitation::OneTime { host: host.clone(), token }), "{message}");
            }
        }
    }

    #[test]
    fn the_message_differs_for_desktop_and_mobile() {
        let sharing = Sharing::new(Host::parse("call.example.com").unwrap(), TimeZone::UTC);
        let link = sharing.link(&Token::from_bits(7));
        let desktop = sharing.message(&call("en", SetUp::Desktop), &link);
        let mobile = sharing.message(&call("en", SetUp::Mobile), &link);
        assert_ne!(desktop, mobile);
    }
}
