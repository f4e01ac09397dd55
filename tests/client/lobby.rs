//! The way into the lobby and the call, and through a bad network.

use onecall::capability::{AgentClient, ArSupport, Features};
use onecall::client::{Client, StartError};
use onecall::journey::{OverReason, Question, Screen, Source, Waiting};
use onecall::protocol::{CustomerAct, CustomerState, EndReason, Phase};

use crate::fake::{Fake, view, waiting};
use crate::phone::{Phone, Recorder, config, heard, within};

fn in_call(agent_present: bool) -> CustomerState {
    let features = Features::for_pair(false, ArSupport::Unsupported, AgentClient::DesktopBrowser);
    CustomerState::InCall { agent: "Ada".to_owned(), agent_present, features }
}

fn admitted() -> CustomerState {
    let features = Features::for_pair(false, ArSupport::Unsupported, AgentClient::DesktopBrowser);
    CustomerState::Admitted { agent: "Ada".to_owned(), features }
}

fn is_reconnecting(screen: &Screen) -> bool {
    matches!(screen, Screen::Waiting(Waiting { reconnecting: true, .. }))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_the_tap_on_a_warm_connection_it_is_one_round_trip_to_listening_in_the_lobby() {
    let mut fake = Fake::start().await;
    let phone = Phone::start(&fake);
    phone.client.text(fake.link(1), Source::Link);
    phone.shows("ask-name").await;
    // The connection is made while the customer looks at the name.
    within(async {
        while fake.log().is_empty() {
            tokio::task::yield_now().await;
        }
    })
    .await;
    assert_eq!(fake.log(), [(1, "HEAD /healthz".to_owned())]);
    // The answer is in the phone's socket. A loop that is kept busy looks there every 61 turns, and needs some more to
    // take it in.
    for name in ["", "\u{200B}"].repeat(64) {
        let before = phone.client.screen();
        phone.client.name(name.to_owned());
        phone.sees("another problem with the name", |screen| *screen != before).await;
    }

    phone.client.name("Maria".to_owned());
    let _stream = heard(&mut fake).await.hear(&waiting());
    phone.shows("waiting").await;

    assert_eq!(fake.connections(), 1, "no connection was made after the tap");
    assert_eq!(fake.log()[1..], [(1, "POST /v1/knock".to_owned())], "one request was made after the tap");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_call_from_the_link_to_the_end() {
    let mut fake = Fake::start().await;
    let phone = Phone::start(&fake);
    let knock = phone.waits(&mut fake).await;
    assert_eq!(knock.request.name, "Maria");
    assert!(matches!(
        phone.client.screen(),
        Screen::Waiting(Waiting { match_phrase, reconnecting: false, .. }) if match_phrase == "amber falcon"
    ));

    fake.answer_with(&view(Phase::Call, in_call(true)));
    knock.event(&view(Phase::Call, admitted()));
    within(fake.command(|act| *act == CustomerAct::Enter)).await;
    knock.event(&view(Phase::Call, in_call(true)));
    phone.shows("in-call").await;

    phone.client.leave();
    phone.sees("the question", |screen| *screen == Screen::Ask(Question::EndCall)).await;
    let over = view(Phase::Over, CustomerState::Ended { reason: EndReason::YouLeft });
    fake.answer_with(&over);
    phone.client.confirm(true);
    within(fake.command(|act| *act == CustomerAct::LeaveCall)).await;
    let screen = phone.shows("over").await;
    assert!(matches!(screen, Screen::Over { reason: OverReason::YouLeft, may_knock_again: false }));
    within(knock.closed()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_stream_is_opened_again_by_the_same_identity_and_the_customer_sees_it() {
    let mut fake = Fake::start().await;
    let phone = Phone::start(&fake);
    let first = phone.waits(&mut fake).await;
    let identity = (first.request.knock_id.clone(), first.request.secret.clone(), first.request.visit);
    drop(first);

    let second = heard(&mut fake).await;
    assert!(is_reconnecting(&phone.sees("reconnecting", is_reconnecting).await));
    assert_eq!((second.request.knock_id.clone(), second.request.secret.clone(), second.request.visit), identity);
    let _stream = second.hear(&waiting());
    phone.sees("connected again", |screen| screen.kind() == "waiting" && !is_reconnecting(screen)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_the_system_says_that_the_network_is_back_nobody_waits_for_the_next_try() {
    let mut fake = Fake::start().await;
    let phone = Phone::start(&fake);
    let knock = phone.waits(&mut fake).await;
    // Five minutes, which no test waits for.
    knock.raw("event: restarting\ndata: {\"retry_after_ms\":300000}\n\n");
    phone.sees("reconnecting", is_reconnecting).await;
    phone.client.network_back();
    let _stream = heard(&mut fake).await.hear(&waiting());
    phone.sees("connected again", |screen| screen.kind() == "waiting" && !is_reconnecting(screen)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_app_that_was_killed_in_the_lobby_takes_the_same_place_again_without_a_question() {
    let mut fake = Fake::start().await;
    let phone = Phone::start(&fake);
    let first = phone.waits(&mut fake).await;
    let blob = phone.blob();
    assert!(blob.is_some());
    phone.client.shutdown();

    let phone = Phone::start_with(&fake, blob);
    let second = heard(&mut fake).await;
    assert_eq!(second.request.knock_id, first.request.knock_id);
    assert_eq!(second.request.secret, first.request.secret);
    let _stream = second.hear(&waiting());
    phone.shows("waiting").await;
    assert!(phone.shell.screens.lock().unwrap().iter().all(|screen| screen.kind() != "ask-name"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_in_the_lobby_says_that_it_is_awake_each_time_with_a_greater_number() {
    let mut fake = Fake::start().await;
    let phone = Phone::start(&fake);
    phone.open(&fake, 1).await;
    let mut often = waiting();
    often.here_every_ms = 200;
    let _stream = heard(&mut fake).await.hear(&often);
    let mut last = 0;
    for _ in 0..3 {
        let act = within(fake.command(|act| matches!(act, CustomerAct::Here { .. }))).await;
        let CustomerAct::Here { n } = act else { panic!("{act:?}") };
        assert!(n > last, "{n} after {last}");
        last = n;
    }
    phone.client.sleep();
    let act = within(fake.command(|act| matches!(act, CustomerAct::Asleep { .. }))).await;
    assert!(matches!(act, CustomerAct::Asleep { n } if n > last));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_link_in_the_lobby_ends_the_old_stream_and_opens_another() {
    let mut fake = Fake::start().await;
    let phone = Phone::start(&fake);
    let first = phone.waits(&mut fake).await;
    let old = first.request.invitation.clone();
    phone.client.text(fake.link(2), Source::Link);
    within(first.closed()).await;
    phone.client.name("Maria".to_owned());
    let second = heard(&mut fake).await;
    assert_ne!(second.request.invitation, old);
    let _stream = second.hear(&waiting());
    phone.shows("waiting").await;
}

#[test]
fn a_configuration_that_cannot_work_is_refused_with_what_is_wrong() {
    let start = |change: fn(&mut onecall::client::Config)| {
        let mut config = config("help.example.com".to_owned());
        change(&mut config);
        Client::start(config, None, std::sync::Arc::new(Recorder::default())).err()
    };
    assert_eq!(start(|_| {}), None);
    assert_eq!(start(|config| config.hosts.clear()), Some(StartError::NoHost));
    assert_eq!(start(|config| config.hosts.push("https://x/".to_owned())), Some(StartError::Host { index: 1 }));
    assert_eq!(start(|config| config.extra_roots = vec![vec![1, 2, 3]]), Some(StartError::Root { index: 0 }));
}

#[test]
fn a_blob_that_cannot_be_read_is_as_good_as_none() {
    for blob in ["", "{}", "null", "\u{0}", "{\"version\":99999}"] {
        let shell = std::sync::Arc::new(Recorder::default());
        let config = config("help.example.com".to_owned());
        let client = Client::start(config, Some(blob.to_owned()), shell).unwrap();
        assert_eq!(client.screen(), Screen::Start, "{blob:?}");
    }
}
