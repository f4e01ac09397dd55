//! Event streams, and what becomes of them when the service stops.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;

use std::collections::BTreeSet;
use std::time::Duration;

use http_support::{Events, TOKEN, id, knock, start, start_with};
use onecall_service::config::{AgentToken, Config};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

#[tokio::test]
async fn a_customer_hears_their_whole_state_from_the_knock_to_the_end() {
    let service = start().await;
    let call = service.create().await;
    let mut events = Events::of(service.knock(&call.token, "Grace").await);
    let waiting = events.until("waiting").await;
    assert_eq!((waiting["phase"].as_str().unwrap(), waiting["reason"].as_str().unwrap()), ("lobby", "agent-absent"));
    let admit = json!({"command_id": id("admit"), "type": "admit", "knock": id("Grace")});
    assert_eq!(service.command(&call, admit).await.status(), 200);
    assert_eq!(events.until("admitted").await["agent"], "API");
    let entered: Value = service.act("Grace", "enter").await.json().await.unwrap();
    assert_eq!(entered["state"], "in-call");
    events.until("in-call").await;
    assert_eq!(service.command(&call, json!({"command_id": id("end"), "type": "end"})).await.status(), 200);
    let ended = events.until("ended").await;
    assert_eq!((ended["phase"].as_str().unwrap(), ended["reason"].as_str().unwrap()), ("over", "call-over"));
    assert!(events.next().await.is_none(), "nothing comes after the end");
}

#[tokio::test]
async fn a_newer_stream_of_a_knock_ends_the_older_one_and_nobody_has_left() {
    let service = start().await;
    let call = service.create().await;
    let mut older = Events::of(service.knock(&call.token, "Grace").await);
    older.until("waiting").await;
    let mut newer = Events::of(service.knock(&call.token, "Grace").await);
    newer.until("waiting").await;
    older.until("replaced").await;
    assert!(older.next().await.is_none());
    assert_eq!(service.view(&call).await["knocks"][0]["state"], "waiting");
}

#[tokio::test]
async fn the_same_knock_with_another_secret_changes_nothing() {
    let service = start().await;
    let call = service.create().await;
    let mut stream = Events::of(service.knock(&call.token, "Grace").await);
    stream.until("waiting").await;
    let before = service.view(&call).await;
    let mut foreign = knock(&call.token, "Grace");
    foreign["secret"] = json!(id("another"));
    let answer = service.ask(Method::POST, "/v1/knock").json(&foreign).send().await.unwrap();
    assert_eq!(http_support::problem(answer).await.1, "not-yours");
    assert_eq!(service.view(&call).await, before);
}

#[tokio::test]
async fn one_state_is_given_to_who_accepts_json_only() {
    let service = start().await;
    let call = service.create().await;
    let answer = service.knock_once(&call.token, "Grace").await;
    assert_eq!(answer.headers()["content-type"], "application/json");
    assert_eq!(answer.json::<Value>().await.unwrap()["state"], "waiting");
    for accept in ["*/*", "text/event-stream", "text/event-stream, application/json"] {
        let request = service.ask(Method::POST, "/v1/knock").header("accept", accept);
        Events::of(request.json(&knock(&call.token, "Grace")).send().await.unwrap()).until("waiting").await;
    }
}

#[tokio::test]
async fn a_service_that_stops_tells_everybody_when_to_come_back_and_keeps_their_place() {
    let service = start().await;
    let call = service.create().await;
    let mut customer = Events::of(service.knock(&call.token, "Grace").await);
    customer.until("waiting").await;
    let mut agent = Events::of(service.as_agent(Method::GET, "/v1/events").send().await.unwrap());
    agent.until("snapshot").await;

    service.running.stop();
    for stream in [&mut customer, &mut agent] {
        let wait = stream.until("restarting").await["retry_after_ms"].as_u64().unwrap();
        assert!((500..=5_000).contains(&wait), "{wait}");
        assert!(stream.next().await.is_none());
    }
    let data = service.folder.path().join("data");
    service.running.wait().await;

    let again = std::process::Command::new(env!("CARGO_BIN_EXE_onecall"))
        .args(["agents", "list", "--data"])
        .arg(&data)
        .output()
        .unwrap();
    assert!(again.status.success(), "the folder is whole");
}

#[tokio::test]
async fn those_who_are_told_to_come_back_are_told_different_times_within_the_window() {
    let service = start().await;
    let mut streams = Vec::new();
    for _ in 0..5 {
        let call = service.create().await;
        for who in ["Ann", "Bob", "Cem", "Dan", "Eve", "Fay", "Gil", "Hal"] {
            let mut stream = Events::of(service.knock(&call.token, &format!("{who}-{}", call.id)).await);
            stream.until("waiting").await;
            streams.push(stream);
        }
    }
    service.running.stop();
    let mut times = BTreeSet::new();
    for stream in &mut streams {
        times.insert(stream.until("restarting").await["retry_after_ms"].as_u64().unwrap());
    }
    assert!(times.iter().all(|time| (500..=5_000).contains(time)), "{times:?}");
    // Of 40 draws from 4,501, fewer than 20 different ones come once in more than 10^30 times.
    assert!(times.len() >= 20, "{times:?}");
    // Nobody has left: they only have nobody to talk to for a moment.
    service.running.wait().await;
}

#[tokio::test]
async fn a_customer_who_reads_nothing_is_dropped_holds_up_nobody_and_finds_their_place_again() {
    let service = start_with(|config| config.limits.unread = Duration::from_millis(500)).await;
    let call = service.create().await;
    let mut heidi = Events::of(service.knock(&call.token, "Heidi").await);
    let phrase = heidi.until("waiting").await["match_phrase"].clone();

    // As little room as the system grants, so that little has to be said until it is full.
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(1).unwrap();
    let mut deaf = socket.connect(service.running.addr).await.unwrap();
    let body = knock(&call.token, "Grace").to_string();
    let head = format!(
        "POST /v1/knock HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    deaf.write_all(format!("{head}{body}").as_bytes()).await.unwrap();

    let metrics = format!("http://{}/metrics", service.running.metrics_addr.unwrap());
    let open = async || {
        let text = service.client.get(&metrics).send().await.unwrap().text().await.unwrap();
        let line =
            text.lines().find_map(|line| line.strip_prefix("onecall_streams{kind=\"customer\"} ").map(str::to_owned));
        line.unwrap().parse::<u32>().unwrap()
    };
    while open().await < 2 {}
    let place = service.view(&call).await["knocks"][1].clone();
    // Whoever reads hears it all, however long it takes until the other one is dropped.
    let mut last = String::new();
    for n in 0.. {
        assert!(n < 5_000, "it is written to for ever");
        if open().await < 2 {
            break;
        }
        last = format!("{n} {}", "\u{1f6e0}".repeat(490));
        let message = json!({"command_id": id(format!("say-{n}")), "type": "message", "text": last});
        assert_eq!(service.command(&call, message).await.status(), 200);
        while heidi.until("waiting").await["message"] != last {}
    }
    assert!(!last.is_empty());

    // Dropped, and not gone: the same place, and everything that was said meanwhile.
    let knocks = service.view(&call).await["knocks"].clone();
    assert_eq!(knocks.as_array().unwrap().len(), 2);
    assert_eq!((&knocks[1]["match_phrase"], &knocks[1]["since"]), (&place["match_phrase"], &place["since"]));
    let mut grace = Events::of(service.knock(&call.token, "Grace").await);
    let again = grace.until("waiting").await;
    assert_eq!(again["message"], last);
    assert_eq!(again["match_phrase"], place["match_phrase"]);
    assert_ne!(again["match_phrase"], phrase);
    drop(deaf);
}

#[tokio::test]
async fn while_requests_finish_a_stopping_service_is_not_ready_and_takes_nobody_new() {
    let mut service = start().await;
    let call = service.create().await;
    // A request that is under way: its body is still to come.
    let mut slow = TcpStream::connect(service.running.addr).await.unwrap();
    let head = format!(
        "POST /v1/calls HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {TOKEN}\r\ncontent-type: application/json\r\n\
         content-length: 2\r\nexpect: 100-continue\r\n\r\n"
    );
    slow.write_all(head.as_bytes()).await.unwrap();
    let mut answer = [0; 25];
    // The service asks for the body, so it is reading this request.
    slow.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 100 Continue\r\n\r\n");

    service.running.stop();
    // A client that has no connection yet: those that are idle are closed.
    service.client = http_support::client();
    let ready = service.ask(Method::GET, "/readyz").send().await.unwrap();
    assert_eq!(http_support::problem(ready).await.1, "restarting");
    let knock = service.knock(&call.token, "Grace").await;
    assert!(knock.headers().contains_key("retry-after"));
    assert_eq!(http_support::problem(knock).await.1, "restarting");

    slow.write_all(b"{}").await.unwrap();
    let mut rest = String::new();
    slow.read_to_string(&mut rest).await.unwrap();
    assert!(rest.starts_with("HTTP/1.1 201"), "what was under way is finished: {rest}");
    service.running.wait().await;
}

#[tokio::test]
async fn a_second_service_on_the_same_folder_or_port_is_refused_by_a_sentence() {
    let service = start().await;
    let data = service.folder.path().join("data");
    let mut config = Config::on_free_ports(data);
    config.agent_token = Some(AgentToken::parse(TOKEN, true).unwrap());
    let in_use = onecall_service::serve(config.clone()).await.err().unwrap().to_string();
    assert!(in_use.contains("in use by another"), "{in_use}");
    config.listen = service.running.addr;
    let taken = onecall_service::serve(config).await.err().unwrap().to_string();
    assert!(taken.contains("is taken") && taken.contains("--listen"), "{taken}");
    assert_eq!(service.as_agent(Method::GET, "/v1/calls").send().await.unwrap().status(), 200);
}
