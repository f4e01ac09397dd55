//! Answers that no service of ours gives, and those that it gives when something is wrong.

use onecall::journey::{OverReason, Screen, Source};
use onecall::protocol::{Problem, ProblemCode};

use crate::fake::{Fake, STREAM, answer, link_of, waiting};
use crate::phone::{Phone, heard};

fn is_unreachable(screen: &Screen) -> bool {
    matches!(screen, Screen::Knocking { unreachable_retry_in_ms: Some(_) })
}

/// What stands between phone and service, or is broken there, and sends this instead of an answer.
fn strange_answers() -> Vec<(&'static str, String)> {
    let page = "<html><body>Welcome to our hotel! Please sign in.</body></html>";
    let long_line = "x".repeat(300 * 1024);
    vec![
        ("a page", answer(200, "text/html", page)),
        ("a page that is not found", answer(404, "text/html", page)),
        ("a page that calls itself a problem", answer(403, "application/problem+json", page)),
        ("JSON", answer(200, "application/json", "{}")),
        ("a redirect", format!("HTTP/1.1 302 X\r\nlocation: /sign-in\r\n{}", &answer(302, "text/html", "")[16..])),
        ("no HTTP at all", "SSH-2.0-OpenSSH_9.2\r\n".to_owned()),
        ("nothing", String::new()),
        ("half a head", "HTTP/1.1 200 OK\r\ncontent-ty".to_owned()),
        ("a stream that says nothing", STREAM.to_owned()),
        ("a stream with a page in it", format!("{STREAM}event: waiting\ndata: {page}\n\n")),
        ("a line without end", format!("{STREAM}data: {long_line}")),
        ("too large a problem", answer(404, "application/problem+json", &long_line)),
        ("an error of a gateway", answer(502, "text/html", page)),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_answer_of_ours_is_an_unreachable_service_and_the_next_try_gets_in() {
    for (what, bytes) in strange_answers() {
        let mut fake = Fake::start().await;
        let phone = Phone::start(&fake);
        phone.open(&fake, 1).await;
        let knock = heard(&mut fake).await;
        knock.raw(bytes);
        drop(knock);
        phone.sees(what, is_unreachable).await;
        let _stream = heard(&mut fake).await.hear(&waiting());
        phone.shows("waiting").await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_that_is_not_there_is_unreachable() {
    // A port on which nobody listens any more.
    let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let phone = Phone::start_at(address.to_string(), None);
    phone.client.text(link_of(address, 1), Source::Paste);
    phone.shows("ask-name").await;
    phone.client.name("Maria".to_owned());
    phone.sees("unreachable", is_unreachable).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_problem_of_the_service_is_shown_as_what_it_means() {
    let over = |reason, may_knock_again| Screen::Over { reason, may_knock_again };
    for (code, screen) in [
        (ProblemCode::LinkDead, over(OverReason::LinkDead, false)),
        (ProblemCode::CallOver, over(OverReason::CallOver, false)),
        (ProblemCode::LobbyFull, over(OverReason::LobbyFull, true)),
        (ProblemCode::Internal, Screen::Knocking { unreachable_retry_in_ms: None }),
        (ProblemCode::SlowDown, Screen::Knocking { unreachable_retry_in_ms: None }),
    ] {
        let mut fake = Fake::start().await;
        let phone = Phone::start(&fake);
        phone.open(&fake, 1).await;
        heard(&mut fake).await.refuse(&Problem::new(code));
        match screen {
            Screen::Knocking { .. } => phone.sees("unreachable", is_unreachable).await,
            over => phone.sees(code.as_str(), |shown| *shown == over).await,
        };
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proxy_that_names_seconds_is_obeyed_like_the_service() {
    for status in [429, 503] {
        let mut fake = Fake::start().await;
        let phone = Phone::start(&fake);
        phone.open(&fake, 1).await;
        let knock = heard(&mut fake).await;
        let page = answer(status, "text/html", "<html>");
        knock.raw(page.replacen("\r\n", "\r\nretry-after: 120\r\n", 1));
        // Two minutes, of which some milliseconds may have gone; left to itself it would be a second.
        let obeys = |screen: &Screen| matches!(screen, Screen::Knocking { unreachable_retry_in_ms: Some(ms) } if (60_000..=180_000).contains(ms));
        phone.sees("two minutes", obeys).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn comments_events_of_tomorrow_and_strange_line_ends_disturb_nobody() {
    let mut fake = Fake::start().await;
    let phone = Phone::start(&fake);
    phone.open(&fake, 1).await;
    let knock = heard(&mut fake).await;
    let data = serde_json::to_string(&waiting()).unwrap();
    knock.raw(STREAM);
    knock.raw("\u{FEFF}: hello\r\rretry: 1\r\nevent: of-tomorrow\ndata: {\"what\":1}\n\nevent: wai");
    let with_news = data.replacen('{', "{\"tomorrow\":[1,2],", 1);
    knock.raw(format!("ting\r\ndata: {with_news}\r\n\r\n: \n"));
    phone.shows("waiting").await;
    drop(knock);
}
