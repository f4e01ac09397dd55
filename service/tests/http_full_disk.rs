//! A disk without room, seen from outside: everybody is told, nothing that was acknowledged is lost,
//! and when there is room again all is well by itself.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod http_support;
mod support;

use http_support::{Call, Events, Service, id, problem, start_with};
use onecall_service::serve;
use reqwest::{Method, Response};
use serde_json::{Value, json};
use support::power::Disk;

const ROOM: usize = 10_000_000;

async fn on(disk: &Disk) -> Service {
    start_with(|config| config.storage_vfs = Some(disk.vfs())).await
}

/// Everything that would have to be written down, by whomever.
async fn writes(service: &Service, call: &Call) -> Vec<(&'static str, Response)> {
    let create = service.as_agent(Method::POST, "/v1/calls").json(&json!({"title": "Pump"})).send().await.unwrap();
    let path = format!("/v1/calls/{}", call.id);
    let edit = service.as_agent(Method::PATCH, &path).header("if-match", "*").json(&json!({"title": "Pump"}));
    let admit = json!({"command_id": id("admit"), "type": "admit", "knock": id("Grace")});
    vec![
        ("create", create),
        ("edit", edit.send().await.unwrap()),
        ("admit", service.command(call, admit).await),
        ("delete", service.as_agent(Method::DELETE, &path).send().await.unwrap()),
        ("knock", service.knock(&call.token, "Heidi").await),
        ("knock for one state", service.knock_once(&call.token, "Ivan").await),
        ("leave", service.act("Grace", "leave-lobby").await),
    ]
}

async fn ready(service: &Service) -> Response {
    service.ask(Method::GET, "/readyz").send().await.unwrap()
}

#[tokio::test]
async fn a_full_disk_refuses_everybody_by_a_clear_sentence_and_loses_nothing() {
    let disk = Disk::new(1);
    let service = on(&disk).await;
    let call = service.create().await;
    let mut grace = Events::of(service.knock(&call.token, "Grace").await);
    grace.until("waiting").await;
    let before = service.view(&call).await;
    assert_eq!(ready(&service).await.status(), 200);

    disk.leave_room(0);
    for (what, answer) in writes(&service, &call).await {
        assert_eq!(answer.headers()["retry-after"], "60", "{what}");
        let (status, code, detail) = problem(answer).await;
        assert_eq!((status, code.as_str()), (503, "storage-full"), "{what}");
        assert!(detail.contains("Nothing was changed") && detail.contains("Try again"), "{what}: {detail}");
    }
    assert_eq!(service.ask(Method::GET, "/healthz").send().await.unwrap().status(), 200, "a restart would not help");
    let answer = ready(&service).await;
    assert_eq!(answer.headers()["retry-after"], "60");
    assert_eq!(problem(answer).await.1, "storage-full");
    // Whoever only looks is served, and sees what is written down.
    assert_eq!(service.view(&call).await, before);
    assert_eq!(service.ask(Method::GET, &format!("/j/{}", call.token)).send().await.unwrap().status(), 200);

    disk.leave_room(ROOM);
    let admit = json!({"command_id": id("admit"), "type": "admit", "knock": id("Grace")});
    assert_eq!(service.command(&call, admit).await.status(), 200, "the same command, tried again");
    // The stream that was open all the time tells it.
    grace.until("admitted").await;
    assert_eq!(ready(&service).await.status(), 200, "what was written down says so at once");
    let after = service.view(&call).await;
    drop(grace);

    let Service { running, folder, .. } = service;
    running.stop();
    running.wait().await;
    let again = start_with(|config| {
        config.data = folder.path().join("data");
        config.storage_vfs = Some(disk.vfs());
    })
    .await;
    let kept: Value = again.view(&call).await;
    for field in ["title", "knocks", "state", "version", "link_expires_at"] {
        assert_eq!(kept[field], after[field], "{field}");
    }
    assert_eq!(again.act("Grace", "enter").await.status(), 200, "the admission is kept");
}

#[tokio::test]
async fn a_service_is_ready_again_by_itself_when_there_is_room() {
    let disk = Disk::new(2);
    let service = on(&disk).await;
    let call = service.create().await;
    disk.leave_room(0);
    assert_eq!(problem(service.knock(&call.token, "Grace").await).await.1, "storage-full");
    assert_eq!(problem(ready(&service).await).await.1, "storage-full");
    disk.leave_room(ROOM);
    // Nobody writes: nobody is sent to a service that is not ready. It looks again by itself.
    let healed = async { while ready(&service).await.status() != 200 {} };
    tokio::time::timeout(std::time::Duration::from_secs(60), healed).await.unwrap();
    Events::of(service.knock(&call.token, "Grace").await).until("waiting").await;
}

#[tokio::test]
async fn a_start_without_room_is_refused_by_a_sentence() {
    let disk = Disk::new(3);
    disk.leave_room(0);
    let folder = tempfile::tempdir().unwrap();
    let mut config = onecall_service::config::Config::on_free_ports(folder.path().join("data"));
    config.storage_vfs = Some(disk.vfs());
    let refused = serve(config).await.err().unwrap().to_string();
    assert!(refused.contains("the disk is full") && refused.contains("free some space"), "{refused}");
}
