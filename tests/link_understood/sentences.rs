//! What is said, and that no secret is in it.

use onecall::link::{LinkError, TeamsDamage, TeamsPage};

use crate::made::*;

/// One of each, with what it says.
fn said() -> Vec<(LinkError, &'static str, &'static str)> {
    let page = |what| LinkError::NotJoinable { what };
    let damage = |what| LinkError::DamagedTeamsLink { what };
    vec![
        (
            page(TeamsPage::Chat),
            "not-joinable",
            "This link leads to a chat in Microsoft Teams, not into a call: ask the person who sent it for the link that \
             joins the call.",
        ),
        (
            page(TeamsPage::NewMeeting),
            "not-joinable",
            "This link leads to the start of a new meeting in Microsoft Teams, not into a call: ask the person who sent it \
             for the link that joins the call.",
        ),
        (
            damage(TeamsDamage::CutOff),
            "damaged-teams-link",
            "This Microsoft Teams link is not whole: copy it again from its first letter to its last, or ask for a new one.",
        ),
        (
            damage(TeamsDamage::PasscodeMissing),
            "damaged-teams-link",
            "This Microsoft Teams link has lost its passcode: copy it again from its first letter to its last, or ask for a \
             new one.",
        ),
        (
            damage(TeamsDamage::BareNumber),
            "damaged-teams-link",
            "This Microsoft Teams link has only a number where the meeting belongs: ask for the link as it stands in the \
             meeting's own invitation.",
        ),
        (
            damage(TeamsDamage::NotAMeeting),
            "damaged-teams-link",
            "This Microsoft Teams link has a mistake where the meeting belongs: copy it instead of typing it, or ask for a \
             new one.",
        ),
        (
            LinkError::OpaqueWrapper { service: "Mimecast".to_owned() },
            "opaque-wrapper",
            "This link is hidden behind Mimecast, and what it leads to cannot be seen from here: ask the person who sent it \
             for the original link.",
        ),
        (
            LinkError::NestedTooDeep,
            "nested-too-deep",
            "Too many links are wrapped around one another here: ask the person who sent it for the original link.",
        ),
    ]
}

#[test]
fn each_trouble_has_a_stable_code_and_one_sentence_that_says_what_to_do() {
    for (error, code, sentence) in said() {
        assert_eq!((error.code(), error.to_string().as_str()), (code, sentence));
        assert!(sentence.ends_with('.') && !sentence[..sentence.len() - 1].contains(". "), "{sentence}");
        let json = serde_json::to_value(&error).unwrap();
        assert_eq!(json["code"], code);
        assert_eq!(serde_json::from_value::<LinkError>(json).unwrap(), error);
    }
}

#[test]
fn no_error_holds_anything_of_the_link() {
    let secrets = [PASSCODE, NUMBER, TENANT, ORGANISER, &THREAD[11..40], "someone", "XlNZRgl8"];
    for link in [long(), short(), safe_link(&long()), safe_link(&short())] {
        for cut in 0..link.len() {
            for text in [link[..cut].to_owned(), link[cut..].to_owned(), format!("{}x{}", &link[..cut], &link[cut..])] {
                let Err(error) = read(&text) else { continue };
                let shown = format!("{error} {error:?} {}", serde_json::to_string(&error).unwrap());
                for secret in secrets {
                    assert!(!shown.contains(secret), "{shown}");
                }
            }
        }
    }
    let several = read(&format!("{} {}", long(), short()));
    let shown = format!("{several:?} {}", several.as_ref().unwrap_err());
    assert!(secrets.iter().all(|secret| !shown.contains(secret)), "{shown}");
}
