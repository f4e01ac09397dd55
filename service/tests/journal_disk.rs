//! What the journal keeps on disk, what it removes, and what happens when there is no room.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends at the first error")]

mod support;

use onecall_service::journal::{AppendError, Journal, JournalError, SqliteJournal, Synchronous};
use rusqlite::Connection;
use support::{Random, bodies, files, place};

#[tokio::test]
async fn what_was_appended_is_there_after_closing_and_opening() {
    let (_folder, options) = place();
    let journal = SqliteJournal::open(&options).unwrap();
    journal.append("a", 0, vec!["1".into(), "2".into()]).await.unwrap();
    drop(journal);
    let journal = SqliteJournal::open(&options).unwrap();
    assert_eq!(bodies(&journal, "a").await, ["1", "2"]);
    assert_eq!(journal.append("a", 2, vec!["3".into()]).await, Ok(3));
}

#[tokio::test]
async fn a_record_that_storage_changed_is_an_error_naming_only_its_row() {
    let changes = [
        ("UPDATE batches SET body = 'forged' WHERE version = 2", 1),
        ("DELETE FROM batches WHERE version = 2", 1),
        ("DELETE FROM batches WHERE version = 3", 2),
        ("DELETE FROM batches", 0),
        ("UPDATE batches SET version = version + 1 WHERE version = 3", 2),
        ("UPDATE batches SET link = x'00' WHERE version = 1", 0),
        ("UPDATE calls SET version = 2", 3),
        ("UPDATE calls SET call = 'another call'", 0),
    ];
    for (change, intact) in changes {
        let (_folder, options) = place();
        let journal = SqliteJournal::open(&options).unwrap();
        journal.append("the call", 0, ["1", "2", "3"].map(String::from).to_vec()).await.unwrap();
        drop(journal);
        let connection = Connection::open(&options.path).unwrap();
        connection.execute(change, []).unwrap();
        connection.close().unwrap();
        let journal = SqliteJournal::open(&options).unwrap();
        let call = journal.calls().await.unwrap().remove(0);
        let error = journal.read(&call).await.unwrap_err();
        let expected = matches!(error, JournalError::Damaged { row: 1, intact: i } if i == intact);
        assert!(expected, "{change}: {error}");
        assert!(!format!("{error} {error:?}").contains("call\""), "{error:?}");
        assert!(!error.to_string().contains("the call"), "{error}");
    }
}

#[tokio::test]
async fn a_full_disk_refuses_appends_loses_nothing_and_works_again_when_there_is_space() {
    let (_folder, mut options) = place();
    options.max_pages = Some(60);
    let journal = SqliteJournal::open(&options).unwrap();
    let body = |version: u64| format!("{version} {}", "x".repeat(3000));
    journal.append("other", 0, (0..20).map(body).collect()).await.unwrap();
    let mut version = 0;
    let error = loop {
        match journal.append("a", version, vec![body(version)]).await {
            Ok(new) => version = new,
            Err(error) => break error,
        }
    };
    assert_eq!(error, AppendError::Full);
    assert!(error.to_string().contains("free some space"));
    let large = (0..50).map(body).collect();
    assert_eq!(journal.append("large", 0, large).await, Err(AppendError::Full));
    assert_eq!(bodies(&journal, "a").await, (0..version).map(body).collect::<Vec<_>>());
    assert!(bodies(&journal, "large").await.is_empty());

    journal.forget("other").await.unwrap();
    for _ in 0..10 {
        version = journal.append("a", version, vec![body(version)]).await.unwrap();
    }
    let registry = journal.registry();
    registry.transact(|tx| tx.pragma_update(None, "max_page_count", 10_000)).await.unwrap();
    for _ in 0..50 {
        version = journal.append("a", version, vec![body(version)]).await.unwrap();
    }
    drop((journal, registry));
    options.max_pages = None;
    let journal = SqliteJournal::open(&options).unwrap();
    assert_eq!(bodies(&journal, "a").await, (0..version).map(body).collect::<Vec<_>>());
}

/// Rows move between pages when others come and go, and SQLite leaves copies behind.
#[tokio::test]
async fn the_text_of_a_forgotten_call_is_nowhere_in_the_files() {
    let marker = |call: usize| format!("<secret of {call:03}>");
    let id = |call: usize| format!("id-{call:03}");
    for seed in 0..8 {
        let (_folder, mut options) = place();
        // Not about durability, and much faster.
        options.synchronous = Synchronous::Off;
        let journal = SqliteJournal::open(&options).unwrap();
        let mut random = Random(seed);
        let mut versions = [0u64; 30];
        for _ in 0..600 {
            let call = random.below(versions.len());
            let most = if random.below(20) == 0 { 600 } else { 40 };
            let body = marker(call).repeat(1 + random.below(most));
            versions[call] = journal.append(&id(call), versions[call], vec![body]).await.unwrap();
        }
        for forgotten in [5, 10, 15, 20] {
            for call in forgotten - 5..forgotten {
                journal.forget(&id(call)).await.unwrap();
            }
            let mut kept = 0;
            for (path, bytes) in files(&options) {
                let text = String::from_utf8_lossy(&bytes);
                for trace in (0..forgotten).flat_map(|call| [marker(call), id(call)]) {
                    assert!(!text.contains(&trace), "seed {seed}: {trace} in {path}");
                }
                kept += usize::from(text.contains(&marker(29)));
            }
            assert!(kept > 0, "the search is blind");
            assert_eq!(journal.calls().await.unwrap().len(), 30 - forgotten);
        }
    }
}

#[tokio::test]
async fn the_registry_keeps_what_it_committed_and_nothing_of_what_it_refused() {
    let (_folder, options) = place();
    let journal = SqliteJournal::open(&options).unwrap();
    let registry = journal.registry();
    registry
        .transact(|tx| {
            tx.execute("CREATE TABLE things (row INTEGER PRIMARY KEY, name TEXT UNIQUE)", [])?;
            tx.execute("INSERT INTO things (name) VALUES ('kept')", [])
        })
        .await
        .unwrap();
    let refused = registry
        .transact(|tx| {
            tx.execute("INSERT INTO things (name) VALUES ('lost')", [])?;
            tx.execute("INSERT INTO things (name) VALUES ('kept')", [])
        })
        .await;
    assert!(matches!(refused, Err(JournalError::Statement(_))), "{refused:?}");
    drop((journal, registry));
    let registry = SqliteJournal::open(&options).unwrap().registry();
    let names = |tx: &rusqlite::Transaction<'_>| {
        tx.query_row("SELECT group_concat(name) FROM things", [], |row| row.get::<_, String>(0))
    };
    assert_eq!(registry.transact(names).await.unwrap(), "kept");
}

#[tokio::test]
async fn work_that_panics_fails_alone() {
    let (_folder, options) = place();
    let journal = SqliteJournal::open(&options).unwrap();
    journal.append("a", 0, vec!["1".into()]).await.unwrap();
    let outcome = journal
        .registry()
        .transact(|tx| -> rusqlite::Result<()> {
            tx.execute("DELETE FROM batches", [])?;
            panic!("on purpose")
        })
        .await;
    assert!(outcome.is_err());
    assert_eq!(bodies(&journal, "a").await, ["1"]);
    assert_eq!(journal.append("a", 1, vec!["2".into()]).await, Ok(2));
}

#[tokio::test]
async fn what_is_printed_of_a_record_does_not_show_its_text() {
    let (_folder, options) = place();
    let journal = SqliteJournal::open(&options).unwrap();
    journal.append("a", 0, vec!["the text".into()]).await.unwrap();
    let log = journal.read("a").await.unwrap();
    assert!(!format!("{log:?}").contains("text"));
}
