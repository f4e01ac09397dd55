//! An explanation in sentences, for people at a desk.

use std::fmt::Write as _;

use onecall::link::{Cloud, Invitation, TeamsForm, TeamsLink};
use onecall::route::Step;

use super::Explanation;
use super::told::Way;

/// What the text is, where it opens and why; or what to do. Several lines, the last without an end.
#[must_use]
pub fn sentences(explanation: &Explanation) -> String {
    let mut said = match (&explanation.invitation, &explanation.error) {
        (Some(told), _) => what(&told.0),
        (None, Some(trouble)) => trouble.message.clone(),
        (None, None) => String::new(),
    };
    // Writing to a String cannot fail.
    for (number, told) in (1..).zip(&explanation.choices) {
        let _ = write!(said, "\n  {number}. {}", what(&told.0));
    }
    for (number, way) in (1..).zip(&explanation.route) {
        let _ = write!(said, "\n  {number}. {}", one_way(way));
    }
    said
}

fn what(invitation: &Invitation) -> String {
    match invitation {
        Invitation::OneTime { host, .. } => format!("This is a link to a one-time call at {host}."),
        Invitation::SpokenCode(_) => "This is a spoken code for a one-time call.".to_owned(),
        Invitation::Ticket(_) => "This is the landing page's hand-over of a one-time call to the app.".to_owned(),
        Invitation::Teams(link) => meeting(link),
        _ => "This is an invitation.".to_owned(),
    }
}

fn meeting(link: &TeamsLink) -> String {
    let cloud = match link.cloud() {
        Cloud::Worldwide => "",
        Cloud::GccHigh => " in the cloud of the US government (GCC High)",
        Cloud::Dod => " in the cloud of the US Department of Defense",
        Cloud::China => " in the cloud in China",
        Cloud::Consumer => " for private use",
        _ => " in another cloud",
    };
    let form = match link.form() {
        TeamsForm::MeetupJoin => "the long form",
        TeamsForm::Meet => "the short form",
        TeamsForm::Launcher => "the form that stands in the address bar",
        TeamsForm::LightMeeting => "the form of the light client",
        TeamsForm::Scheme => "the form of the app's own scheme",
        _ => "a newer form",
    };
    let mut said = format!("This is a link to a meeting in Microsoft Teams{cloud}, in {form}.");
    let facts = [
        ("meeting", link.meeting_id()),
        ("passcode", link.passcode()),
        ("organisation", link.tenant()),
        ("organiser", link.organiser()),
    ];
    let known: Vec<_> = facts.iter().filter_map(|(name, fact)| fact.map(|fact| format!("{name} {fact}"))).collect();
    if !known.is_empty() {
        let _ = write!(said, " It names {}.", known.join(", "));
    }
    said
}

fn one_way(way: &Way) -> String {
    let step = match way.step {
        Step::LandingPage => "Show the landing page, because what follows needs a tap there",
        Step::OpenApp => "Open it in the app",
        Step::JoinInBrowser => "Join in this browser",
        Step::TeamsClient => "Open it in the Teams client",
        Step::GetApp => "Get the app from its store, and come back to this call",
        // The reason is what is told.
        Step::Tell => return format!("Tell the customer: {}", way.why),
    };
    let why = &way.why;
    way.url.as_ref().map_or_else(|| format!("{step}. {why}"), |url| format!("{step}: {url}\n     {why}"))
}
