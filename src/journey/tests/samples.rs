//! One journey of every kind and more, and one input of every kind and more: for the diagram and the
//! table.

use super::phone::*;
use crate::capability::{ArCoreAnswer, ArLevel, SessionFailure};
use crate::journey::{CameraAccess, Input, MeetingReport, Setup};
use crate::protocol::{CommandId, CustomerAct, EndReason, Phase, Problem, ProblemCode};

pub(super) fn states() -> Vec<(&'static str, Phone)> {
    let of = |mut phone: Phone, inputs: Vec<Input>| {
        inputs.into_iter().for_each(|input| {
            phone.feed(input);
        });
        phone
    };
    let heard = |mut phone: Phone, view| {
        phone.hear(view);
        phone
    };
    let lost = |mut phone: Phone| {
        phone.lose();
        phone.lose();
        phone
    };
    let refused = |code| {
        let mut phone = Phone::knocking();
        phone.refuse(code);
        phone
    };
    let meeting = |reports: &[MeetingReport], inputs: Vec<Input>| {
        let mut phone = Phone::joining();
        for report in reports {
            phone.report(*report);
        }
        of(phone, inputs)
    };
    let mut without_client = Phone::new();
    without_client.journey.setup = Setup { call_client: false, ..setup() };
    let mut restarted = Phone::in_call();
    restarted.restart();
    let held_stream = |mut phone: Phone| {
        phone.pass(5_000);
        phone
    };
    vec![
        ("start", Phone::new()),
        ("link-problem", of(Phone::new(), vec![text("no link at all")])),
        ("choose", of(Phone::new(), vec![text(&two_links())])),
        ("ask-name", of(Phone::new(), vec![text(&link(1))])),
        (
            "rehearse",
            of(Phone::new(), vec![Input::Camera(CameraAccess::NotAsked), text(&link(1)), Input::Name(NAME.to_owned())]),
        ),
        ("knocking", Phone::knocking()),
        ("knocking, signing in", {
            let mut phone = Phone::signed_in();
            phone.refuse(ProblemCode::SignInNeeded);
            phone
        }),
        ("knocking, signed out", {
            let mut phone = Phone::signed_in();
            phone.refuse(ProblemCode::SignInNeeded).feed(Input::AccessToken(None));
            phone
        }),
        ("knocking, unreachable", {
            let mut phone = Phone::knocking();
            phone.lose();
            phone
        }),
        ("knocking, back in the call", restarted),
        ("waiting", held_stream(Phone::waiting())),
        ("waiting, held", heard(Phone::waiting(), held())),
        ("waiting, reconnecting", lost(held_stream(Phone::waiting()))),
        ("waiting, signing in", {
            let mut phone = held_stream(Phone::waiting());
            phone.lose();
            phone.refuse(ProblemCode::SignInNeeded);
            phone
        }),
        ("waiting, asleep", of(Phone::waiting(), vec![Input::Sleep])),
        ("admitted", heard(Phone::waiting(), admitted())),
        ("in-call", held_stream(Phone::in_call())),
        ("in-call, reconnecting", lost(held_stream(Phone::in_call()))),
        ("in-call, asleep", of(Phone::in_call(), vec![Input::Sleep])),
        ("fallback, lobby", heard(Phone::waiting(), unknown(Phase::Lobby))),
        ("fallback, call", heard(Phone::waiting(), unknown(Phase::Call))),
        ("ask-end", of(Phone::in_call(), vec![Input::Leave])),
        ("ask-which, waiting", of(Phone::waiting(), vec![text(&two_links())])),
        ("ask-which, in-call", of(Phone::in_call(), vec![text(&two_links())])),
        ("ask-leave-for", of(Phone::in_call(), vec![text(&link(2))])),
        ("over, left the lobby", of(Phone::waiting(), vec![Input::Leave])),
        ("over, left the call", of(Phone::in_call(), vec![Input::Leave, Input::Confirm(true)])),
        ("over, blocked", heard(Phone::waiting(), declined(true))),
        ("over, newer reason", heard(Phone::waiting(), unknown(Phase::Over))),
        ("over, dead link", refused(ProblemCode::LinkDead)),
        ("over, lobby full", refused(ProblemCode::LobbyFull)),
        ("teams-client", of(without_client, vec![text(&teams(1))])),
        ("ask-name, meeting", of(Phone::new(), vec![text(&teams(1))])),
        ("meeting-knocking", Phone::joining()),
        ("meeting-waiting", meeting(&[MeetingReport::InLobby], vec![])),
        ("in-meeting", meeting(&[MeetingReport::InCall], vec![])),
        ("meeting-ask-leave", meeting(&[MeetingReport::InCall], vec![Input::Leave])),
        ("meeting-ask-leave-for", meeting(&[MeetingReport::InCall], vec![text(&link(2))])),
        ("meeting-ask-which", meeting(&[MeetingReport::InLobby], vec![text(&two_links())])),
        ("over, meeting", meeting(&[MeetingReport::InLobby, MeetingReport::TimedOutInLobby], vec![])),
        ("update-required", heard(Phone::waiting(), view(crate::protocol::CustomerState::UpdateRequired))),
    ]
}

/// Inputs that fit this phone: its open stream, its last command.
pub(super) fn inputs(phone: &Phone) -> Vec<(String, Input)> {
    let stream = phone.open.unwrap_or(1);
    let spoken = |view| Input::Heard { stream, view };
    let refused = |code| Input::Refused { stream, problem: Problem::new(code) };
    let number = phone.meeting.unwrap_or(1);
    let reported = |report| Input::Meeting { number, report };
    let newer = |status| {
        let mut problem = Problem::new(ProblemCode::Internal);
        (problem.kind, problem.status) = ("/problems/from-the-future".to_owned(), status);
        Input::Refused { stream, problem }
    };
    let last = phone.sent.last().map(|command| command.command_id.clone());
    let command_id = last.unwrap_or_else(|| CommandId::from_bits(1));
    let named = vec![
        ("text same", text(&link(1))),
        ("text new", text(&link(3))),
        ("text teams", text(&teams(1))),
        ("text two links", text(&two_links())),
        ("text unreadable", text("nothing of use")),
        ("name", Input::Name(NAME.to_owned())),
        ("name empty", Input::Name("  ".to_owned())),
        ("measured", measured(ArCoreAnswer::SupportedNotInstalled)),
        ("measured checking", measured(ArCoreAnswer::UnknownChecking)),
        ("camera denied", Input::Camera(CameraAccess::Denied)),
        ("camera granted", Input::Camera(CameraAccess::Granted)),
        ("access-token", token(1)),
        ("no access-token", Input::AccessToken(None)),
        ("go-on", Input::GoOn),
        ("choose", Input::Choose(1)),
        ("choose none there", Input::Choose(9)),
        ("ar-started", Input::ArStarted(ArLevel::Depth)),
        ("ar-failed", Input::ArFailed(SessionFailure::Other)),
        ("ar-lost", Input::ArLost),
        ("reported joining", reported(MeetingReport::Joining)),
        ("reported in-lobby", reported(MeetingReport::InLobby)),
        ("reported in-call", reported(MeetingReport::InCall)),
        ("reported declined", reported(MeetingReport::Declined)),
        ("reported timed-out", reported(MeetingReport::TimedOutInLobby)),
        ("reported removed", reported(MeetingReport::Removed)),
        ("reported ended", reported(MeetingReport::Ended)),
        ("reported failed", reported(MeetingReport::Failed)),
        ("reported, older meeting", Input::Meeting { number: 0, report: MeetingReport::Ended }),
        ("leave", Input::Leave),
        ("move", Input::Move),
        ("open", Input::Open),
        ("yes", Input::Confirm(true)),
        ("no", Input::Confirm(false)),
        ("knock-again", Input::KnockAgain),
        ("dismiss", Input::Dismiss),
        ("sleep", Input::Sleep),
        ("wake", Input::Wake),
        ("network-back", Input::NetworkBack),
        ("tick", Input::Tick),
        ("alive", Input::Alive { stream }),
        ("lost", Input::Lost { stream }),
        ("lost, old stream", Input::Lost { stream: 0 }),
        ("heard waiting", spoken(waiting())),
        ("heard held", spoken(held())),
        ("heard admitted", spoken(admitted())),
        ("heard in-call", spoken(in_call())),
        ("heard declined", spoken(declined(false))),
        ("heard blocked", spoken(declined(true))),
        ("heard call-over", spoken(ended(EndReason::CallOver, false))),
        ("heard lease-ended", spoken(ended(EndReason::LeaseEnded, true))),
        ("heard update-required", spoken(view(crate::protocol::CustomerState::UpdateRequired))),
        ("heard unknown, lobby", spoken(unknown(Phase::Lobby))),
        ("heard unknown, call", spoken(unknown(Phase::Call))),
        ("heard unknown, over", spoken(unknown(Phase::Over))),
        ("heard, earlier visit", spoken(visit(0, ended(EndReason::CallOver, false)))),
        ("heard, old stream", Input::Heard { stream: 0, view: ended(EndReason::CallOver, false) }),
        ("refused link-dead", refused(ProblemCode::LinkDead)),
        ("refused link-mistyped", refused(ProblemCode::LinkMistyped)),
        ("refused name-unusable", refused(ProblemCode::NameUnusable)),
        ("refused not-yours", refused(ProblemCode::NotYours)),
        ("refused lobby-full", refused(ProblemCode::LobbyFull)),
        ("refused call-over", refused(ProblemCode::CallOver)),
        ("refused sign-in-needed", refused(ProblemCode::SignInNeeded)),
        ("refused slow-down", refused(ProblemCode::SlowDown)),
        ("refused restarting", refused(ProblemCode::Restarting)),
        ("refused internal", refused(ProblemCode::Internal)),
        ("refused newer 4xx", newer(418)),
        ("refused newer 5xx", newer(599)),
        ("answered in-call", Input::Answered { command_id: command_id.clone(), view: in_call() }),
        ("answered waiting", Input::Answered { command_id: command_id.clone(), view: waiting() }),
        ("failed", Input::Failed { command_id: command_id.clone(), problem: None }),
        ("failed not-now", Input::Failed { command_id, problem: Some(Problem::new(ProblemCode::NotNow)) }),
    ];
    named.into_iter().map(|(name, input)| (name.to_owned(), input)).collect()
}

/// Steps to the next thing that is due first, when the input is a tick.
pub(super) fn feed(phone: &Phone, input: &Input) -> Phone {
    let mut phone = phone.clone();
    phone.ms += 100;
    if let (Input::Tick, Some(at)) = (input, phone.wake_at) {
        phone.ms = at;
    }
    phone.feed(input.clone());
    phone
}

#[test]
fn the_samples_show_every_command_of_a_customer_who_stays_on_this_phone() {
    let mut seen = Vec::new();
    for (_, phone) in states() {
        for (_, input) in inputs(&phone) {
            seen.extend(feed(&phone, &input).acts());
        }
    }
    let any = |wanted: fn(&CustomerAct) -> bool| seen.iter().any(wanted);
    assert!(any(|act| matches!(act, CustomerAct::Here { .. })));
    assert!(any(|act| matches!(act, CustomerAct::Asleep { .. })));
    assert!(any(|act| *act == CustomerAct::Enter));
    assert!(any(|act| matches!(act, CustomerAct::LeaveLobby { .. })));
    assert!(any(|act| *act == CustomerAct::LeaveCall));
}
