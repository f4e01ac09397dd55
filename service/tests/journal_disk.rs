//! The journal's files: whose they are, what is in them, what happens when there is no room.

mod support;

use std::{fs, path::Path};

use onecall_service::journal::{AppendError, Journal, JournalError, MIGRATIONS, OpenError, Options, SqliteJournal};
use rusqlite::{Connection, config::DbConfig};
use support::{Random, bodies};
use tempfile::TempDir;

fn place() -> (TempDir, Options) {
    let folder = tempfile::tempdir().unwrap();
    let options = Options::new(folder.path().join("data").join("test.db"));
    (folder, options)
}

fn refusal(options: &Options) -> OpenError {
    match SqliteJournal::open(options) {
        Ok(_) => panic!("it was opened"),
        Err(error) => error,
    }
}

/// Every file of a database but the lock, with its bytes.
fn files(options: &Options) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(options.path.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("test.db.lock"))
        .map(|path| (path.display().to_string(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

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

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_may_read_the_folder_and_its_files() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, options) = place();
    let journal = SqliteJournal::open(&options).unwrap();
    journal.append("a", 0, vec!["1".into()]).await.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = options.path.parent().unwrap();
    assert_eq!(mode(folder), 0o700);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        names.push(path.file_name().unwrap().to_owned());
    }
    names.sort();
    assert_eq!(names, ["test.db", "test.db-wal", "test.db.lock"]);
}

#[tokio::test]
async fn a_folder_in_use_is_refused_until_the_other_service_ends() {
    let (_folder, options) = place();
    let first = SqliteJournal::open(&options).unwrap();
    let registry = first.registry();
    drop(first);
    let error = refusal(&options);
    assert!(matches!(error, OpenError::InUse { .. }), "{error}");
    assert!(error.to_string().contains("stop it, or choose another data folder"));
    drop(registry);
    SqliteJournal::open(&options).unwrap();
}

#[test]
fn a_folder_that_cannot_be_made_is_a_sentence_saying_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a file");
    fs::write(&file, "").unwrap();
    let error = refusal(&Options::new(file.join("test.db")));
    assert!(matches!(error, OpenError::Unwritable { .. }), "{error}");
    assert!(error.to_string().contains("make it writable"), "{error}");
}

#[test]
fn a_database_from_a_newer_version_is_refused_and_stays_byte_identical() {
    let (_folder, options) = place();
    drop(SqliteJournal::open(&options).unwrap());
    let newer = Connection::open(&options.path).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    newer.close().unwrap();
    let before = files(&options);
    let error = refusal(&options);
    assert!(matches!(error, OpenError::Newer { found: 99, .. }), "{error}");
    assert!(error.to_string().contains("install the newer version"));
    assert!(before == files(&options));
}

#[test]
fn a_newer_version_still_in_the_write_ahead_log_is_refused_and_stays_byte_identical() {
    let (_folder, options) = place();
    drop(SqliteJournal::open(&options).unwrap());
    let newer = Connection::open(&options.path).unwrap();
    newer.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).unwrap();
    // As the service does, so that no index file remains.
    newer.pragma_update(None, "locking_mode", "EXCLUSIVE").unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    newer.close().unwrap();
    let before = files(&options);
    assert_eq!(before.len(), 2, "database and log");
    let error = refusal(&options);
    assert!(matches!(error, OpenError::Newer { found: 99, .. }), "{error}");
    assert!(before == files(&options));
}

#[test]
fn what_is_not_our_database_is_refused_and_stays_byte_identical() {
    type Make = fn(&Path);
    let foreign: [(&str, Make); 5] = [
        ("a text", |path| fs::write(path, "my novel\n").unwrap()),
        ("a long text", |path| fs::write(path, "my novel\n".repeat(1000)).unwrap()),
        ("half a header", |path| fs::write(path, "SQLite format 3\0").unwrap()),
        ("a database of nobody in particular", |path| {
            let other = Connection::open(path).unwrap();
            other.execute_batch("CREATE TABLE novels (title); INSERT INTO novels VALUES ('x')").unwrap();
        }),
        ("a database of another program", |path| {
            let other = Connection::open(path).unwrap();
            other.execute_batch("PRAGMA application_id = 7; CREATE TABLE calls (title)").unwrap();
        }),
    ];
    for (what, make) in foreign {
        let (_folder, options) = place();
        fs::create_dir_all(options.path.parent().unwrap()).unwrap();
        make(&options.path);
        let before = files(&options);
        let error = refusal(&options);
        assert!(matches!(error, OpenError::Foreign { .. }), "{what}: {error}");
        assert!(before == files(&options), "{what} was changed");
    }
}

#[test]
fn a_database_of_every_older_version_is_brought_up_to_date() {
    for version in 0..MIGRATIONS.len() {
        let (_folder, options) = place();
        fs::create_dir_all(options.path.parent().unwrap()).unwrap();
        let older = Connection::open(&options.path).unwrap();
        for statements in &MIGRATIONS[..version] {
            older.execute_batch(statements).unwrap();
            older.pragma_update(None, "application_id", 0x6F6E_6563).unwrap();
        }
        older.pragma_update(None, "user_version", u32::try_from(version).unwrap()).unwrap();
        older.close().unwrap();
        drop(SqliteJournal::open(&options).unwrap());
        let now = Connection::open(&options.path).unwrap();
        let found: usize = now.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(found, MIGRATIONS.len());
    }
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
    for seed in 0..8 {
        let (_folder, options) = place();
        let journal = SqliteJournal::open(&options).unwrap();
        let mut random = Random(seed);
        let mut versions = [0u64; 30];
        let marker = |call: usize| format!("<secret of {call:03}>");
        for _ in 0..600 {
            let call = random.below(versions.len());
            let padding = marker(call).repeat(1 + random.below(if random.below(20) == 0 { 600 } else { 40 }));
            let version = versions[call];
            versions[call] = journal.append(&format!("id-{call:03}"), version, vec![padding]).await.unwrap();
        }
        let mut forgotten = Vec::new();
        for round in 0..4 {
            for call in (round * 5)..(round * 5 + 5) {
                journal.forget(&format!("id-{call:03}")).await.unwrap();
                forgotten.push(call);
            }
            let files = files(&options);
            for (path, bytes) in &files {
                for call in &forgotten {
                    for trace in [marker(*call), format!("id-{call:03}")] {
                        assert!(!contains(bytes, trace.as_bytes()), "seed {seed}: {trace} in {path}");
                    }
                }
            }
            let kept = marker(29);
            assert!(files.iter().any(|(_, bytes)| contains(bytes, kept.as_bytes())), "the search is blind");
            assert_eq!(journal.calls().await.unwrap().len(), 30 - forgotten.len());
        }
    }
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == text[0]) {
        rest = &rest[at..];
        if rest.starts_with(text) {
            return true;
        }
        rest = &rest[1..];
    }
    false
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
