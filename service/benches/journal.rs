//! Durable events per second: 256 clients of the journal against a program that flushes a plain
//! file once per event. `cargo bench -p onecall-service --bench journal [folder]`; the folder
//! (default: the temporary one) decides which disk is measured.
#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark ends at the first error")]

use std::{
    env,
    fs::File,
    io::Write,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use onecall_service::journal::{Journal, Options, SqliteJournal};

const CLIENTS: usize = 256;
const SPAN: Duration = Duration::from_secs(5);

fn main() {
    let parent = env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let parent = parent.map_or_else(env::temp_dir, Into::into);
    let folder = tempfile::tempdir_in(parent).unwrap();
    let body = format!("{{\"v\":1,\"events\":[\"{}\"]}}", "x".repeat(200));

    // Before and after, because a shared disk is not the same from one moment to the next.
    let first = one_flush_an_event(folder.path(), &body);
    let journal = journal(folder.path(), &body);
    let second = one_flush_an_event(folder.path(), &body);
    let file = f64::midpoint(first, second);

    println!("file, one fdatasync an event  {file:>9.0} events/s ({first:.0} before, {second:.0} after)");
    println!("journal, {CLIENTS} clients          {journal:>9.0} events/s");
    println!("ratio                         {:>9.1} × (goal: at least 20)", journal / file);
}

fn one_flush_an_event(folder: &Path, body: &str) -> f64 {
    let mut file = File::create(folder.join("file")).unwrap();
    let start = Instant::now();
    let mut events = 0;
    while start.elapsed() < SPAN / 2 {
        file.write_all(body.as_bytes()).unwrap();
        file.sync_data().unwrap();
        events += 1;
    }
    f64::from(events) / start.elapsed().as_secs_f64()
}

fn journal(folder: &Path, body: &str) -> f64 {
    let journal = Arc::new(SqliteJournal::open(&Options::new(folder.join("bench.db"))).unwrap());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let start = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let journal = Arc::clone(&journal);
            let body = body.to_owned();
            runtime.spawn(async move {
                let mut events = 0;
                let mut call = 0;
                while start.elapsed() < SPAN {
                    // A call has some thirty events.
                    let name = format!("{client:06}-{call:06}-of-the-bench");
                    for version in 0..30 {
                        journal.append(&name, version, vec![body.clone()]).await.unwrap();
                        events += 1;
                    }
                    call += 1;
                }
                events
            })
        })
        .collect();
    let events: u32 = clients.into_iter().map(|client| runtime.block_on(client).unwrap()).sum();
    f64::from(events) / start.elapsed().as_secs_f64()
}
