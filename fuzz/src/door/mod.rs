//! The door for Swift and Kotlin: anything that an app may ask or say, from two of its threads, while its shell
//! throws and calls back.

mod app;
mod says;

use std::sync::Arc;
use std::time::Duration;

use onecall::capability::AgentClient;
use onecall::client::Config;
use onecall::ffi::{CheckedName, Explained, OneCall, check_name, explain, features};
use onecall::journey::Source;

use crate::bytes::Bytes;
use app::App;
use says::{any_config, measured, say, startable};

/// Nobody listens there: connections are refused at once, and no network is needed.
const HOST: &str = "127.0.0.1:9";

/// So often a millisecond is waited for what must happen; a minute is enough for any machine.
const PATIENCE: u32 = 60_000;

/// Asks the look-ups, and lives one life of an app.
///
/// # Panics
/// When the door breaks a promise: a panic, a screen that says nothing, a next link that no longer works, a shell
/// or a thread that is kept after the shutdown.
pub fn door(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    if bytes.one_in(4) {
        look_up(&mut bytes);
    }
    let blob = match bytes.byte() % 4 {
        0 => Some(bytes.text()),
        // What an earlier life saved, and perhaps somebody changed.
        1 => live(&mut bytes, None),
        _ => None,
    };
    live(&mut bytes, blob);
}

/// Starts, says half of the bytes from one thread and half from another, opens a last link and ends.
fn live(bytes: &mut Bytes<'_>, blob: Option<String>) -> Option<String> {
    let app = Arc::new(App::moody(bytes));
    let config = startable(bytes);
    let shell: Arc<dyn onecall::ffi::Shell> = app.clone();
    let Ok(call) = OneCall::new(config, blob, shell) else {
        // The system is short of something; nothing may be held all the same.
        assert_eq!(Arc::strong_count(&app), 1, "a shell is kept by nobody's call");
        return None;
    };
    let call = Arc::new(call);
    app.calls_back(&call);
    let (mut here, mut there) = bytes.halves();
    std::thread::scope(|scope| {
        scope.spawn(|| speak(&call, &mut there));
        speak(&call, &mut here);
    });
    app.calm_down();
    app::check(&call.screen());
    if !app.has_shut_down() {
        next_link_works(&call);
    }
    call.shutdown();
    // Whoever shuts down twice, or goes on, is not heard.
    call.text("after the end".to_owned(), Source::Keyboard);
    call.shutdown();
    app::check(&call.screen());
    drop(call);
    eventually("the shell is kept", || Arc::strong_count(&app) == 1);
    eventually("a thread is kept", || threads() == 0);
    app.saved()
}

fn speak(call: &OneCall, bytes: &mut Bytes<'_>) {
    while !bytes.is_empty() {
        say(call, bytes);
    }
}

/// Whatever happened, a new link is what is shown next; a running meeting asks first.
fn next_link_works(call: &OneCall) {
    eventually("a new link does not work", || {
        let kind = call.screen().kind;
        match kind {
            "ask" => call.confirm(true),
            // Said again while what was said before it is still being taken.
            _ => call.text(says::link(200), Source::Link),
        }
        kind == "ask-name"
    });
}

fn eventually(what: &str, mut happened: impl FnMut() -> bool) {
    for _ in 0..PATIENCE {
        if happened() {
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    assert!(happened(), "{what}");
}

/// The core's own; the one that the fuzzer runs in has another name.
fn threads() -> usize {
    let Ok(tasks) = std::fs::read_dir("/proc/self/task") else { return 0 };
    let names = tasks.filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("comm")).ok());
    names.filter(|name| name.trim_end() == "onecall").count()
}

/// Plain questions, with anything at all.
fn look_up(bytes: &mut Bytes<'_>) {
    let config = any_config(bytes);
    if let Ok(Explained::Leads { invitation, steps, .. }) = explain(config.clone(), bytes.text()) {
        assert!(!steps.is_empty(), "an invitation leads nowhere");
        // What it reads is what it takes.
        let again = explain(config.clone(), invitation.text());
        assert!(matches!(again, Ok(Explained::Leads { .. })), "an invitation is no invitation");
    }
    if let CheckedName::Good { name } = check_name(bytes.text()) {
        assert!(matches!(check_name(name.clone()), CheckedName::Good { name: again } if again == name), "{name:?}");
    }
    let _ = features(measured(bytes), bytes.one_in(2), AgentClient::DesktopBrowser);
    // An app that could not be started has nothing that would have to be ended.
    let app = Arc::new(App::moody(bytes));
    let shell: Arc<dyn onecall::ffi::Shell> = app.clone();
    let hostless = Config { hosts: vec![HOST.to_owned(), String::new()], ..config };
    assert!(OneCall::new(hostless, Some(bytes.text()), shell).is_err(), "a host without a name");
    assert_eq!(Arc::strong_count(&app), 1, "a shell is kept by nobody's call");
}
