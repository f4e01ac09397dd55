//! A screen in a line, as a customer would tell it.

use onecall::journey::{CallMode, CameraAccess, OverReason, Question, Screen, Waiting};
use onecall::protocol::{DeclineReason, WaitReason};

pub(super) fn words(screen: &Screen) -> String {
    match screen {
        Screen::Start => "Paste a link, scan a code or type what you were told.".to_owned(),
        Screen::LinkProblem { error } => error.to_string(),
        Screen::AskName { not_taken: true, .. } => "The service does not take this name. Another one?".to_owned(),
        Screen::AskName { .. } => "What is your name?".to_owned(),
        Screen::Choose { choices } => format!("There are {} invitations here. Which one is it?", choices.len()),
        Screen::Rehearse { camera: CameraAccess::NotAsked } => "May the agent see through your camera?".to_owned(),
        Screen::Rehearse { .. } => "There is no camera. Knock without it?".to_owned(),
        Screen::Knocking { unreachable_retry_in_ms: None } => "Knocking …".to_owned(),
        Screen::Knocking { .. } => "The service cannot be reached; trying again.".to_owned(),
        Screen::Waiting(place) => waiting(place),
        Screen::Admitted { agent } => format!("{agent} lets you in."),
        Screen::InCall { agent, mode, .. } => format!("In the call with {agent}: {}.", call_mode(*mode)),
        Screen::Ask(Question::EndCall) => "End the call? There is no way back.".to_owned(),
        Screen::Ask(Question::LeaveForNewInvitation) => "Leave this call for the new one?".to_owned(),
        Screen::Over { reason, may_knock_again } => {
            format!("{}{}", over(*reason), if *may_knock_again { " [Knock again]" } else { "" })
        }
        Screen::Fallback { sentence, may_knock_again } => {
            format!("{sentence}{}", if *may_knock_again { " [Knock again]" } else { "" })
        }
        Screen::UpdateRequired => "Please update the app.".to_owned(),
    }
}

fn waiting(place: &Waiting) -> String {
    let why = match place.reason {
        None => "The agent asks you to wait.",
        Some(WaitReason::TooEarly) => "The call has not started yet.",
        Some(WaitReason::AgentAbsent) => "Nobody is there yet to let you in.",
        Some(WaitReason::NotYetNoticed) => "The agent is there and has not looked yet.",
        Some(WaitReason::Noticed) => "The agent has seen you.",
        Some(WaitReason::CallTaken) => "Somebody else is in this call.",
        Some(WaitReason::Unknown) => "Please wait.",
    };
    let slept = if place.was_asleep { " You were asleep; your place was kept." } else { "" };
    let message = place.message.as_deref().map(|text| format!(" \"{text}\"")).unwrap_or_default();
    format!("In the lobby. {why}{message}{slept} Your two words: {}.", place.match_phrase)
}

fn call_mode(mode: CallMode) -> &'static str {
    match mode {
        CallMode::Ar => "annotations stand in the room",
        CallMode::Stills => "annotations on stills",
        CallMode::ArLost => "AR is lost, annotations on stills",
    }
}

fn over(reason: OverReason) -> &'static str {
    match reason {
        OverReason::CallOver => "The call is over.",
        OverReason::YouLeft => "You have left; your call has ended.",
        OverReason::YouLeftTheLobby => "You have left the lobby.",
        OverReason::Removed => "The agent has taken you out of the call.",
        OverReason::SleptTooLong => "Your phone slept too long; your place is gone.",
        OverReason::Moved => "You go on in another app.",
        OverReason::Declined(DeclineReason::NotExpected) => "The agent expects somebody else.",
        OverReason::Declined(DeclineReason::NotNow) => "The agent has no time now.",
        OverReason::Declined(DeclineReason::WrongLink) => "This is the wrong desk.",
        OverReason::Declined(DeclineReason::Unsaid) => "The agent did not let you in.",
        OverReason::LinkDead => "This link no longer works: ask for a new one.",
        OverReason::LobbyFull => "Too many people are waiting.",
        OverReason::Unknown => "It is over.",
    }
}
