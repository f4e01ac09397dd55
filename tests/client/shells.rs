//! What a shell is asked for, and what it reports: meetings elsewhere, AR, and the customer's account.

use onecall::capability::{ArCoreAnswer, ArSystem, CameraPermission, Measurement};
use onecall::client::Config;
use onecall::journey::{MeetingReport, OverReason, Question, Screen, Source};
use onecall::protocol::{CustomerAct, Problem, ProblemCode};

use crate::fake::{Fake, waiting};
use crate::phone::{Phone, config, heard, within};

const MEETING: &str = "https://teams.microsoft.com/meet/2345678901234?p=aBcD12";

/// With a client for meetings, or without; no service is needed.
fn phone(call_client: bool) -> Phone {
    let phone = Phone::start_as(Config { call_client, ..config("help.example.com".to_owned()) }, None);
    phone.client.text(format!("Please join: {MEETING}"), Source::Paste);
    phone
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_meeting_is_joined_by_the_client_of_the_shell_and_its_reports_are_shown() {
    let phone = phone(true);
    phone.shows("ask-name").await;
    phone.client.name("Maria".to_owned());
    phone.shows("knocking").await;
    assert_eq!(*phone.shell.joined.lock().unwrap(), [(1, MEETING.to_owned(), "Maria".to_owned())]);
    phone.client.meeting(1, MeetingReport::InLobby);
    phone.shows("waiting").await;
    phone.client.meeting(1, MeetingReport::InCall);
    phone.shows("in-meeting").await;
    phone.client.leave();
    phone.sees("the question", |screen| *screen == Screen::Ask(Question::LeaveMeeting)).await;
    phone.client.confirm(true);
    let over = phone.shows("over").await;
    assert!(matches!(over, Screen::Over { reason: OverReason::YouLeft, may_knock_again: true }));
    assert_eq!(*phone.shell.left.lock().unwrap(), [1]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shell_without_such_a_client_shows_where_the_meeting_is() {
    let phone = phone(false);
    let screen = phone.shows("teams-client").await;
    assert!(matches!(screen, Screen::TeamsClient { url } if url == MEETING));
    assert!(phone.shell.joined.lock().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shell_whose_system_cannot_say_yet_is_asked_to_measure_again() {
    let phone = Phone::start_as(config("help.example.com".to_owned()), None);
    let system = ArSystem::ArCore { answer: ArCoreAnswer::UnknownChecking, api_level: 34, depth: false };
    for asked in 1..=2 {
        phone.client.measured(Measurement { system, camera: CameraPermission::Granted, simulated: false });
        within(async {
            while *phone.shell.measured_again.lock().unwrap() < asked {
                tokio::task::yield_now().await;
            }
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_access_token_goes_with_the_knock_alone_and_a_fresh_one_is_asked_for_when_it_is_refused() {
    let mut fake = Fake::start().await;
    let phone = Phone::start(&fake);
    phone.client.access_token(Some("old.token".to_owned()));
    phone.open(&fake, 1).await;
    heard(&mut fake).await.refuse(&Problem::new(ProblemCode::SignInNeeded));
    within(async {
        while *phone.shell.asked_for_token.lock().unwrap() == 0 {
            tokio::task::yield_now().await;
        }
    })
    .await;
    phone.client.access_token(Some("fresh.token".to_owned()));
    let mut often = waiting();
    often.here_every_ms = 200;
    let _stream = heard(&mut fake).await.hear(&often);
    within(fake.command(|act| matches!(act, CustomerAct::Here { .. }))).await;
    let knock = |token: &str| ("POST /v1/knock".to_owned(), format!("Bearer {token}"));
    assert_eq!(fake.authorized(), [knock("old.token"), knock("fresh.token")]);
    assert_eq!(*phone.shell.asked_for_token.lock().unwrap(), 1);
    assert!(!phone.blob().unwrap().contains("token"), "what is kept outlives it");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_could_not_stand_in_a_header_is_no_access_token_and_the_customer_knocks() {
    let mut fake = Fake::start().await;
    let phone = Phone::start(&fake);
    phone.client.access_token(Some("a token\r\nx-evil: 1".to_owned()));
    phone.waits(&mut fake).await;
    assert_eq!(fake.authorized(), []);
}
