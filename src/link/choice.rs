//! Several invitations, as a person tells them apart.

use std::fmt;

use serde::Serialize;

use super::Invitation;

/// How many letters and digits of a link's end are compared, in groups as one reads a long number aloud.
const COMPARED: usize = 8;
const GROUP: usize = 4;

/// One of several invitations to choose from. Whoever compares it with the message it came in looks at where it leads and at
/// its end: what is between says nothing to a person.
///
/// `Debug` shows neither.
#[derive(Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
pub struct InvitationChoice {
    /// The link's host; or the whole text, of what is no link and where another choice has the same host and end. Secret.
    pub text: String,
    /// The last letters and digits of the link, at most eight, with a space that does not break between groups of four; `None`
    /// when `text` is whole. Secret.
    #[cfg_attr(feature = "ffi", uniffi(default = None))]
    pub end: Option<String>,
}

impl InvitationChoice {
    /// These invitations, in their order.
    pub(crate) fn between(invitations: &[Invitation]) -> Vec<Self> {
        let whole = || invitations.iter().map(|invitation| Self { text: invitation.text(), end: None });
        let mut short: Vec<Self> = Vec::new();
        for choice in whole().map(Self::shortened) {
            if short.contains(&choice) {
                return whole().collect();
            }
            short.push(choice);
        }
        short
    }

    fn shortened(self) -> Self {
        let link = self.text.strip_prefix("https://").or_else(|| self.text.strip_prefix("http://"));
        let Some((host, rest)) = link.and_then(|link| link.split_once('/')) else { return self };
        let mut end = String::new();
        // From behind, and so each in front of those before.
        for (at, sign) in rest.chars().rev().filter(char::is_ascii_alphanumeric).take(COMPARED).enumerate() {
            if at > 0 && at % GROUP == 0 {
                end.insert(0, '\u{a0}');
            }
            end.insert(0, sign);
        }
        Self { text: host.to_owned(), end: Some(end) }
    }
}

impl fmt::Debug for InvitationChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InvitationChoice(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Host, Hosts, SpokenCode, Token, understand};

    fn link(host: &str, bits: u128) -> Invitation {
        Invitation::OneTime { host: Host::parse(host).unwrap(), token: Token::from_bits(bits) }
    }

    fn shown(choices: &[InvitationChoice]) -> Vec<(&str, Option<&str>)> {
        choices.iter().map(|choice| (choice.text.as_str(), choice.end.as_deref())).collect()
    }

    #[test]
    fn links_are_told_apart_by_where_they_lead_and_how_they_end() {
        let (one, other) = (link("call.example.org", 1), link("help.example.org", 2));
        let end = |link: &Invitation| {
            let text = link.text();
            let (rest, last) = text.split_at(text.len() - 4);
            format!("{}\u{a0}{last}", &rest[rest.len() - 4..])
        };
        assert_eq!(
            shown(&InvitationChoice::between(&[one.clone(), other.clone()])),
            [("call.example.org", Some(end(&one).as_str())), ("help.example.org", Some(end(&other).as_str()))]
        );
    }

    #[test]
    fn what_is_no_link_and_what_would_look_the_same_is_shown_whole() {
        let code = Invitation::SpokenCode(SpokenCode::from_number(7).unwrap());
        let text = code.text();
        assert_eq!(shown(&InvitationChoice::between(&[code])), [(text.as_str(), None)]);

        let meeting =
            "https://teams.microsoft.com/l/meetup-join/19%3ameeting_a%40thread.v2/0?context=%7b%22Tid%22%3a%22";
        let of = |tenant: &str| {
            format!(
                "{meeting}{tenant}-0000-4000-8000-00000000abcd%22%2c%22Oid%22%3a%22\
                                         00000000-0000-4000-8000-00000000abcd%22%7d"
            )
        };
        let links: Vec<Invitation> =
            ["11111111", "22222222"].iter().map(|tenant| understand(&of(tenant), &Hosts::new([])).unwrap()).collect();
        let whole: Vec<String> = links.iter().map(Invitation::text).collect();
        assert_eq!(shown(&InvitationChoice::between(&links)), [(whole[0].as_str(), None), (whole[1].as_str(), None)]);
    }

    #[test]
    fn no_part_of_a_link_is_in_the_debug_form() {
        assert_eq!(format!("{:?}", InvitationChoice::between(&[link("call.example.org", 1)])), "[InvitationChoice(…)]");
    }
}
